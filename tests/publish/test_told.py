"""What the system refuses is told with what a person can do about it."""

import sys
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.told import in_words

LONG = "C:/Users/a.person/" + "library/" * 30 + "case.docx"


@pytest.mark.parametrize(
    ("error", "hint"),
    [
        (FileNotFoundError(2, "No such file", LONG), "its path is too long: move the library"),
        (FileNotFoundError(2, "No such file", "a", None, LONG), "its path is too long"),
        (PermissionError(13, "Access is denied", "site"), "denied: close every program and window"),
        (FileNotFoundError(2, "No such file", "C:/short"), "No such file; the site is"),
        (OSError(28, "No space left"), "No space left; the site is as it was"),
    ],
)
def test_windows_hides_reasons_that_we_know(
    monkeypatch: pytest.MonkeyPatch, error: OSError, hint: str
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(CivalueError, match=hint), in_words("write", Path("site")):
        raise error


def test_elsewhere_the_system_says_enough() -> None:
    with pytest.raises(CivalueError) as told, in_words("write", Path("site")):
        raise PermissionError(13, "Permission denied", LONG)
    assert str(told.value) == "cannot write site: Permission denied; the site is as it was"
