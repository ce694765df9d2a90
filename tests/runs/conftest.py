"""What tests of whole runs share."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from civalue_build.pipeline import surroundings
from civalue_build.publish.cache import Cache, cache_folder
from civalue_build.runs.building import build
from civalue_build.runs.how import How
from tests.conftest import LIBRARY, ROOT, made_once

BEFORE = (2026, 11, 22)


def edit(file: Path, old: str, new: str) -> None:
    """Change the first place of a file that holds a text; it must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kept_of(
    factory: pytest.TempPathFactory, name: str, change: Callable[[Path], object] = Path.exists
) -> Path:
    """Return the cache that a build of the miniature library leaves, after a change of it."""

    def make(folder: Path) -> None:
        library = folder / "library"
        shutil.copytree(LIBRARY, library)
        shutil.copy(ROOT / "mkdocs.yml", library)
        change(library)
        around = surroundings(library, BEFORE)
        build(library, folder / "site", around, How(cache=Cache(folder=folder / "cache")))

    return made_once(factory, name, make) / "cache"


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build of the miniature library leaves in its cache."""
    return kept_of(tmp_path_factory, "kept")


@pytest.fixture
def built_before(library: Path, kept: Path) -> Path:
    """The library, in whose cache lies what a build of it has left."""
    shutil.copytree(kept, cache_folder(library, os.environ))
    return library
