"""Templates are compiled once, and again where what they come from has changed."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from civalue_build.present.compiled import Compiled


class _Counting(Environment):
    """Counts how often it compiled."""

    count = 0

    def _generate(self, *given: object, **named: object) -> str:
        self.count += 1
        return super()._generate(*given, **named)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _bytecode_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def drawn(folder: Path, compiler: str = "") -> tuple[str, int]:
    """Return what a new environment draws, and how often it compiled for that."""
    made = _Counting(
        loader=FileSystemLoader(folder), bytecode_cache=Compiled(folder, compiler), autoescape=True
    )
    return made.get_template("page.html").render(word="a<b"), made.count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text("one {{ word }}")
    return tmp_path


def test_a_template_is_compiled_once(folder: Path) -> None:
    assert drawn(folder) == ("one a&lt;b", 1)
    assert drawn(folder) == ("one a&lt;b", 0)


def test_another_text_or_compiler_is_compiled_anew(folder: Path) -> None:
    drawn(folder)
    assert drawn(folder, "other")[1] == 1
    (folder / "page.html").write_text("two {{ word }}")
    assert drawn(folder, "other") == ("two a&lt;b", 1)


@pytest.mark.parametrize("rest", [b"", b"nonsense", None])
def test_a_broken_file_is_made_again(folder: Path, rest: bytes | None) -> None:
    drawn(folder)
    (kept,) = (folder / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:20] if rest is None else rest)
    assert drawn(folder) == ("one a&lt;b", 1)
    assert drawn(folder) == ("one a&lt;b", 0)


def test_no_byte_of_a_kept_file_can_change_unseen(folder: Path) -> None:
    drawn(folder)
    (kept,) = (folder / "__pycache__").iterdir()
    whole = kept.read_bytes()
    for at in range(0, len(whole), 7):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert drawn(folder) == ("one a&lt;b", 1)


def test_each_kind_of_python_keeps_its_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn(folder)
    monkeypatch.setattr(sys.implementation, "cache_tag", "other-399")
    assert drawn(folder)[1] == 1
    monkeypatch.undo()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert drawn(folder)[1] == 0


def test_a_folder_that_cannot_be_written_to_keeps_none(folder: Path) -> None:
    (folder / "__pycache__").write_text("in the way")
    assert [drawn(folder)[1] for _ in range(2)] == [1, 1]


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    drawn(folder)
    assert [path.name for path in folder.iterdir()] == ["page.html"]
