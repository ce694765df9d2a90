"""Whatever is edited, and in whatever order: a warm build gives the bytes of a cold one."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from civalue_build.pipeline import surroundings
from civalue_build.publish.cache import Cache
from civalue_build.runs.building import build
from civalue_build.runs.how import How
from civalue_build.source.build_day import Day
from tests.conftest import LIBRARY, ROOT
from tests.runs.conftest import files_of

names = st.sampled_from(["sound", "second", "third"])
EDITS = {
    "title": ("title: ", "title: Better "),
    "break": ("format: 1", "format: x"),
    "mend": ("format: x", "format: 1"),
    "word": ("## The problem\n", "## The problem\n\nOne more word.\n"),
    "review": ("review_by: 2027-10-01", "review_by: 2026-12-01"),
    "grade": ("grade: 2", "grade: 3"),
    "tag": ("title: ", "tags: [nonsense]\ntitle: "),
    "untag": ("tags: [nonsense]\n", ""),
}
FRAMEWORK = {
    "purpose": ("framework.yml", "purpose: ", "purpose: Now "),
    "glossary": ("glossary.yml", "means: ", "means: To us "),
    "price": ("unit-values/bed-day.yml", "value: ", "value: 1"),
    "settings": ("../mkdocs.yml", "site_name: ", "site_name: Our "),
    "threshold": ("thresholds.yml", "value: ", "value: 1"),
    "example": ("pages/about.md", "\n---\n", "\n---\n\n```worked\nfigure: cost.claimed\n```\n"),
    "another example": ("pages/about.md", "figure: cost.claimed", "figure: cost.corrected"),
}


def change(file: Path, old: str, new: str) -> None:
    """Change a file where it holds a text, and leave it alone where it does not."""
    if file.exists():
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


class AnyEdits(RuleBasedStateMachine):
    """A library that people edit, and the site that is built after some of the edits."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.root = self.place / "library"
        self.day: Day = (2026, 11, 22)

    @initialize()
    def begin(self) -> None:
        shutil.copytree(LIBRARY, self.root)
        shutil.copy(ROOT / "mkdocs.yml", self.root)
        self.build()

    @rule(slug=names, name=st.sampled_from(sorted(EDITS)))
    def edit_a_case(self, slug: str, name: str) -> None:
        change(self.root / "cases" / slug / "case.md", *EDITS[name])

    @rule(name=st.sampled_from(sorted(FRAMEWORK)))
    def edit_the_framework(self, name: str) -> None:
        file, old, new = FRAMEWORK[name]
        change(self.root / "framework" / file, old, new)

    @rule(slug=names)
    def add_a_case(self, slug: str) -> None:
        if not (self.root / "cases" / slug).exists():
            shutil.copytree(LIBRARY / "cases" / "sound", self.root / "cases" / slug)

    @rule(slug=names)
    def remove_a_case(self, slug: str) -> None:
        shutil.rmtree(self.root / "cases" / slug, ignore_errors=True)

    @rule(slug=names, new=names)
    def rename_a_case(self, slug: str, new: str) -> None:
        if (self.root / "cases" / slug).exists() and not (self.root / "cases" / new).exists():
            (self.root / "cases" / slug).rename(self.root / "cases" / new)

    @rule(slug=names, name=st.sampled_from(["notes.txt", "falls.csv"]), text=st.text(max_size=9))
    def put_a_file_beside_a_case(self, slug: str, name: str, text: str) -> None:
        if (self.root / "cases" / slug).exists():
            (self.root / "cases" / slug / name).write_text(text, encoding="utf-8")

    @rule(day=st.sampled_from([(2026, 11, 22), (2026, 12, 1), (2026, 12, 2), (2027, 11, 1)]))
    def let_time_pass(self, day: Day) -> None:
        self.day = day

    @rule()
    def build(self) -> None:
        self.built = self.made("warm", Cache(folder=self.place / "cache"))

    def made(self, target: str, cache: Cache | None) -> object:
        around = surroundings(self.root, self.day)
        found = build(self.root, self.place / target, around, How(cache=cache))
        return found.outcomes, found.together

    def teardown(self) -> None:
        try:
            if self.root.exists():
                self.build()
                assert self.built == self.made("cold", None)
                assert files_of(self.place / "warm") == files_of(self.place / "cold")
        finally:
            shutil.rmtree(self.place)


@pytest.mark.slow
def test_a_warm_build_gives_the_bytes_of_a_cold_one_whatever_was_edited() -> None:
    # to shrink a failure would take longer than to read it
    steps = settings(max_examples=7, stateful_step_count=14, phases=[Phase.generate])
    run_state_machine_as_test(AnyEdits, settings=steps)
