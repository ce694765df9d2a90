"""What the value of a case rests on, number by number: enough to work it out again elsewhere."""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.enums import Perspective, Stream
from civalue_build.model.estimate import Range
from civalue_build.model.record import record


@record
class LineRests:
    """Where the numbers of one line are found, by the keys of its inputs.

    `units` has the key of the number of each year, within the horizon; `price` that of the price
    of one unit, none where the line states amounts. `multiples` are the price in a year over the
    price that the key finds, for years in which it is another. `shares` has a key for each share
    of a benefit, found among the inputs where it is stated. `first` is the year from which the
    drop-off counts; `actuals` are the ledger's amounts, in place of units and price.
    """

    line: str
    units: Mapping[int, str] = field(default_factory=dict)
    price: str | None = None
    multiples: Mapping[int, float] = field(default_factory=dict)
    shares: Mapping[str, str] = field(default_factory=dict)
    first: int = 0
    actuals: Mapping[int, float] = field(default_factory=dict)


@record
class Entry:
    """A line in one party's account; `sign` is −1 for what a transfer takes from its payer.

    `within` are the perspectives that count it; `as_cash` says whether the NHS counts it as cash.
    """

    line: str
    party: str
    sign: int
    within: frozenset[Perspective]
    as_cash: bool


@record
class Rests:
    """The inputs of a case by key, its lines and who books them, and rates by year of the case.

    `unstated` are keys of numbers that the case names and does not state. Rates of year 0 are not
    used. `own_health` is false where health effects follow the rates of money.
    """

    inputs: Mapping[str, Range]
    unstated: tuple[str, ...]
    lines: tuple[LineRests, ...]
    entries: tuple[Entry, ...]
    rates: Mapping[Stream, tuple[float, ...]]
    own_health: bool
