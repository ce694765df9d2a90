"""Closed vocabularies. Members are what files and code say; their labels are framework data."""

from enum import StrEnum


class Record(StrEnum):
    """Who wrote the case: the team that did the work, or somebody reading published sources."""

    TEAM = "team"
    FROM_PUBLISHED_SOURCES = "from-published-sources"


class Status(StrEnum):
    """How far the work described by a case has come."""

    PLANNED = "planned"
    UNDER_WAY = "under-way"
    COMPLETED = "completed"
    STOPPED = "stopped"
    ARCHIVED = "archived"


class Sector(StrEnum):
    """What kind of body, or group of people, a party is."""

    PROVIDER = "provider"
    COMMISSIONER = "commissioner"
    PRIMARY_CARE = "primary-care"
    LOCAL_AUTHORITY = "local-authority"
    VOLUNTARY = "voluntary"
    CENTRAL_GOVERNMENT = "central-government"
    PATIENTS_AND_CARERS = "patients-and-carers"
    WIDER_SOCIETY = "wider-society"


class Perspective(StrEnum):
    """Whose costs and gains are counted, from the narrowest to the widest."""

    ORGANISATION = "organisation"
    NHS = "nhs"
    PUBLIC_SECTOR = "public-sector"
    SOCIETY = "society"

    def counts(self, sector: Sector | None) -> bool:
        """Whether a party of this sector, other than the organisation itself, is counted."""
        return self is Perspective.SOCIETY or sector in _COUNTED[self]


_NHS = frozenset({Sector.PROVIDER, Sector.COMMISSIONER, Sector.PRIMARY_CARE})
_COUNTED = {
    Perspective.ORGANISATION: frozenset[Sector](),
    Perspective.NHS: _NHS,
    Perspective.PUBLIC_SECTOR: _NHS | {Sector.LOCAL_AUTHORITY, Sector.CENTRAL_GOVERNMENT},
}


class CostType(StrEnum):
    """What sort of cost a cost line is."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    OPPORTUNITY = "opportunity"


class Kind(StrEnum):
    """The eight kinds of benefit."""

    CASH_RELEASING = "cash-releasing"
    INCOME = "income"
    FUNDED_CAPACITY = "funded-capacity"
    RELEASED_CAPACITY = "released-capacity"
    COST_AVOIDED = "cost-avoided"
    HEALTH = "health"
    EXPERIENCE = "experience"
    WIDER = "wider"

    @property
    def is_transfer(self) -> bool:
        """Whether what one party gains, another party pays."""
        return self in (Kind.INCOME, Kind.FUNDED_CAPACITY)

    @property
    def step(self) -> "Step":
        """The first step of the realisation ladder that counts this kind."""
        if self in (Kind.CASH_RELEASING, Kind.INCOME, Kind.FUNDED_CAPACITY):
            return Step.CASH
        if self in (Kind.RELEASED_CAPACITY, Kind.COST_AVOIDED):
            return Step.CAPACITY
        return Step.SOCIETY


class Step(StrEnum):
    """The realisation ladder, from what reaches a budget to everything valued."""

    CASH = "cash"
    CAPACITY = "capacity"
    SOCIETY = "society"


class Claim(StrEnum):
    """How far a benefit has been realised, weakest first."""

    PLANNED = "planned"
    FORECAST = "forecast"
    MEASURED = "measured"
    FINANCE_SIGNED = "finance-signed"
    IN_BUDGET = "in-budget"


class Stream(StrEnum):
    """Which discount schedule a value follows."""

    MONEY = "money"
    HEALTH = "health"


class Basis(StrEnum):
    """What sort of price a unit value is."""

    AVERAGE = "average"
    MARGINAL = "marginal"
    TARIFF = "tariff"
    WILLINGNESS_TO_PAY = "willingness-to-pay"


class Side(StrEnum):
    """The side of the account on which a line stands."""

    COST = "cost"
    BENEFIT = "benefit"


class Lens(StrEnum):
    """The three cases for improvement."""

    SOCIAL = "social"
    ECONOMIC = "economic"
    BUSINESS = "business"


class Involvement(StrEnum):
    """How a group of people took part."""

    LED = "led"
    CO_DESIGNED = "co-designed"
    CONSULTED = "consulted"
    INFORMED = "informed"


class Decision(StrEnum):
    """What was decided about a freed resource."""

    BANKED = "banked"
    REUSED = "reused"
    REINVESTED = "reinvested"
    NOT_YET = "not-yet"
    LOST = "lost"


class Who(StrEnum):
    """For whom an outcome changed."""

    PATIENTS = "patients"
    FAMILIES_AND_CARERS = "families-and-carers"
    STAFF = "staff"
    WIDER_SOCIETY = "wider-society"


class Better(StrEnum):
    """Which direction of a measure is good."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = "neither"


