"""The keys of a case's work: of its files, and of all that it is judged against."""

from dataclasses import replace
from pathlib import Path

from civalue_build.model.place import SourceMap
from civalue_build.model.record import record
from civalue_build.model.together import AssessedProgramme
from civalue_build.pipeline import Surroundings
from civalue_build.publish.fingerprint import fingerprint, of_program
from civalue_build.source.folder.files import load_case
from civalue_build.source.reading import RawCase


def key_of_files(raw: RawCase) -> str:
    """Return the key of a case's own files, of what could not be read of them included."""
    text = b"none" if raw.text is None else raw.text
    others = (part for name in sorted(raw.others) for part in (name, raw.others[name]))
    return fingerprint(raw.slug, str(raw.text is None), text, repr(raw.findings), *others)


@record
class Identify:
    """Gives the key of a case's files."""

    root: Path

    def __call__(self, slug: str) -> str:
        """Return the key of the files as they are now."""
        return key_of_files(load_case(self.root, slug))


def bare(around: Surroundings) -> Surroundings:
    """Return what a case's work may depend on.

    Not the words of the framework's own pages, nor where a programme's file says what.
    """
    pages = tuple(replace(page, body="") for page in around.framework.pages)
    programmes = tuple(
        AssessedProgramme(id=found.id, programme=found.programme, places=SourceMap(file=""))
        for found in around.programmes
    )
    framework = replace(around.framework, pages=pages)
    return replace(around, framework=framework, programmes=programmes)


def key_of(around: Surroundings) -> str:
    """Return the key of what every case is judged against, but for the day."""
    return fingerprint(of_program(), repr(replace(bare(around), today=None)))
