"""A path of the site stays inside it and is the same file on every computer."""

import unicodedata

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.paths import Taken, checked

BAD = [
    "",
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a//b",
    "a/",
    "./a",
    "a\\..\\b",
    "C:/x",
    "a\x00b",
    "a\nb",
    "con",
    "aux.html",
    "a/LPT1.txt",
    "trailing.",
    "trailing ",
    "what?",
    "x" * 256,
]


@pytest.mark.parametrize("path", BAD)
def test_a_path_that_leaves_the_site_or_that_a_system_refuses_is_refused(path: str) -> None:
    with pytest.raises(CivalueError):
        checked(path)


@pytest.mark.parametrize("path", ["a.html", ".nojekyll", "a/b-c_d/e.f.csv", "déjà/日本.html"])
def test_an_ordinary_path_is_let_through(path: str) -> None:
    assert checked(path) == path


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.html", "a.html"),
        ("a.html", "A.html"),
        ("déjà.html", unicodedata.normalize("NFD", "déjà.html")),
        ("straße.html", "STRASSE.html"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("a/b/c", "a"),
        ("a/b/c", "A/b/d"),
        ("a/b/c", "a/B"),
    ],
)
def test_two_paths_that_some_computer_takes_for_one_are_refused(first: str, second: str) -> None:
    taken = Taken()
    taken.add(first)
    with pytest.raises(CivalueError, match="cannot both be in the site"):
        taken.add(second)


def test_many_files_share_a_folder() -> None:
    taken = Taken()
    for path in ("a/b/c", "a/b/d", "a/e", "b"):
        taken.add(path)
