"""A key changes with what it is made from, and with nothing else."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from civalue_build.publish.fingerprint import fingerprint, of_files, of_program

texts = st.lists(st.text(max_size=5), max_size=4)


@given(texts, texts)
def test_different_texts_have_different_keys(one: list[str], other: list[str]) -> None:
    assert (fingerprint(*one) == fingerprint(*other)) == (one == other)


def test_the_key_of_files_follows_names_and_contents_and_not_times(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yml").write_text("one")
    (tmp_path / "b.yml").write_text("two")
    first = of_files(tmp_path, ("a", "b.yml", "absent"))
    os.utime(tmp_path / "b.yml", (1, 1))
    assert of_files(tmp_path, ("a", "b.yml", "absent")) == first
    (tmp_path / "b.yml").write_text("2")
    changed = of_files(tmp_path, ("a", "b.yml", "absent"))
    (tmp_path / "a" / "x.yml").rename(tmp_path / "a" / "y.yml")
    renamed = of_files(tmp_path, ("a", "b.yml", "absent"))
    assert len({first, changed, renamed}) == 3


def test_a_link_is_not_followed_and_a_pipe_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a" / "pipe")
    (tmp_path / "secret").write_text("1")
    (tmp_path / "a" / "link").symlink_to(tmp_path / "secret")
    before = of_files(tmp_path, ("a",))
    (tmp_path / "secret").write_text("2")
    assert of_files(tmp_path, ("a",)) == before


def test_the_key_of_the_program_is_the_same_each_time() -> None:
    first = of_program()
    of_program.cache_clear()
    assert of_program() == first
