"""What each part of a file must satisfy beyond its types, by the model's class.

A check sees the canonical values of one part, some of which may be missing or of a wrong type;
it yields flaws with their paths below the part, and is silent about what it cannot read.
"""

from collections.abc import Iterator, Mapping

from civalue_build.model.case import (
    Basis,
    Case,
    Contact,
    Partner,
    PeopleEngaged,
    Population,
)
from civalue_build.model.estimate import Estimate
from civalue_build.model.evidence import Evaluation, Printed, Source
from civalue_build.model.lines import BenefitLine, CostLine, UnitPrice
from civalue_build.model.measures import Effect, Measure, Observation, SeriesPoint
from civalue_build.model.programme import Programme
from civalue_build.model.reference import DatedValue, Unit
from civalue_build.source.sense import case, contact, limits, lines, numbers
from civalue_build.source.sense.flaw import Flaw, Values

_GRADE = numbers.within("grade", 1, 6, "an evidence grade")
_MONEY = (numbers.known_format, case.basis_for_money, case.ids_once, case.volumes_known)
_SIZE = (limits.few_entries, limits.few_lines, limits.few_points, limits.series_once)

CHECKS: Mapping[type, tuple[numbers.Check, ...]] = {
    Case: (*_MONEY, *_SIZE),
    Programme: (*_MONEY, *_SIZE),
    Contact: (contact.plain_address,),
    Basis: (numbers.within("horizon", 1, 200, "a horizon in years"),),
    Evaluation: (numbers.within("maryland", 0, 5, "the Maryland scale"),),
    PeopleEngaged: (numbers.at_least_zero("number"),),
    Population: (numbers.at_least_zero("size"),),
    Printed: (
        numbers.above_zero("to_nearest"),
        numbers.within("horizon", 1, 200, "a horizon in years"),
        numbers.in_order,
    ),
    Estimate: (numbers.one_spelling, numbers.in_order),
    UnitPrice: (lines.one_price,),
    CostLine: (numbers.usable_id, lines.one_amount, lines.not_negative, _GRADE),
    BenefitLine: (numbers.usable_id, lines.one_amount, lines.shares, _GRADE),
    Measure: (numbers.usable_id, lines.one_series, case.points_in_order),
    Observation: (numbers.at_least_zero("n"),),
    SeriesPoint: (numbers.at_least_zero("denominator"),),
    Effect: (numbers.interval_in_order,),
    Partner: (numbers.usable_id,),
    Source: (numbers.usable_id,),
    Unit: (numbers.usable_id,),
    DatedValue: (numbers.own_number("value"),),
}


def faults_in(cls: type, values: Values) -> Iterator[Flaw]:
    """Yield what is wrong with one part of a file, given its canonical values."""
    for check in CHECKS.get(cls, ()):
        yield from check(values)
