"""Examples of what stands beside the results: factors, capacity, health, QALYs forgone."""

from collections.abc import Iterator

from civalue_build.model.explained import What
from civalue_build.model.worked import Asked, WorkedStep
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.worked.steps import found, step

MOST_YEARS = 4


def discount_factors(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield the first discount factors of a stream, or that of one year; none for year 0 alone."""
    stream = asked.figure.rpartition(".")[2]
    years = range(known.horizon) if asked.year is None else (asked.year,)
    nodes = [found(known, f"discount.{stream}.{year}") for year in years]
    given = [node for node in nodes if node and node.terms]
    yield from (step(known, node) for node in given[:MOST_YEARS])


def capacity(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the units of the first operational currency of the case, by year and in all."""
    for item in known.appraisal.operational[:1]:
        whole = known.appraisal.explained[f"operational.{item.unit}"]
        unit = known.framework.units.get(item.unit)
        title = wording.capital(unit.title if unit else wording.plain(item.unit))
        for year in whole.terms[:MOST_YEARS]:
            for line in year.terms:
                label = next((x.label for x in known.case.lines if x.id == line.of), title)
                yield step(known, line, f"{label}, year {line.year}")
        yield step(known, whole, f"{title}, in all")


def health(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the number of the first thing that society alone counts, plain and discounted."""
    wide = known.appraisal.health_and_wider
    for item in wide.items if wide else ():
        units, now = (found(known, f"wider.{item.line}.{name}") for name in ("units", "units-now"))
        if units and now:
            label = next(line.label for line in known.case.lines if line.id == item.line)
            yield step(known, units, f"{label}, number in all")
            yield step(known, now, f"{label}, with later years discounted")
            return


def wider(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield the value of all that society alone counts."""
    view = asked.figure.rpartition(".")[2]
    node = found(known, f"wider.{view}")
    if node and node.terms:
        yield step(known, node, "Health and wider value")


def forgone(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield the QALYs that an amount would gain elsewhere, at both ends."""
    what = asked.figure.partition(".")[2]
    ends = [(end, found(known, f"forgone.{what}.claimed.{end}")) for end in ("low", "high")]
    if not all(node for _, node in ends):
        return
    for price in known.appraisal.explained.values():
        if price.what is What.COST_PER_QALY:
            yield step(known, price, known.framework.unit_values[price.of].title)
    if net := found(known, f"forgone.{what}.claimed"):
        yield step(known, net)
    for end, node in ends:
        if node:
            yield step(known, node, f"QALYs forgone elsewhere, {end} end")
