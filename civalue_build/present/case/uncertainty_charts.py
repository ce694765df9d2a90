"""Two pictures of how sure a case is: which input moves it most, and how its draws spread."""

from civalue_build.model.appraisal import DrawBand, Uncertainty, Undefined
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.uncertainty_names import named
from civalue_build.present.case.uncertainty_words import by_swing, covered, draws_part
from civalue_build.present.charts.model import Bar, Chart, Part, Unit

MOST = 8
"""How many inputs the tornado shows; its table has them all."""


def charts(known: Material) -> tuple[Chart, ...]:
    """Return the tornado and the spread of draws; none where no range moves the headline."""
    found, headline = known.appraisal.uncertainty, known.appraisal.headline
    npv = headline.claimed.npv if headline else Undefined("")
    if isinstance(found, Undefined) or isinstance(npv, Undefined) or not found.spread:
        return ()
    return tornado(known, found, npv), spread(known, found)


def tornado(known: Material, found: Uncertainty, npv: float) -> Chart:
    """Return the net present value with each uncertain input at either end of its range."""
    moving = [item for item in by_swing(found.one_at_a_time) if item.low != item.high]
    most = moving[0]
    ends = sorted((most.low, most.high))
    over = wording.span(known.about(ends[0]), known.about(ends[1]))
    rest = len(moving) - MOST
    more = f" {rest} more inputs move it less; the table has them all." if rest > 0 else ""
    bars = []
    for item in moving[:MOST]:
        name = named(known, item.input)
        bars.append(
            Bar(label=f"{name.name}: {name.ends(item.range)}", values=(item.low, item.high))
        )
    return Chart(
        id="tornado",
        title=f"{_moves_most(len(moving))}: {named(known, most.input).name}, {over}",
        measure=(
            f"Net present value as claimed for the NHS, {known.over}, with one input at an end of "
            f"its range and all others as claimed; bars start at {known.money(npv)}"
            f"{_invented(known)}"
        ),
        series=("At its low end", "At its high end"),
        bars=tuple(bars),
        heads=("", "Input"),
        currency=known.currency,
        start=npv,
        note=f"The thin line is {known.money(0)}.{more}",
    )


def _moves_most(count: int) -> str:
    """Say among how many this is: a number without a range may matter more, and nobody knows."""
    if count == 1:
        return "The one number with a range that moves the result"
    return "Of the numbers with a range, what moves the result most"


def spread(known: Material, found: Uncertainty) -> Chart:
    """Return the share of draws in each band of net present value."""
    chance = found.chance_npv_positive
    pays = 0.0 if isinstance(chance, Undefined) else chance
    drawn = wording.number(found.draws)
    return Chart(
        id="spread",
        title=f"As claimed, the work pays back in {draws_part(pays)} of {drawn} draws",
        measure=(
            f"Share of {drawn} draws by net present value as claimed for the NHS, {known.over}"
            f"{_invented(known)}"
        ),
        series=("Share of draws",),
        bars=tuple(_band(known, band) for band in found.spread),
        heads=("", "Net present value"),
        currency=known.currency,
        unit=Unit.SHARE,
        note=f"{covered(found)}.",
    )


def _band(known: Material, band: DrawBand) -> Bar:
    label = wording.span(known.money(band.low), known.money(band.high))
    part = Part.LOSS if band.high <= 0 else Part.GAIN
    return Bar(label=label, values=(band.share,), part=part)


def _invented(known: Material) -> str:
    return ". Invented teaching case" if known.case.illustrative else ""
