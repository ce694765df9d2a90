"""A build from what earlier builds left gives what a build from nothing gives, byte for byte."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.finding import Judgement
from civalue_build.pipeline import surroundings
from civalue_build.publish.cache import Cache
from civalue_build.runs.building import Built, build
from civalue_build.runs.how import How
from civalue_build.source.build_day import Day
from tests.runs.conftest import BEFORE, edit, files_of

Make = Callable[..., Built]
WITH_NOTHING_TO_DO = """
import sys
from pathlib import Path
from civalue_build.pipeline import surroundings
from civalue_build.publish.cache import Cache
from civalue_build.runs.building import build
from civalue_build.runs.how import How
folder, day = Path(sys.argv[1]), tuple(map(int, sys.argv[2:]))
around = surroundings(folder / "library", day)
how = How(cache=Cache(folder=folder / "cache"))
assert not build(folder / "library", folder / "site", around, how).changed
print(*sys.modules)
"""


@pytest.fixture
def make(library: Path, tmp_path: Path, kept: Path) -> Make:
    """Build the library, by default into `site` and from what an earlier build has left."""
    shutil.copytree(kept, tmp_path / "cache")

    def made(
        target: str = "site", *, cold: bool = False, day: Day = BEFORE, jobs: int = 1
    ) -> Built:
        cache = None if cold else Cache(folder=tmp_path / "cache")
        around = surroundings(library, day)
        return build(library, tmp_path / target, around, How(jobs=jobs, cache=cache))

    return made


def warm_is_cold(make: Make, tmp_path: Path, day: Day = BEFORE) -> Built:
    """Build warm and cold, compare every byte, and return what the warm build found."""
    shutil.rmtree(tmp_path / "cold", ignore_errors=True)
    cold, warm = make("cold", cold=True, day=day), make(day=day)
    assert files_of(tmp_path / "site") == files_of(tmp_path / "cold")
    assert (warm.outcomes, warm.together) == (cold.outcomes, cold.together)
    return warm


def test_nothing_is_built_where_nothing_has_changed(make: Make, tmp_path: Path) -> None:
    first = make()
    before = (tmp_path / "site").stat()
    again = make()
    assert (first.changed, again.changed) == (True, False)
    assert (tmp_path / "site").stat() == before
    assert again.outcomes == first.outcomes


def test_a_build_with_nothing_to_do_loads_nothing_that_makes_a_site(
    make: Make, tmp_path: Path
) -> None:
    make()
    command = [sys.executable, "-c", WITH_NOTHING_TO_DO, str(tmp_path), *map(str, BEFORE)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "civalue_build.runs.building" in loaded
    assert {"civalue_build.runs.making", "pydantic", "jinja2", "numpy"}.isdisjoint(loaded)


def test_a_site_that_somebody_changed_is_mended(make: Make, tmp_path: Path) -> None:
    cold = make("cold", cold=True)
    make()
    page = tmp_path / "site" / "cases" / "sound" / "index.html"
    whole = page.read_bytes()
    for harm in ("changed", "gone", "added", "link"):
        if harm == "added":
            (tmp_path / "site" / "stray.html").write_text("stray")
        else:
            page.unlink()
        if harm == "changed":
            page.write_bytes(whole.replace(b"a", b"b"))
        if harm == "link":
            page.symlink_to(tmp_path / "library" / "mkdocs.yml")
        assert make().changed, harm
        assert files_of(tmp_path / "site") == files_of(tmp_path / "cold"), harm
        assert page.read_bytes() == whole
        assert not page.is_symlink()
    assert make().outcomes == cold.outcomes


@pytest.mark.slow
def test_every_kind_of_change_reaches_the_site(make: Make, library: Path, tmp_path: Path) -> None:
    make()
    steps: list[Callable[[], object]] = [
        lambda: edit(library / "cases/sound/case.md", "title: ", "title: New "),
        lambda: shutil.copytree(library / "cases/sound", library / "cases/second"),
        lambda: edit(library / "cases/second/case.md", "format: 1", "format: x"),
        lambda: edit(library / "mkdocs.yml", "site_name: ", "site_name: Our "),
        lambda: edit(next((library / "framework/unit-values").iterdir()), "value: ", "value: 1"),
        lambda: edit(library / "framework/framework.yml", "purpose: ", "purpose: Now "),
        lambda: shutil.rmtree(library / "cases/sound"),
        lambda: edit(library / "cases/second/case.md", "format: x", "format: 1"),
    ]
    for number, step in enumerate(steps):
        step()
        assert warm_is_cold(make, tmp_path).changed if number % 2 else make().changed


def test_a_damaged_or_emptied_cache_costs_time_and_nothing_else(
    make: Make, library: Path, tmp_path: Path
) -> None:
    make()
    for number, file in enumerate(sorted((tmp_path / "cache").rglob("*"))):
        if file.is_file():
            file.write_bytes(file.read_bytes()[: -1 - number % 3])
    edit(library / "cases/sound/case.md", "title: ", "title: New ")
    warm_is_cold(make, tmp_path)
    shutil.rmtree(tmp_path / "cache")
    make()
    assert files_of(tmp_path / "site") == files_of(tmp_path / "cold")


def test_the_day_of_the_build_matters_to_an_overdue_review(
    make: Make, library: Path, tmp_path: Path
) -> None:
    edit(library / "cases/sound/case.md", "review_by: 2027-10-01", "review_by: 2026-12-01")
    on_time = warm_is_cold(make, tmp_path, (2026, 11, 30))
    overdue = warm_is_cold(make, tmp_path, (2026, 12, 2))
    assert on_time.outcomes != overdue.outcomes
    assert warm_is_cold(make, tmp_path, (2026, 11, 29)).outcomes == on_time.outcomes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("reviewed: 2026-10-01", "reviewed: 2026-12-01"),
        pytest.param("format: 1\n", "format: 1\npublished: 2026-12\n", marks=pytest.mark.slow),
        pytest.param(
            "format: 1\n",
            "format: 1\nchanges: [{date: 2026-12-01, what: A cost.}]\n",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_what_is_still_to_come_is_so_until_its_day(
    make: Make, library: Path, tmp_path: Path, old: str, new: str
) -> None:
    edit(library / "cases/sound/case.md", old, new)
    before = warm_is_cold(make, tmp_path, (2026, 11, 30))
    after = warm_is_cold(make, tmp_path, (2026, 12, 1))
    assert before.outcomes != after.outcomes
    assert warm_is_cold(make, tmp_path, (2027, 1, 9)).outcomes == after.outcomes
    assert warm_is_cold(make, tmp_path, (2026, 11, 23)).outcomes == before.outcomes


def test_other_processes_give_the_same_site(make: Make, library: Path, tmp_path: Path) -> None:
    for number in range(22):
        shutil.copytree(library / "cases/sound", library / f"cases/sound-{number}")
    alone, together = make("alone", cold=True), make("together", cold=True, jobs=3)
    assert files_of(tmp_path / "alone") == files_of(tmp_path / "together")
    assert alone == together
    assert [outcome.slug for outcome in together.outcomes] == sorted(
        path.name for path in (library / "cases").iterdir()
    )


def test_a_fault_of_ours_is_tried_again_at_the_next_build(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(tmp_path / "cache")

    def stumble(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("civalue_build.runs.workshop.work", stumble)
        (outcome,) = make().outcomes
    assert "ZeroDivisionError" in outcome.crash
    assert outcome.judgement == Judgement()
    (outcome,) = make().outcomes
    assert not outcome.crash
    assert outcome.is_published


def test_a_framework_changed_since_it_was_read_is_taken_up_by_the_next_build(
    make: Make, library: Path, tmp_path: Path
) -> None:
    around, cache = surroundings(library, BEFORE), Cache(folder=tmp_path / "cache")
    edit(library / "framework/framework.yml", "purpose: ", "purpose: Now ")
    build(library, tmp_path / "site", around, How(cache=cache))
    assert warm_is_cold(make, tmp_path).changed


def test_a_disk_that_takes_no_note_of_a_finished_site_is_no_fault(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CivalueError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("civalue_build.runs.building.remember", refuse)
        assert make().changed
    assert warm_is_cold(make, tmp_path).changed


def test_no_site_is_made_around_the_cache(library: Path, tmp_path: Path) -> None:
    how = How(cache=Cache(folder=tmp_path / "site" / "cache"))
    with pytest.raises(CivalueError, match="which a build reads"):
        build(library, tmp_path / "site", surroundings(library, BEFORE), how)


@pytest.mark.parametrize("count", [13, pytest.param(40, marks=pytest.mark.slow)])
def test_two_builds_at_once_share_a_cache_and_give_the_same_site(
    library: Path, tmp_path: Path, count: int
) -> None:
    for number in range(count):
        shutil.copytree(library / "cases/sound", library / f"cases/sound-{number}")
    command = [sys.executable, "-m", "civalue_build", "build", "--library", str(library)]
    places = [tmp_path / "one", tmp_path / "other"]
    environment = os.environ | {"CIVALUE_CACHE": str(tmp_path / "shared")}
    running = [
        subprocess.Popen([*command, "--target", str(place)], env=environment) for place in places
    ]
    assert [process.wait(timeout=120) for process in running] == [0, 0]
    one, other = map(files_of, places)
    assert one == other
    assert len([path for path in one if path.startswith("cases/sound-")]) >= count


def test_the_cache_does_not_grow_without_end(make: Make, tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path / "cache")
    for number in range(1100):
        cache.put(f"{number:064d}", b"")
    make()
    assert len(list(cache.folder.glob("*/*"))) <= 1100 - 90
