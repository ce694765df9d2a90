"""The return at each step of the realisation ladder, as claimed and corrected."""

from collections.abc import Sequence
from itertools import groupby

from civalue_build.model.appraisal import Rung, Undefined
from civalue_build.model.enums import Step
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.case.money_charts.counted import invented
from civalue_build.present.charts.model import Bar, Chart, Unit

SERIES = ("As claimed", "Corrected for evidence")
_COUNTING = {
    Step.CASH: "counting cash alone",
    Step.CAPACITY: "with capacity",
    Step.SOCIETY: "with everything valued",
}


def ladder_chart(known: Material) -> Chart | None:
    """Return what £1 of cost brings at each step; none where no return can be given."""
    rungs, one = known.appraisal.ladder, wording.one_pound(known.currency)
    if all(isinstance(rung.claimed.return_per_pound, Undefined) for rung in rungs):
        return None
    chart = Chart(
        id="realisation",
        title="",
        measure=f"Return per {one} (benefits ÷ costs, present value), {known.over}, by what is "
        f"counted{invented(known)}",
        series=SERIES,
        bars=tuple(_bar(known, rung) for rung in rungs),
        heads=("", "Counting"),
        currency=known.currency,
        unit=Unit.RETURN,
        even=1.0,
        note=f"The dashed line is {one}: there, benefits just cover costs.",
    )
    return chart.named(_message(chart, rungs))


def _bar(known: Material, rung: Rung) -> Bar:
    who = wording.lower_first(perspective(known, rung.perspective))
    return Bar(
        label=f"{wording.capital(wording.label(rung.step))}, for {who}",
        values=(rung.claimed.return_per_pound, rung.corrected.return_per_pound),
    )


def _message(chart: Chart, rungs: Sequence[Rung]) -> str:
    """Say what £1 brings at each step, steps of one return together."""
    pairs = [(rung.step, rung.claimed.return_per_pound) for rung in rungs]
    shown = [(step, _brings(chart, r)) for step, r in pairs if not isinstance(r, Undefined)]
    one = wording.one_pound(chart.currency)
    found = [(text, [step for step, _ in same]) for text, same in groupby(shown, lambda x: x[1])]
    if len(found) == 1 and len(shown) == len(pairs):
        return f"As claimed, {one} of cost brings {found[0][0]}, whatever is counted"
    parts = [
        f"{text} {wording.listed((_COUNTING[step] for step in steps), 'or')}"
        for text, steps in found
    ]
    return f"As claimed, {one} of cost brings {wording.listed(parts)}"


def _brings(chart: Chart, value: float) -> str:
    return "nothing" if round(value, 2) == 0 else chart.shown(value)
