"""What a library keeps of each case once its page is made: a row of a table, not a page."""

from civalue_build.model.appraisal import Operational, Result
from civalue_build.model.case import Case
from civalue_build.model.contribution import Contribution
from civalue_build.model.enums import Claim, Kind, Record, Standing, Status
from civalue_build.model.estimate import PartialDate
from civalue_build.model.place import Place
from civalue_build.model.record import record


@record
class CaseCard:
    """One case in lists of cases. `claim` is the strongest that any of its benefit lines makes.

    `formerly_at` has the place of each earlier name of its folder, `programme_at` that of the
    programme which it names; `contribution` is what it brings to that programme.
    """

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
    formerly: tuple[str, ...] = ()
    formerly_at: tuple[Place, ...] = ()
    programme: str | None = None
    programme_at: Place | None = None
    contribution: Contribution | None = None


def plain_card(case: Case) -> CaseCard:
    """Return what a case says of itself, without its value and how it was judged."""
    return CaseCard(
        slug=case.slug,
        title=case.title,
        summary=case.summary,
        organisation=case.organisation.name,
        setting=case.setting,
        status=case.status,
        record=case.record,
        illustrative=case.illustrative,
        started=case.period.start,
        tags=case.tags,
        formerly=case.formerly,
        programme=case.programme,
    )
