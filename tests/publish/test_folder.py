"""The old site or the new one, whole, whatever happens: tried with real processes and signals."""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.folder import Staging, files_in
from civalue_build.publish.place import MARK
from tests.publish.conftest import files_of

ROOT = Path(__file__).parents[2]
FILES = 40

CHILD = """
import os, sys, time
from pathlib import Path
from civalue_build.errors import CivalueError
from civalue_build.publish import folder, swap
target, does = Path(sys.argv[1]), sys.argv[2]
if does == "two-renames":
    swap._exchanged = lambda new, target: False
if does == "nobody" and os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
if does == "small-files":
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
version = 0
print("ready", flush=True)
while True:
    version += 1
    try:
        with folder.Staging(target) as staging:
            (staging.scratch / "half").write_text("done")
            for number in range(40):
                size = 9000 if does == "small-files" and number == 30 else 1
                staging.write(f"pages/{number}/index.html", f"{version}".encode() * size)
            if does == "hold":
                print("holding", flush=True)
                sys.stdin.readline()
    except CivalueError as error:
        sys.exit(f"told: {error}")
    if does in ("once", "hold", "nobody", "small-files"):
        break
"""


def child(target: Path, does: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(target), does],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout is not None
    patience = Timer(20, process.kill)
    patience.start()
    said = process.stdout.readline().strip()
    patience.cancel()
    assert said == word


def end(process: subprocess.Popen[str]) -> str:
    return process.communicate(timeout=20)[1]


def build(target: Path, **files: str) -> None:
    with Staging(target) as staging:
        for name, text in files.items():
            staging.write(f"{name}.html", text.encode())


def beside(target: Path) -> list[str]:
    return sorted(path.name for path in target.parent.iterdir() if path != target)


def version_of(target: Path) -> set[bytes]:
    """The versions of the pages, after making sure that there are all of them."""
    files = files_of(target)
    del files[MARK]
    assert len(files) == FILES
    return set(files.values())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.mark.parametrize("does", ["again and again", "two-renames"])
def test_killed_at_any_moment_the_old_site_or_the_new_one_is_there(target: Path, does: str) -> None:
    pause = random.Random(does)  # noqa: S311 - a moment, not a secret
    end(child(target, "once"))
    for _ in range(30):
        process = child(target, does)
        wait_for(process, "ready")
        time.sleep(pause.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL)
        end(process)
        if does == "two-renames":  # between the two, the next start brings the old site back
            with pytest.raises(KeyError), Staging(target):
                raise KeyError
        assert len(version_of(target)) == 1
    end(child(target, "once"))
    assert version_of(target) == {b"1"}
    assert beside(target) == []


def test_a_first_build_that_is_killed_leaves_no_site_and_blocks_no_other(target: Path) -> None:
    process = child(target, "hold")
    wait_for(process, "ready")
    wait_for(process, "holding")
    process.kill()
    end(process)
    assert not target.exists()
    build(target, a="1")
    assert beside(target) == []


def test_a_kill_between_two_renames_is_put_right_at_the_next_start(target: Path) -> None:
    build(target, a="old")
    old = files_of(target)
    target.rename(target.with_name(".site.civalue-old"))
    with pytest.raises(KeyError), Staging(target):
        raise KeyError
    assert files_of(target) == old
    assert beside(target) == []


def test_two_builds_at_once_do_not_mix(target: Path) -> None:
    first = child(target, "hold")
    wait_for(first, "ready")
    wait_for(first, "holding")
    with pytest.raises(CivalueError, match="another build is writing this site"):
        build(target, a="second")
    assert not target.exists()
    end(first)
    assert version_of(target) == {b"1"}
    assert beside(target) == []


def test_many_builds_at_once_end_in_one_whole_site(target: Path) -> None:
    children = [child(target, "once") for _ in range(6)]
    told = [end(process) for process in children]
    assert len(version_of(target)) == 1
    assert all(not text or "another build is writing this site" in text for text in told)
    assert beside(target) == []


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another user can reach, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_is_told_and_left(open_to_all: Path) -> None:
    target = open_to_all / "site"
    build(target, a="old")
    before = files_of(target)
    open_to_all.chmod(0o555)
    told = end(child(target, "nobody"))
    assert f"told: cannot write {target}: Permission denied" in told
    assert files_of(target) == before
    assert beside(target) == []


