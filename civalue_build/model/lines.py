"""Cost and benefit lines of a case."""

from dataclasses import field

from civalue_build.model.enums import Basis, Claim, CostType, Decision, Kind, Stream
from civalue_build.model.estimate import KEY_FROM, Estimate, PriceYear, Years
from civalue_build.model.record import record

SELF = "self"
"""The party that did the work; always there."""


@record
class UnitPrice:
    """The price of one unit: the `id` of a value of the framework, or an `amount` of its own."""

    id: str | None = None
    amount: Estimate | None = None
    price_year: PriceYear | None = None
    source: str | None = None
    stream: Stream = Stream.MONEY
    basis: Basis | None = None


@record
class FromMeasure:
    """A quantity taken from a measure: its change of the mean × `exposure` × `per_unit`.

    What the controls did meanwhile is taken off the change, unless `net_of_controls` is false.
    """

    measure: str
    exposure: float
    per_unit: float = 1
    net_of_controls: bool = True


@record
class Harvest:
    """What was decided about what a benefit freed."""

    decision: Decision
    best_next_use: str | None = None
    decided_by: str | None = None


@record
class CostLine:
    """Something that doing the work takes. Amounts are never negative."""

    id: str
    label: str
    type: CostType
    paid_by: str
    years: Years
    source: str
    quantity: Estimate | None = None
    unit: str | None = None
    unit_value: UnitPrice | None = None
    amount: Estimate | None = None
    price_year: PriceYear | None = None
    grade: int | None = None
    note: str | None = None


@record
class BenefitLine:
    """Something that the work changes: negative where it is a disbenefit.

    Shares (`attribution`, `deadweight`, `displacement`, `drop_off`) run from 0 to 1;
    `attribution` is the share due to this work.
    """

    id: str
    label: str
    kind: Kind
    gained_by: str
    years: Years
    source: str
    from_party: str | None = field(default=None, metadata=KEY_FROM)
    quantity: Estimate | None = None
    from_measure: FromMeasure | None = None
    unit: str | None = None
    unit_value: UnitPrice | None = None
    amount: Estimate | None = None
    price_year: PriceYear | None = None
    attribution: Estimate | None = None
    deadweight: Estimate | None = None
    displacement: Estimate | None = None
    drop_off: Estimate | None = None
    grade: int | None = None
    measure: str | None = None
    claim: Claim | None = None
    harvest: Harvest | None = None
    saving_key: str | None = None
    note: str | None = None


Line = CostLine | BenefitLine
"""A line on either side of the account."""
