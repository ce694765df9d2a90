"""Approaches to value are read as strictly as all else of the framework, and in their order."""

import shutil
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.source.corpus import LIBRARY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature framework."""
    shutil.copytree(LIBRARY / "framework", tmp_path / "framework")
    return tmp_path


def approach(root: Path) -> Path:
    return root / "framework" / "approaches" / "evo.yml"


def test_a_word_that_no_approach_knows_is_told_with_its_place_and_the_nearest(root: Path) -> None:
    text = approach(root).read_text("utf-8")
    wrong = text.replace("[health, experience]", "[health, experiences]")
    approach(root).write_text(wrong, "utf-8")
    with pytest.raises(CivalueError, match=r"evo\.yml:9:93: CV024 .*mean experience"):
        read_framework(root)


def test_approaches_are_in_the_order_of_their_numbers_and_no_two_have_the_same(root: Path) -> None:
    first = approach(root).with_name("a-b.yml")
    first.write_text(approach(root).read_text("utf-8").replace("approaches.evo", "approaches.a-b"))
    with pytest.raises(CivalueError, match=r"evo\.yml:1:1: CV095 the number 1 is that of “a-b”"):
        read_framework(root)
    text = first.read_text("utf-8")
    first.write_text(text.replace("number: 1", "number: 2"), "utf-8")
    assert list(read_framework(root).approaches) == ["evo", "a-b"]


def test_the_name_of_an_approach_is_an_address(root: Path) -> None:
    approach(root).rename(approach(root).with_name("Evo.yml"))
    with pytest.raises(CivalueError, match="the name of the file is an address"):
        read_framework(root)


def test_a_check_of_one_file_reads_and_judges_approaches_alike(root: Path) -> None:
    assert read_framework(root, whole=False).approaches == read_framework(root).approaches
    approach(root).write_text("number: one\n", "utf-8")
    with pytest.raises(CivalueError, match=r"framework/approaches/evo\.yml:1:9"):
        read_framework(root, whole=False)


def test_the_real_approaches_are_numbered_without_a_gap() -> None:
    approaches = read_framework(ROOT).approaches.values()
    assert [one.number for one in approaches] == list(range(1, len(approaches) + 1))
    assert len(approaches) >= 11


def test_a_library_may_have_no_approaches(root: Path) -> None:
    approach(root).unlink()
    assert read_framework(root).approaches == {}
    assert list(read_framework(root, whole=False).approaches) == []
