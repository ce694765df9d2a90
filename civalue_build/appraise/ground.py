"""What the lines of a case are valued against, looked up once a case."""

from collections.abc import Mapping
from dataclasses import replace

from civalue_build.appraise import inputs
from civalue_build.appraise.discounting import stream_factors
from civalue_build.appraise.ledger import actual_years
from civalue_build.model.case import Basis, Case
from civalue_build.model.enums import Stream
from civalue_build.model.estimate import Range
from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.reference import DiscountSchedule


@record
class Ground:
    """What every line of a case is valued against.

    `numbers` are the inputs of the case by key, `prices` the framework's unit values that it
    names; `actuals` are amounts of the ledger by line and year, `discount` the factors of each
    stream by year.
    """

    case: Case
    basis: Basis
    framework: Framework
    prices: inputs.Entries
    numbers: Mapping[str, Range]
    actuals: Mapping[str, Mapping[int, float]]
    discount: Mapping[Stream, tuple[float, ...]]

    @property
    def horizon(self) -> int:
        """The case's own horizon, in years."""
        return self.basis.horizon


def ground_of(case: Case, framework: Framework, discounting: str | None) -> Ground | None:
    """Return what the lines are valued against; none for a case that states no money."""
    basis = case.appraisal
    if basis is None or (case.costs is None and case.benefits is None):
        return None
    wanted = discounting or basis.discounting or framework.default_discounting
    schedule = schedule_of(framework, wanted)
    prices = inputs.entries(case, framework)
    return Ground(
        case=case,
        basis=replace(basis, discounting=wanted),
        framework=framework,
        prices=prices,
        numbers=inputs.collect(case, prices),
        actuals=actual_years(case),
        discount={s: stream_factors(schedule, s, basis.horizon) for s in Stream},
    )


def schedule_of(framework: Framework, wanted: str | None) -> DiscountSchedule:
    """Return the discount schedule of a name; the framework's own where it has none of it."""
    default = framework.schedules[framework.default_discounting]
    return framework.schedules.get(wanted or "", default)
