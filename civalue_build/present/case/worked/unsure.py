"""Examples of how sure the headline is: one input, the corners, draws, break-even, and delay."""

from collections.abc import Iterator
from itertools import pairwise
from math import isclose

from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.explained import Explained, What, of_line
from civalue_build.model.worked import Asked, WorkedStep
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.uncertainty_names import Named, named
from civalue_build.present.case.uncertainty_words import by_swing, draws_part
from civalue_build.present.case.worked.results import undiscounted_payback
from civalue_build.present.case.worked.steps import found

MONTHS = 12


def _sure(known: Material) -> Uncertainty | None:
    found = known.appraisal.uncertainty
    return None if isinstance(found, Undefined) else found


def _drawn(known: Material) -> Uncertainty | None:
    found = _sure(known)
    return found if found and found.draws and found.spread else None


def one_at_a_time(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the input with a range that moves the headline most, at its three values."""
    sure = _drawn(known)
    ranged = (
        [item for item in by_swing(sure.one_at_a_time) if not item.range.is_certain] if sure else []
    )
    for item in ranged[:1]:
        name, number = named(known, item.input), item.range
        claim = name.stated(number.central)
        ends = (("low end", number.low, item.low), ("high end", number.high, item.high))
        for end, value, npv in ends:
            yield WorkedStep(
                name=f"Net present value at the {end}",
                about=name.name,
                figure=known.money(npv),
                formula="net present value with all other numbers as claimed",
                numbers=f"{known.money(npv)}, at {name.stated(value)} instead of {claim}",
            )


def corners(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the headline with every range at the end that hurts, and at the end that helps."""
    if sure := _drawn(known):
        ranged = sum(item.is_counted and not item.range.is_certain for item in sure.one_at_a_time)
        note = f"{wording.counted(ranged, 'number has a range', 'numbers have a range')}."
        ends = (("hurts", sure.worst_corner), ("helps", sure.best_corner))
        for end, npv in ends:
            yield WorkedStep(
                name=f"Every uncertain number at the end that {end}",
                figure=known.money(npv),
                note=f"Net present value. {note}",
            )


def draws(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield what the draws of the headline show."""
    sure = _drawn(known)
    if sure is None or isinstance(sure.chance_npv_positive, Undefined):
        return
    drawn = wording.number(sure.draws)
    yield WorkedStep(
        name="Chance that the work pays back",
        figure=draws_part(sure.chance_npv_positive),
        formula="draws with a net present value above zero ÷ all draws",
        numbers=f"{wording.number(round(sure.chance_npv_positive * sure.draws))} ÷ {drawn}",
    )
    for name, npv in (("5th percentile", sure.npv_5), ("95th percentile", sure.npv_95)):
        yield WorkedStep(name=f"Net present value, {name}", figure=known.money(npv))


def switching_value(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield where the headline breaks even in the number of one benefit line, in closed form."""
    sure = _sure(known)
    npv = known.appraisal.headline.claimed.npv if known.appraisal.headline else Undefined("")
    if sure is None or isinstance(npv, Undefined):
        return
    for item in sorted(sure.one_at_a_time, key=_distance):
        steps = tuple(_break_even(known, item, npv))
        if steps:
            yield from steps
            return


def _distance(item: OneInput) -> tuple[float, str]:
    share = item.share_of_claim
    return (9e9 if isinstance(share, Undefined) else abs(share - 1)), item.input


def _break_even(known: Material, item: OneInput, npv: float) -> Iterator[WorkedStep]:
    switch, share, value = item.switching_value, item.share_of_claim, _line_value(known, item)
    if isinstance(switch, Undefined) or isinstance(share, Undefined) or not value:
        return
    if value <= 0 or share <= 0 or not isclose(share, 1 - npv / value, rel_tol=1e-6):
        return
    name: Named = named(known, item.input)
    worth, result = known.money(value), known.money(npv)
    yield WorkedStep(
        name="Share of the claim at which the work breaks even",
        about=name.name,
        figure=wording.percent(round(share, 4)),
        formula=f"1 {wording.MINUS} net present value ÷ present value of the line",
        numbers=f"1 {wording.MINUS} {_bracketed(result)} ÷ {worth}",
    )
    yield WorkedStep(
        name="Switching value",
        figure=name.found(switch),
        formula="value claimed × that share",
        numbers=f"{name.stated(item.range.central)} × {wording.percent(round(share, 4))}",
    )


def _bracketed(text: str) -> str:
    return f"({text})" if text.startswith(wording.MINUS) else text


def _line_value(known: Material, item: OneInput) -> float:
    """Return the present value of the one benefit line that an input is a factor of; else 0."""
    kind, _, rest = item.input.partition(".")
    if kind != "benefits" or not item.is_counted:
        return 0.0
    node = found(known, of_line(rest.partition(".")[0], What.DISCOUNTED))
    return node.figure if node and isinstance(node.figure, float) else 0.0


def delay(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield what a month of delay loses, year by year, where all of it follows one stream."""
    lost = known.appraisal.cost_of_delay
    flows = undiscounted_payback(known)
    if lost is None or isinstance(lost.claimed, Undefined) or not flows or _has_health(known):
        return
    years = tuple(_years(known, flows.terms))
    if not isclose(sum(amount for amount, _ in years), lost.claimed, rel_tol=1e-9, abs_tol=1e-6):
        return
    yield from (step for _, step in years)
    yield WorkedStep(
        name="A month of delay loses",
        figure=known.money(lost.claimed),
        formula="the sum of the years",
        numbers=" + ".join(_bracketed(known.money(amount)) for amount, _ in years),
    )


def _has_health(known: Material) -> bool:
    return any(
        node.id.startswith("discount.health.") for node in known.appraisal.explained.values()
    )


def _years(known: Material, flows: tuple[Explained, ...]) -> Iterator[tuple[float, WorkedStep]]:
    costs, gains = (tuple(_size(node) for node in flows[at::2]) for at in (0, 1))
    factors = _factors(known, len(costs))
    for year, (now, later) in enumerate(pairwise(factors)):
        slips = f"({wording.exact(now)} {wording.MINUS} {wording.exact(later)}) ÷ 12"
        of_costs = costs[year] * (now - later) / MONTHS
        is_last = year == len(costs) - 1
        of_gains = gains[year] * (now if is_last else now - later) / MONTHS
        gain, cost = _bracketed(known.money(gains[year])), known.money(costs[year])
        kept = f"{wording.exact(now)} ÷ 12" if is_last else slips
        yield (
            of_gains - of_costs,
            WorkedStep(
                name=f"Year {year}",
                figure=known.money(of_gains - of_costs),
                formula=_LAST if is_last else _EARLIER,
                numbers=f"{gain} × {kept} {wording.MINUS} {cost} × {slips}",
            ),
        )


_EARLIER = (
    f"benefits × (discount factor {wording.MINUS} that of the next year) ÷ 12 {wording.MINUS} "
    "the same of the costs"
)
_LAST = (
    f"benefits × discount factor ÷ 12 {wording.MINUS} costs × (discount factor {wording.MINUS} "
    "that of the next year) ÷ 12"
)


def _factors(known: Material, years: int) -> tuple[float, ...]:
    """Return the discount factors of so many years, and of the one beyond."""
    found = [known.appraisal.explained.get(f"discount.money.{year}") for year in range(years)]
    factors = [_size(node) if node else 1.0 for node in found]
    vintage = known.appraisal.vintage
    bands = known.framework.schedules[vintage.discounting].money if vintage else ()
    rate = next((band.rate for band in bands if band.holds(years)), bands[-1].rate)
    return (*factors, factors[-1] / (1 + rate))


def _size(node: Explained) -> float:
    return 0.0 if isinstance(node.figure, Undefined) else node.figure
