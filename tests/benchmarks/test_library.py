"""Generated libraries stand for real ones, so they must be sound and always the same."""

from pathlib import Path

import pytest

from benchmarks.library import write_library
from civalue_build.cli import main

CASES = 12


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_no_generated_case_has_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_library(tmp_path / "library", CASES)
    code = main(["check", "--library", str(tmp_path / "library")])
    said = capsys.readouterr().out
    assert code == 0, said
    assert f"Checked {CASES} cases" in said


def test_the_same_seed_writes_the_same_bytes_and_another_seed_does_not(tmp_path: Path) -> None:
    for name, seed in (("one", 7), ("same", 7), ("other", 8)):
        write_library(tmp_path / name, CASES, seed)
    assert contents(tmp_path / "one") == contents(tmp_path / "same")
    assert contents(tmp_path / "one" / "cases") != contents(tmp_path / "other" / "cases")


def test_a_smaller_library_is_the_beginning_of_a_larger_one(tmp_path: Path) -> None:
    write_library(tmp_path / "large", CASES)
    write_library(tmp_path / "small", 5)
    assert contents(tmp_path / "small").items() < contents(tmp_path / "large").items()


def test_the_mix_is_a_fifth_stories_and_a_fifth_tracked(tmp_path: Path) -> None:
    write_library(tmp_path, 10)
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.glob("cases/*/case.md")]
    assert sum("\nappraisal:" not in text for text in texts) == 2
    assert sum("\nledger:" in text for text in texts) == 2
    assert len(list(tmp_path.glob("cases/*/ledger.csv"))) == 2


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    with pytest.raises(FileExistsError, match="is not empty"):
        write_library(tmp_path, 1)
    assert contents(tmp_path) == {"mine.txt": b""}
