"""The tables of the tracker: what was planned, what came, and what is still to come."""

from collections.abc import Iterator, Sequence

from civalue_build.model.enums import Step
from civalue_build.model.estimate import PartialDate
from civalue_build.model.framework import Framework
from civalue_build.model.tracker import Books, TrackedCase, TrackedSum, Tracker
from civalue_build.present import wording
from civalue_build.present.addresses import INSIGHTS_TRACKER, case_address, relative
from civalue_build.present.library.base import Library
from civalue_build.present.library.views import INVENTED
from civalue_build.present.views import Cell, Column, Link, Row, Table

FEW = 48
"""Up to so many cases are listed; all months are in the data file."""
NAMED = 5
"""How many lines or cases of one sum are named."""
UNREPORTED = "not reported yet"
HEADS = ("Months with an actual", "Planned to date", "Actual to date", "Still to come")


def cases_table(library: Library, tracker: Tracker, name: str) -> Table:
    """Return a row for each case, kind and claim, cases in the order of the library."""
    shown = tracker.cases[:FEW]
    left = len(tracker.cases) - len(shown)
    return Table(
        id=f"{name}-cases",
        stacked=True,
        caption=f"{name.capitalize()} cases, one by one",
        columns=(Column(text="Case"), Column(text="What is tracked"), *_heads()),
        rows=tuple(row for case in shown for row in _of_case(library, case)),
        note=f"{wording.counted(left, 'more case is', 'more cases are')} in the file alone."
        if left > 0
        else "",
    )


def books_table(library: Library, books: Books, name: str) -> Table:
    """Return a row for each kind and claim on the books of one organisation."""
    titles = {card.slug: card.title for card in library.cards}
    return Table(
        id=f"{name}-sums",
        stacked=True,
        caption=f"{books.party}: the rows of its cases, added up",
        caption_hidden=True,
        columns=(Column(text="What is tracked"), Column(text="Cases"), *_heads()),
        rows=tuple(
            Row(
                cells=(
                    what(library.framework, one),
                    Cell(
                        text=wording.number(len(one.cases)),
                        note=_named([titles.get(slug, slug) for slug in one.cases]),
                    ),
                    *_amounts(one, books.currency),
                )
            )
            for one in books.sums
        ),
    )


def _heads() -> Iterator[Column]:
    return (Column(text=head, numeric=True) for head in HEADS)


def _of_case(library: Library, case: TrackedCase) -> Iterator[Row]:
    card = next(card for card in library.cards if card.slug == case.case)
    href = f"{relative(INSIGHTS_TRACKER, case_address(card.slug))}#lines"
    tags = (INVENTED,) if card.illustrative else ()
    for books in sorted(case.books, key=lambda books: books.party != card.organisation):
        own = books.party == card.organisation
        where = "" if own else f"On the books of {books.party}."
        unit = library.framework.units.get(case.per or "")
        one = wording.unit_name("1", unit, case.per or "")
        where += f" For one {one}, so it is in no sum." if case.per else ""
        for found in books.sums:
            name = Cell(text=card.title, href=href, tags=tags, note=where.strip())
            cells = (name, _lines(library.framework, found))
            yield Row(cells=(*cells, *_amounts(found, books.currency)))


def what(framework: Framework, found: TrackedSum) -> Cell:
    """Return what a sum is of: its kind, and whether that is cash, then its claim."""
    if found.kind is None:
        return Cell(text="Costs", note="What the work takes.")
    cash = "Reaches a budget." if found.kind.step is Step.CASH else "A value, not cash."
    claim = f" Claim: {wording.lower_first(wording.title(framework.claims, found.claim or ''))}."
    return Cell(
        text=wording.title(framework.kinds, found.kind), note=cash + (claim if found.claim else "")
    )


def _lines(framework: Framework, found: TrackedSum) -> Cell:
    """Return what a sum is of, with its lines."""
    cell = what(framework, found)
    lines = "Line" if len(found.lines) == 1 else "Lines"
    return cell._replace(note=f"{cell.note} {lines}: {_named(found.lines)}.")


def missing(library: Library, tracker: Tracker) -> Iterator[Link]:
    """Give the lines of the table of cases that nothing is reported of, or no longer."""
    titles = {card.slug: card.title for card in library.cards}
    for case in tracker.cases[:FEW]:
        said = [words for books in case.books for found in books.sums for words in _missing(found)]
        if said:
            yield Link(
                text=titles[case.case],
                href=relative(INSIGHTS_TRACKER, case_address(case.case)),
                note=" ".join(said),
            )


def _missing(found: TrackedSum) -> Iterator[str]:
    quiet = {one.label: one for one in found.quiet}
    for label in dict.fromkeys((*found.silent, *quiet)):
        gone = quiet.get(label)
        months = wording.counted(gone.months, "planned month", "planned months") if gone else ""
        if gone and gone.latest is not None:
            yield f"“{label}” has no actual for {months} since {month(gone.latest)}."
        else:
            yield f"“{label}” is {UNREPORTED}{months and f', after {months}'}."


def _amounts(found: TrackedSum, currency: str) -> Iterator[Cell]:
    latest = found.latest
    if latest is None:
        yield Cell(text="none", empty=True)
    else:
        yield Cell(text=wording.number(found.reported), note=f"latest: {month(latest)}")
    awaited = f"{wording.money(found.awaited, currency)} of it {UNREPORTED}"
    extra = f"{wording.money(found.unplanned, currency)} of it had no plan"
    yield Cell(text=wording.money(found.planned, currency), note=awaited if found.awaited else "")
    if latest is None:
        yield Cell(text=UNREPORTED, empty=True)
    else:
        yield Cell(
            text=wording.money(found.actual, currency), note=extra if found.unplanned else ""
        )
    yield Cell(text=wording.money(found.to_come, currency))


def _named(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    known = names[:NAMED]
    return "; ".join([*known, f"and {more} more"] if more > 0 else known)


def month(at: int) -> str:
    """Return a month by its name and year."""
    return wording.date(PartialDate(year=at // 12, month=at % 12 + 1))
