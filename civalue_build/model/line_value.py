"""The value of one line of a case, year by year, with what went into it."""

from civalue_build.model.enums import Claim, CostType, Kind, Side, Stream
from civalue_build.model.estimate import Range
from civalue_build.model.lines import Harvest
from civalue_build.model.record import record


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
    the ledger's actual amounts took the line's place. `price_levels` are the levels of the index
    `price_index` in the line's price year and the case's, none where it was not needed.
    `price_by_year` is the price of one unit in each year, before `price_factor`, where it is not
    the same in all.
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
    price_index: str = ""
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
