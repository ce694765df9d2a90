"""What was put is what is got, or nothing, whatever happens to the folder."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.errors import CivalueError
from civalue_build.publish.bundle import cut, join
from civalue_build.publish.cache import Cache, cache_folder

KEY = "a" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(folder=tmp_path / "cache")


def file_of(cache: Cache) -> Path:
    (found,) = (path for path in cache.folder.rglob("*") if path.is_file())
    return found


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_what_was_joined_is_cut_where_it_was(parts: list[bytes]) -> None:
    assert list(cut(join(parts))) == parts


def test_a_content_is_given_back_and_an_unknown_key_gives_nothing(cache: Cache) -> None:
    assert cache.get(KEY) is None
    cache.put(KEY, b"work")
    assert cache.get(KEY) == b"work"
    assert cache.get("b" * 64) is None


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "longer", "folder"])
def test_a_damaged_content_is_none_and_can_be_put_again(cache: Cache, damage: str) -> None:
    cache.put(KEY, b"a page of work")
    file = file_of(cache)
    content = file.read_bytes()
    if damage == "folder":
        file.unlink()
        file.mkdir()
        assert cache.get(KEY) is None
        return
    changed = {
        "cut": content[:-1],
        "flip": content[:-1] + bytes([content[-1] ^ 1]),
        "empty": b"",
        "longer": content + b"x",
    }
    file.write_bytes(changed[damage])
    assert cache.get(KEY) is None
    cache.put(KEY, b"a page of work")
    assert cache.get(KEY) == b"a page of work"


def test_a_content_under_the_key_of_another_is_none(cache: Cache) -> None:
    cache.put(KEY, b"a page of work")
    moved = cache.folder / "bb" / ("b" * 62)
    moved.parent.mkdir()
    file_of(cache).rename(moved)
    assert cache.get("b" * 64) is None


def test_a_folder_that_cannot_be_written_is_told_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in its place")
    with pytest.raises(CivalueError, match="--no-cache"):
        Cache(folder=tmp_path / "cache").put(KEY, b"")


def test_what_was_of_use_longest_ago_goes_first(cache: Cache) -> None:
    keys = [f"{number:02d}" + "c" * 62 for number in range(5)]
    for age, key in enumerate(keys):
        cache.put(key, b"")
        os.utime(cache.folder / key[:2] / key[2:], (1000 + age, 1000 + age))
    cache.touch(keys[0])
    cache.keep(2)
    assert [key for key in keys if cache.get(key) is not None] == [keys[0], keys[4]]


def test_no_cache_is_kept_where_a_contributor_could_put_pages_into_it(tmp_path: Path) -> None:
    inside = {"CIVALUE_CACHE": str(tmp_path / "library" / ".cache")}
    with pytest.raises(CivalueError, match="inside the library"):
        cache_folder(tmp_path / "library", inside)
    outside = {"CIVALUE_CACHE": str(tmp_path / "kept")}
    assert (tmp_path / "kept") in cache_folder(tmp_path / "library", outside).parents
    assert not cache_folder(tmp_path / "library", {}).is_relative_to(tmp_path / "library")


def test_no_link_leads_the_cache_into_the_library(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "kept").symlink_to(tmp_path / "library")
    with pytest.raises(CivalueError, match="inside the library"):
        cache_folder(tmp_path / "library", {"CIVALUE_CACHE": str(tmp_path / "kept" / "deep")})


def test_two_libraries_keep_their_work_apart(tmp_path: Path) -> None:
    at = {"CIVALUE_CACHE": str(tmp_path / "kept")}
    assert cache_folder(tmp_path / "a", at) != cache_folder(tmp_path / "b", at)
