from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.source.library import case_slugs, find_library, read_settings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library."""
    for folder in ("framework", "cases", "programmes"):
        (tmp_path / "library" / folder).mkdir(parents=True)
    return tmp_path / "library"


def test_the_library_is_the_nearest_folder_upwards(root: Path) -> None:
    deep = root / "cases" / "a"
    deep.mkdir()
    assert find_library(deep, None) == root
    assert find_library(root, None) == root


def test_a_library_may_be_named(root: Path, tmp_path: Path) -> None:
    assert find_library(tmp_path, root) == root


def test_there_is_no_library_where_none_is(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match="framework and cases"):
        find_library(tmp_path, None)
    with pytest.raises(CivalueError, match="is no library"):
        find_library(tmp_path, tmp_path)


def test_cases_are_folders_by_name_links_among_them(root: Path) -> None:
    for name in ("b", "a", ".git"):
        (root / "cases" / name).mkdir()
    (root / "cases" / "README.md").touch()
    (root / "cases" / "c").symlink_to("/nowhere")
    assert case_slugs(root) == ("a", "b", "c")


def test_settings_are_plain_values(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: Value\nplugins: []\ntheme: {font: false}\n")
    assert read_settings(root) == {"site_name": "Value", "plugins": [], "theme": {"font": False}}


@pytest.mark.parametrize("text", ["a: !!python/name:os.system x", "a: b: c", "- a", "a: &x 1"])
def test_settings_that_cannot_be_read_say_where(root: Path, text: str) -> None:
    (root / "mkdocs.yml").write_text(text)
    with pytest.raises(CivalueError, match=r"mkdocs\.yml"):
        read_settings(root)


def test_a_library_without_settings_says_so(root: Path) -> None:
    with pytest.raises(CivalueError, match="missing"):
        read_settings(root)
