"""One page for each principle: its words, how to meet it, its checks and its cases."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Standing
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Principle
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    FRAMEWORK,
    case_address,
    check_address,
    principle_address,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.prose import framework_html
from civalue_build.present.library.views import marks, more_cases, prose_link
from civalue_build.present.views import Cell, Column, Link, Row, Table

UP = Link(text="The framework", href=f"{FRAMEWORK}#principles")
FIRST = 24
"""How many cases the page of a principle lists where there are more than `ALL`."""
ALL = 2 * FIRST
"""Up to so many it lists them all: a list is not cut for the sake of a few."""


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of each principle."""
    for principle in library.framework.principles:
        yield _page(library, principle)


def _page(library: Library, principle: Principle) -> Page:
    path = principle_address(principle.id)
    checks = [doc for doc in library.checks if doc.principle == principle.id]
    return draw(
        path,
        "library_principle.html",
        title=f"{principle.number}. {principle.title}",
        up=UP,
        onward=ways(path, *_onward(library, principle)),
        lead=f"“{principle.words}”",
        body=framework_html(principle.body, f"principles/{principle.id}.md", path),
        reviewer=principle.reviewer,
        checks=_checks(path, checks) if checks else None,
        **_verdicts(path, principle, library.cards),
    )


def _onward(library: Library, principle: Principle) -> Iterator[Link | None]:
    """Lead to the next principle, and to writing or reading a case with this one in mind."""
    later = [item for item in library.framework.principles if item.number > principle.number]
    if later:
        following = min(later, key=lambda item: item.number)
        text = f"The next principle: {following.number}. {following.title}"
        yield Link(text=text, href=principle_address(following.id))
    yield prose_link(library.framework, "contribute/index", "Add a case of your own")
    yield Link(text="Read the cases", href=CASES)


def _checks(path: str, checks: list[CheckDoc]) -> Table:
    return Table(
        id="checks-table",
        stacked=True,
        caption="Checks that look at this principle",
        columns=(Column(text="Check"), Column(text="Level"), Column(text="What it finds")),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=doc.code, href=relative(path, check_address(doc.code))),
                    Cell(text=wording.capital(wording.label(doc.level))),
                    Cell(text=doc.summary),
                )
            )
            for doc in checks
        ),
    )


def _verdicts(path: str, principle: Principle, cards: Iterable[CaseCard]) -> dict[str, object]:
    """Return the verdicts of the cases, in order of title and never of verdict.

    Where there are many, how many have each verdict goes before, and the list is cut.
    """
    found = [
        (card, standing)
        for card in cards
        for key, standing in card.standings
        if key == principle.id
    ]
    listed = found if len(found) <= ALL else found[:FIRST]
    return {
        "tally": _tally(found) if len(found) > FIRST else None,
        "cases": _cases(path, listed, len(found)) if found else None,
        "more": more_cases(path, len(found) - len(listed)),
    }


def _tally(found: Sequence[tuple[CaseCard, Standing]]) -> Table:
    """Count the verdicts; those of invented cases stand apart from those of real ones."""
    counts = Counter((standing, card.illustrative) for card, standing in found)
    heads = {False: "Cases", True: "Invented teaching cases"}
    kinds = [kind for kind in heads if any(card.illustrative is kind for card, _ in found)]
    return Table(
        id="verdicts",
        caption="What the checks found in all cases",
        columns=(
            Column(text="Verdict"),
            *(Column(text=heads[kind], numeric=True) for kind in kinds),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=wording.capital(wording.label(one))),
                    *(Cell(text=wording.number(counts[one, kind])) for kind in kinds),
                )
            )
            for one in Standing
        ),
    )


def _cases(path: str, listed: Sequence[tuple[CaseCard, Standing]], of: int) -> Table:
    first = f"The first {FIRST} cases" if len(listed) < of else "Each case"
    return Table(
        id="cases",
        caption=f"{first}, in order of title",
        columns=(Column(text="Case"), Column(text="What the checks found")),
        rows=tuple(_case(path, card, standing) for card, standing in listed),
    )


def _case(path: str, card: CaseCard, standing: Standing) -> Row:
    link = Cell(text=card.title, href=relative(path, case_address(card.slug)), tags=marks(card))
    return Row(cells=(link, Cell(text=wording.capital(wording.label(standing)))))
