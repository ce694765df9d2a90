"""Check a library: every case is judged, in several processes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from civalue_build.model.finding import Judgement
from civalue_build.model.record import record
from civalue_build.pipeline import Assessed, Surroundings, assess
from civalue_build.publish.pool import spread
from civalue_build.runs.outcome import Outcome
from civalue_build.source.folder.files import load_case


@record
class Check:
    """Judges one case by its slug."""

    root: Path
    around: Surroundings

    def __call__(self, slug: str) -> Outcome:
        """Return what was found; a fault of ours that one case meets stops no other.

        What was waived is left out: nobody reads it here, and it would cross between processes.
        """
        try:
            found = assess(load_case(self.root, slug), self.around)
        except Exception as fault:  # noqa: BLE001 one case never stops the others
            return Outcome(slug=slug, judgement=Judgement(), crash=_traceback(fault))
        judged = replace(found.judgement, waived=())
        return Outcome(slug=slug, judgement=judged, card=found.card)


def check_cases(
    root: Path, around: Surroundings, slugs: Sequence[str], *, jobs: int
) -> Iterator[Outcome]:
    """Judge cases in the order of their slugs."""
    return spread(Check(root=root, around=around), slugs, jobs=jobs)


def appraise_cases(root: Path, around: Surroundings, slugs: Sequence[str]) -> Iterator[Assessed]:
    """Value and judge cases, with their uncertainty."""
    for slug in slugs:
        try:
            yield assess(load_case(root, slug), around, in_full=True)
        except Exception as fault:  # noqa: BLE001 one case never stops the others
            yield Assessed(slug=slug, judgement=Judgement(), crash=_traceback(fault))


def _traceback(fault: Exception) -> str:
    from traceback import format_exception  # noqa: PLC0415 seldom needed

    return "".join(format_exception(fault))
