"""The two pictures of a case's money: from cost to value, and who by when."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Figure, LineValue, Result, Returns, Undefined
from civalue_build.model.enums import Perspective, Side, Step
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.charts.model import Bar, Chart, Part

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
    drawn = (waterfall(known, known.appraisal.headline), matrix(known))
    return tuple(chart for chart in drawn if chart.has_shape)


def waterfall(known: Material, headline: Result) -> Chart:
    """Return the way from costs through each benefit to the net value of the headline."""
    bars = tuple(_lines(known))
    sums = _sums(
        known, headline.claimed, headline.corrected, any(b.part is Part.COST for b in bars)
    )
    return Chart(
        id="waterfall",
        title=_headline(known, headline),
        measure=f"Present value as claimed, counted for the NHS, {known.over}: "
        f"{wording.label(Step.CAPACITY)}{_invented(known)}",
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
        measure=BY_WHEN + _invented(known),
        series=("As claimed", "Corrected for evidence"),
        bars=tuple(_cell(known, result) for result in shown),
        heads=("Who is counted", "Over how long"),
        currency=known.currency,
        note=_notes(
            f"{years} view gives the same figures.",
            [r.claimed.npv for r in shown],
            SOCIETY_ALONE if known.appraisal.health_and_wider else "",
            known.ungraded,
        ),
    )


def _lines(known: Material) -> Iterator[Bar]:
    for line in known.appraisal.lines:
        if line.kind and line.kind.step is Step.SOCIETY:
            continue
        if _in_nhs(known, line.party):
            yield _bar(line, 1)
        payer = line.from_party
        if line.kind and line.kind.is_transfer and payer and _in_nhs(known, payer):
            yield _bar(line, -1, note=f", paid by {known.party(payer)}")


def _bar(line: LineValue, sign: int, note: str = "") -> Bar:
    is_cost = line.side is Side.COST
    amount = -line.pv_claimed if is_cost else sign * line.pv_claimed
    part = Part.COST if is_cost else Part.GAIN if amount >= 0 else Part.LOSS
    value: Figure = Undefined(line.undefined) if line.undefined else amount
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
    labels = (f"{name}, as claimed", f"{name}, corrected for evidence")
    return tuple(
        Bar(label=label, values=(value,), part=Part.TOTAL)
        for label, value in zip(labels, both, strict=True)
    )


def _headline(known: Material, headline: Result) -> str:
    npv, benefits = headline.claimed.npv, headline.claimed.pv_benefits
    if not isinstance(npv, Undefined):
        return f"For the NHS: {wording.net(npv, known.currency)} {known.over}, as claimed"
    if not isinstance(benefits, Undefined):
        worth = wording.about(benefits, known.currency)
        return f"Benefits of {worth} before any cost; the costs are not stated in full"
    return "What is known of costs and benefits; the net present value cannot be given"


def _outside(known: Material) -> str:
    outside = [f"“{line.label}”" for line in known.appraisal.lines if _is_outside(known, line)]
    if not outside:
        return ""
    return (
        f"Not in this figure, which counts cash and capacity in the NHS: {wording.listed(outside)}."
    )


def _is_outside(known: Material, line: LineValue) -> bool:
    return (line.kind is not None and line.kind.step is Step.SOCIETY) or not _in_nhs(
        known, line.party
    )


def _in_nhs(known: Material, party: str) -> bool:
    return known.case.counts(Perspective.NHS, party)


def _cell(known: Material, result: Result) -> Bar:
    own = " (the whole case)" if result.horizon == known.horizon else ""
    return Bar(
        group=perspective(known, result.perspective),
        label=f"Over {wording.counted(result.horizon, 'year', 'years')}{own}",
        values=(result.claimed.npv, result.corrected.npv),
    )


def _who_by_when(known: Material, shown: list[Result]) -> str:
    own = [r for r in shown if r.horizon == known.horizon]
    signs = {result.perspective: _sign(result.claimed.npv) for result in own}
    if None in signs.values():
        return "Whether it saves money cannot be said for everyone: some figures are not stated"
    over = wording.capital(known.over)
    if len(set(signs.values())) == 1:
        return f"{over}, {_WORDS[next(iter(signs.values()))]} whoever is counted, as claimed"
    parts = (
        f"{words} for {_names(known, [who for who in signs if signs[who] == sign])}"
        for sign, words in _WORDS.items()
        if sign in signs.values()
    )
    return f"{over}, as claimed: {'; '.join(parts)}"


def _names(known: Material, who: list[Perspective]) -> str:
    return wording.listed(wording.lower_first(perspective(known, item)) for item in who)


def _notes(words: str, values: list[Figure], *more: str) -> str:
    return " ".join(part for part in (words, wording.not_given(values), *more) if part)


def _sign(value: Figure) -> int | None:
    if isinstance(value, Undefined):
        return None
    return (round(value) > 0) - (round(value) < 0)


def _invented(known: Material) -> str:
    return ". Invented teaching case" if known.case.illustrative else ""
