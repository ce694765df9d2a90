"""Measures of a case and what was observed."""

from civalue_build.model.enums import Better, Chart, MeasureResult, MeasureRole
from civalue_build.model.estimate import PartialDate
from civalue_build.model.record import record


@record
class Observation:
    """One value over one period; `n` is how many were observed."""

    value: float
    period: str | None = None
    n: int | None = None


@record
class Effect:
    """A stated effect with its confidence interval and what the controls did."""

    value: float
    ci: tuple[float, float] | None = None
    controls: float | None = None


@record
class Rebase:
    """A date from which limits are recalculated, and the known cause."""

    date: PartialDate
    cause: str


@record
class SeriesPoint:
    """One point of a series; `value` is none where the month is missing."""

    date: PartialDate
    value: float | None = None
    denominator: float | None = None
    note: str | None = None


@record
class Measure:
    """Something counted before and after, or over time."""

    id: str
    label: str
    unit: str
    better: Better
    role: MeasureRole = MeasureRole.OUTCOME
    series: str | None = None
    points: tuple[SeriesPoint, ...] = ()
    chart: Chart = Chart.XMR
    screen: bool = False
    change_on: PartialDate | None = None
    baseline_until: PartialDate | None = None
    rebases: tuple[Rebase, ...] = ()
    target: float | None = None
    before: Observation | None = None
    after: Observation | None = None
    effect: Effect | None = None
    result: MeasureResult = MeasureResult.NOT_STATED
    source: str | None = None
    note: str | None = None


@record
class LedgerEntry:
    """One month of one line: plan against actual, in the case's currency. `row` is its line."""

    month: PartialDate
    line: str
    plan: float | None = None
    actual: float | None = None
    row: int = 0