def test_a_disk_that_takes_no_more_is_told_and_the_old_site_stays(target: Path) -> None:
    build(target, a="old")
    before = files_of(target)
    told = end(child(target, "small-files"))
    assert "told: cannot write" in told
    assert "pages/30/index.html: File too large; the site is as it was" in told
    assert files_of(target) == before
    assert beside(target) == []


def test_a_page_that_the_new_site_does_not_have_is_gone(target: Path) -> None:
    build(target, a="1", b="1")
    build(target, b="2")
    assert sorted(files_of(target)) == [MARK, "b.html"]


def test_a_page_that_has_not_changed_is_not_written_again(target: Path) -> None:
    build(target, same="1", other="1", length="1")
    before = {path.name: path.stat().st_ino for path in target.iterdir()}
    build(target, same="1", other="2", length="11")
    after = {path.name: path.stat().st_ino for path in target.iterdir()}
    assert {name for name in before if before[name] == after[name]} == {"same.html", MARK}
    assert files_of(target)["other.html"] == b"2"
    assert {path.stat().st_nlink for path in target.iterdir()} == {1}


def test_a_block_that_fails_changes_nothing_and_leaves_nothing(target: Path) -> None:
    build(target, a="old")
    with pytest.raises(KeyError), Staging(target) as staging:  # noqa: PT012 - one of the two
        staging.write("a.html", b"new")
        raise KeyError
    assert files_of(target)["a.html"] == b"old"
    assert beside(target) == []


def test_what_a_block_makes_on_the_way_goes_with_it(target: Path) -> None:
    with Staging(target) as staging:
        scratch = staging.scratch
        (scratch / "engine").mkdir()
        assert staging.scratch == scratch
    assert not scratch.exists()
    assert beside(target) == []


def test_scratch_of_a_killed_build_is_cleared_and_a_neighbour_of_like_name_is_kept(
    target: Path,
) -> None:
    process = child(target, "hold")
    wait_for(process, "ready")
    wait_for(process, "holding")
    process.kill()
    end(process)
    left = beside(target)
    assert [name for name in left if name.startswith(".site.civalue-work-")]
    (target.parent / ".site.civalue-work-of-mine").mkdir()
    build(target, a="1")
    assert beside(target) == [".site.civalue-work-of-mine"]


def test_folders_made_for_a_site_that_fails_are_taken_away(tmp_path: Path) -> None:
    with pytest.raises(KeyError), Staging(tmp_path / "not" / "yet" / "site"):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_a_refused_path_is_told_before_anything_of_the_call_is_written(
    target: Path, tmp_path: Path
) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    for name in ("a.html", "b.html", "con"):
        (engine / name).write_text("new")
    with Staging(target) as staging:
        staging.write("twice.html", b"first")
        with pytest.raises(CivalueError, match="cannot both be"):
            staging.write("twice.html", b"second")
        with pytest.raises(CivalueError, match="con"):
            staging.write_all(tuple(files_in(engine)))
    assert files_of(target).keys() == {MARK, "twice.html"}
    assert files_of(target)["twice.html"] == b"first"


@pytest.mark.parametrize(
    "paths",
    [
        ["cases/a/index.html", "cases/a/con"],
        ["cases/a/x.csv", "cases/a/x.csv"],
        ["cases/a/x.csv", "cases/a/X.csv"],
        ["cases/a/x", "cases/a/x/y"],
        ["cases/b/taken.csv"],
        ["Cases/b/other.csv"],
        ["cases/a/\ud800.csv"],
        ["/".join(["a" * 200] * 6)],
    ],
)
def test_paths_can_be_checked_before_the_first_is_written(target: Path, paths: list[str]) -> None:
    with Staging(target) as staging:
        staging.write("cases/b/taken.csv", b"")
        with pytest.raises(CivalueError):
            staging.check(paths)
        staging.check(["cases/a/index.html"])
        staging.write("cases/a/index.html", b"")  # a check takes nothing
    assert files_of(target).keys() == {MARK, "cases/b/taken.csv", "cases/a/index.html"}


