"""What ledgers of a library add up to: plan against actual by case and by organisation.

Amounts and months are those of `tracked`: as they were booked, and no present values.
"""

from typing import NamedTuple

from civalue_build.model.enums import Claim, Kind
from civalue_build.model.record import record
from civalue_build.model.tracked import Booked

QUIET = 3
"""After so many planned months without an actual amount, a line has gone quiet."""


class Quiet(NamedTuple):
    """A line that has gone quiet: how many planned months passed since its `latest` actual."""

    label: str
    months: int
    latest: int | None


@record
class TrackedSum:
    """Lines of one kind and one claim, added up.

    Up to the latest month that the case of a line reports: `planned`, of which `awaited` is the
    plan of months without an actual amount, and `actual`, of which `unplanned` had no plan.
    `to_come` is planned for later months. `lines` and `silent`, which have no actual amount at all,
    are labels; `cases` are slugs.
    """

    kind: Kind | None
    claim: Claim | None
    lines: tuple[str, ...]
    cases: tuple[str, ...]
    months: tuple[Booked, ...]
    """What was planned and what came in each month, over all the lines."""
    planned: float = 0.0
    awaited: float = 0.0
    actual: float = 0.0
    unplanned: float = 0.0
    to_come: float = 0.0
    silent: tuple[str, ...] = ()
    quiet: tuple[Quiet, ...] = ()

    @property
    def latest(self) -> int | None:
        """The last month with an actual amount; none where there is none yet."""
        return max((at.month for at in self.months if at.actual is not None), default=None)

    @property
    def reported(self) -> int:
        """In how many months something has an actual amount."""
        return sum(at.actual is not None for at in self.months)


@record
class Books:
    """What is tracked on the books of one organisation, in one currency.

    `cases` are those whose ledgers speak of it, by slug; `shared` are savings of which several of
    them speak, so that they may be here more than once.
    """

    party: str
    currency: str
    cases: tuple[str, ...]
    sums: tuple[TrackedSum, ...]
    shared: tuple[str, ...] = ()


@record
class TrackedCase:
    """A case with a ledger: what it tracks on the books of each organisation.

    `per` is the unit that its amounts are for one of, none where they are for the whole.
    """

    case: str
    latest: int | None
    books: tuple[Books, ...]
    per: str | None = None


@record
class Tracker:
    """Tracked cases in the order of the library, and organisations in the order of their names."""

    cases: tuple[TrackedCase, ...] = ()
    books: tuple[Books, ...] = ()

    @property
    def latest(self) -> int | None:
        """The last month that any case reports; none where none does."""
        return max((one.latest for one in self.cases if one.latest is not None), default=None)
