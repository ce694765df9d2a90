"""Worked examples that pages ask for: what is read, and what is reported, with its line."""

from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.worked import FIGURES, Asked, blocks
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT

HEAD = "---\ntitle: Z\n---\n\nText.\n\n```worked\n"


def told(library: Path, block: str) -> list[str]:
    """Return the faults of a page with a block whose first line is line 8, without the heading."""
    page = library / "framework" / "pages" / "methods" / "zz.md"
    page.write_text(f"{HEAD}{block}\n```\n", encoding="utf-8")
    with pytest.raises(CivalueError) as caught:
        read_framework(library)
    return str(caught.value).splitlines()[1:]


@pytest.mark.parametrize(
    ("block", "line", "says"),
    [
        ("figure: headline.claimed.nvp", 8, "did you mean headline.claimed.npv"),
        ("figure: delay\ncsae: a", 9, "“csae” is no key of an example; did you mean case?"),
        ("figure: delay\nfigure: draws", 9, "second time"),
        ("figure: delay\nyear: first", 9, "“first” is no year of a case"),
        ("figure: delay\ncase:", 9, "has no value"),
        ("the delay", 8, "“the delay” is no key"),
        ("case: sound", 7, "does not say which figure"),
    ],
)
def test_what_is_misspelt_is_reported_where_it_stands(
    library: Path, block: str, line: int, says: str
) -> None:
    found = told(library, block)
    assert any(
        fault.startswith(f"framework/pages/methods/zz.md:{line}:1: CV097 ") and says in fault
        for fault in found
    )


def test_every_figure_of_a_block_is_asked_of_cases_once(library: Path) -> None:
    page = library / "framework" / "pages" / "methods" / "zz.md"
    block = "```worked\nfigure: delay # a remark\ncase: no-such-case\n```\n"
    own = "```worked\nfigure: benefit.gross\nline: beds\nyear: 1\n```\n"
    page.write_text(f"{HEAD}figure: portfolio.returns\n```\n{block}\n{block}\n{own}")
    assert read_framework(library).asked == (
        Asked(figure="benefit.gross"),
        Asked(figure="benefit.gross", line="beds", year=1),
        Asked(figure="delay"),
    )


def test_a_block_inside_another_fence_is_text() -> None:
    shown = "````md\n```worked\nfigure: delay\n```\n````\n"
    assert list(blocks(shown)) == []
    assert [block.asked.figure for block in blocks(f"{shown}\n~~~worked\nfigure: draws\n~~~")] == [
        "draws"
    ]


def test_every_page_of_methods_that_gives_a_formula_asks_for_an_example() -> None:
    pages = [page for page in read_framework(ROOT).pages if page.path.startswith("methods/")]
    without = {page.path for page in pages if "```" in page.body and not list(blocks(page.body))}
    assert without == set()
    assert {block.asked.figure for page in pages for block in blocks(page.body)} <= FIGURES
