"""The charts of a case's money in the order of its page, and two of them: cost to value, matrix."""

from civalue_build.model.appraisal import Figure, LineValue, Result, Returns, Undefined
from civalue_build.model.enums import Perspective, Side, Step
from civalue_build.present import wording
from civalue_build.present.case import uncertainty_charts
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.case.money_charts.counted import Counted, counted, in_nhs, invented
from civalue_build.present.case.money_charts.ladder import ladder_chart
from civalue_build.present.case.money_charts.payback import payback_chart
from civalue_build.present.case.money_charts.payers import payers_chart
from civalue_build.present.charts.model import Bar, Chart, Look, Part

_WORDS: dict[int | None, str] = {
    1: "a net benefit",
    -1: "a net cost",
    0: "neither net cost nor net benefit",
}
SOCIETY_ALONE = "Society alone also counts health and wider value."
BY_WHEN = "Present value of benefits less costs, by who is counted and over how long"


def charts(known: Material) -> tuple[Chart, ...]:
    """Return the charts of a case in order; none where it is not valued."""
    if known.appraisal.headline is None:
        return ()
    drawn = (
        waterfall(known, known.appraisal.headline),
        ladder_chart(known),
        matrix(known),
        payers_chart(known),
        *uncertainty_charts.charts(known),
        payback_chart(known),
    )
    return tuple(chart for chart in drawn if chart and chart.has_shape)


def waterfall(known: Material, headline: Result) -> Chart:
    """Return the way from costs through each benefit to the net value of the headline."""
    bars = tuple(_bar(known, item) for item in counted(known))
    sums = _sums(
        known, headline.claimed, headline.corrected, any(b.part is Part.COST for b in bars)
    )
    return Chart(
        id="waterfall",
        title=_headline(known, headline),
        measure=f"Present value as claimed, counted for the NHS, {known.over}: "
        f"{wording.label(Step.CAPACITY)}{invented(known)}",
        series=("Present value",),
        bars=(*bars, *sums),
        heads=("", "Line"),
        currency=known.currency,
        is_waterfall=True,
        note=_notes(
            _outside(known), [v for bar in (*bars, *sums) for v in bar.values], known.ungraded
        ),
    )


def matrix(known: Material) -> Chart:
    """Return the net value for each perspective at each horizon up to the case's own."""
    shown = [r for r in known.appraisal.results if r.horizon <= known.horizon]
    years = f"The case is valued {known.over}. Nothing is counted after that, so a longer"
    return Chart(
        id="matrix",
        title=_who_by_when(known, shown),
        measure=BY_WHEN + invented(known),
        series=("As claimed", "Corrected for evidence"),
        look=Look.GRID,
        is_signed=True,
        bars=tuple(_cell(known, result) for result in shown),
        heads=("Who is counted", "Over how long"),
        currency=known.currency,
        note=_notes(
            f"{years} view gives the same figures.",
            [],
            _why_not(shown),
            SOCIETY_ALONE if known.appraisal.health_and_wider else "",
            known.ungraded,
        ),
    )


def _bar(known: Material, item: Counted) -> Bar:
    line, amount = item.line, item.sign * item.line.pv_claimed
    part = Part.COST if line.side is Side.COST else Part.GAIN if amount >= 0 else Part.LOSS
    value: Figure = Undefined(line.undefined) if line.undefined else amount
    note = f", paid by {wording.midway(known.party(item.payer))}" if item.payer else ""
    return Bar(label=f"{wording.capital(part)}: {line.label}{note}", values=(value,), part=part)


