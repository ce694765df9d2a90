"""How sure the headline of a case is, and what waiting costs."""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.estimate import Range
from civalue_build.model.figure import Figure
from civalue_build.model.record import record


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
    worst_at: Mapping[str, float] = field(default_factory=dict)
    """By key, the end at which each uncertain input stands in the worst corner."""
    best_at: Mapping[str, float] = field(default_factory=dict)


@record
class Delay:
    """Headline net present value lost when all flows slip by a month; below 0 it is a gain."""

    claimed: Figure
    corrected: Figure
