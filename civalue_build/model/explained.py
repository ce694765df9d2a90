"""How each figure of a case was worked out, as checked arithmetic.

A figure names the operation and the figures that it was made from, down to the numbers that the
case and the framework state. Evaluating the operation on those figures gives the figure again.

A case has hundreds of these, so they are named tuples, made in a third of the time of a dataclass.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from civalue_build.model.enums import Perspective, Side
from civalue_build.model.figure import Figure


class How(StrEnum):
    """The operation that makes a figure from its terms; the first six have no terms."""

    STATED = "stated"
    TAKEN = "taken"
    """Nobody stated it: the format says what is taken then."""
    COUNTED = "counted"
    """A count: of years, or of draws."""
    DRAWN = "drawn"
    """Read from the seeded draws."""
    SEARCHED = "searched"
    """Found by halving a span until a figure of its own comes to nothing."""
    NOT_GIVEN = "not-given"
    """There is no figure; it says why itself."""
    SAME = "same"
    SUM = "sum"
    DIFFERENCE = "difference"
    """The first term − the second."""
    PRODUCT = "product"
    RATIO = "ratio"
    """The first term ÷ the second."""
    MEAN = "mean"
    LOSS = "loss"
    """The term with its sign turned."""
    REST = "rest"
    """1 − the term."""
    RAISED = "raised"
    """1 + the term."""
    POWER = "power"
    """The first term to the power of the second."""
    DISCOUNT = "discount"
    """The first term ÷ (1 + the second)."""
    LESS_ONE = "less-one"
    """The term − 1."""
    PAYBACK = "payback"
    """The time until money is back, from the costs and the benefits of year 0, of year 1, …"""
    SCALED = "scaled"
    """The first term × the second ÷ the third, × the fourth ÷ the fifth, and so on."""
    SWITCHED = "switched"
    """The first term × (the second − the third) ÷ the second."""


class What(StrEnum):
    """What a figure is a figure of."""

    QUANTITY = "quantity"
    AMOUNT = "amount"
    NOTHING = "nothing"
    LEDGER = "ledger"
    LOW = "low"
    HIGH = "high"
    TOTAL = "total"
    YEARS = "years"
    CHANGE = "change"
    BEFORE = "before"
    AFTER = "after"
    EFFECT = "effect"
    CONTROLS = "controls"
    NET_CHANGE = "net-change"
    POINT = "point"
    EXPOSURE = "exposure"
    PER_UNIT = "per-unit"
    PRICE = "price"
    PRICE_BASED = "price-based"
    INDEX_LEVEL = "index-level"
    PRICE_FACTOR = "price-factor"
    ATTRIBUTION = "attribution"
    DEADWEIGHT = "deadweight"
    DISPLACEMENT = "displacement"
    DROP_OFF = "drop-off"
    NOT_DEADWEIGHT = "not-deadweight"
    NOT_DISPLACED = "not-displaced"
    KEPT = "kept"
    YEARS_LATER = "years-later"
    LEFT = "left"
    RATE = "rate"
    DISCOUNT_FACTOR = "discount-factor"
    CORRECTION = "correction"
    CORRECTED_BY = "corrected-by"
    GROSS = "gross"
    CLAIMED = "claimed"
    CORRECTED = "corrected"
    DISCOUNTED = "discounted"
    DISCOUNTED_CORRECTED = "discounted_corrected"
    UNITS = "units"
    COSTS = "costs"
    BENEFITS = "benefits"
    PV_COSTS = "pv_costs"
    PV_BENEFITS = "pv_benefits"
    NPV = "npv"
    NET = "net"
    RETURN_PER_POUND = "return_per_pound"
    NET_RETURN = "net_return"
    PAYBACK_YEARS = "payback_years"
    PAYS = "pays"
    GAINS = "gains"
    NET_COST = "net-cost"
    UNITS_NOW = "units-now"
    COST_PER_QALY = "cost-per-qaly"
    FORGONE = "forgone"
    PRINTED = "printed"
    AT_END = "at-end"
    MULTIPLIES = "multiplies"
    SWITCHING = "switching"
    SHARE_OF_CLAIM = "share-of-claim"
    DRAWS = "draws"
    DRAWS_ABOVE = "draws-above"
    CHANCE = "chance"
    NPV_5 = "npv-5"
    NPV_95 = "npv-95"
    WORST = "worst"
    BEST = "best"
    DISCOUNT_STEP = "discount-step"
    MONTH_OF_FACTOR = "month-of-factor"
    MONTHS = "months"
    DELAYED = "delayed"
    DELAY = "delay"


class Sort(StrEnum):
    """What kind of number a figure is."""

    MONEY = "money"
    PRICE = "price"
    QUANTITY = "quantity"
    SHARE = "share"
    FACTOR = "factor"
    RATIO = "ratio"
    YEARS = "years"


class Where(StrEnum):
    """Where a number that is not worked out comes from."""

    CASE = "case"
    LEDGER = "ledger"
    UNIT_VALUE = "unit-value"
    PRICE_INDEX = "price-index"
    DISCOUNT_SCHEDULE = "discount-schedule"
    EVIDENCE_GRADE = "evidence-grade"


class Origin(NamedTuple):
    """Where a number is stated: `at` is the place in the case, or the entry of the framework.

    `source` is the id of a source of the case; the framework's own entries name theirs.
    """

    where: Where
    at: str
    source: str = ""


class Explained(NamedTuple):
    """One figure, the operation that makes it, and the figures that it is made from.

    `of` is the id of the line, party, unit or index that it belongs to, `year` the year of the
    case. `origin` says where a number is stated that is not worked out.
    """

    id: str
    what: What
    sort: Sort
    figure: Figure
    how: How
    terms: tuple["Explained", ...] = ()
    of: str = ""
    year: int | None = None
    origin: Origin | None = None


Explanations = Mapping[str, Explained]
"""Every explained figure of a case by its id, each after those that it is made from."""


def of_line(line: str, what: str, year: int | None = None) -> str:
    """Return the id of a figure of a line, of one year or of all."""
    return f"lines.{line}.{what}" if year is None else f"lines.{line}.{year}.{what}"


def of_result(who: Perspective, horizon: int, view: str, what: str) -> str:
    """Return the id of a figure of one cell of who × by when; `view` is claimed or corrected."""
    return f"results.{who}.{horizon}.{view}.{what}"


def of_rung(step: str, view: str, what: str) -> str:
    """Return the id of a figure of a step of the ladder."""
    return f"ladder.{step}.{view}.{what}"


def of_flow(account: str, view: str, side: Side, year: int) -> str:
    """Return the id of all that an account counts on one side in one year."""
    return f"{account}.by-year.{year}.{view}.{side}"


def of_input(key: str, what: str) -> str:
    """Return the id of a figure about one input of the case, whose key is `key`."""
    return f"inputs.{key}.{what}"


def of_ends(printed: int, end: str) -> str:
    """Return the id of an end of the range of a printed figure, counted from 1: low or high."""
    return f"printed.{printed}.{end}"
