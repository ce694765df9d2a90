"""What a newcomer is asked for a case, field by field, in a form and in a spreadsheet alike.

Answers are `Facts`: for each part its rows, and in each row texts by the path of their field.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from civalue_build.model.enums import (
    Basis,
    Better,
    CostType,
    Involvement,
    Kind,
    MeasureResult,
    MeasureRole,
    ReadAs,
    Record,
    Status,
    Step,
    Stream,
    Who,
)
from civalue_build.model.framework import Framework
from civalue_build.model.record import record

Facts = Mapping[str, Sequence[Mapping[str, str]]]
"""Part, row, path of the field: what somebody answered, as text. A part of one row has one."""

STORY = "story"
SLUG = "slug"
NO_COSTS = "none"
"""The answer that the work cost nothing, which is not the same as no answer."""
OURSELVES = "Our organisation"
"""How the party that did the work is called where somebody chooses who pays or gains."""
LONG = 4_000
"""Characters of a text of several lines; written with escapes, it is one line of the file."""


class Sort(StrEnum):
    """What an answer is, and so how it is read and written."""

    SLUG = "slug"
    TEXT = "text"
    LONG = "long"
    STORY = "story"
    CHOICE = "choice"
    NAME = "name"
    NUMBER = "number"
    WHOLE = "whole"
    SHARE = "share"
    DATE = "date"
    PRICE_YEAR = "price-year"
    YEARS = "years"
    ADDRESS = "address"
    MAILBOX = "mailbox"
    PEOPLE = "people"
    SERIES = "series"


@record
class Field:
    """One thing that is asked. `path` is its key below that of its part, with dots between keys.

    `of` names the list that a choice is from, or the part whose rows a name is one of.
    """

    path: str
    label: str
    sort: Sort = Sort.TEXT
    hint: str = ""
    required: bool = False
    of: str = ""
    longest: int = 300


@record
class Part:
    """Fields that belong together; `many` where there can be any number of rows of them.

    `named_by` is the field that names a row, `one` what a row is called. A part of many rows has
    a `sheet` of its own in the spreadsheet; all others share one.
    """

    id: str
    title: str
    fields: tuple[Field, ...]
    about: str = ""
    many: bool = False
    one: str = ""
    named_by: str = ""
    sheet: str = "Case"


CASE_SHEET, SERIES_SHEET, LISTS_SHEET = "Case", "Series", "Lists"
CASE_HEADS = ("Question", "Answer", "What belongs here")
ROWS = 300
"""How many rows of a sheet are made ready to be filled in."""
SERIES_FIELDS = (
    Field(path="measure", label="Measure", sort=Sort.NAME, of="measures", required=True,
          hint="One of the sheet Measures."),
    Field(path="date", label="Date", sort=Sort.DATE, required=True, hint="Such as 2024-04."),
    Field(path="value", label="Value", sort=Sort.NUMBER,
          hint="Leave empty where it is missing. Write 0 only where nothing was counted."),
    Field(path="denominator", label="Out of", sort=Sort.NUMBER,
          hint="The number that the value is out of, such as bed days."),
    Field(path="note", label="Note"),
)  # fmt: skip
"""Columns of the sheet of values over time, which a form takes as one pasted text."""


def cell_hint(field: Field) -> str:
    """Return what the spreadsheet says of a field: a table over time has a sheet of its own."""
    need = "Needed." if field.required else ""
    chosen = "Choose from the list." if field.sort in (Sort.CHOICE, Sort.NAME) else ""
    told = f"Use the sheet {SERIES_SHEET}." if field.sort is Sort.SERIES else field.hint
    return " ".join(part for part in (need, told, chosen) if part)


def choices(framework: Framework) -> Mapping[str, tuple[str, ...]]:
    """Return the ids that each list holds, by the name of the list."""
    return {
        "records": tuple(Record),
        "statuses": tuple(status for status in Status if status is not Status.ARCHIVED),
        "settings": tuple(framework.settings),
        "sectors": tuple(framework.sectors),
        "priorities": tuple(framework.priorities),
        "kinds": tuple(framework.kinds),
        "claims": tuple(framework.claims),
        "grades": tuple(str(one.grade) for one in framework.grades.grades),
        "unit-values": tuple(framework.unit_values),
        "roles": tuple(Involvement),
        "who": tuple(Who),
        "types": tuple(CostType),
        "better": tuple(Better),
        "measure-roles": tuple(MeasureRole),
        "results": tuple(MeasureResult),
        "read-as": tuple(ReadAs),
        "costs-are": (NO_COSTS,),
        "price-years": _price_years(framework),
        "transfers": tuple(kind for kind in Kind if kind.is_transfer),
        "society-kinds": tuple(kind for kind in Kind if kind.step is Step.SOCIETY),
        "society-values": tuple(_of_society(framework)),
    }


def _of_society(framework: Framework) -> Iterator[str]:
    """Give the unit values that say what something is worth to people, which no budget pays."""
    for name, value in framework.unit_values.items():
        unit = framework.units.get(value.unit)
        is_worth = any(
            entry.basis is Basis.WILLINGNESS_TO_PAY or entry.stream is Stream.HEALTH
            for entry in value.values
        )
        if is_worth or (unit and unit.society_only):
            yield name


def _price_years(framework: Framework) -> tuple[str, ...]:
    """Return the years that the price index reaches, the earliest first."""
    index = framework.price_indices.get(framework.default_price_index)
    return tuple(sorted((*index.calendar, *index.financial))) if index else ()
