"""A programme: shared costs, and the cases that belong together."""

from dataclasses import field

from civalue_build.model.case import (
    HEADINGS,
    READ,
    Basis,
    Case,
    Contact,
    Organisation,
    Partner,
    Period,
    Section,
    Sponsor,
    StrategicLink,
)
from civalue_build.model.enums import Record, Status
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Source
from civalue_build.model.lines import CostLine
from civalue_build.model.record import record


@record
class Story:
    """What the programme is and what was learned, as CommonMark, under a case's four headings."""

    problem: str | None = None
    change: str | None = None
    happened: str | None = None
    learned: str | None = None

    @property
    def parts(self) -> tuple[tuple[str, str, str], ...]:
        """Return (key, heading, text) of each part that is told."""
        texts = (self.problem, self.change, self.happened, self.learned)
        named = zip(STORY, HEADINGS, texts, strict=True)
        return tuple((key, heading, text) for key, heading, text in named if text)


STORY = ("problem", "change", "happened", "learned")
"""The keys of a story, in the order of a case's headings."""


@record
class Programme:
    """Shared costs, and the cases that belong together; year 0 begins with `period.start`.

    `cases` repeats in one place which cases name the programme; a case belongs to it by its own
    key `programme`, whether it is listed here or not.
    """

    format: int
    title: str
    summary: str
    record: Record
    organisation: Organisation
    status: Status
    period: Period
    because: str | None = None
    illustrative: bool = False
    contact: Contact | None = None
    sponsor: Sponsor | None = None
    reviewed: PartialDate | None = None
    review_by: PartialDate | None = None
    strategy: tuple[StrategicLink, ...] = ()
    partners: tuple[Partner, ...] = ()
    appraisal: Basis | None = None
    costs: tuple[CostLine, ...] | None = None
    cases: tuple[str, ...] = ()
    story: Story | None = None
    sources: tuple[Source, ...] = ()
    id: str = field(default="", metadata=READ)

    def as_case(self) -> Case:
        """Return the shared costs as a case that states no benefit: they are valued like any."""
        return Case(
            format=self.format,
            title=self.title,
            summary=self.summary,
            record=self.record,
            organisation=self.organisation,
            setting="system",
            status=self.status,
            because=self.because,
            period=self.period,
            illustrative=self.illustrative,
            contact=self.contact,
            sponsor=self.sponsor,
            reviewed=self.reviewed,
            review_by=self.review_by,
            strategy=self.strategy,
            partners=self.partners,
            appraisal=self.appraisal,
            costs=self.costs,
            sources=self.sources,
            slug=self.id,
            sections=tuple(
                Section(heading=heading, text=text, line=1)
                for _, heading, text in (self.story.parts if self.story else ())
            ),
        )
