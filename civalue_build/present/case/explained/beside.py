"""The workings beside the results: wider value, capacity, figures in print, and the basis."""

from collections.abc import Iterator

from civalue_build.model.explained import Explained, How, What, of_ends
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.group import (
    CAPACITY,
    DISCOUNTING,
    ELSEWHERE,
    EVIDENCE,
    PRICES,
    PRINTED,
    VIEWS,
    WIDER,
    Group,
    Titled,
    some,
    untitled,
)
from civalue_build.present.case.explained.names import name as name_of
from civalue_build.present.case.explained.names import subject

_FORGONE = {
    "cost": "QALYs that the costs would gain elsewhere",
    "net-cost": "QALYs that the net cost would gain elsewhere",
}


def others(known: Material) -> Iterator[Group]:
    """Yield health and wider value, capacity, printed figures, and what every line rests on."""
    for group in (*_further(known), *_rests_on(known)):
        yield from some(group)


def _further(known: Material) -> Iterator[Group]:
    yield Group(id=WIDER, title="Health and wider value", nodes=tuple(_wider(known)))
    yield Group(
        id=ELSEWHERE, title="What the same money could do elsewhere", nodes=tuple(_forgone(known))
    )
    yield Group(
        id=CAPACITY,
        title="Capacity",
        nodes=tuple(_capacity(known)),
        intro="Units are not discounted and not corrected for evidence.",
    )
    yield Group(
        id=PRINTED,
        title="Figures in print, computed again",
        nodes=tuple(_printed(known)),
        intro="The ends of a range come from the same sums, with every input at the end of "
        "its own range that makes the figure smallest, or largest.",
    )


def _rests_on(known: Material) -> Iterator[Group]:
    found = known.appraisal.explained.values()
    prices = (node for node in found if node.what is What.PRICE_FACTOR)
    rates = (node for node in found if node.what is What.DISCOUNT_FACTOR)
    yield Group(
        id=PRICES,
        title=f"From the prices of other years to {_price_year(known)} prices",
        nodes=untitled(prices),
        intro="The index level of the case’s price year ÷ that of the price’s own year.",
    )
    yield Group(id=DISCOUNTING, title="Discount factors, year by year", nodes=untitled(rates))
    yield Group(id=EVIDENCE, title="Correction for the strength of evidence", nodes=_grades(known))


def _wider(known: Material) -> Iterator[Titled]:
    found, wide = known.appraisal.explained, known.appraisal.health_and_wider
    for item in wide.items if wide else ():
        label = next(line.label for line in known.case.lines if line.id == item.line)
        for name, words in (("units", "in all"), ("units-now", "with later years discounted")):
            if node := found.get(f"wider.{item.line}.{name}"):
                yield f"{label}, number {words}", node
    for name, view in VIEWS.items():
        if node := found.get(f"wider.{name}"):
            yield f"Health and wider value, {view}", node


def _forgone(known: Material) -> Iterator[Titled]:
    found = known.appraisal.explained
    for price in found.values():
        if price.what is What.COST_PER_QALY:
            yield known.framework.unit_values[price.of].title, price
    for what, words in _FORGONE.items():
        for name, view in VIEWS.items():
            for end in ("low", "high"):
                if node := found.get(f"forgone.{what}.{name}.{end}"):
                    yield f"{words}, {view}, {end} end", node


def _capacity(known: Material) -> Iterator[Titled]:
    for item in known.appraisal.operational:
        unit = known.framework.units.get(item.unit)
        title = wording.capital(unit.title if unit else wording.plain(item.unit))
        whole = known.appraisal.explained[f"operational.{item.unit}"]
        for year in whole.terms:
            for line in year.terms:
                yield f"{subject(known, line)}, year {line.year}", line
            yield f"{title}, year {year.year}", year
        yield f"{title}, in all", whole


def _printed(known: Material) -> Iterator[Titled]:
    found = known.appraisal.explained
    for place, item in enumerate(known.appraisal.printed, start=1):
        if node := found.get(f"printed.{place}"):
            yield item.label, node
        for end in ("low", "high"):
            if node := found.get(of_ends(place, end)):
                for moved in _all_moved(node):
                    yield f"{item.label}, {end} end: {_moved_name(known, moved)}", moved
                yield f"{item.label}, {end} end", node


def _all_moved(node: Explained) -> Iterator[Explained]:
    """Yield what an end of a printed figure is made of, as far as it was worked out for it."""
    for term in node.terms:
        if term.id.startswith("printed."):
            yield from _all_moved(term)
            if term.how is not How.LOSS:
                yield term


def _moved_name(known: Material, node: Explained) -> str:
    words = subject(known, node) or name_of(known, node)
    return words if node.year is None else f"{words}, year {node.year}"


def _grades(known: Material) -> tuple[Titled, ...]:
    found = known.appraisal.explained
    factors = (node for node in found.values() if node.what is What.CORRECTED_BY)
    return tuple((_grade_title(known, node), node) for node in factors)


def _grade_title(known: Material, node: Explained) -> str:
    grade = known.framework.grades.of(int(node.of))
    side = "costs and losses" if node.id.endswith("cost") else "gains"
    return f"Grade {grade.grade}, {grade.title.lower()}: {side}"


def _price_year(known: Material) -> str:
    return known.appraisal.vintage.price_year if known.appraisal.vintage else ""
