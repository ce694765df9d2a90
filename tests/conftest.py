"""A small library of its own for every test that needs folders."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# Machines differ: no test fails for being slow, and each run tries the same examples.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

ROOT = Path(__file__).parents[1]
LIBRARY = Path(__file__).parent / "data" / "library"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the work of tests apart from that of the person who runs them."""
    os.environ["CIVALUE_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of the miniature library, with the real settings of the site."""
    copy = tmp_path / "library"
    shutil.copytree(LIBRARY, copy)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy
