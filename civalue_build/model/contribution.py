"""What one case brings to its programme, and to its library: small enough to keep for every case.

What it brings to its programme is not discounted, in the programme's prices, by year of the
programme: year 0 is the first 12 months from the start of the programme, and the years are as many
as its horizon.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import field

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.enums import MeasureResult, Perspective, Side, Step, Stream, Who
from civalue_build.model.place import Place
from civalue_build.model.record import record

ALL = 1 + 1e-9
"""The whole of a saving, with slack for binary fractions."""

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
    """The share of one saving that is claimed, by year from `first`.

    Years are those of the case, of its programme or, beside other cases, financial years.
    """

    saving: str
    by_year: Years
    first: int = 0


NOT_GIVEN = Undefined("not given")

Totals = MutableMapping[str, dict[int, float]]
"""What is claimed of each saving by year, all shares added up."""


def add(totals: Totals, share: SavingShare) -> float:
    """Add a share to running totals; return the most that is now claimed in a year of its own."""
    years = totals.setdefault(share.saving, {})
    most = 0.0
    for year, part in enumerate(share.by_year, start=share.first):
        if part:
            years[year] = years.get(year, 0.0) + part
            most = max(most, years[year])
    return most


def added(shares: Iterable[SavingShare]) -> Totals:
    """Return what is claimed of each saving by year."""
    totals: Totals = {}
    for share in shares:
        add(totals, share)
    return totals


@record
class SavingClaim:
    """What a case claims of one saving, by financial year: what a library needs to count it once.

    `claimed` and `corrected` are its part of the headline's benefits, as present values in the
    case's prices; `units` is its part of the operational currency. `places` are where the lines
    name the saving. All years run from `share.first`.
    """

    share: SavingShare
    claimed: Years = ()
    corrected: Years = ()
    units: tuple[UnitPart, ...] = ()
    places: tuple[Place, ...] = ()


@record
class Edition:
    """The headline of a case under one discount schedule of the framework.

    `npv` and `return_per_pound` are as claimed, the others corrected for evidence.
    """

    schedule: str
    npv: Figure
    return_per_pound: Figure
    corrected_npv: Figure = field(default_factory=lambda: NOT_GIVEN)
    corrected_return_per_pound: Figure = field(default_factory=lambda: NOT_GIVEN)


@record
class Seen:
    """The return per £1 of a case as far as something is counted, or as somebody sees it."""

    claimed: Figure
    corrected: Figure


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
