"""The workings of how sure the headline is: draws, corners, each number, and waiting."""

from collections.abc import Iterable, Iterator

from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.explained import Explained, How, What, of_input
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.group import (
    DELAY,
    INPUTS,
    UNSURE,
    VIEWS,
    Group,
    Titled,
)
from civalue_build.present.case.explained.names import subject
from civalue_build.present.case.uncertainty_names import named
from civalue_build.present.case.uncertainty_words import by_swing

DRAWN = (What.CHANCE, What.NPV_5, What.NPV_95)
CORNERS = (What.WORST, What.BEST)
_ABOUT_DRAWS = (
    "Each draw takes every number that has a range anew, from a PERT distribution between its "
    "ends in which the claim weighs four times as much as either end. All other numbers stay as "
    "claimed. The draws of a number are seeded by the names of the case and of the number, so that "
    "everybody draws the same."
)
_ABOUT_DELAY = (
    "Every flow comes a month later, and the end stays. A month of a year’s benefits takes the "
    "discount factor of the next year, and that of the last year is lost. Costs are paid a month "
    "later: their factor moves a twelfth of the way to that of the next year."
)
_MOVED = (How.SCALED, How.PRODUCT)


def unsure(known: Material, *, with_nodes: bool = True) -> Iterator[Group]:
    """Yield draws and corners, every number of the headline, and the cost of delay.

    Without their nodes, groups have no workings where a table has them instead.
    """
    found = known.appraisal.explained
    if f"uncertainty.{What.CHANCE}" in found:
        nodes = [(_title(what), found[f"uncertainty.{what}"]) for what in DRAWN]
        if with_nodes:
            nodes += list(_corners(known))
        yield Group(
            id=UNSURE, title="How sure the headline is", nodes=tuple(nodes), intro=_ABOUT_DRAWS
        )
    if told(known):
        nodes = [pair for item in told(known) for pair in _input(known, item)] if with_nodes else []
        yield Group(
            id=INPUTS,
            title="Each number alone, and where the work just breaks even",
            nodes=tuple(nodes),
            intro="One number moves and all others stay as claimed.",
        )
    if (delayed := found.get("delay.claimed")) and delayed.how is How.SUM:
        nodes = list(_delay(known)) if with_nodes else []
        yield Group(
            id=DELAY,
            title="What a month of delay costs",
            nodes=tuple(nodes),
            intro=_ABOUT_DELAY,
        )


def told(known: Material) -> tuple[OneInput, ...]:
    """Return the inputs of the headline with a range, or a value at which it breaks even."""
    found = known.appraisal.uncertainty
    if not isinstance(found, Uncertainty):
        return ()
    return tuple(
        item
        for item in by_swing(found.one_at_a_time)
        if not (item.range.is_certain and isinstance(item.switching_value, Undefined))
    )


def _title(what: What) -> str:
    return _TITLES[what]


_TITLES = {
    What.CHANCE: "Chance that it pays back, as claimed",
    What.NPV_5: "Net present value that 5% of draws lie below",
    What.NPV_95: "Net present value that 95% of draws lie below",
    What.WORST: "Net present value with every number at the end that hurts",
    What.BEST: "Net present value with every number at the end that helps",
    What.LOW: "net present value at the low end",
    What.HIGH: "net present value at the high end",
    What.SWITCHING: "breaks even at",
    What.SHARE_OF_CLAIM: "that as a share of the claim",
}


def _corners(known: Material) -> Iterator[Titled]:
    for what in CORNERS:
        node = known.appraisal.explained[f"uncertainty.{what}"]
        ends = "at the worst" if what is What.WORST else "at the best"
        for line in moved_in(node):
            yield f"{subject(known, line)}, {ends}", line
        yield _title(what), node


def _input(known: Material, item: OneInput) -> Iterator[Titled]:
    found, label = known.appraisal.explained, named(known, item.input).name
    for what in (What.LOW, What.HIGH, What.SWITCHING, What.SHARE_OF_CLAIM):
        if node := found.get(of_input(item.input, what)):
            for line in moved_in(node) if what in (What.LOW, What.HIGH) else ():
                yield f"{label}: {subject(known, line)}, {what} end", line
            yield f"{label}: {_title(what)}", node


def moved_in(node: Explained) -> tuple[Explained, ...]:
    """Return the lines inside a sum that are worked out anew, and their years where need be."""
    found: dict[str, Explained] = {}
    for term in node.terms:
        own = term.terms[0] if term.how is How.LOSS else term
        if own.id.startswith(("inputs.", "uncertainty.", "printed.")) and own.of:
            if own.how is How.SUM:
                found |= {year.id: year for year in own.terms if year.how in _MOVED}
            found[own.id] = own
    return tuple(found.values())


def _delay(known: Material) -> Iterator[Titled]:
    found = known.appraisal.explained
    for part in found.values():
        if part.what is What.MONTH_OF_FACTOR:
            if part.terms[0].what is What.DISCOUNT_STEP:
                yield f"From year {part.year} to the next, {_of(part)}", part.terms[0]
            yield f"Part of year {part.year} lost by a month, {_of(part)}", part
    for name, view in VIEWS.items():
        node = found[f"delay.{name}"]
        for lost in _unturned(node.terms):
            whose = "benefits" if lost.of == "benefit" else "costs"
            title = f"Year {lost.year}, lost of the {whose}, {view}"
            yield f"{wording.capital(whose)} of year {lost.year}, {view}", lost.terms[0]
            yield title, lost
        yield f"A month of delay, {view}", node


def _of(part: Explained) -> str:
    """Say of what a part of a discount factor is: the last year of benefits loses a whole month."""
    last = "benefits of the last year" if part.id.endswith(".last") else "discount factor"
    return f"{last} of {part.of}"


def _unturned(terms: Iterable[Explained]) -> Iterator[Explained]:
    for term in terms:
        yield term.terms[0] if term.how is How.LOSS else term
