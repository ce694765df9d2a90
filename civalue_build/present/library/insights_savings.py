"""Insights: savings that several cases claim, so that nobody counts one twice."""

from collections.abc import Iterator, Mapping, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.portfolio import SharedSaving
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    INSIGHTS_SAVINGS,
    SAVINGS_CSV,
    case_address,
    check_address,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.insights import UP
from civalue_build.present.library.views import Section, marks
from civalue_build.present.sheets import Value
from civalue_build.present.views import Cell, Column, Link, Row, Table

CHECK = "CV5016"
"""The check that finds what is claimed by several."""
NAMED = 5
"""How many cases of one saving the page lists; all are in the data file."""
HOW = (
    "Two cases can speak of one and the same saving: the same bed days, freed by two changes. Each "
    "then gives it the same saving_key and states its own share. The shares in any one year, from "
    "April to March, add up to 100% at most. Where they come to more, all totals here scale them "
    "to 100%, and the check says so at the line of each case."
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the report of double counting."""
    yield draw(
        INSIGHTS_SAVINGS,
        "library_sections.html",
        title="Double counting",
        up=UP,
        lead=_lead(library.portfolio.shared),
        sections=tuple(_sections(library)),
        onward=ways(INSIGHTS_SAVINGS, Link(text="Read the cases", href=CASES), UP),
    )


def _lead(shared: Sequence[SharedSaving]) -> str:
    over = sum(saving.is_over for saving in shared)
    if not shared:
        return "No saving is claimed by more than one case, as far as the cases say."
    claimed = wording.counted(len(shared), "saving is", "savings are")
    if not over:
        whose = "it" if len(shared) == 1 else "any of them"
        return f"{claimed} claimed by several cases, and no part of {whose} twice."
    too_much = wording.counted(over, "saving", "savings")
    return f"{claimed} claimed by several cases. Of {too_much}, more than 100% is claimed."


def _sections(library: Library) -> Iterator[Section]:
    known = any(doc.code == CHECK for doc in library.checks)
    check = Link(text=f"The check: {CHECK}", href=relative(INSIGHTS_SAVINGS, check_address(CHECK)))
    file = Link(text="Download this list (CSV)", href=relative(INSIGHTS_SAVINGS, SAVINGS_CSV))
    yield Section(
        anchor="how",
        heading="How a saving is counted once",
        text=HOW,
        links=(check, file) if known else (file,),
    )
    cards = {card.slug: card for card in library.cards}
    named = sum(bool(card.savings) for card in library.counted)
    yield Section(
        anchor="shared",
        heading="Savings that several cases claim",
        text=f"{_named(named)} a saving that others could claim too. A saving that no key names "
        "cannot be seen here.",
        tables=_tables("shared-savings", library.portfolio.shared, cards),
    )
    if library.portfolio.shared_invented:
        yield Section(
            anchor="invented",
            heading="The same among invented teaching cases",
            text="They show how it works, and are in no total.",
            tables=_tables("invented-savings", library.portfolio.shared_invented, cards),
        )


def _named(count: int) -> str:
    return wording.counted(count, "case names", "cases name") if count else "No case names"


def _tables(
    name: str, shared: Sequence[SharedSaving], cards: Mapping[str, CaseCard]
) -> tuple[Table, ...]:
    if not shared:
        return ()
    return (
        Table(
            id=name,
            stacked=True,
            caption="Who claims how much of each saving, in its fullest year",
            columns=(
                Column(text="Saving and case"),
                Column(text="Share claimed", numeric=True),
            ),
            rows=tuple(row for saving in shared for row in _rows(saving, cards)),
        ),
    )


def _rows(saving: SharedSaving, cards: Mapping[str, CaseCard]) -> Iterator[Row]:
    for slug, share in saving.shares[:NAMED]:
        card = cards[slug]
        link = relative(INSIGHTS_SAVINGS, case_address(slug))
        name = Cell(text=card.title, href=link, tags=marks(card))
        yield Row(cells=(name, Cell(text=wording.part(share))))
    more = len(saving.shares) - NAMED
    if more > 0:
        words = wording.counted(more, "more case", "more cases")
        file = relative(INSIGHTS_SAVINGS, SAVINGS_CSV)
        yield Row(cells=(Cell(text=f"and {words}", href=file), Cell(text="in the file")))
    verdict = "scaled to 100% in all totals" if saving.is_over else "no more than all of it"
    year = f"{saving.year}/{(saving.year + 1) % 100:02d}"
    whole = Cell(text=f"{wording.capital(wording.plain(saving.saving))}, {year}", note=verdict)
    yield Row(cells=(whole, Cell(text=wording.part(saving.claimed))), total=True)


HEADS = ("saving_key", "case", "invented", "share", "claimed_by_all", "financial_year")


def rows(library: Library) -> Iterator[tuple[Value, ...]]:
    """Return each claim on a shared saving for the data file."""
    both = ((library.portfolio.shared, "no"), (library.portfolio.shared_invented, "yes"))
    for shared, invented in both:
        for saving in shared:
            year = f"{saving.year}/{(saving.year + 1) % 100:02d}"
            for case, share in saving.shares:
                yield (saving.saving, case, invented, share, saving.claimed, year)
