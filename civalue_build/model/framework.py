"""The framework as data: everything that a non-programmer changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from civalue_build.model.enums import Basis, Stream
from civalue_build.model.estimate import KEY_FROM, Estimate, PartialDate, PriceYear

PRINCIPLES = (
    "clarify-purpose",
    "co-design",
    "culture-readiness",
    "common-definition",
    "simple-language",
    "learn-and-adapt",
    "leaders-own",
    "co-operate",
    "strategic-priorities",
    "population-health",
)
"""Ids of the ten design principles, which checks belong to."""
THRESHOLDS = (
    "summary-words",
    "sentence-words",
    "small-count",
    "implausible-return",
    "series-points",
)
"""Ids of the numbers that checks compare with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a number or a text comes from; `checked` once a person compared it with that."""

    title: str
    checked: bool
    publisher: str | None = None
    year: str | None = None
    url: str | None = None
    retrieved: PartialDate | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """One value, in force from a date until the next entry's."""

    from_date: PartialDate = field(metadata=KEY_FROM)
    value: Estimate
    basis: Basis
    price_year: PriceYear
    source: Citation
    stream: Stream = Stream.MONEY
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitValue:
    """The price of one unit over time, entries appended and never overwritten."""

    title: str
    unit: str
    values: tuple[DatedValue, ...]

    def on(self, day: tuple[int, int, int] | None) -> DatedValue | None:
        """Return the entry in force on (year, month, day), the newest where no day is given."""
        entries = sorted(self.values, key=lambda entry: entry.from_date.first_day)
        known = [e for e in entries if day is None or e.from_date.first_day <= day]
        return known[-1] if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAs:
    """Another unit in which a total is also given: the total divided by `divide_by`."""

    unit: str
    divide_by: float
    source: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of quantity; `operational` where it is NHS operational currency."""

    id: str
    title: str
    singular: str
    operational: bool = False
    shown_as: ShownAs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceIndex:
    """Index levels by calendar year (`2015`) and by financial year (`2015/16`), as written."""

    title: str
    source: Citation
    calendar: Mapping[str, float] = field(default_factory=dict)
    financial: Mapping[str, float] = field(default_factory=dict)
    note: str | None = None

    def level(self, year: PriceYear) -> float | None:
        """Return the level of a year, or none where the index does not reach it."""
        return (self.financial if year.financial else self.calendar).get(year.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A yearly rate that holds from year `first` to year `last`, both included."""

    first: int
    rate: float
    last: int | None = None

    def holds(self, year: int) -> bool:
        """Whether `year` falls in this band."""
        return self.first <= year and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountSchedule:
    """Rates for money and for health effects; without `health`, money's rates serve for both."""

    title: str
    source: Citation
    money: tuple[Band, ...]
    health: tuple[Band, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """An evidence grade: what it means, and its corrections as shares of the amount."""

    grade: int
    title: str
    means: str
    benefit_correction: float
    cost_correction: float


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceGrades:
    """The table of grades; a line without a grade is treated as the last."""

    grades: tuple[Grade, ...]
    source: Citation

    def of(self, grade: int | None) -> Grade:
        """Return the row of a grade, the weakest where none, or an unknown one, is stated."""
        weakest = max(self.grades, key=lambda row: row.grade)
        return next((row for row in self.grades if row.grade == grade), weakest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The label and meaning of one member of a vocabulary."""

    id: str
    title: str
    means: str = ""
    example: str | None = None
    source: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A term of the glossary."""

    term: str
    means: str
    short: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWord:
    """A word that reads badly, and what to say instead."""

    avoid: str
    say: str
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym:
    """A short form; `known` where readers need no explanation."""

    short: str
    long: str
    known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A number that a check compares with, and why it is what it is."""

    id: str
    value: float
    why: str
    source: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A definition that the whole library uses, with the framings it allows."""

    id: str
    title: str
    definition: str
    source: Citation
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LensText:
    """One of the three lenses in words."""

    id: str
    number: int
    title: str
    question: str
    words: str
    source: Citation
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """One of the ten design principles; `words` are the deck's, `reviewer` what a person judges."""

    id: str
    number: int
    title: str
    words: str
    reviewer: str
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page of prose: `path` below framework/pages, without its ending."""

    path: str
    title: str
    body: str
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteratureFact:
    """One fact of the literature that the library stands beside."""

    id: str
    title: str
    value: float
    unit: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Literature:
    """Facts of one review of the literature."""

    title: str
    facts: tuple[LiteratureFact, ...]
    source: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Everything that cases are read against."""

    edition: str
    title: str
    purpose: str
    library_price_year: PriceYear
    default_discounting: str
    default_price_index: str
    principles: tuple[Principle, ...] = ()
    lenses: tuple[LensText, ...] = ()
    definitions: tuple[Definition, ...] = ()
    unit_values: Mapping[str, UnitValue] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    price_indices: Mapping[str, PriceIndex] = field(default_factory=dict)
    schedules: Mapping[str, DiscountSchedule] = field(default_factory=dict)
    grades: EvidenceGrades
    kinds: Mapping[str, Term] = field(default_factory=dict)
    claims: Mapping[str, Term] = field(default_factory=dict)
    sectors: Mapping[str, Term] = field(default_factory=dict)
    perspectives: Mapping[str, Term] = field(default_factory=dict)
    settings: Mapping[str, Term] = field(default_factory=dict)
    priorities: Mapping[str, Term] = field(default_factory=dict)
    tags: Mapping[str, Term] = field(default_factory=dict)
    glossary: tuple[GlossaryEntry, ...] = ()
    plain_words: tuple[PlainWord, ...] = ()
    acronyms: Mapping[str, Acronym] = field(default_factory=dict)
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    literature: Literature | None = None
    pages: tuple[ProsePage, ...] = ()

    def threshold(self, name: str) -> float:
        """Return the number of a threshold. Raises KeyError where the framework lacks it."""
        return self.thresholds[name].value
