"""However a served library is edited, its site ends as a build from nothing would be."""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from civalue_build.pipeline import surroundings
from civalue_build.publish.place import MARK
from civalue_build.runs.building import build
from civalue_build.runs.desk import Desk
from civalue_build.runs.how import How
from civalue_build.runs.serving import Trouble, taken_up
from tests.runs.conftest import BEFORE, edit, files_of
from tests.runs.served import PATIENCE, PROGRAMME, Served

EDITS: tuple[tuple[str, str], ...] = (
    ("title: ", "title: Better "),
    ("title: Better ", "title: "),
    ("format: 1", "format: x"),
    ("format: x", "format: 1"),
    ("## The problem\n", "## The problem\n\nOne more word.\n"),
    ("grade: 2", "grade: 3"),
    ("grade: 3", "grade: 2"),
)


def scribble(library: Path, choose: random.Random) -> Path:
    """Make one of the edits that people make, in no order, and return what was touched."""
    slug = choose.choice(("sound", "second", "third", "fourth"))
    folder = library / "cases" / slug
    roll = choose.random()
    if not folder.exists():
        shutil.copytree(library / "cases" / "kept", folder)
    elif roll < 0.1:
        shutil.rmtree(folder)
    elif roll < 0.2:
        (folder / choose.choice(("notes.txt", ".case.md.swp"))).write_text("half a thou")
    else:
        text = (folder / "case.md").read_text(encoding="utf-8")
        (folder / "case.md").write_text(text.replace(*choose.choice(EDITS), 1), encoding="utf-8")
    return folder / "case.md"


def same_as_clean(library: Path, folder: Path, clean: Path) -> None:
    """Compare a served folder with a build from nothing, byte for byte."""
    shutil.rmtree(clean, ignore_errors=True)
    build(library, clean, surroundings(library, BEFORE), How())
    served, built = files_of(folder), files_of(clean)
    assert served.pop(MARK) == built.pop(MARK)
    assert {path: served.get(path) == built[path] for path in built} == dict.fromkeys(built, True)
    assert served.keys() == built.keys()


@pytest.mark.slow
def test_200_rapid_edits_end_as_a_clean_build_would(library: Path, tmp_path: Path) -> None:
    shutil.copytree(library / "cases/sound", library / "cases/kept")
    desk = Desk(library, tmp_path / "desk", lambda: surroundings(library, BEFORE), How())
    desk.all_anew()
    trouble, choose = Trouble(desk), random.Random(7)  # noqa: S311 edits, not secrets
    for number in range(200):
        touched = [scribble(library, choose) for _ in range(choose.randint(1, 3))]
        if number % 40 == 39:
            edit(library / "framework/framework.yml", "purpose: ", "purpose: Now ")
            touched.append(library / "framework/framework.yml")
        taken_up(desk, trouble, touched)
        assert not trouble.words
        if number % 100 == 99:
            same_as_clean(library, desk.folder, tmp_path / "clean")


@pytest.mark.slow
def test_200_edits_under_the_real_watcher_end_as_a_clean_build_would(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_795_305_600))  # the day of BEFORE
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    shutil.copytree(library / "cases/sound", library / "cases/kept")
    served, choose = Served(library), random.Random(11)  # noqa: S311
    (folder,) = (path.parent for path in tmp_path.glob(f"civalue-*/site/{MARK}"))
    for _ in range(200):
        scribble(library, choose)
        time.sleep(choose.choice((0, 0, 0.01, 0.05)))
    edit(library / "cases/kept/case.md", "title: ", "title: The last ")
    served.until("cases/index.html", lambda page: "The last " in page)
    in_the_end_same_as_clean(library, folder, tmp_path / "clean")
    os.kill(served.process.pid, signal.SIGINT)
    out, _ = served.process.communicate(timeout=PATIENCE)
    assert out.rstrip().endswith("Stopped.")
    assert served.process.returncode == 0
    assert not folder.exists()


def in_the_end_same_as_clean(library: Path, folder: Path, clean: Path) -> None:
    """Wait until a served folder is what a build from nothing gives."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(AssertionError, FileNotFoundError):
            same_as_clean(library, folder, clean)
            return
        time.sleep(0.5)
    same_as_clean(library, folder, clean)


def branches(library: Path) -> Callable[[str], None]:
    """Make a library the work of two branches that differ in much; return how to change over."""

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(library), *IDENTITY, *words], check=True)

    git("init", "--quiet", "--initial-branch", "first")
    shutil.copytree(library / "cases/sound", library / "cases/leaves")
    shutil.copytree(library / "cases/sound", library / "cases/changes")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    git("checkout", "--quiet", "-b", "second")
    shutil.rmtree(library / "cases/leaves")
    for number in range(40):
        shutil.copytree(library / "cases/sound", library / f"cases/comes-{number}")
    edit(library / "cases/changes/case.md", "title: ", "title: Other ")
    edit(library / "framework/framework.yml", "purpose: ", "purpose: Now ")
    (library / "programmes").mkdir()
    (library / "programmes/wards.yml").write_text(PROGRAMME, encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", "second")
    return lambda branch: git("checkout", "--quiet", branch)


IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("git"), reason="changes over between branches of Git")
def test_a_change_of_branch_ends_as_a_clean_build_would(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_795_305_600))  # the day of BEFORE
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    checkout = branches(library)
    served = Served(library)
    (folder,) = (path.parent for path in tmp_path.glob(f"civalue-*/site/{MARK}"))
    try:
        for branch in ("first", "second", "first"):
            checkout(branch)
            in_the_end_same_as_clean(library, folder, tmp_path / "clean")
        for branch in ("second", "first") * 3:  # faster than it can be followed
            checkout(branch)
        in_the_end_same_as_clean(library, folder, tmp_path / "clean")
    finally:
        served.process.terminate()
        out, _ = served.process.communicate(timeout=PATIENCE)
    assert "Traceback" not in out
    assert served.process.returncode == 0
    assert not folder.exists()
