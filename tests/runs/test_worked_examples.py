"""Examples follow the case: an edit of it reaches the page, warm as cold."""

import shutil
from pathlib import Path

import pytest

from civalue_build.pipeline import surroundings
from civalue_build.publish.cache import Cache
from civalue_build.runs.building import build
from civalue_build.runs.how import How
from tests.runs.conftest import BEFORE, edit, files_of, kept_of

PAGE = "methods/waiting/index.html"
TEXT = """---
title: Waiting
---

What a bed is worth. See [the methods](index.md).

```worked
figure: cost.corrected
```
"""


@pytest.fixture(autouse=True)
def page(library: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of the miniature framework that asks for an example; it was built before."""
    shutil.copytree(kept_of(tmp_path_factory, "kept-worked", _write), tmp_path / "cache")
    return _write(library)


def _write(library: Path) -> Path:
    path = library / "framework" / "pages" / "methods" / "waiting.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def built(library: Path, tmp_path: Path, target: str, *, cold: bool = False) -> dict[str, bytes]:
    """Build the library and return every file of its site."""
    cache = None if cold else Cache(folder=tmp_path / "cache")
    build(library, tmp_path / target, surroundings(library, BEFORE), How(cache=cache))
    return files_of(tmp_path / target)


def test_an_edit_of_the_case_changes_the_example(library: Path, tmp_path: Path) -> None:
    before = built(library, tmp_path, "site")
    edit(library / "cases" / "sound" / "case.md", "grade: 2", "grade: 3")
    warm = built(library, tmp_path, "site")
    assert warm == built(library, tmp_path, "cold", cold=True)
    assert [b"Grade 2" in before[PAGE], b"Grade 3" in before[PAGE]] == [True, False]
    assert [b"Grade 2" in warm[PAGE], b"Grade 3" in warm[PAGE]] == [False, True]


def test_a_case_that_is_no_longer_published_gives_no_example(library: Path, tmp_path: Path) -> None:
    built(library, tmp_path, "site")
    edit(library / "cases" / "sound" / "case.md", "format: 1", "format: x")
    warm = built(library, tmp_path, "site")
    assert warm == built(library, tmp_path, "cold", cold=True)
    assert b"No worked example" in warm[PAGE]


def test_another_question_is_answered_by_cases_that_were_kept(
    library: Path, page: Path, tmp_path: Path
) -> None:
    built(library, tmp_path, "site")
    edit(page, "figure: cost.corrected", "figure: cost.gross")
    warm = built(library, tmp_path, "site")
    assert warm == built(library, tmp_path, "cold", cold=True)
    assert b"quantity \xc3\x97 price" in warm[PAGE]


def test_the_words_around_an_example_may_change_and_so_may_the_example_go(
    library: Path, page: Path, tmp_path: Path
) -> None:
    first = built(library, tmp_path, "site")
    others = {path: data for path, data in first.items() if path.startswith("cases/sound/")}
    edit(page, "What a bed is worth.", "What an hour is worth.")
    warm = built(library, tmp_path, "site")
    assert warm == built(library, tmp_path, "cold", cold=True)
    assert b"What an hour is worth." in warm[PAGE]
    assert {path: warm[path] for path in others} == others
    edit(page, "```worked\nfigure: cost.corrected\n```\n", "Nothing more.\n")
    assert built(library, tmp_path, "site") == built(library, tmp_path, "cold", cold=True)