def test_links_in_the_old_site_are_neither_followed_nor_kept(target: Path, tmp_path: Path) -> None:
    """A site that came with a pull request may hold what a build would read without end."""
    build(target, index="1")
    (tmp_path / "out").mkdir()
    for folder in (target, tmp_path / "out"):
        (folder / "a.html").write_text("same")
    (target / "a.html").rename(tmp_path / "a.html")
    (target / "a.html").symlink_to(tmp_path / "a.html")
    (target / "zero").symlink_to("/dev/zero")
    (target / "deep").symlink_to(tmp_path / "out")
    with Staging(target) as staging:
        staging.write("a.html", b"same")
        staging.write("zero", b"")
        staging.write("deep/a.html", b"same")
    assert not [path for path in target.rglob("*") if path.is_symlink()]
    assert (tmp_path / "out/a.html").stat().st_nlink == 1


def test_a_link_in_place_of_the_site_that_is_brought_back_is_not_followed(
    target: Path, tmp_path: Path
) -> None:
    (tmp_path / "theirs").mkdir()
    target.with_name(".site.civalue-old").symlink_to(tmp_path / "theirs")
    build(target, a="1")
    assert not target.is_symlink()
    assert beside(target) == ["theirs"]


def test_a_folder_of_somebody_elses_files_is_refused_and_kept(target: Path) -> None:
    target.mkdir()
    (target / "thesis.docx").write_text("years of work")
    with pytest.raises(CivalueError, match="not a site made by civalue"):
        build(target, a="1")
    assert list(files_of(target)) == ["thesis.docx"]
    assert beside(target) == []


def test_a_file_or_a_link_is_not_replaced(target: Path) -> None:
    target.write_text("a file")
    with pytest.raises(CivalueError, match="is a file"):
        build(target, a="1")
    link = target.with_name("link")
    link.symlink_to(target.parent)
    with pytest.raises(CivalueError, match="is a link"):
        build(link, a="1")


def test_an_empty_folder_and_a_missing_parent_are_welcome(target: Path) -> None:
    target.mkdir()
    build(target, a="1")
    build(target.parent / "not" / "yet" / "there", a="1")
    assert (target / "a.html").is_file()
    assert (target.parent / "not/yet/there/a.html").is_file()


@pytest.mark.parametrize("path", ["/etc/x", "../x", "a/../../x", MARK, MARK.upper()])
def test_a_file_outside_the_site_or_in_place_of_its_mark_is_refused(
    target: Path, path: str
) -> None:
    with pytest.raises(CivalueError), Staging(target) as staging:
        staging.write(path, b"")
    assert not target.exists()


def test_files_of_another_folder_are_copied_and_stay_there(target: Path, tmp_path: Path) -> None:
    engine = tmp_path / "engine"
    (engine / "deep" / "er").mkdir(parents=True)
    (engine / "deep/er/a.bin").write_bytes(b"\x00\xff")
    with Staging(target) as staging:
        staging.write_all(tuple(files_in(engine)))
        with pytest.raises(CivalueError, match="cannot both be"):
            staging.write("deep/er/A.bin", b"")
    assert (target / "deep/er/a.bin").read_bytes() == b"\x00\xff"
    assert (engine / "deep/er/a.bin").is_file()


@pytest.mark.parametrize("aim", ["/etc/hostname", "/etc", "/does/not/exist"])
def test_a_link_among_the_engines_files_is_refused(target: Path, tmp_path: Path, aim: str) -> None:
    engine = tmp_path / "engine"
    engine.mkdir()
    (engine / "x").symlink_to(aim)
    with pytest.raises(CivalueError, match="is a link"), Staging(target) as staging:
        staging.write_all(tuple(files_in(engine)))
    assert not target.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere two renames do it")
def test_a_reader_never_meets_a_missing_page_while_the_site_is_replaced(target: Path) -> None:
    end(child(target, "once"))
    process = child(target, "again and again")
    wait_for(process, "ready")
    page = target / "pages/39/index.html"
    start, seen = time.monotonic(), set[bytes]()
    while (spent := time.monotonic() - start) < 0.7 or (len(seen) < 3 and spent < 30):
        seen.add(page.read_bytes())
    os.kill(process.pid, signal.SIGKILL)
    end(process)
    assert len(seen) > 2
