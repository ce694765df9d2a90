"""Plan against actual, month by month: what the ledger of a case says, line by line.

Amounts are those of the month in which they were booked, in the currency of the case: before any
share is taken off, not discounted and not brought to the prices of another year. A month is a
number: twelve times its year, and its place in that year from 0.
"""

from typing import NamedTuple

from civalue_build.model.enums import Claim, Kind
from civalue_build.model.record import record


class Booked(NamedTuple):
    """A month with what was planned and what came; none where the ledger does not say."""

    month: int
    plan: float | None
    actual: float | None


@record
class TrackedLine:
    """A line of a case that its ledger speaks of, months in order.

    `party` is the organisation that pays or gains, by name. A cost has neither `kind` nor `claim`.
    """

    id: str
    label: str
    party: str
    months: tuple[Booked, ...]
    kind: Kind | None = None
    claim: Claim | None = None
    saving: str | None = None

    @property
    def latest(self) -> int | None:
        """The last month with an actual amount; none where there is none yet."""
        return max((at.month for at in self.months if at.actual is not None), default=None)
