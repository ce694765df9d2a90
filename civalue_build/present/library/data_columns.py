"""The columns of the library's tables: name to meaning and unit, and of which sort each is."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from civalue_build.model.record import record

ROWS = "rows.json"
"""The file beside the page of a case that holds its rows of these tables."""

Told = Mapping[str, tuple[str, str]]

MEASURES: Told = {
    "case": ("folder of the case", "id"),
    "measure": ("the measure, a key of its case", "id"),
    "label": ("what is measured", ""),
    "unit": ("what a value counts", ""),
    "date": ("day, week, month or year of the point", "ISO 8601"),
    "value": ("the value, missing where there is none", "that of the measure"),
    "out_of": ("what a rate is out of", "count"),
    "signal": ("the signal that the point is a part of", "id"),
    "reads": ("how that reads", "id"),
    "note": ("what the case says of the point", ""),
}
"""Columns of the points of measures."""
SOURCES: Told = {
    "case": ("folder of the case", "id"),
    "source": ("the source, a key of its case", "id"),
    "title": ("title", ""),
    "kind": ("what sort of source it is", "id"),
    "publisher": ("who published it", ""),
    "published": ("when, as stated", ""),
    "address": ("where it is on the web", "URL"),
    "read_as": ("how much of it was read", "id"),
}
"""Columns of the sources of cases."""
VERDICTS: Told = {
    "case": ("folder of the case", "id"),
    "principle": ("the principle", "id"),
    "verdict": ("what the checks found of it in the case; never a score", "id"),
}
"""Columns of the verdicts on principles."""
UNIT_VALUES: Told = {
    "unit_value": ("the value, as a case names it", "id"),
    "title": ("title", ""),
    "unit": ("what it is the price of", "id"),
    "in_force_from": ("date from which the entry holds", "ISO 8601"),
    "low": ("lowest, where its source gives a range", "money"),
    "amount": ("the amount, or the middle of its range", "money"),
    "high": ("highest, where its source gives a range", "money"),
    "basis": ("what sort of price it is", "id"),
    "price_year": ("the year whose prices it is in", "year"),
    "stream": ("which discount rates apply", "id"),
    "source": ("title of its source", ""),
    "publisher": ("who published the source", ""),
    "address": ("where the source is on the web", "URL"),
    "licence": ("licence of the source", "id"),
    "checked": ("whether a person has compared it with its source", "yes or no"),
    "note": ("what is to be known of it", ""),
}
"""Columns of unit values, one row an entry."""
PRICE_INDICES: Told = {
    "price_index": ("the index", "id"),
    "title": ("title", ""),
    "year": ("year, 2015 a calendar and 2015/16 a financial one", "year"),
    "level": ("level of prices in that year", "index"),
    "source": ("title of its source", ""),
    "checked": ("whether a person has compared it with its source", "yes or no"),
}
"""Columns of price indices, one row a year."""
DISCOUNT_RATES: Told = {
    "schedule": ("the discount schedule", "id"),
    "title": ("title", ""),
    "stream": ("money or health", "id"),
    "from_year": ("first year of the case, 0 is the first, at this rate", "years"),
    "to_year": ("last year at this rate, missing where it has no end", "years"),
    "rate": ("rate a year, 0.035 is 3.5 per cent", "share"),
    "source": ("title of its source", ""),
    "checked": ("whether a person has compared it with its source", "yes or no"),
}
"""Columns of discount schedules, one row a band of years."""
GRADES: Told = {
    "grade": ("evidence grade, 1 is the strongest", "1 to 6"),
    "title": ("title", ""),
    "means": ("what it means", ""),
    "benefit_correction": ("share by which benefits are changed", "share"),
    "cost_correction": ("share by which costs are changed", "share"),
}
"""Columns of evidence grades."""
WORDS: Told = {
    "list": ("the list that the word belongs to", "id"),
    "id": ("the word as the tables use it", "id"),
    "title": ("the word as pages show it", ""),
    "means": ("what it means", ""),
}
"""Columns of what the ids of the other tables stand for."""


class Kind(StrEnum):
    """Of which sort the values of a column are, in the words of Table Schema."""

    TEXT = "string"
    NUMBER = "number"
    WHOLE = "integer"
    YES = "boolean"


NUMBERS = frozenset(
    ("gross", "claimed", "corrected", "pv_claimed", "pv_corrected", "value", "out_of", "low",
     "amount", "high", "level", "rate", "benefit_correction", "cost_correction")
)  # fmt: skip
WHOLE = frozenset(("horizon_years", "grade", "from_year", "to_year"))


@record
class Field:
    """One column: `unit` is empty for words."""

    name: str
    means: str
    unit: str
    kind: Kind


def fields(told: Told, numbers: Iterable[str] = NUMBERS) -> tuple[Field, ...]:
    """Return the columns of a table; those named in `numbers` hold numbers."""
    known = frozenset(numbers)
    return tuple(
        Field(name=name, means=means, unit=unit, kind=_kind(name, unit, known))
        for name, (means, unit) in told.items()
    )


def _kind(name: str, unit: str, numbers: frozenset[str]) -> Kind:
    if unit == "yes or no":
        return Kind.YES
    if name in WHOLE:
        return Kind.WHOLE
    return Kind.NUMBER if name in numbers else Kind.TEXT
