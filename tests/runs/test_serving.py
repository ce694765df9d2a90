"""A library served while it is written: by the real command, edited as people edit."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import expect, sync_playwright

from civalue_build.pipeline import surroundings
from civalue_build.publish.place import MARK
from civalue_build.runs.building import build
from civalue_build.runs.desk import Desk
from civalue_build.runs.making import How
from civalue_build.runs.serving import Trouble, taken_up
from tests.runs.conftest import BEFORE, edit, files_of

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
PATIENCE = 30


class Served:
    """The command at work on a library; `address` is where."""

    def __init__(self, library: Path) -> None:
        command = [sys.executable, "-u", "-m", "civalue_build", "serve", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, "--library", str(library)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        self.said: list[str] = []
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"http://[\d.:]+/", line):
                self.address = found.group()
                return
        raise AssertionError("".join(self.said))

    def get(self, path: str, host: str | None = None) -> str:
        headers = {"Host": host} if host else {}
        request = Request(self.address + path, headers=headers)  # noqa: S310 our own server
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode())
        except HTTPError as error:
            return f"{error.code} {error.read().decode()}"

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE
        while not holds(page := self.get(path)):
            assert time.monotonic() < end, page[-3000:]
            time.sleep(0.02)
        return page


@pytest.fixture
def served(built_before: Path) -> Iterator[Served]:
    found = Served(built_before)
    yield found
    found.process.send_signal(signal.SIGINT)
    found.process.communicate(timeout=PATIENCE)


CASE = "cases/sound/"


def test_an_edit_shows_and_a_broken_state_is_survived(served: Served, library: Path) -> None:
    case = library / "cases/sound/case.md"
    assert "live.js" in served.get(CASE)
    edit(case, "title: ", "title: Brand new ")
    served.until(CASE, lambda page: "Brand new" in page)
    served.until("cases/index.html", lambda page: "Brand new" in page)
    edit(case, "format: 1", "format: x")
    broken = served.until(CASE, lambda page: "would not be published" in page)
    assert broken.startswith("404 ")
    assert "cases/sound/case.md:2:9" in broken
    served.until("cases/index.html", lambda page: "Brand new" not in page)
    edit(case, "format: x", "format: 1")
    served.until(CASE, lambda page: "Brand new" in page and not page.startswith("404 "))


def test_a_broken_framework_is_told_on_every_page_and_mended(served: Served, library: Path) -> None:
    file = library / "framework/framework.yml"
    edit(file, "title: ", "title: [")
    told = served.until("index.html", lambda page: "cannot be built as it is" in page)
    assert "framework/framework.yml:" in told
    edit(file, "title: [", "title: ")
    served.until("index.html", lambda page: "cannot be built" not in page)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there alone")
def test_a_name_that_is_no_text_stops_no_watch(served: Served, library: Path) -> None:
    (library / "cases" / os.fsdecode(b"\xff\xfe")).mkdir()
    time.sleep(1)
    edit(library / CASE / "case.md", "title: ", "title: Brand new ")
    served.until(CASE, lambda page: "Brand new" in page)


PROGRAMME = """format: 1
title: Value in wards
summary: Shared costs.
record: team
organisation: {name: Example Hospitals, sector: provider}
status: completed
period: {start: 2023-04, end: 2026-03}
"""


def test_a_folder_made_while_serving_is_followed_and_so_is_its_going(
    served: Served, library: Path
) -> None:
    folder, address = library / "programmes", "programmes/index.html"
    for title in ("Wards first", "Wards again"):
        folder.mkdir()
        time.sleep(0.4)  # the watch has found the folder empty
        (folder / "wards.yml").write_text(PROGRAMME, encoding="utf-8")
        served.until(address, lambda page: "Value in wards" in page)
        edit(folder / "wards.yml", "Value in wards", title)
        served.until(address, lambda page, title=title: title in page)  # type: ignore[misc]
        shutil.rmtree(folder)
        served.until(address, lambda page, title=title: title not in page)  # type: ignore[misc]


def test_settings_that_an_editor_puts_in_the_old_ones_place_are_followed_each_time(
    served: Served, library: Path
) -> None:
    settings, half = library / "mkdocs.yml", library / "mkdocs.yml~"
    for name in ("First name", "Second name"):
        text = re.sub("(?m)^site_name: .*$", f"site_name: {name}", settings.read_text("utf-8"))
        half.write_text(text, encoding="utf-8")
        half.replace(settings)
        served.until("index.html", lambda page, name=name: name in page)  # type: ignore[misc]


def test_cases_that_go_away_for_a_moment_come_back(served: Served, library: Path) -> None:
    (library / "cases").rename(library / "aside")
    told = served.until("index.html", lambda page: "cannot be built as it is" in page)
    assert "Traceback" not in told
    (library / "aside").rename(library / "cases")
    served.until("index.html", lambda page: "cannot be built" not in page)
    edit(library / CASE / "case.md", "title: ", "title: Brand new ")
    served.until(CASE, lambda page: "Brand new" in page)


def test_every_browser_follows_by_itself(served: Served, library: Path) -> None:
    with sync_playwright() as playwright, ExitStack() as stack:
        tabs = []
        for _ in range(2):
            browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
            stack.callback(browser.close)
            tabs.append(browser.new_page())
            tabs[-1].goto(served.address + CASE + "index.html")
        for word in ("Reloaded", "Again"):
            edit(library / "cases/sound/case.md", "title: ", f"title: {word} ")
            for tab in tabs:
                expect(tab.locator("h1")).to_contain_text(word, timeout=PATIENCE * 1000)


def test_only_this_computer_and_only_the_sites_files(served: Served, library: Path) -> None:
    (library / "secret.txt").write_text("not for readers")
    assert "not for readers" not in served.get("../../../../../../etc/hostname")
    assert "404" in served.get("%2e%2e/%2e%2e/library/secret.txt")
    assert served.get("index.html", host="evil.example").startswith("400")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_stop_makes_no_noise_while_a_browser_waits(served: Served, name: str) -> None:
    with urlopen(served.address + "_civalue/changes", timeout=PATIENCE) as waiting:  # noqa: S310
        waiting.readline()
        served.process.send_signal(getattr(signal, name))
        rest = waiting.read()
        said, _ = served.process.communicate(timeout=PATIENCE)
    assert b"data" not in rest
    assert said.splitlines()[-1] == "Stopped."
    assert "Traceback" not in said
    assert served.process.returncode == 0


def test_a_port_in_use_is_a_usage_error(served: Served, library: Path) -> None:
    port = served.address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "civalue_build", "serve", "--library", str(library)]
    done = subprocess.run([*command, "--port", port], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--port" in done.stderr


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
