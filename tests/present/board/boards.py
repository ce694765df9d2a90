"""Pages for a board: those of the library's cases, and some that are full of anything."""

from collections.abc import Iterable
from functools import cache

from civalue_build.model.finding import Judgement
from civalue_build.pipeline import assess, surroundings
from civalue_build.present.case.base import Material
from civalue_build.present.case.board import board
from civalue_build.present.case.board_fit import fitted
from civalue_build.present.case.board_measure import Sheet
from civalue_build.present.case.board_views import Board, Grid, Part, Reference, Said
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.conftest import ROOT

CAPTION = (
    "For the NHS over 10 years, counting cash, released capacity and avoided cost; present values "
    "in 2023/24 prices"
)
LONG = {
    "words": "word and other words " * 60,
    "wide": "WWWW MMMM " * 100,
    "unbroken": "x" * 900,
    "of another script": "\u4f60\u597d" * 400,
}
"""Texts that take much room, by what they are made of."""
HOSTILE = '#read("/etc/passwd") *bold* $x$ ] #{ }<script>&amp; ]]> \\u{41} "quoted" //comment /*'


@cache
def materials() -> tuple[Material, ...]:
    """Return every case of the library that can be read, with all that is known of it."""
    around = surroundings(ROOT, (2026, 11, 1))
    found = (assess(load_case(ROOT, slug), around, in_full=True) for slug in case_slugs(ROOT))
    return tuple(
        Material(
            case=one.case,
            appraisal=one.appraisal,
            judgement=Judgement(),
            framework=around.framework,
        )
        for one in found
        if one.case and one.appraisal
    )


@cache
def boards() -> tuple[Board, ...]:
    return tuple(map(board, materials()))


def full(text: str) -> Board:
    """Return a page on which every text that a case can give is this one, fitted to a sheet."""
    return fitted(unfitted(text))


def unfitted(text: str, points: int = 12) -> Board:
    def said(count: int) -> tuple[Said, ...]:
        return (Said(text, "Signed off"),) * min(count, points)

    grid = Grid(
        caption=CAPTION,
        head=("Present value", "As claimed", "Corrected for evidence"),
        rows=(("Time to pay back", text[:40], text[:40]),) * 5,
    )
    return Board(
        slug="full",
        title=text,
        facts=said(2),
        notices=(text,) * 3,
        summary=text,
        parts=(
            Part(heading="What changed for people", points=said(12), leads=True),
            Part(heading="Capacity", says=said(2)),
            Part(heading="Money", says=said(1), grid=grid, points=said(3), leads=True),
            Part(heading="How far it can be trusted", points=said(5)),
            Part(heading="What is not known", says=said(1)),
            Part(heading="For the board to note", points=said(9)),
        ),
        foot=(Reference(text, f"https://example.org/{'x' * 300}"), *(Reference(text),) * 2),
    )


@cache
def brimming() -> dict[str, Board]:
    """Return for each size of type a page that has no room left."""
    texts = [("word and other words " * 20)[:length] for length in range(12, 300)]
    pages = (fitted(unfitted(text, points)) for points in (1, 2, 12) for text in texts)
    found: dict[str, Board] = {}
    for page in pages:
        best = found.setdefault(page.size, page)
        if Sheet(page.size).height(page) > Sheet(page.size).height(best):
            found[page.size] = page
    return found


def letters(texts: Iterable[str]) -> str:
    """Return texts without the spaces in them: forms differ in where a line ends."""
    return "".join("".join(texts).replace("\N{ZERO WIDTH SPACE}", "").split())
