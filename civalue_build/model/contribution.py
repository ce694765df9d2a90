"""What one case brings to its programme: small enough to keep for every member.

Amounts are not discounted, in the programme's prices, by year of the programme: year 0 is the
first 12 months from the start of the programme, and the years are as many as its horizon.
"""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.enums import MeasureResult, Perspective, Side, Step, Stream, Who
from civalue_build.model.record import record

Years = tuple[float, ...]
"""One number for each year of the programme."""


@record
class Part:
    """All that one perspective counts of one sort, by year, in money.

    `step` is none for a cost. `saving` is the key that its benefit lines share with other lines.
    """

    perspective: Perspective
    side: Side
    stream: Stream
    claimed: Years
    corrected: Years
    step: Step | None = None
    saving: str = ""


@record
class UnitPart:
    """A quantity in operational currency by year, under its saving key, if it has one."""

    unit: str
    by_year: Years
    saving: str = ""


@record
class SavingShare:
    """The share of one saving that a case claims, by year of the programme."""

    saving: str
    by_year: Years


@record
class Change:
    """What changed for people; `result` is what the measure of it did, if it names one."""

    who: Who
    what: str
    result: MeasureResult | None = None


@record
class Contribution:
    """One member of a programme, valued on the programme's basis.

    `left_out` says why nothing of it is added up, and is empty where it is. The gaps say, by
    perspective, why its costs or its benefits are not known; `uncounted` names benefit lines
    without an amount. `before` and `after` hold where amounts fall outside the programme's years
    and are left out.
    """

    case: str
    programme: str
    title: str
    organisation: str
    currency: str
    illustrative: bool = False
    left_out: str = ""
    changes: tuple[Change, ...] = ()
    parts: tuple[Part, ...] = ()
    units: tuple[UnitPart, ...] = ()
    shares: tuple[SavingShare, ...] = ()
    cost_gaps: Mapping[Perspective, str] = field(default_factory=dict)
    benefit_gaps: Mapping[Perspective, str] = field(default_factory=dict)
    uncounted: tuple[str, ...] = ()
    before: bool = False
    after: bool = False
