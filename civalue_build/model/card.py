"""What a library keeps of each case once its page is made: a row of a table, not a page."""

from civalue_build.model.appraisal import Operational, Result, Vintage
from civalue_build.model.case import Case, Revision
from civalue_build.model.contribution import Contribution, Edition, SavingClaim, Seen
from civalue_build.model.enums import (
    Claim,
    Kind,
    Reading,
    Record,
    Side,
    Standing,
    Status,
    Variation,
)
from civalue_build.model.estimate import PartialDate
from civalue_build.model.place import Place
from civalue_build.model.record import record
from civalue_build.model.tracked import TrackedLine
from civalue_build.model.worked import WorkedExample


@record
class GradedLines:
    """The lines of one side of a case that have one evidence grade: the `first`, and how many.

    `grade` is none for lines without one.
    """

    grade: int | None
    side: Side
    first: str
    count: int


@record
class Trend:
    """The series of a case's lead measure: (day, value) by day of the calendar, as it stands.

    A value is none where it is missing. `reads` is how the latest point reads.
    """

    label: str
    values: tuple[tuple[int, float | None], ...]
    variation: Variation
    reads: Reading | None = None


@record
class CaseCard:
    """One case in lists of cases. `claim` is the strongest that any of its benefit lines makes.

    `formerly_at` has the place of each earlier name of its folder, `programme_at` that of the
    programme which it names; `contribution` is what it brings to that programme. `ungraded`
    counts lines with a value and no evidence grade, which the corrected headline takes for the
    weakest. `changed` is the latest change of what it says.

    The `headline` has its `vintage`, and `editions` what it is under each discount schedule.
    `cash` and `society` are other steps of realisation, `business` what lands in the
    organisation itself. `outcomes` is how many changes for people it tells of, `savings` what it
    claims of savings that others may claim too, `trend` how its lead outcome went over time.
    `approaches` are the named approaches to value that it gives facts for, `serves` the priorities
    that it serves, each with how.
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
    ended: PartialDate | None = None
    reviewed: PartialDate | None = None
    published: PartialDate | None = None
    changed: Revision | None = None
    approaches: tuple[str, ...] = ()
    falls: tuple[tuple[str, str], ...] = ()
    """By approach to value, one letter for each of its categories: see `model.fall`."""
    serves: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    claim: Claim | None = None
    currency: str = "GBP"
    headline: Result | None = None
    ungraded: int = 0
    vintage: Vintage | None = None
    editions: tuple[Edition, ...] = ()
    cash: Seen | None = None
    society: Seen | None = None
    business: Seen | None = None
    outcomes: int = 0
    operational: tuple[Operational, ...] = ()
    standings: tuple[tuple[str, Standing], ...] = ()
    reporting: tuple[tuple[str, str], ...] = ()
    """By guideline, one letter for each of its items: see `model.reported`."""
    graded: tuple[GradedLines, ...] = ()
    unit_values: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    formerly_at: tuple[Place, ...] = ()
    programme: str | None = None
    programme_at: Place | None = None
    contribution: Contribution | None = None
    savings: tuple[SavingClaim, ...] = ()
    trend: Trend | None = None
    tracked: tuple[TrackedLine, ...] = ()
    """What its ledger says, month by month."""
    worked: tuple[WorkedExample, ...] = ()
    """The examples that pages of the framework ask of it."""

    @property
    def updated(self) -> PartialDate | None:
        """The latest day on which, as it says, it was published, changed or gone through."""
        days = (self.published, self.reviewed, self.changed.date if self.changed else None)
        return max(filter(None, days), key=lambda day: day.first_day, default=None)

    @property
    def is_counted(self) -> bool:
        """Whether it may enter a total: neither an invented case nor an archived one does."""
        return not self.illustrative and self.is_current

    @property
    def is_current(self) -> bool:
        """Whether it is not archived."""
        return self.status is not Status.ARCHIVED


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
        ended=case.period.end,
        reviewed=case.reviewed,
        published=case.published,
        changed=case.last_change,
        approaches=tuple(case.approaches),
        serves=tuple((link.priority, link.how or "") for link in case.strategy),
        tags=case.tags,
        formerly=case.formerly,
        programme=case.programme,
    )
