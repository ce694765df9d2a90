"""Results of appraising a case. Money is in the case's currency, at its price year, unrounded."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from civalue_build.model import figure, line_value, uncertainty
from civalue_build.model.charts import MeasureChart
from civalue_build.model.enums import (
    Claim,
    Perspective,
    PrintedOf,
    Reproduces,
    Step,
    Who,
)
from civalue_build.model.gate import FromMeasureWorking, Gate, MeasureEffect
from civalue_build.model.record import record
from civalue_build.model.worth import HealthAndWider, OpportunityCost, Realised, Transfer

if TYPE_CHECKING:  # a check has no use for it, and starts sooner
    from civalue_build.model.approach_facts import Stage
    from civalue_build.model.crosswalk import Reading
    from civalue_build.model.distribution import Distribution
    from civalue_build.model.explained import Explanations
    from civalue_build.model.reported import Profile
    from civalue_build.model.rests import Rests
    from civalue_build.model.scaling import Scalable
    from civalue_build.model.tracked import TrackedLine

Undefined = figure.Undefined
Figure = figure.Figure
YearValue = line_value.YearValue
Share = line_value.Share
LineValue = line_value.LineValue
OneInput = uncertainty.OneInput
DrawBand = uncertainty.DrawBand
Uncertainty = uncertainty.Uncertainty
Delay = uncertainty.Delay


@record
class Undiscounted:
    """Plain sums over the horizon; `payback_years` from the start of year 0."""

    costs: Figure
    benefits: Figure
    net: Figure
    return_per_pound: Figure
    payback_years: Figure


@record
class Returns:
    """Present values and ratios: `return_per_pound` is B/C, `net_return` is (B − C)/C."""

    pv_costs: Figure
    pv_benefits: Figure
    npv: Figure
    return_per_pound: Figure
    net_return: Figure
    payback_years: Figure
    undiscounted: Undiscounted


@record
class Result:
    """One cell of the matrix who × by when, as claimed and corrected for evidence."""

    perspective: Perspective
    horizon: int
    claimed: Returns
    corrected: Returns
    not_counted: tuple[str, ...] = ()
    """Ids of benefit lines that this perspective would count, had their amount been stated."""


@record
class Rung:
    """One step of the realisation ladder."""

    step: Step
    perspective: Perspective
    claimed: Returns
    corrected: Returns


@record
class ClaimRung:
    """Present value of the headline's benefits at one level of claim, and how many lines."""

    claim: Claim
    lines: int
    claimed: float
    corrected: float


@record
class PartyAccount:
    """Present values of what a party pays and gains, as claimed, at the case's own horizon.

    `net_corrected` is the same net after correction for evidence.
    """

    id: str
    name: str
    pays: Figure
    gains: Figure
    net: Figure
    net_corrected: Figure


@record
class Operational:
    """A quantity in NHS operational currency, after all shares, undiscounted, by year."""

    unit: str
    by_year: tuple[float, ...]
    total: float


@record
class SocialItem:
    """One thing that changed for people, with its present value where it has one.

    `value` is as claimed, `corrected` after correction for evidence.
    """

    who: Who | str
    what: str
    measure: str | None = None
    line: str | None = None
    value: Figure = field(default_factory=lambda: Undefined("not quantified"))
    corrected: Figure = field(default_factory=lambda: Undefined("not quantified"))


@record
class Lenses:
    """The three lenses, derived. Business money is a part of economic money: never add them."""

    social: tuple[SocialItem, ...]
    economic: Result | None
    business: Result | None
    priorities: tuple[str, ...] = ()


@record
class Reproduction:
    """A printed figure beside the computed one. `agrees` within the source's own rounding."""

    label: str
    of: PrintedOf
    printed: tuple[float | None, float | None, float | None]
    """Value, low end and high end, as printed."""
    computed: tuple[Figure, Figure, Figure]
    """The same, computed; the ends are the value where the source prints no ends."""
    agrees: bool | None
    """None where the figure cannot be computed."""
    says: Reproduces
    because: str = ""
    source: str = ""
    at: tuple[Mapping[str, float], Mapping[str, float]] = ({}, {})
    """By key, the ends at which uncertain inputs stand for the low end, and for the high one."""


@record
class Vintage:
    """What a result depends on beside the case."""

    framework: str
    discounting: str
    price_year: str
    horizon: int
    price_index: str
    currency: str
    valued_on: str | None = None
    per: str | None = None
    """The unit of which all sums are for one; none where they are for the whole of the work."""


@record
class Appraisal:
    """The value of one case. `vintage` is none and `results` empty where it states no money."""

    case: str
    vintage: Vintage | None = None
    lines: tuple[LineValue, ...] = ()
    results: tuple[Result, ...] = ()
    headline: Result | None = None
    ladder: tuple[Rung, ...] = ()
    claims: tuple[ClaimRung, ...] = ()
    realised: tuple[Realised, ...] = ()
    parties: tuple[PartyAccount, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    health_and_wider: HealthAndWider | None = None
    opportunity_cost: OpportunityCost | Undefined = Undefined("no cost to the NHS is stated")
    operational: tuple[Operational, ...] = ()
    lenses: Lenses = field(default_factory=lambda: Lenses(social=(), economic=None, business=None))
    printed: tuple[Reproduction, ...] = ()
    measures: tuple[MeasureChart, ...] = ()
    effects: tuple[MeasureEffect, ...] = ()
    """By how much each measure changed, where that is known."""
    from_measures: tuple[FromMeasureWorking, ...] = ()
    gates: tuple[Gate, ...] = ()
    """The signal gate's verdict on each favourable line that is called measured, or firmer."""
    uncertainty: Uncertainty | Undefined = Undefined("no net present value to be unsure of")
    cost_of_delay: Delay | None = None
    """What a month costs; none where the case states no money."""
    assumed: tuple[str, ...] = ()
    """Ids of unit values used that no person has checked."""
    ungraded: tuple[str, ...] = ()
    """Ids of lines with a value and no evidence grade: corrected as the weakest."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """By line id, why the line has no value."""
    rests: "Rests | None" = None
    """What the value can be worked out from again; none where the case states no money."""
    scalable: "Scalable | None" = None
    """What a reader from another place can scale; none where that was not asked for."""
    reporting: "tuple[Profile, ...]" = ()
    """How fully the case is reported, by guideline; empty where that was not asked for."""
    readings: "tuple[Reading, ...]" = ()
    """The case as other approaches tell it, in their order: of those that it names, where only a
    check asked, else of all."""
    tracked: "tuple[TrackedLine, ...]" = ()
    """What the ledger says month by month; empty without one, or where that was not asked for."""
    distribution: "Distribution | None" = None
    """What patients cost before and after; none without such counts, or where not asked for.
    None too where a count is so small that it is printed nowhere."""
    pathway: "tuple[Stage, ...]" = ()
    """The stages of the case from end to end; empty without any, or where not asked for."""
    explained: "Explanations" = field(default_factory=dict)
    """How each figure was worked out; empty where that was not asked for."""

    def result(self, perspective: Perspective, horizon: int) -> Result | None:
        """Return one cell of the matrix, none where it was not computed."""
        return next(
            (r for r in self.results if r.perspective == perspective and r.horizon == horizon),
            None,
        )
