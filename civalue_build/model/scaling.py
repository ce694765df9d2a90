"""What a reader from another place may change in a case's result, and what it then comes to."""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.enums import Perspective, Side
from civalue_build.model.estimate import Range
from civalue_build.model.figure import Figure
from civalue_build.model.record import record


@record
class Flow:
    """The present values of a line in one party's account, by year of the case from year 0.

    They have the sign with which they count; `within` are the perspectives that count them.
    """

    line: str
    side: Side
    within: frozenset[Perspective]
    claimed: tuple[float, ...]
    corrected: tuple[float, ...]


@record
class Dial:
    """A number that can be replaced by another: a quantity, an amount of money or a price.

    `lines` are those that use it, by id. `stated` is above 0, and money in it stands at the case's
    price year; none where the number is not the same in every year, or no number above 0: such a
    dial is turned in proportion.
    """

    key: str
    lines: tuple[str, ...]
    stated: Range | None = None
    is_price: bool = False


@record
class MovableLine:
    """What moves a line: the keys of its size and of its price, empty where none does.

    The share achieved moves an `is_gain` alone; an `is_tied` cost counts the same volume as a
    benefit. In the years `from_ledger` amounts of the ledger stand in place of units and price.
    """

    line: str
    side: Side
    size: str
    price: str = ""
    is_gain: bool = False
    is_tied: bool = False
    from_ledger: frozenset[int] = frozenset()


@record
class Gaps:
    """Why one perspective has no figure; empty where it has. `no_cost` says why costs are none."""

    costs: str = ""
    benefits: str = ""
    no_cost: str = ""


@record
class Scalable:
    """Everything that is needed to scale the result of a case of so many years."""

    horizon: int
    lines: tuple[MovableLine, ...]
    flows: tuple[Flow, ...]
    dials: tuple[Dial, ...]
    gaps: Mapping[Perspective, Gaps]


@record
class Setting:
    """What a reader chose: whom to count, over how many years, and factors of the case's numbers.

    `volume` is of every line whose dial is not turned, costs apart where they do not follow it;
    `achieved` from 0 to 1. `turned` has a factor for each dial, by key.
    """

    perspective: Perspective
    horizon: int
    volume: float = 1.0
    achieved: float = 1.0
    costs_follow: bool = True
    turned: Mapping[str, float] = field(default_factory=dict)


@record
class Sums:
    """Present values and both ratios, as in an appraisal."""

    pv_costs: Figure
    pv_benefits: Figure
    npv: Figure
    return_per_pound: Figure
    net_return: Figure


@record
class Scaled:
    """A result scaled to a setting, as claimed and as corrected for evidence."""

    claimed: Sums
    corrected: Sums
