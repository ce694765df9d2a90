"""What a chart says: rows with labels and numbers, before it has any look."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.present import wording


class Part(StrEnum):
    """What a bar of a waterfall is: something that costs, gains or takes away, or a sum."""

    COST = "cost"
    GAIN = "gain"
    LOSS = "loss"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One row: one figure for each series of its chart. `part` is for waterfalls."""

    label: str
    values: tuple[Figure, ...]
    group: str = ""
    part: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of money in bars, all in one currency, or of shares of a whole.

    `title` is its message, `measure` what is measured; `heads` name what a group and a row are.
    In a waterfall each bar starts where the one before it ended, and sums start at nothing. All
    other bars start at `start`: in a tornado at the central figure, not at nothing.
    """

    id: str
    title: str
    measure: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    heads: tuple[str, str]
    currency: str = "GBP"
    is_waterfall: bool = False
    is_share: bool = False
    start: float = 0.0
    note: str = ""

    @property
    def has_groups(self) -> bool:
        """Whether its rows stand in groups."""
        return any(bar.group for bar in self.bars)

    @property
    def has_shape(self) -> bool:
        """Whether there is any bar to draw."""
        known = (value for value in self.figures() if not isinstance(value, Undefined))
        return any(value if self.is_share else round(value) for value in known)

    def shown(self, value: float) -> str:
        """Return a figure as it stands beside its bar."""
        return wording.part(value) if self.is_share else wording.money(value, self.currency)

    def figures(self) -> Iterator[Figure]:
        """Go through every figure, row by row."""
        for bar in self.bars:
            yield from bar.values
