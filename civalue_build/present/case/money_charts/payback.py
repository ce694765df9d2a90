"""The payback curve: what is left over, year by year, until the money is back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civalue_build.model.appraisal import Figure, Undefined, YearValue
from civalue_build.model.enums import Side, Step
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.money_charts.counted import counted, invented
from civalue_build.present.charts.model import Bar, Chart, Look

SERIES = ("As claimed", "Corrected")


class Moment(NamedTuple):
    """A moment, in years from the start, with the cumulative net up to it."""

    time: int
    label: str
    nets: tuple[float, ...]


def payback_chart(known: Material) -> Chart | None:
    """Return the cumulative net over the years; none without a net value or without a cost."""
    result = known.appraisal.headline
    if result is None or isinstance(result.claimed.npv, Undefined) or not result.claimed.pv_costs:
        return None
    found = list(moments(known))
    crosses = (result.claimed.payback_years, result.corrected.payback_years)
    return Chart(
        id="payback",
        title=message(known, *crosses),
        measure="Benefits less costs so far, present value, counted for the NHS: "
        f"{wording.label(Step.CAPACITY)}{invented(known)}",
        series=SERIES,
        bars=tuple(Bar(label=moment.label, values=moment.nets) for moment in found),
        heads=("", "Moment"),
        currency=known.currency,
        look=Look.CURVE,
        times=tuple(float(moment.time) for moment in found),
        crosses=crosses,
        note="The costs of a year fall at its start, its benefits evenly through it.",
    )


def moments(known: Material) -> Iterator[Moment]:
    """Give the net so far at each start of a year that has costs, and at each end of a year."""
    flows = yearly(known)
    nets = [0.0] * len(flows)
    for year in range(known.horizon):
        if year == 0 or any(costs[year] for costs, _ in flows):
            nets = [net - costs[year] for net, (costs, _) in zip(nets, flows, strict=True)]
            yield Moment(year, _start(year), tuple(nets))
        nets = [net + gains[year] for net, (_, gains) in zip(nets, flows, strict=True)]
        yield Moment(year + 1, f"After {_years(year + 1)}", tuple(nets))


def yearly(known: Material) -> tuple[tuple[list[float], list[float]], ...]:
    """Return the headline's costs and benefits by year, discounted: as claimed, and corrected."""
    sums = tuple(([0.0] * known.horizon, [0.0] * known.horizon) for _ in SERIES)
    for line, sign, _ in counted(known):
        side, times = (0, 1) if line.side is Side.COST else (1, sign)
        for item in line.by_year:
            for of_series, amount in zip(sums, _both(item), strict=True):
                of_series[side][item.year] += times * amount
    return sums


def _both(item: YearValue) -> Sequence[float]:
    return item.discounted, item.discounted_corrected


def _start(year: int) -> str:
    return f"After {_years(year)}, the next costs paid" if year else "At the start, costs paid"


def _years(count: int) -> str:
    return wording.counted(count, "year", "years")


def message(known: Material, claimed: Figure, corrected: Figure) -> str:
    """Say when the money is back, as claimed and corrected for evidence."""
    one, other = _when(claimed), _when(corrected)
    never = f"not back within {_years(known.horizon)}"
    if not one and not other:
        return f"The money is {never}, as claimed or corrected for evidence"
    if one == other:
        return f"The money is back {one}, as claimed and corrected for evidence"
    first = f"back {one}" if one else never
    return f"As claimed, the money is {first}; corrected for evidence, {other or never}"


def _when(moment: Figure) -> str:
    """Return when the money is back; empty where it never is."""
    if isinstance(moment, Undefined):
        return ""
    return wording.duration(moment) if moment == 0 else f"after {wording.duration(moment)}"
