"""What the commands show and take when libraries are large or run by another program."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from civalue_build.cli import main
from tests.runs.conftest import edit

Capture = pytest.CaptureFixture[str]


def many(library: Path, count: int) -> None:
    """Give a library so many cases."""
    for number in range(count - 1):
        shutil.copytree(library / "cases/sound", library / f"cases/sound-{number}")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
@pytest.mark.parametrize(("count", "shown"), [(120, True), (20, False)])
def test_a_person_who_waits_is_shown_how_far_the_work_is(
    library: Path, count: int, *, shown: bool
) -> None:
    import pty  # noqa: PLC0415 not on every system

    many(library, count)
    seen = bytearray()

    def read(terminal: int) -> bytes:
        data = os.read(terminal, 1024)
        seen.extend(data)
        return data

    check = f"{sys.executable} -m civalue_build check --library {library}"
    command = ["sh", "-c", f"stty rows 40 cols 100; exec {check}"]
    quiet = os.open(os.devnull, os.O_WRONLY)
    kept = os.dup(1)
    os.dup2(quiet, 1)
    try:
        assert os.waitstatus_to_exitcode(pty.spawn(command, read)) == 0
    finally:
        os.dup2(kept, 1)
    text = seen.decode()
    assert (f"/{count} [" in text and "cases/s" in text) == shown
    assert f"Checked {count} cases" in text


def test_without_a_terminal_nothing_but_the_results_is_said(library: Path, capfd: Capture) -> None:
    many(library, 120)
    assert main(["check", "--library", str(library), "--jobs", "2"]) == 0
    out, err = capfd.readouterr()
    assert out == "Checked 120 cases: all is well.\n"
    assert err == ""


@pytest.mark.parametrize(
    "words", [["build", "--jobs", "0"], ["check", "--jobs", "many"], ["serve", "--port", "70000"]]
)
def test_a_number_that_cannot_be_is_a_usage_error(
    library: Path, capsys: Capture, words: list[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*words, "--library", str(library)])
    assert stop.value.code == 2
    assert words[1] in capsys.readouterr().err


def test_for_github_findings_are_notes_at_their_lines_and_a_summary(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    edit(library / "cases/sound/case.md", "format: 1", "format: x")
    assert main(["check", "--library", str(library), "--output-format", "github"]) == 1
    assert "::error file=cases/sound/case.md,line=2,col=9," in capsys.readouterr().out
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert "sound" in text


def test_a_build_can_leave_no_trace_but_the_site(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CIVALUE_CACHE", str(tmp_path / "kept"))
    target = str(tmp_path / "site")
    assert main(["build", "--library", str(library), "--target", target, "--no-cache"]) == 0
    assert not (tmp_path / "kept").exists()
    assert main(["build", "--library", str(library), "--target", target, "--no-search"]) == 0
    assert (tmp_path / "kept").exists()
    assert not (tmp_path / "site" / "pagefind").exists()


def test_a_change_of_what_is_wanted_is_a_change(library: Path, tmp_path: Path) -> None:
    words = ["build", "--library", str(library), "--target", str(tmp_path / "site")]
    assert main([*words, "--no-search"]) == 0
    assert main(words) == 0
    assert (tmp_path / "site" / "pagefind").is_dir()
    page = tmp_path / "site/cases/sound/index.html"
    before = page.read_bytes()
    assert main([*words, "--discounting", "none"]) == 0
    assert page.read_bytes() != before


def test_the_name_of_a_folder_gives_a_runner_no_command(library: Path, capsys: Capture) -> None:
    case = library / "cases" / "##[stop-commands]a::b"
    case.mkdir()
    shutil.copy(library / "cases/sound/case.md", case)
    for words in (["check"], ["build", "--no-search", "--target", str(library.with_name("out"))]):
        assert main([*words, "--library", str(library)]) == 1
        told = capsys.readouterr().out
        assert "not judged" in told
        assert "##[" not in told
        assert "::" not in told
