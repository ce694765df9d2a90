"""Files of several cases are written together: all of them, or none."""

from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.ledgers import with_key, write_all, write_new


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_is_added_at_the_end_of_the_front_matter_with_the_ends_of_lines_of_the_file(
    end: str,
) -> None:
    text = f"---{end}format: 1{end}---{end}{end}## The problem{end}---{end}".encode()
    assert (
        with_key(text, "ledger", "ledger.csv")
        == (
            f"---{end}format: 1{end}ledger: ledger.csv{end}---{end}{end}## The problem{end}---{end}"
        ).encode()
    )


def test_a_text_without_front_matter_is_left_as_it_is() -> None:
    assert with_key(b"no case", "ledger", "ledger.csv") == b"no case"


@pytest.mark.parametrize("obstacle", ["no folder", "a folder in its place"])
def test_where_one_file_cannot_be_written_every_other_is_as_it_was(
    tmp_path: Path, obstacle: str
) -> None:
    (tmp_path / "old.csv").write_bytes(b"old")
    if obstacle != "no folder":
        (tmp_path / "sub" / "last.csv" / "full").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(CivalueError, match="nothing was changed"):
        write_all(tmp_path, {"old.csv": b"new", "made.csv": b"made", "sub/last.csv": b"last"})
    assert (tmp_path / "old.csv").read_bytes() == b"old"
    assert sorted(tmp_path.rglob("*")) == before


def test_what_was_written_is_put_back_where_the_last_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old.csv").write_bytes(b"old")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "last.csv":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(CivalueError, match="No space left on device; nothing was changed"):
        write_all(tmp_path, {"old.csv": b"new", "made.csv": b"made", "last.csv": b"last"})
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"old.csv": b"old"}


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    write_new(tmp_path / "t.xlsx", b"1")
    with pytest.raises(CivalueError, match="there already"):
        write_new(tmp_path / "t.xlsx", b"2")
    assert (tmp_path / "t.xlsx").read_bytes() == b"1"
