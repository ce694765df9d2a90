"""An amount says what one unit of it would cost."""

import re
from collections.abc import Iterator
from itertools import combinations

from civalue_build.check.counts import counts_people
from civalue_build.check.lines import placed_lines
from civalue_build.check.numbers import NUMBER, read_number
from civalue_build.check.prices import foreign_currency, rebased, values_of_unit
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.measures import Measure
from civalue_build.model.reference import Unit
from civalue_build.model.subject import Subject

_BARE = NUMBER.removeprefix("[£$€]?")
_COUNTED = re.compile(rf"(?<![\w.,£$€/–-])({_BARE}) ((?:[a-z-]{{1,20}} ){{0,2}}[a-z-]{{1,20}})")


@rule(code="CV2035", level=Level.ADVICE)
def implied_price_far_from_the_library(subject: Subject) -> Iterator[Fault]:
    """Amount of a line, shared out over the units that it names, is far from the library's price.

    The line states an amount of money, and its words or its measure say of how many. One of these
    would then cost far more than the library has for it, or far less. State the quantity and the
    price instead, so that both can be seen; where the amount is right, say why in a waiver.

    *Fails:* at benefits.0.amount

        record: from-published-sources
        benefits:
          - id: visits
            label: 3,820 more attendances in a year
            kind: released-capacity
            gained_by: self
            amount: 27500000
            price_year: 2023/24
            years: 0
            grade: 5
            source: accounts
            harvest: {decision: reused, best_next_use: People who wait}
        waivers: {implausible-return: To look at one fault alone}
        population: null

    *Passes:*

        record: from-published-sources
        benefits:
          - id: visits
            label: 3,820 more attendances in a year
            kind: released-capacity
            gained_by: self
            amount: 573000
            price_year: 2023/24
            years: 0
            grade: 5
            source: accounts
            harvest: {decision: reused, best_next_use: People who wait}
    """
    limit = subject.framework.thresholds.get("unit-value-spread")
    if limit is None or foreign_currency(subject):
        return
    for path, line in placed_lines(subject.case):
        amounts = _amounts(line)
        counted = _counted(line, subject) if amounts else None
        if counted is None:
            continue
        number, unit = counted
        entries = values_of_unit(unit.id, subject)
        known = [rebased(end, entry.price_year, line.price_year, subject) for entry, end in entries]
        prices = [amount / number for amount in amounts]
        if known and not any(_is_near(price, known, limit.value) for price in prices):
            yield (*path, "amount"), _told(line, prices[0], unit, known)


def _amounts(line: Line) -> list[float]:
    """Return what a line's units may have cost: the money of one year, and that of all."""
    amount = line.amount.range if line.amount else None
    if amount is None or not amount.central:
        return []
    years = len(tuple(line.years))
    return [abs(amount.central)] if years == 1 else [abs(amount.central) * n for n in (1, years)]


def _is_near(price: float, known: list[float], spread: float) -> bool:
    return min(known) / spread <= price <= max(known) * spread


def _told(line: Line, price: float, unit: Unit, known: list[float]) -> str:
    ends = dict.fromkeys(_money(end) for end in (min(known), max(known)))
    told = f"“{line.label}” comes to {_money(price)} for one {unit.singular}"
    return f"{told}; the library has {' to '.join(ends)}"


def _counted(line: Line, subject: Subject) -> tuple[float, Unit] | None:
    """Return how many of a unit a line is of, as its words or else its measure say."""
    units = subject.framework.units.values()
    for match in _COUNTED.finditer(f"{line.label}\n{line.note or ''}".lower()):
        number = read_number(match[1]).value
        unit = next((unit for unit in units if _names(unit) & _phrases(match[2])), None)
        if unit and number:
            return number, unit
    return _measured(line, subject)


def _phrases(text: str) -> set[str]:
    """Return every run of words in a short text."""
    words = text.split()
    spans = combinations(range(len(words) + 1), 2)
    return {" ".join(words[first:last]) for first, last in spans}


def _measured(line: Line, subject: Subject) -> tuple[float, Unit] | None:
    name = line.measure if isinstance(line, BenefitLine) else None
    measure = next((item for item in subject.case.measures if item.id == name), None)
    if measure is None:
        return None
    of = measure.unit.lower()
    change = _change(measure)
    if not change or counts_people(of):
        return None
    units = subject.framework.units.values()
    unit = next((unit for unit in units if of in (unit.id, unit.title, unit.singular)), None)
    return (abs(change), unit) if unit else None


def _change(measure: Measure) -> float | None:
    if measure.before and measure.after:
        return measure.after.value - measure.before.value
    return measure.effect.value if measure.effect else None


def _names(unit: Unit) -> set[str]:
    """Return what one or many of a unit are called; none for people, who differ too much."""
    named = {unit.id.lower(), unit.title.lower(), unit.singular.lower()}
    return set() if counts_people(unit.id) else named


def _money(price: float) -> str:
    return f"£{price:,.2f}".removesuffix(".00")
