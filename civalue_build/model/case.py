"""A case of the format, version 1."""

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from civalue_build.model.approach_facts import PatientCosts, Stage
from civalue_build.model.enums import (
    Claim,
    Involvement,
    Perspective,
    Prevention,
    Record,
    Sector,
    Status,
)
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear
from civalue_build.model.evidence import (
    Evaluation,
    FollowUp,
    Learning,
    Outcome,
    Printed,
    SignOff,
    Source,
)
from civalue_build.model.lines import SELF, BenefitLine, CostLine, Line
from civalue_build.model.measures import LedgerEntry, Measure, SeriesPoint
from civalue_build.model.record import record
from civalue_build.model.reference import DatedValue, UnitValue

FORMAT = 1
HEADINGS = ("The problem", "What we changed", "What happened", "What we learned")
HALF_A_YEAR = 6
"""Months after which the middle of a year lies in the next calendar year."""
READ = {"read": True}
"""Metadata of a field that is read from the folder, or from free facts of the front matter."""


@record
class Organisation:
    """Who did the work. `ods` and `icb` are the NHS codes, where known."""

    name: str
    sector: Sector = Sector.PROVIDER
    ods: str | None = None
    icb: str | None = None


@record
class Period:
    """When the work was done; year 0 is the first 12 months from `start`."""

    start: PartialDate
    end: PartialDate | None = None


@record
class Contact:
    """Whom to ask: a role, never a person."""

    role: str
    email: str | None = None


@record
class Sponsor:
    """The leader who owns the work: a role, and what they do for it."""

    role: str
    how: str | None = None


@record
class Revision:
    """What changed in a case after it was published, and when."""

    date: PartialDate
    what: str


@record
class Aim:
    """What was meant at the outset: how much, by when, shown by which measure, worth what."""

    statement: str
    measure: str | None = None
    by: PartialDate | None = None
    value: str | None = None


@record
class StrategicLink:
    """A priority of the framework, and how the work serves it."""

    priority: str
    how: str | None = None


@record
class PeopleEngaged:
    """A group of people and how they took part."""

    group: str
    role: Involvement
    number: int | None = None


@record
class Readiness:
    """How readiness for the change was assessed and worked on."""

    how: str
    assessed: PartialDate | None = None


@record
class Population:
    """For whom the work is: people, prevention, and who is reached least well."""

    who: str
    size: int | None = None
    prevention: Prevention | None = None
    inequalities: str | None = None


@record
class Partner:
    """A party that pays or gains, beside the organisation itself."""

    id: str
    name: str
    sector: Sector


@record
class PrincipleNote:
    """The author's words on one principle. They never show it by themselves."""

    how: str | None = None
    evidence: tuple[str, ...] = ()


@record
class Basis:
    """The basis of a case's sums; `horizon` in years, `currency` an ISO 4217 code.

    `per` is the unit of which all sums are for one, none where they are for the whole of the work.
    """

    price_year: PriceYear
    horizon: int
    valued_on: PartialDate | None = None
    counterfactual: str | None = None
    discounting: str | None = None
    currency: str = "GBP"
    price_index: str | None = None
    per: str | None = None


@record
class Section:
    """One titled part of the narrative, as CommonMark; `line` is the line of its heading."""

    heading: str
    text: str
    line: int


@record
class Picture:
    """An image of a case's folder, checked and encoded anew."""

    name: str
    content: bytes


@record
class Case:
    """One improvement and its value. Fields with `READ` come from no key of their own."""

    format: int
    title: str
    summary: str
    record: Record
    organisation: Organisation
    setting: str
    status: Status
    period: Period
    because: str | None = None
    programme: str | None = None
    formerly: tuple[str, ...] = ()
    illustrative: bool = False
    contact: Contact | None = None
    sponsor: Sponsor | None = None
    reviewed: PartialDate | None = None
    review_by: PartialDate | None = None
    published: PartialDate | None = None
    changes: tuple[Revision, ...] = ()
    tags: tuple[str, ...] = ()
    aim: Aim | None = None
    strategy: tuple[StrategicLink, ...] = ()
    people: tuple[PeopleEngaged, ...] = ()
    population: Population | None = None
    readiness: Readiness | None = None
    partners: tuple[Partner, ...] = ()
    principles: Mapping[str, PrincipleNote] = field(default_factory=dict)
    waivers: Mapping[str, str] = field(default_factory=dict)
    appraisal: Basis | None = None
    evaluation: Evaluation | None = None
    volumes: Mapping[str, Estimate] = field(default_factory=dict)
    costs: tuple[CostLine, ...] | None = None
    benefits: tuple[BenefitLine, ...] | None = None
    outcomes: tuple[Outcome, ...] = ()
    measures: tuple[Measure, ...] = ()
    follow_up: FollowUp | None = None
    printed: tuple[Printed, ...] = ()
    ledger: str | None = None
    claim: Claim | None = None
    sign_off: SignOff | None = None
    approaches: Mapping[str, Any] = field(default_factory=dict)
    learning: Learning | None = None
    sources: tuple[Source, ...] = ()
    slug: str = field(default="", metadata=READ)
    sections: tuple[Section, ...] = field(default=(), metadata=READ)
    series: Mapping[str, tuple[SeriesPoint, ...]] = field(default_factory=dict, metadata=READ)
    entries: tuple[LedgerEntry, ...] = field(default=(), metadata=READ)
    pictures: tuple[Picture, ...] = field(default=(), metadata=READ)
    patient_costs: PatientCosts | None = field(default=None, metadata=READ)
    pathway: tuple[Stage, ...] = field(default=(), metadata=READ)

    @property
    def has_money(self) -> bool:
        """Whether the case states any cost or benefit line."""
        return bool(self.costs) or bool(self.benefits)

    @property
    def last_change(self) -> Revision | None:
        """The latest of its changes; of several on one day, the one that stands last."""
        latest_first = reversed(self.changes)
        return max(latest_first, key=lambda change: change.date.first_day, default=None)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Cost lines, then benefit lines."""
        costs: tuple[Line, ...] = self.costs or ()
        return costs + (self.benefits or ())

    def sector_of(self, party: str) -> Sector | None:
        """Return the sector of a party by id; none where the case does not name it."""
        if party == SELF:
            return self.organisation.sector
        return next((p.sector for p in self.partners if p.id == party), None)

    def counts(self, perspective: Perspective, party: str) -> bool:
        """Whether a perspective counts what a party pays and gains; itself always."""
        return party == SELF or perspective.counts(self.sector_of(party))

    def calendar_year(self, year: int) -> int:
        """Return the calendar year in which the middle of a year of the case lies."""
        start = self.period.start
        return start.year + year + ((start.month or 1) > HALF_A_YEAR)

    def entry_of(self, value: UnitValue) -> DatedValue | None:
        """Return the price of the framework that is in force for the case: when it was valued.

        Of a value that has one price for each year it is the price of year 0.
        """
        if value.yearly:
            return value.of_year(self.calendar_year(0))
        day = self.appraisal.valued_on if self.appraisal else None
        return value.on(day.last_day if day else None)

    def section(self, heading: str) -> str:
        """Return the text under a heading, empty where it is not there."""
        return next((s.text for s in self.sections if s.heading == heading), "")
