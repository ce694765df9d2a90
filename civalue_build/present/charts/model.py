"""What a chart says: rows with labels and numbers, before it has any look."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.record import record
from civalue_build.present import wording


class Part(StrEnum):
    """What a bar of a waterfall is: something that costs, gains or takes away, or a sum."""

    COST = "cost"
    GAIN = "gain"
    LOSS = "loss"
    TOTAL = "total"
    CORRECTED = "corrected"
    """A sum corrected for evidence."""

    @property
    def is_sum(self) -> bool:
        """Whether it starts at nothing again."""
        return self in {Part.TOTAL, Part.CORRECTED}


class Look(StrEnum):
    """How a chart is drawn: as bars, as cells of rows and columns, or as lines over time."""

    BARS = "bars"
    GRID = "grid"
    CURVE = "curve"


class Unit(StrEnum):
    """What the figures of a chart are: amounts, shares of a whole, or returns on one pound."""

    MONEY = "money"
    SHARE = "share"
    RETURN = "return"


@record
class Bar:
    """One row: one figure for each series of its chart. `part` is for waterfalls."""

    label: str
    values: tuple[Figure, ...]
    group: str = ""
    part: Part | None = None


@record
class Chart:
    """A chart of rows with one figure for each series, all in one unit and one currency.

    `title` is its message, `measure` what is measured; `heads` name what a group and a row are.
    In a waterfall each bar starts where the one before it ended, and sums start at nothing. All
    other bars start at `start`: in a tornado at the central figure, not at nothing. `even` is
    where a line is drawn beside that of nothing. Where a chart is `signed`, colour tells gain from
    cost and not one series from the other. A grid has a column for each group; a curve has the
    years from the start of each row in `times`, and in `crosses` where each series gets to nothing.
    Where it starts with the month `since`, twelve times its year and its place in that year from
    0, its axis has dates.
    """

    id: str
    title: str
    measure: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    heads: tuple[str, str]
    currency: str = "GBP"
    is_waterfall: bool = False
    unit: Unit = Unit.MONEY
    look: Look = Look.BARS
    is_signed: bool = False
    start: float = 0.0
    even: float | None = None
    times: tuple[float, ...] = ()
    crosses: tuple[Figure, ...] = ()
    since: int | None = None
    note: str = ""

    def named(self, title: str) -> "Chart":
        """Return the chart with another message."""
        return replace(self, title=title)

    @property
    def has_groups(self) -> bool:
        """Whether its rows stand in groups."""
        return any(bar.group for bar in self.bars)

    @property
    def has_shape(self) -> bool:
        """Whether there is any bar to draw."""
        known = (value for value in self.figures() if not isinstance(value, Undefined))
        return any(round(value) if self.unit is Unit.MONEY else value for value in known)

    def shown(self, value: float) -> str:
        """Return a figure as it stands beside its bar."""
        if self.unit is Unit.MONEY:
            return wording.money(value, self.currency)
        return wording.part(value) if self.unit is Unit.SHARE else self._return(value)

    def _return(self, value: float) -> str:
        return "a loss" if round(value, 2) < 0 else wording.ratio(value, self.currency)

    def figures(self) -> Iterator[Figure]:
        """Go through every figure, row by row."""
        for bar in self.bars:
            yield from bar.values
