"""What a library keeps of each case once its page is made: a row of a table, not a page."""

from dataclasses import dataclass

from civalue_build.model.appraisal import Operational, Result
from civalue_build.model.enums import Claim, Kind, Record, Standing, Status
from civalue_build.model.estimate import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """One case in lists of cases. `claim` is the strongest that any of its benefit lines makes."""

    slug: str
    title: str
    summary: str
    organisation: str
    setting: str
    status: Status
    record: Record
    illustrative: bool
    started: PartialDate | None = None
    tags: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    claim: Claim | None = None
    currency: str = "GBP"
    headline: Result | None = None
    operational: tuple[Operational, ...] = ()
    standings: tuple[tuple[str, Standing], ...] = ()
    unit_values: tuple[str, ...] = ()
