"""An effect is what lies between before and after."""

from collections.abc import Iterator

from civalue_build.check.figures import plain
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.measures import Measure
from civalue_build.model.subject import Subject

COMPARED = 3
"""The Maryland level from which others were compared with, so that an effect is adjusted."""


@rule(code="CV2034", level=Level.GAP)
def effect_that_does_not_follow(subject: Subject) -> Iterator[Fault]:
    """Effect of a measure is not the change from before to after.

    The measure states all three, nobody else was compared with, and they do not fit. An effect may
    be in the unit of the measure or in percent of what was before; it is read both ways, with the
    rounding of each number. Where a source printed it so, say that in a waiver.

    *Fails:* at measures.0.effect.value

        record: from-published-sources
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            before: {value: 2.4, period: 2022/23}
            after: {value: 1.2, period: 2024/25}
            effect: {value: -60}
            result: improved
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            before: {value: 310, period: 2022/23}
            after: {value: 305, period: 2024/25}
            result: no-effect
            source: accounts

    *Passes:*

        record: from-published-sources
        measures:
          - id: ulcers
            label: Pressure ulcers per 1,000 bed days
            unit: per 1,000 bed days
            better: lower
            before: {value: 2.4, period: 2022/23}
            after: {value: 1.2, period: 2024/25}
            effect: {value: -50}
            result: improved
            source: audit
          - id: overtime
            label: Hours of overtime a month
            unit: hour
            better: lower
            role: balancing
            before: {value: 310, period: 2022/23}
            after: {value: 305, period: 2024/25}
            result: no-effect
            source: accounts
    """
    evaluation = subject.case.evaluation
    if evaluation and (evaluation.maryland or 0) >= COMPARED:
        return
    for at, measure in enumerate(subject.case.measures):
        if told := _misfit(measure):
            yield ("measures", at, "effect", "value"), f"“{measure.label}” {told}"


def _misfit(measure: Measure) -> str:
    before, after, effect = measure.before, measure.after, measure.effect
    if not (before and after and effect) or effect.ci or effect.controls is not None:
        return ""
    size, slack = after.value - before.value, _half(before.value) + _half(after.value)
    is_size = abs(effect.value - size) <= slack + _half(effect.value)
    if is_size or _is_share(effect.value, size, slack, before.value):
        return ""
    ends = f"goes from {plain(before.value)} to {plain(after.value)}"
    return f"{ends}, which is {plain(size)} and not {plain(effect.value)}"


def _is_share(stated: float, size: float, slack: float, before: float) -> bool:
    """Whether an effect is the change in percent of what was before, rounded as it is written."""
    if not before:
        return False
    rounding = max(_half(stated), 0.5 * (stated == int(stated)))
    return abs(stated - 100 * size / before) <= rounding + 100 * slack / abs(before)


def _half(number: float) -> float:
    """Return half of the last place of a number as it is written; whole numbers are exact."""
    _, _, decimals = f"{number:.10f}".rstrip("0").partition(".")
    return 10.0 ** -len(decimals) / 2 * (1 + 1e-9) if decimals else 1e-9