class MeasureRole(StrEnum):
    """What a measure is for."""

    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class Chart(StrEnum):
    """How a series is drawn."""

    XMR = "xmr"
    RUN = "run"
    RATE = "rate"
    TIME_BETWEEN = "time-between"


class Signal(StrEnum):
    """Special cause on a control chart or a run chart, in order of priority."""

    OUTSIDE_LIMITS = "outside-limits"
    TREND = "trend"
    TWO_OF_THREE = "two-of-three"
    SHIFT = "shift"


class Reading(StrEnum):
    """What a signal means, given which direction is good."""

    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"


class Variation(StrEnum):
    """What the latest point of a chart says: chance alone, or a signal, and which way."""

    COMMON_CAUSE = "common-cause"
    IMPROVEMENT_HIGH = "improvement-high"
    IMPROVEMENT_LOW = "improvement-low"
    CONCERN_HIGH = "concern-high"
    CONCERN_LOW = "concern-low"
    NEUTRAL_HIGH = "neutral-high"
    NEUTRAL_LOW = "neutral-low"


class Assurance(StrEnum):
    """Whether a process as it is will meet its target."""

    PASS = "pass"  # noqa: S105 a word of control charts
    FAIL = "fail"
    HIT_OR_MISS = "hit-or-miss"


class MeasureResult(StrEnum):
    """What the source says a measure did."""

    IMPROVED = "improved"
    NO_EFFECT = "no-effect"
    WORSE = "worse"
    MIXED = "mixed"
    NOT_STATED = "not-stated"


class Reproduces(StrEnum):
    """Whether a printed figure follows from the inputs printed with it."""

    FULLY = "fully"
    PARTLY = "partly"
    DOES_NOT = "does-not"
    NOT_STATED = "not-stated"


class PrintedOf(StrEnum):
    """What a printed figure is a figure of."""

    COSTS = "costs"
    BENEFITS = "benefits"
    NPV = "npv"
    RETURN_PER_POUND = "return-per-pound"
    NET_RETURN = "net-return"
    PAYBACK = "payback"
    LINES = "lines"
    UNIT_VALUES = "unit-values"
    QUANTITY = "quantity"
    BREAK_EVEN = "break-even"


class ReadAs(StrEnum):
    """How much of a source was read."""

    FULL = "full"
    ABSTRACT = "abstract"
    SECOND_HAND = "second-hand"


class Prevention(StrEnum):
    """The level of prevention that the work belongs to."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    NONE = "none"


class Level(StrEnum):
    """How much a finding weighs, heaviest first."""

    ERROR = "error"
    GAP = "gap"
    ADVICE = "advice"


class Standing(StrEnum):
    """The verdict on one principle for one case."""

    SHOWN = "shown"
    PARTLY_SHOWN = "partly-shown"
    NOT_SHOWN = "not-shown"
    SOURCE_DOES_NOT_SAY = "source-does-not-say"
    WAIVED = "waived"
    FOR_A_REVIEWER = "for-a-reviewer"
