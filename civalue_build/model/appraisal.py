"""Results of appraising a case. Money is in the case's currency, at its price year, unrounded."""

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from civalue_build.model import figure
from civalue_build.model.charts import MeasureChart
from civalue_build.model.enums import (
    Claim,
    CostType,
    Kind,
    Perspective,
    PrintedOf,
    Reproduces,
    Side,
    Step,
    Stream,
    Who,
)
from civalue_build.model.estimate import Range
from civalue_build.model.gate import FromMeasureWorking, Gate, MeasureEffect
from civalue_build.model.lines import Harvest
from civalue_build.model.record import record
from civalue_build.model.worth import HealthAndWider, OpportunityCost, Realised, Transfer

if TYPE_CHECKING:  # a check has no use for it, and starts sooner
    from civalue_build.model.explained import Explanations
    from civalue_build.model.reported import Profile
    from civalue_build.model.rests import Rests

Undefined = figure.Undefined
Figure = figure.Figure


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
class YearValue:
    """One line in one year; `discounted` is of claimed."""

    year: int
    gross: float
    claimed: float
    corrected: float
    discounted: float
    discounted_corrected: float


@record
class Share:
    """One step of the value chain of a line, as used; `stated` is false for a default."""

    name: str
    value: float
    stated: bool


@record
class LineValue:
    """The value of one line by year, with what went into it.

    `undefined` says why a line has no value, and `by_year` is then empty. `quantity` and `price`
    are for one year of the line, before `price_factor`; `from_ledger` names the years for which
    the ledger's actual amounts took the line's place. `price_levels` are the levels of the price
    index in the line's price year and the case's, none where it was not needed; `price_by_year`
    is the price of one unit in each year, before `price_factor`, where it is not the same in all.
    """

    id: str
    label: str
    side: Side
    party: str
    by_year: tuple[YearValue, ...] = ()
    kind: Kind | None = None
    cost_type: CostType | None = None
    from_party: str | None = None
    claim: Claim | None = None
    grade: int | None = None
    stream: Stream = Stream.MONEY
    unit: str | None = None
    quantity: Range | None = None
    price: Range | None = None
    price_factor: float = 1
    price_year: str = ""
    price_levels: tuple[float, float] | None = None
    price_by_year: tuple[tuple[int, float], ...] = ()
    shares: tuple[Share, ...] = ()
    correction: float = 0
    from_ledger: tuple[int, ...] = ()
    harvest: Harvest | None = None
    undefined: str = ""
    lowered_from: Claim | None = None
    """What the case claims, where the signal gate counts the line under a weaker claim."""

    @property
    def total_claimed(self) -> float:
        """The claimed amount over all years, undiscounted."""
        return sum(item.claimed for item in self.by_year)

    @property
    def pv_claimed(self) -> float:
        """The present value of what is claimed."""
        return sum(item.discounted for item in self.by_year)

    @property
    def pv_corrected(self) -> float:
        """The present value after evidence correction."""
        return sum(item.discounted_corrected for item in self.by_year)


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


@record
class OneInput:
    """What one input does to the headline net present value while all others stay central.

    `input` is its key; `low` and `high` are net present values at the ends of its range;
    `switching_value` is where the net present value is nothing, in the input's own unit, and
    `share_of_claim` the same as a share of the central value. An input that only lines outside the
    headline use is not `is_counted`.
    """

    input: str
    range: Range
    low: float
    high: float
    switching_value: Figure
    share_of_claim: Figure
    is_counted: bool


@record
class DrawBand:
    """The share of draws whose net present value lies from `low` up to `high`."""

    low: float
    high: float
    share: float


@record
class Uncertainty:
    """How sure the headline net present value is, as claimed.

    `draws` is 0 and the three figures from draws are undefined where no input has a range.
    """

    draws: int
    chance_npv_positive: Figure
    npv_5: Figure
    npv_95: Figure
    best_corner: float
    worst_corner: float
    one_at_a_time: tuple[OneInput, ...] = ()
    spread: tuple[DrawBand, ...] = ()
    """Bands of equal width, from the lowest draw to the highest; none where no draw differs."""


@record
class Delay:
    """Headline net present value lost when all flows slip by a month; below 0 it is a gain."""

    claimed: Figure
    corrected: Figure


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
    reporting: "tuple[Profile, ...]" = ()
    """How fully the case is reported, by guideline; empty where that was not asked for."""
    explained: "Explanations" = field(default_factory=dict)
    """How each figure was worked out; empty where that was not asked for."""

    def result(self, perspective: Perspective, horizon: int) -> Result | None:
        """Return one cell of the matrix, none where it was not computed."""
        return next(
            (r for r in self.results if r.perspective == perspective and r.horizon == horizon),
            None,
        )
