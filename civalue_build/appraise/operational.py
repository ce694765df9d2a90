"""Benefits in NHS operational currency: bed days, hours, appointments."""

from collections.abc import Iterable

from civalue_build.appraise.chain import Chain
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.terms import has_quantity
from civalue_build.model.appraisal import Operational
from civalue_build.model.lines import BenefitLine


def quantities(ground: Ground, chains: Iterable[Chain]) -> tuple[Operational, ...]:
    """Return units freed by year, after all shares and undiscounted, in the framework's order.

    Lines without a price count too; a disbenefit takes away.
    """
    totals: dict[str, list[float]] = {}
    for chain in chains:
        if unit := _unit(chain, ground):
            years = totals.setdefault(unit, [0.0] * ground.horizon)
            for year, number in chain.units.items():
                years[year] += float(number * chain.kept[year])
    return tuple(
        Operational(unit=unit, by_year=tuple(years), total=sum(years, 0.0))
        for unit, years in sorted(totals.items())
    )


def _unit(chain: Chain, ground: Ground) -> str:
    """Return the operational unit of a benefit that states how many; empty where it has none."""
    line = chain.terms.line
    unit = ground.framework.units.get(line.unit or "")
    counts = isinstance(line, BenefitLine) and has_quantity(line) and chain.terms.is_counted
    return unit.id if unit and unit.operational and counts else ""
