"""What lets a benefit be called measured, and what a measure's change comes to."""

from enum import StrEnum

from civalue_build.model.enums import Claim, Reading, Signal
from civalue_build.model.estimate import PartialDate
from civalue_build.model.figure import Figure
from civalue_build.model.record import record


class ShownBy(StrEnum):
    """What lets a benefit be called measured, or firmer."""

    SIGNAL = "signal"
    COMPARISON = "comparison"
    BUDGET = "budget"


class Unshown(StrEnum):
    """Why a benefit that is called measured, or firmer, is counted as a forecast."""

    NO_MEASURE = "no-measure"
    NO_SERIES = "no-series"
    NO_CHANGE_DATE = "no-change-date"
    NO_SIGNAL = "no-signal"
    NOT_BETTER_THAN_CONTROLS = "not-better-than-controls"
    NO_EFFECT_STATED = "no-effect-stated"
    EFFECT_MAY_BE_CHANCE = "effect-may-be-chance"
    BALANCING_CONCERN = "balancing-concern"


@record
class Seen:
    """A signal after a change: which, how it reads, and the first point that is part of it."""

    measure: str
    signal: Signal
    reads: Reading
    date: PartialDate


@record
class Gate:
    """The verdict on one favourable line that is called measured, or firmer.

    `held` is the claim that it is counted under: the `stated` one, or a forecast. `shown_by` says
    what carries the claim, `unshown` what is missing; exactly one of them is set. `seen` is the
    signal of its measure, and `concerns` are the balancing measures that got worse.
    """

    line: str
    stated: Claim
    held: Claim
    measure: str | None = None
    shown_by: ShownBy | None = None
    unshown: Unshown | None = None
    seen: Seen | None = None
    concerns: tuple[str, ...] = ()

    @property
    def is_lowered(self) -> bool:
        """Whether the line is counted under a weaker claim than it states."""
        return self.held is not self.stated


@record
class MeasureEffect:
    """By how much a measure changed, in its own unit, and what others did meanwhile.

    `before` and `after` are means of `n_before` and `n_after` points, or as stated (then 0 points).
    `change` is after less before; `stated` the effect that the source gives, with its confidence
    interval `ci`. `net` is the stated effect, or else the change, less what `controls` did.
    `reads` is how the net effect reads, or without controls the effect or the change.
    """

    measure: str
    before: float | None = None
    after: float | None = None
    n_before: int = 0
    n_after: int = 0
    change: float | None = None
    stated: float | None = None
    ci: tuple[float, float] | None = None
    controls: float | None = None
    net: float | None = None
    reads: Reading | None = None
    may_be_chance: bool = False
    """Whether the confidence interval holds “no effect”."""
    may_be_regression: bool = False
    """Whether figures were chosen because they were high, and nobody was compared with."""


@record
class FromMeasureWorking:
    """A quantity taken from a measure: `change` × `exposure` × `per_unit`.

    All changes are favourable: positive is better, whichever way that is. `own` is the change of
    the measure, and `controls` that where the work was not done, if it is stated. `change` is the
    one less the other where `net_of_controls`, else `own`. `otherwise` is the quantity had that
    been decided the other way; none where no controls are stated.
    """

    line: str
    measure: str
    own: Figure
    controls: float | None
    net_of_controls: bool
    change: Figure
    exposure: float
    per_unit: float
    quantity: Figure
    otherwise: Figure | None = None

    @property
    def is_net(self) -> bool:
        """Whether something was taken off for the controls."""
        return self.net_of_controls and self.controls is not None
