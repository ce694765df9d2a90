"""Insights: how many cases show each design principle."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from civalue_build.model.enums import Standing
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    INSIGHTS_PRINCIPLES,
    PRINCIPLES_CSV,
    principle_address,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.insights import UP
from civalue_build.present.sheets import Value
from civalue_build.present.views import Link

Counts = Mapping[str, Counter[Standing]]
"""How many cases have each verdict, by principle."""

SHADES = 4
"""How many shades a cell can have, from no case to all of them."""


@record
class Warmth:
    """One cell: how many cases, and the shade from 0 to `SHADES` that their part has."""

    count: str
    shade: int


@record
class Coverage:
    """One principle with how many cases have each verdict."""

    title: str
    href: str
    cells: tuple[Warmth, ...]


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of what the checks found on each principle."""
    counts = tallies(library)
    used = [standing for standing in Standing if any(count[standing] for count in counts.values())]
    yield draw(
        INSIGHTS_PRINCIPLES,
        "library_insights_principles.html",
        title="Which principles cases show",
        up=UP,
        lead="How many cases show each design principle, as far as the checks can tell. "
        "It is no score: a principle that few cases show is one that few authors write about.",
        verdicts=[wording.capital(wording.label(standing)) for standing in used],
        rows=tuple(_rows(library, counts, used)),
        download=Link(
            text="Download this table (CSV)", href=relative(INSIGHTS_PRINCIPLES, PRINCIPLES_CSV)
        ),
        onward=ways(INSIGHTS_PRINCIPLES, Link(text="Read the cases", href=CASES), UP),
    )


def tallies(library: Library) -> Counts:
    """Return, by principle in order, how many counted cases have each verdict."""
    counts = Counter(pair for card in library.counted for pair in card.standings)
    ordered = sorted(library.framework.principles, key=lambda principle: principle.number)
    return {
        principle.id: Counter({one: counts[principle.id, one] for one in Standing})
        for principle in ordered
    }


def _rows(library: Library, counts: Counts, used: Sequence[Standing]) -> Iterator[Coverage]:
    principles = {principle.id: principle for principle in library.framework.principles}
    for name, found in counts.items():
        principle = principles[name]
        whole = found.total()
        yield Coverage(
            title=f"{principle.number}. {principle.title}",
            href=relative(INSIGHTS_PRINCIPLES, principle_address(principle.id)),
            cells=tuple(_warmth(found[standing], whole) for standing in used),
        )


def _warmth(count: int, whole: int) -> Warmth:
    shade = -(-SHADES * count // whole) if whole else 0
    return Warmth(count=wording.number(count), shade=shade)


HEADS = ("principle", *Standing)


def rows(library: Library) -> Iterator[tuple[Value, ...]]:
    """Return the counts for the data file."""
    for principle, found in tallies(library).items():
        yield (principle, *(found[standing] for standing in Standing))
