"""The day of a build is an input: a variable's, or that of the last commit."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.source import build_day as module
from civalue_build.source.build_day import build_day

NOON = 1_795_305_600
"""22 November 2026."""


def _git(folder: Path, *words: str) -> None:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in who.items()}
    dates = {"GIT_AUTHOR_DATE": f"{NOON} +0000", "GIT_COMMITTER_DATE": f"{NOON} +0000"}
    subprocess.run(["git", "-C", str(folder), *words], env=os.environ | who | dates, check=True)


def test_it_is_the_day_of_the_last_commit_of_the_folder_or_one_above(tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "commit", "-q", "--allow-empty", "-m", "First")
    (tmp_path / "library").mkdir()
    assert build_day(tmp_path, {}) == (2026, 11, 22)
    assert build_day(tmp_path / "library", {}) == (2026, 11, 22)


def test_there_is_none_before_the_first_commit_and_outside_of_git(tmp_path: Path) -> None:
    assert build_day(tmp_path, {}) is None
    _git(tmp_path, "init", "-q")
    assert build_day(tmp_path, {}) is None


def test_a_variable_goes_before_the_last_commit(tmp_path: Path) -> None:
    assert build_day(tmp_path, {"SOURCE_DATE_EPOCH": "0"}) == (1970, 1, 1)


@pytest.mark.parametrize("stamp", ["today", "1e9", "9" * 30])
def test_a_variable_that_is_no_number_of_seconds_is_refused(tmp_path: Path, stamp: str) -> None:
    with pytest.raises(CivalueError, match="number of seconds"):
        build_day(tmp_path, {"SOURCE_DATE_EPOCH": stamp})


def test_on_windows_no_program_that_the_library_brings_is_taken_for_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows looks into the folder where a person stands before any other."""
    library = tmp_path / "library"
    library.mkdir()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.chdir(library)
    for found in ("./git.EXE", str(library / "tools" / "git.exe")):
        monkeypatch.setattr(shutil, "which", lambda _, found=found: found)
        with pytest.raises(CivalueError, match="in place of Git"):
            module._git(library)
    elsewhere = str(tmp_path / "git.EXE")
    monkeypatch.setattr(shutil, "which", lambda _: elsewhere)
    assert module._git(library) == elsewhere
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert module._git(library) == os.devnull
