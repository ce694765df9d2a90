"""The framework as data: everything that a non-programmer changes."""

from collections.abc import Mapping
from dataclasses import field

from civalue_build.model.approach import Approach
from civalue_build.model.estimate import PriceYear
from civalue_build.model.record import record
from civalue_build.model.reference import (
    Citation,
    DiscountSchedule,
    EvidenceGrades,
    PriceIndex,
    Unit,
    UnitValue,
)
from civalue_build.model.reporting import Guideline
from civalue_build.model.worked import Asked

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


@record
class Licence:
    """Under which terms the library's own text and data may be used.

    `name` is its short name in lists of licences.
    """

    name: str
    title: str
    url: str


@record
class Term:
    """The label and meaning of one member of a vocabulary."""

    id: str
    title: str
    means: str = ""
    example: str | None = None
    source: Citation | None = None


@record
class GlossaryEntry:
    """A term of the glossary."""

    term: str
    means: str
    short: str | None = None


@record
class PlainWord:
    """A word that reads badly, and what to say instead."""

    avoid: str
    say: str
    why: str | None = None


@record
class Acronym:
    """A short form; `known` where readers need no explanation."""

    short: str
    long: str
    known: bool = False


@record
class Threshold:
    """A number that a check compares with, and why it is what it is."""

    id: str
    value: float
    why: str
    source: Citation | None = None


@record
class Definition:
    """A definition that the whole library uses, with the framings it allows."""

    id: str
    title: str
    definition: str
    source: Citation
    body: str = ""


@record
class LensText:
    """One of the three lenses in words."""

    id: str
    number: int
    title: str
    question: str
    words: str
    source: Citation
    body: str = ""


@record
class Principle:
    """One of the ten design principles; `words` are the deck's, `reviewer` what a person judges."""

    id: str
    number: int
    title: str
    words: str
    reviewer: str
    body: str = ""


@record
class ProsePage:
    """A page of prose: `path` below framework/pages, without its ending."""

    path: str
    title: str
    body: str
    description: str = ""


@record
class LiteratureFact:
    """One fact of the literature that the library stands beside."""

    id: str
    title: str
    value: float
    unit: str | None = None
    note: str | None = None


@record
class Literature:
    """Facts of one review of the literature."""

    title: str
    facts: tuple[LiteratureFact, ...]
    source: Citation


@record
class Framework:
    """Everything that cases are read against."""

    edition: str
    title: str
    purpose: str
    library_price_year: PriceYear
    default_discounting: str
    default_price_index: str
    licence: Licence | None = None
    contact: str | None = None
    """Where to write to the people who publish the library: an address of the web or of mail."""
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
    guidelines: Mapping[str, Guideline] = field(default_factory=dict)
    approaches: Mapping[str, Approach] = field(default_factory=dict)
    """Other approaches to value by id, in their order."""
    pages: tuple[ProsePage, ...] = ()
    asked: tuple[Asked, ...] = ()
    """The worked examples that the pages ask of cases."""

    def threshold(self, name: str) -> float:
        """Return the number of a threshold. Raises KeyError where the framework lacks it."""
        return self.thresholds[name].value
