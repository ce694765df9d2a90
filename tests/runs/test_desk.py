"""A desk takes up what has changed, and tells which pages are not what they were."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from civalue_build.pipeline import surroundings
from civalue_build.publish.cache import Cache, cache_folder
from civalue_build.runs.desk import Desk
from civalue_build.runs.how import How
from tests.runs.conftest import BEFORE, edit
from tests.runs.test_many_edits import same_as_clean


@pytest.fixture
def desk(built_before: Path, tmp_path: Path) -> Desk:
    cache = Cache(folder=cache_folder(built_before, {}))
    around = surroundings(built_before, BEFORE)
    found = Desk(built_before, tmp_path / "desk", lambda: around, How(cache=cache))
    found.all_anew()
    return found


def taken(desk: Desk, *slugs: str) -> tuple[list[str], set[str]]:
    """Take up cases; return which have other pages, and which files of several cases changed."""
    told: list[str] = []

    def shown(changed: Sequence[str]) -> None:
        told.extend(changed)

    return told, set(desk.cases_anew(slugs, shown).listed)


def test_a_case_that_is_saved_as_it_was_changes_no_page(desk: Desk, library: Path) -> None:
    (library / "cases/sound/case.md").touch()
    assert taken(desk, "sound") == ([], set())


def test_what_no_list_says_changes_the_page_of_its_case_alone(desk: Desk, library: Path) -> None:
    edit(library / "cases/sound/case.md", "## The problem\n", "## The problem\n\nOne more word.\n")
    assert taken(desk, "sound") == (["sound"], set())


def test_what_is_found_above_a_page_changes_it(desk: Desk, library: Path) -> None:
    (library / "cases/sound/notes.txt").write_text("left here")
    assert taken(desk, "sound") == (["sound"], set())


def test_a_case_under_a_name_that_led_on_to_another_keeps_its_page(
    desk: Desk, library: Path, tmp_path: Path
) -> None:
    edit(library / "cases/sound/case.md", "format: 1\n", "format: 1\nformerly: [early]\n")
    assert "cases/early/index.html" in taken(desk, "sound")[1]
    shutil.copytree(library / "cases/sound", library / "cases/early")
    edit(library / "cases/early/case.md", "formerly: [early]\n", "")
    assert taken(desk, "early")[0] == ["early"]
    same_as_clean(library, desk.folder, tmp_path / "clean")
    shutil.rmtree(library / "cases/early")
    changed, listed = taken(desk, "early")
    assert (changed, "cases/early/index.html" in listed) == (["early"], True)
    same_as_clean(library, desk.folder, tmp_path / "clean")
