"""A library served while it is written: by the real command, edited as people edit."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.runs.conftest import edit
from tests.runs.served import PATIENCE, PROGRAMME, Served


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


def test_every_browser_follows_by_itself(browser: Browser, served: Served, library: Path) -> None:
    with ExitStack() as stack:
        tabs = []
        for _ in range(2):
            apart = browser.new_context()
            stack.callback(apart.close)
            tabs.append(apart.new_page())
            tabs[-1].goto(served.address + CASE + "index.html")
        for word in ("Reloaded", "Again"):
            edit(library / "cases/sound/case.md", "title: ", f"title: {word} ")
            for tab in tabs:
                expect(tab.locator("h1")).to_contain_text(word, timeout=PATIENCE * 1000)


def test_the_page_of_another_case_stays_as_its_reader_left_it(
    browser: Browser, served: Served, library: Path
) -> None:
    shutil.copytree(library / "cases/sound", library / "other")
    (library / "other").rename(library / "cases/other")  # all at once, so that one change is seen
    served.until("cases/other/", lambda page: not page.startswith("404 "))
    with browser.new_context() as context:
        other, listed = context.new_page(), context.new_page()
        other.goto(served.address + "cases/other/index.html")
        listed.goto(served.address + "cases/index.html")
        other.evaluate("window.left = 'here'")
        edit(library / "cases/sound/case.md", "title: ", "title: Reloaded ")
        expect(listed.locator("main")).to_contain_text("Reloaded", timeout=PATIENCE * 1000)
        assert other.evaluate("window.left") == "here"
        edit(library / "cases/other/case.md", "title: ", "title: Mine ")
        expect(other.locator("h1")).to_contain_text("Mine", timeout=PATIENCE * 1000)


def test_who_reads_a_case_that_gets_another_name_is_led_to_it(
    browser: Browser, served: Served, library: Path
) -> None:
    with browser.new_context() as context:
        reader = context.new_page()
        reader.goto(served.address + CASE)
        (library / "cases/sound").rename(library / "cases/renamed")
        expect(reader.locator("body")).not_to_contain_text("Skin-check", timeout=PATIENCE * 1000)
        case = library / "cases/renamed/case.md"
        edit(case, "format: 1\n", "format: 1\nformerly: [sound]\n")
        reader.wait_for_url("**/cases/renamed/index.html", timeout=PATIENCE * 1000)


def test_an_address_without_a_page_is_followed_until_there_is_one(
    browser: Browser, served: Served, library: Path
) -> None:
    with browser.new_context() as context:
        reader = context.new_page()
        reader.goto(served.address + "cases/later/")
        shutil.copytree(library / "cases/sound", library / "later")
        (library / "later").rename(library / "cases/later")
        expect(reader.locator("h1")).to_contain_text("Skin-check", timeout=PATIENCE * 1000)


def test_a_list_in_which_nothing_changed_stays_as_its_reader_left_it(
    browser: Browser, served: Served, library: Path
) -> None:
    with browser.new_context() as context:
        case, listed = context.new_page(), context.new_page()
        case.goto(served.address + CASE)
        listed.goto(served.address + "cases/index.html")
        listed.evaluate("window.left = 'here'")
        text = library / "cases/sound/case.md"
        edit(text, "## The problem\n", "## The problem\n\nOne more word.\n")
        expect(case.locator("main")).to_contain_text("One more word", timeout=PATIENCE * 1000)
        edit(text, "One more word.", "Yet another word.")
        expect(case.locator("main")).to_contain_text("Yet another", timeout=PATIENCE * 1000)
        assert listed.evaluate("window.left") == "here"


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
