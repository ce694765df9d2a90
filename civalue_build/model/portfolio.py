"""What the cases of a library come to side by side: a distribution and totals, never a ranking.

Returns are B/C at the headline. Money is at the library's price year, unrounded.
"""

from dataclasses import field
from enum import StrEnum

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.enums import Claim
from civalue_build.model.record import record
from civalue_build.model.tracker import Tracker

CURRENCY = "GBP"
"""What a library adds up in: the currency of the framework's prices."""

FEWEST = 4
"""Fewer returns than these are shown one by one: they have no quartiles."""

TOO_FEW = Undefined("too few")
PENNY = 0.005
"""A return nearer to nothing than this is none to the penny."""
ONE = 1 + 1e-9
"""Above this, a return is above 1 beyond the noise of binary fractions."""


class Apart(StrEnum):
    """Why a case has no return, or is not in a total, in the order in which it is asked."""

    NOT_VALUED = "not-valued"
    CURRENCY = "currency"
    PER_ONE = "per-one"
    PRICES = "prices"
    NO_COST_STATED = "no-cost-stated"
    NO_BENEFIT_STATED = "no-benefit-stated"
    NOTHING_SPENT = "nothing-spent"


class By(StrEnum):
    """What the cases of a library are put side by side by."""

    SETTING = "setting"
    PRIORITY = "priority"
    KIND = "kind"
    CLAIM = "claim"
    STEP = "step"
    LENS = "lens"


@record
class Spread:
    """How the returns per £1 of some cases are spread.

    `lower`, `median` and `upper` are quartiles, by interpolation between the two nearest returns.
    Every return is above 1, `some` (over 0 and up to 1), `none` (0 to the penny) or `negative`.
    """

    returns: tuple[float, ...] = ()
    """In ascending order, so that no case can be told by its place."""
    lower: Figure = field(default_factory=lambda: TOO_FEW)
    median: Figure = field(default_factory=lambda: TOO_FEW)
    upper: Figure = field(default_factory=lambda: TOO_FEW)
    above_one: int = 0
    some: int = 0
    none: int = 0
    negative: int = 0

    @property
    def known(self) -> int:
        """How many cases have a return."""
        return len(self.returns)


@record
class Group:
    """The cases that have something in common; `id` is that of a term of the framework."""

    by: By
    id: str
    cases: int
    claimed: Spread
    corrected: Spread


@record
class LeftOut:
    """Cases that stand beside a figure and not in it, by slug, in the order of the library."""

    why: Apart
    cases: tuple[str, ...]


@record
class UnitOfCase:
    """What one case states of a unit, and what counts of it once shared savings are shared out."""

    case: str
    stated: float
    counted: float


@record
class UnitTotal:
    """A quantity in operational currency over all years, each shared saving counted once.

    `stated` is the plain sum of what the cases state; `seen` counts those of the `cases` whose
    strongest claim rests on something observed.
    """

    unit: str
    total: float
    stated: float
    cases: int
    seen: int
    parts: tuple[UnitOfCase, ...] = ()
    """What each case gives to the total, in the order of the library."""


@record
class Sums:
    """Present values of several cases, each at its own start."""

    costs: float = 0.0
    benefits: float = 0.0

    @property
    def net(self) -> float:
        """Benefits less costs."""
        return self.benefits - self.costs

    @property
    def size(self) -> float:
        """How much money moves, whichever way."""
        return abs(self.costs) + abs(self.benefits)


@record
class MoneyOfCase:
    """What one case gives to a total: its present values at the library's prices.

    `carried` is what brings its prices there. `shared` is the part of its benefits, as claimed,
    that is taken off so that a saving which others claim too is counted once.
    """

    case: str
    claimed: Sums
    corrected: Sums
    carried: float = 1.0
    shared: float = 0.0


@record
class MoneyTotal:
    """What cases with one strongest claim add up to; `claim` is none for a case without one.

    `largest` is the case with the largest amounts, and `part` their part of all amounts, costs and
    benefits regardless of sign, as claimed.
    """

    claim: Claim | None
    cases: tuple[str, ...]
    claimed: Sums
    corrected: Sums
    largest: str = ""
    part: float = 0.0
    parts: tuple[MoneyOfCase, ...] = ()
    """What each case gives to the total, in the order of the library."""


@record
class SharedSaving:
    """A saving that several cases name; `claimed` is the most that they claim in one year.

    `shares` has each case with the most that it claims itself; `year` is the financial year of
    the largest sum, by its first.
    """

    saving: str
    shares: tuple[tuple[str, float], ...]
    claimed: float
    year: int
    is_over: bool


@record
class Portfolio:
    """The real, current cases of a library side by side.

    `cases` are all that are counted; `invented` and `archived` are how many are not. `no_return`
    says which cases have no return and why, `no_gain` how many of those state benefits that come
    to nothing or less. `not_added` says which are not in the money totals and why.
    """

    price_year: str
    currency: str = CURRENCY
    cases: tuple[str, ...] = ()
    invented: int = 0
    archived: int = 0
    claimed: Spread = field(default_factory=Spread)
    corrected: Spread = field(default_factory=Spread)
    no_return: tuple[LeftOut, ...] = ()
    no_gain: int = 0
    groups: tuple[Group, ...] = ()
    units: tuple[UnitTotal, ...] = ()
    money: tuple[MoneyTotal, ...] = ()
    not_added: tuple[LeftOut, ...] = ()
    shared: tuple[SharedSaving, ...] = ()
    shared_invented: tuple[SharedSaving, ...] = ()
    """Savings that invented cases share among each other: in no total."""
    tracker: Tracker = field(default_factory=Tracker)
    tracker_invented: Tracker = field(default_factory=Tracker)
    """What ledgers say of real cases, and apart from them of invented ones."""

    def of(self, by: By) -> tuple[Group, ...]:
        """Return the groups of one sort, in the framework's order."""
        return tuple(group for group in self.groups if group.by is by)