def _sums(
    known: Material,
    claimed: Returns,
    corrected: Returns,
    has_costs: bool,  # noqa: FBT001
) -> tuple[Bar, ...]:
    both: tuple[Figure, Figure]
    if known.is_gross:
        what = "other costs are not stated" if has_costs else "costs are not stated"
        both = (claimed.pv_benefits, corrected.pv_benefits)
        name = f"Benefits, gross ({what})"
    else:
        both = (claimed.npv, corrected.npv)
        name = "Net present value"
    return (
        Bar(label=f"{name}, as claimed", values=(both[0],), part=Part.TOTAL),
        Bar(label=f"{name}, corrected for evidence", values=(both[1],), part=Part.CORRECTED),
    )


def _headline(known: Material, headline: Result) -> str:
    npv, benefits = headline.claimed.npv, headline.claimed.pv_benefits
    if not isinstance(npv, Undefined):
        return f"For the NHS: {wording.net(npv, known.currency)} {known.over}, as claimed"
    if not isinstance(benefits, Undefined):
        if round(benefits) == 0:
            return "No benefit in money is counted; the costs are not stated in full"
        worth = wording.about(benefits, known.currency)
        return f"Benefits of {worth} before any cost; the costs are not stated in full"
    return "What is known of costs and benefits; the net present value cannot be given"


def _outside(known: Material) -> str:
    outside = [f"“{line.label}”" for line in known.appraisal.lines if _is_outside(known, line)]
    if not outside:
        return ""
    counts = f"which counts {wording.label(Step.CAPACITY)} in the NHS"
    return f"Not in this figure, {counts}: {wording.listed(outside)}."


def _is_outside(known: Material, line: LineValue) -> bool:
    return (line.kind is not None and line.kind.step is Step.SOCIETY) or not in_nhs(
        known, line.party
    )


def _cell(known: Material, result: Result) -> Bar:
    own = " (the whole case)" if result.horizon == known.horizon else ""
    return Bar(
        group=perspective(known, result.perspective),
        label=f"Over {wording.counted(result.horizon, 'year', 'years')}{own}",
        values=(result.claimed.npv, result.corrected.npv),
    )


def _why_not(shown: list[Result]) -> str:
    """Return why cells say no more than that nothing is given: there is no room for it in them."""
    nets = (result.claimed.npv for result in shown)
    reasons = dict.fromkeys(wording.reason(net) for net in nets if isinstance(net, Undefined))
    return f"Not given: {'; '.join(reasons)}." if reasons else ""


def _who_by_when(known: Material, shown: list[Result]) -> str:
    own = [r for r in shown if r.horizon == known.horizon]
    signs = {result.perspective: _sign(result.claimed.npv) for result in own}
    if None in signs.values():
        return "Whether it saves money cannot be said for everyone: some figures are not stated"
    over = wording.capital(known.over)
    if len(set(signs.values())) == 1:
        sign = next(iter(signs.values()))
        before = _before(shown, sign, known.horizon)
        return f"{over}, {_WORDS[sign]} whoever is counted, as claimed{before}"
    parts = (
        f"{words} for {_names(known, [who for who in signs if signs[who] == sign])}"
        for sign, words in _WORDS.items()
        if sign in signs.values()
    )
    return f"{over}, as claimed: {'; '.join(parts)}"


def _before(shown: list[Result], sign: int | None, own: int) -> str:
    """Say up to when it is another way round for everybody; empty where it never is."""
    for years in sorted({r.horizon for r in shown if r.horizon < own}, reverse=True):
        signs = {_sign(r.claimed.npv) for r in shown if r.horizon == years}
        if len(signs) == 1 and sign not in signs:
            over = wording.counted(years, "year", "years")
            return f"; over {over}, {_WORDS[signs.pop()]}"
    return ""


def _names(known: Material, who: list[Perspective]) -> str:
    return wording.listed(wording.lower_first(perspective(known, item)) for item in who)


def _notes(words: str, values: list[Figure], *more: str) -> str:
    return " ".join(part for part in (words, wording.not_given(values), *more) if part)


def _sign(value: Figure) -> int | None:
    if isinstance(value, Undefined):
        return None
    return (round(value) > 0) - (round(value) < 0)
