"""The corpus of invalid cases: each file is sound but for the fault that its name tells."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from civalue_build.pipeline import Surroundings, assess
from civalue_build.source.folder.files import load_case
from civalue_build.source.framework import read_framework

DATA = Path(__file__).parents[1] / "data"
INVALID = DATA / "cases" / "invalid"
LIBRARY = DATA / "library"
SOUND = LIBRARY / "cases" / "sound"
TODAY = (2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Sample:
    """One invalid case: a file, or a folder with the files that matter."""

    name: str
    place: Path

    @property
    def expected(self) -> list[str]:
        """The lines of the file of the same name that tells what is found."""
        return (INVALID / f"{self.name}.txt").read_text("utf-8").splitlines()

    def copy_into(self, library: Path) -> None:
        """Make a case of it in a library."""
        folder = library / "cases" / self.name
        if self.place.is_dir():
            shutil.copytree(self.place, folder)
            return
        folder.mkdir(parents=True)
        shutil.copy(self.place, folder / "case.md")
        if b"ulcers.csv" in self.place.read_bytes():
            shutil.copy(SOUND / "ulcers.csv", folder)


def samples() -> list[Sample]:
    """Return the whole corpus, by name."""
    places = [place for place in INVALID.iterdir() if place.is_dir() or place.suffix == ".md"]
    return sorted((Sample(place.stem, place) for place in places), key=lambda one: one.name)


@cache
def surroundings() -> Surroundings:
    """Return what the corpus is judged against."""
    return Surroundings(framework=read_framework(LIBRARY), today=TODAY)


def found_in(sample: Sample, library: Path) -> list[str]:
    """Return what is found in a sample, each as the files beside the samples tell it."""
    sample.copy_into(library)
    findings = assess(load_case(library, sample.name), surroundings()).judgement.findings
    folder = f"cases/{sample.name}/"
    shown = [(f.place.file.removeprefix(folder), f) for f in findings]
    return [
        f"{'' if file == 'case.md' else f'{file}:'}{f.place.line}:{f.place.column}: "
        f"{f.code} {f.message}"
        for file, f in shown
    ]
