"""Results of appraising a case. Money is in the case's currency, at its price year, unrounded."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
from civalue_build.model.record import record


@dataclass(frozen=True, slots=True)
class Undefined:
    """A figure that cannot be given, and why in words."""

    why: str


Figure = float | Undefined


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
    the ledger's actual amounts took the line's place.
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
    shares: tuple[Share, ...] = ()
    correction: float = 0
    from_ledger: tuple[int, ...] = ()
    undefined: str = ""

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
    """Present values of what a party pays and gains, as claimed, at the case's own horizon."""

    id: str
    name: str
    pays: Figure
    gains: Figure
    net: Figure


@record
class Operational:
    """A quantity in NHS operational currency, after all shares, undiscounted, by year."""

    unit: str
    by_year: tuple[float, ...]
    total: float


@record
class SocialItem:
    """One thing that changed for people; `value` is its present value, where it has one."""

    who: Who | str
    what: str
    measure: str | None = None
    line: str | None = None
    value: Figure = field(default_factory=lambda: Undefined("not quantified"))


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
    `switching_value` is where the net present value is nothing, in the input's own unit.
    """

    input: str
    range: Range
    low: float
    high: float
    switching_value: Figure


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
    parties: tuple[PartyAccount, ...] = ()
    operational: tuple[Operational, ...] = ()
    lenses: Lenses = field(default_factory=lambda: Lenses(social=(), economic=None, business=None))
    printed: tuple[Reproduction, ...] = ()
    measures: tuple[MeasureChart, ...] = ()
    uncertainty: Uncertainty | Undefined = Undefined("no net present value to be unsure of")
    assumed: tuple[str, ...] = ()
    """Ids of unit values used that no person has checked."""
    problems: Mapping[str, str] = field(default_factory=dict)
    """By line id, why the line has no value."""

    def result(self, perspective: Perspective, horizon: int) -> Result | None:
        """Return one cell of the matrix, none where it was not computed."""
        return next(
            (r for r in self.results if r.perspective == perspective and r.horizon == horizon),
            None,
        )
