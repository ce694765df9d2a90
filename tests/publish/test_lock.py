"""The lock follows nothing and changes nothing that it did not make."""

import os
import sys
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.lock import Lock


@pytest.mark.parametrize("aim", ["precious", "missing"])
def test_a_link_in_the_locks_place_is_refused_and_what_it_leads_to_is_left(
    tmp_path: Path, aim: str
) -> None:
    (tmp_path / "precious").write_text("years of work")
    (tmp_path / "lock").symlink_to(tmp_path / aim)
    with pytest.raises(CivalueError, match="is a link: take it away"):
        Lock(tmp_path / "lock").take()
    assert (tmp_path / "precious").read_text() == "years of work"
    assert not (tmp_path / "missing").exists()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="this system cannot refuse links")
def test_a_link_put_there_in_the_last_moment_is_refused_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "missing")
    monkeypatch.setattr(Lock, "_refuse_strange", lambda _: None)  # it looked a moment before
    with pytest.raises(OSError, match="symbolic links"):
        Lock(tmp_path / "lock").take()
    assert not (tmp_path / "missing").exists()


def test_a_folder_in_the_locks_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "lock").mkdir()
    with pytest.raises(CivalueError, match="is no file"):
        Lock(tmp_path / "lock").take()


def test_a_file_left_by_a_killed_build_is_no_lock_and_is_not_emptied(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text("text")
    lock = Lock(path)
    lock.take()
    assert lock.held
    assert path.read_text() == "text"
    lock.release()
    assert not lock.held


@pytest.mark.parametrize("is_open", [False, True])
def test_windows_has_no_lock_left_over_unless_another_build_has_opened_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_open: bool
) -> None:
    """Windows refuses to take a file away that anybody has open."""
    path, closed = tmp_path / "lock", []
    close, unlink = os.close, Path.unlink

    def note(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    def take_away(file: Path, *, missing_ok: bool) -> None:
        if is_open or not closed:
            raise PermissionError(13, "Access is denied")
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(os, "close", note)
    monkeypatch.setattr(Path, "unlink", take_away)
    lock = Lock(path)
    lock.take()
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        lock.release()
    assert not lock.held
    assert path.exists() == is_open
    lock.take()
    assert lock.held
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        lock.release()
