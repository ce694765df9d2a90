"""Bytes of files that others wrote: whole, never more than the limit and one."""

import os
from pathlib import Path

import pytest

from civalue_build.source.folder.opening import read_bytes


@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (10, 10), (11, 11), (5_000_000, 11)])
def test_one_byte_more_than_the_limit_is_read(tmp_path: Path, size: int, read: int) -> None:
    place = tmp_path / "f"
    place.write_bytes(b"x" * size)
    assert read_bytes(place, 10) == b"x" * read


def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    (tmp_path / "f").write_bytes(content)
    assert read_bytes(str(tmp_path / "f"), 4_000_000) == content


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has such files")
def test_a_file_that_does_not_tell_its_size_is_read_to_its_end() -> None:
    data = read_bytes(Path("/proc/self/status"), 1_000_000)
    assert data is not None
    assert data.startswith(b"Name:")
    assert data.endswith(b"\n")


def test_a_folder_a_link_and_what_is_not_there_give_nothing(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "f")
    (tmp_path / "folder").mkdir()
    for name in ("link", "folder", "absent", "bad\0name"):
        assert read_bytes(f"{tmp_path}/{name}", 10) is None
