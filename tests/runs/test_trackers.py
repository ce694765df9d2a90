"""Which months and lines stand in a tracker to fill in."""

from dataclasses import replace
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.register import spelt
from civalue_build.pipeline import Surroundings, surroundings
from civalue_build.runs import trackers
from civalue_build.runs.trackers import months_of, tracker_rows
from civalue_build.source.build_day import Day


@pytest.fixture
def around(library: Path) -> Surroundings:
    return surroundings(library, None, whole=False)


@pytest.mark.parametrize(("day", "first"), [((2026, 3, 31), "2025-04"), ((2026, 4, 1), "2026-04")])
def test_the_year_is_that_of_the_library_where_none_is_named(
    around: Surroundings, day: Day, first: str
) -> None:
    months = months_of(None, replace(around, today=day))
    assert (spelt(months[0]), len(months)) == (first, 12)
    assert spelt(months_of("2023/24", replace(around, today=day))[-1]) == "2024-03"


def test_more_lines_than_can_be_read_again_are_refused(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(tracker_rows(library, [])[0]) == 3
    monkeypatch.setattr(trackers, "MOST", 2)
    with pytest.raises(CivalueError, match="more than 2 lines: name the cases"):
        tracker_rows(library, [])


def test_a_case_that_cannot_be_read_is_named_and_left_out(library: Path) -> None:
    (library / "cases" / "broken").mkdir()
    (library / "cases" / "broken" / "case.md").write_text("no case", encoding="utf-8")
    rows, left = tracker_rows(library, [])
    assert {row.slug for row in rows} == {"sound"}
    assert left == ("broken",)


def test_without_any_line_there_is_nothing_to_track(library: Path) -> None:
    (library / "cases" / "sound" / "case.md").write_text("no case", encoding="utf-8")
    with pytest.raises(CivalueError, match="there is no line to track"):
        tracker_rows(library, ["sound"])
