"""A framework with one approach more: a file of data, as the page on your own library has it."""

import re
from pathlib import Path

import pytest

from civalue_build.cli import main
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT

Capture = pytest.CaptureFixture[str]
PAGE = ROOT / "framework" / "pages" / "contribute" / "your-own-library.md"
NAME = "name-of-it"


@pytest.fixture
def file(library: Path) -> Path:
    """The file of an approach that the program has never heard of, in a library."""
    (text,) = re.findall(r"```yaml\n(number: .*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    path = library / "framework" / "approaches" / f"{NAME}.yml"
    path.write_text(text, "utf-8")
    return path


def check(library: Path, capsys: Capture, *words: str) -> tuple[int, str]:
    status = main(["check", "--library", str(library), *words])
    return status, capsys.readouterr().out


def give(library: Path, facts: str) -> None:
    """Let the sound case give facts for an approach."""
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text("utf-8").replace("\n---\n", f"\napproaches:\n{facts}\n---\n", 1)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("words", [(), ("sound",)])
def test_a_case_is_asked_what_a_new_approach_asks(
    library: Path, file: Path, capsys: Capture, words: tuple[str, ...]
) -> None:
    give(library, f"  {NAME}: {{began: 2024}}")
    status, shown = check(library, capsys, *words)
    assert status == 0
    (line,) = re.findall(r".*CV2054.*", shown)
    assert "“Value tracker” asks for “Who looks after the saving”: nothing says a role" in line
    assert line.startswith("cases/sound/case.md:")
    assert "[gap: approach-asks-for-more]" in line
    assert list(read_framework(library).approaches) == ["evo", NAME]
    assert file.exists()


@pytest.mark.usefixtures("file")
def test_a_case_that_answers_a_new_approach_checks_clean(library: Path, capsys: Capture) -> None:
    give(library, f"  {NAME}: {{owner: Head of costing}}")
    status, shown = check(library, capsys)
    assert status == 0
    assert "all is well" in shown


@pytest.mark.usefixtures("file")
def test_a_misspelt_approach_is_an_error_with_the_nearest_name(
    library: Path, capsys: Capture
) -> None:
    give(library, "  name-of-its: {owner: Head of costing}")
    status, shown = check(library, capsys)
    assert status == 1
    assert "CV081 unknown approach “name-of-its”; did you mean “name-of-it”?" in shown


def test_a_misspelt_word_of_a_new_approach_is_told_with_its_place(
    library: Path, file: Path, capsys: Capture
) -> None:
    text = file.read_text("utf-8")
    file.write_text(text.replace("steps: [capacity]", "steps: [capacty]"), "utf-8")
    assert main(["check", "--library", str(library)]) != 0
    told = capsys.readouterr()
    assert re.search(
        r"framework/approaches/name-of-it\.yml:\d+:\d+: .*mean capacity", told.out + told.err
    )
