"""Every table of the library as rows: what its cases come to, and what they are valued with."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.reference import DatedValue
from civalue_build.present.library import data_columns as told
from civalue_build.present.library.base import Library
from civalue_build.present.library.columns import RETURNS, WAYS, DataColumn, columns
from civalue_build.present.library.data_columns import Field, Kind, fields
from civalue_build.present.library.frames import LINES, RESULTS
from civalue_build.present.prose import safe_url
from civalue_build.present.sheets import Value

Rows = Sequence[Sequence[Value]]
OfCases = Iterable[Mapping[str, Rows]]
"""The rows of each case by the name of their table."""


@record
class DataTable:
    """A table: `name` is that of its files, `key` the columns that no two rows share."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    rows: Rows
    key: tuple[str, ...] = ()


def data_tables(library: Library, of_cases: OfCases) -> tuple[DataTable, ...]:
    """Return the tables, those of cases first, each in the order of its cases or of its ids."""
    known = tuple(of_cases)
    return (
        _cases(library),
        *_money(known),
        *_shown(library, known),
        *_framework(library.framework),
    )


def _money(known: Sequence[Mapping[str, Rows]]) -> Iterator[DataTable]:
    yield DataTable(
        name="results",
        title="Results",
        about="Costs, benefits and returns of each case, one row for each perspective and horizon.",
        fields=fields(RESULTS, (f"{way}_{name}" for way in WAYS for name, *_ in RETURNS)),
        rows=_joined(known, "results"),
        key=("case", "perspective", "horizon_years"),
    )
    yield DataTable(
        name="lines",
        title="Lines by year",
        about="Each cost and benefit of each case, one row a line and year.",
        fields=tuple(map(_whole_year, fields(LINES))),
        rows=_joined(known, "lines"),
        key=("case", "line", "year"),
    )


def _shown(library: Library, known: Sequence[Mapping[str, Rows]]) -> Iterator[DataTable]:
    yield DataTable(
        name="measures",
        title="Points of measures",
        about="What each case measured over time, one row a point, with its signal.",
        fields=fields(told.MEASURES),
        rows=_joined(known, "measures"),
    )
    yield DataTable(
        name="verdicts",
        title="Verdicts on principles",
        about="What the checks found of each design principle in each case.",
        fields=fields(told.VERDICTS),
        rows=[(card.slug, *pair) for card in library.cards for pair in card.standings],
        key=("case", "principle"),
    )
    yield DataTable(
        name="sources",
        title="Sources of cases",
        about="What each case rests on, one row a source.",
        fields=fields(told.SOURCES),
        rows=_joined(known, "sources"),
        key=("case", "source"),
    )


def _joined(cases: Iterable[Mapping[str, Rows]], name: str) -> Rows:
    return list(chain.from_iterable(case[name] for case in cases))


def _cases(library: Library) -> DataTable:
    known = columns(library)
    found = tuple(
        Field(name=column.name, means=column.means, unit=column.unit, kind=_kind(column.name,
              column.unit, is_number=column.decimals is not None))
        for column in known
    )  # fmt: skip
    return DataTable(
        name="cases",
        title="Cases",
        about="Each case with its headline, what it freed and its principles, one row a case.",
        fields=found,
        rows=[[_rounded(column, card) for column in known] for card in library.cards],
        key=("case",),
    )


def _rounded(column: DataColumn, card: CaseCard) -> Value:
    value = column.get(card)
    is_number = column.decimals is not None and value is not None
    return round(float(value or 0), column.decimals) if is_number else value


def _kind(name: str, unit: str, *, is_number: bool) -> Kind:
    if unit == "yes or no":
        return Kind.YES
    if name == "horizon_years":
        return Kind.WHOLE
    return Kind.NUMBER if is_number else Kind.TEXT


def _whole_year(field: Field) -> Field:
    """Return the column of years of the case as whole numbers: elsewhere a year is a text."""
    if field.name != "year":
        return field
    return Field(name=field.name, means=field.means, unit=field.unit, kind=Kind.WHOLE)


def _framework(framework: Framework) -> Iterator[DataTable]:
    for name, title, about, columns_told, rows, key in _TABLES:
        yield DataTable(
            name=name,
            title=title,
            about=about,
            fields=fields(columns_told),
            rows=[*rows(framework)],
            key=key,
        )


def _unit_values(framework: Framework) -> Iterator[Sequence[Value]]:
    for key, value in framework.unit_values.items():
        for entry in value.values:
            yield (key, value.title, value.unit, *_entry(entry))


def _entry(entry: DatedValue) -> Iterator[Value]:
    yield str(entry.from_date)
    found, source = entry.value.range, entry.source
    is_range = found is not None and not found.is_certain
    yield found.low if found and is_range else None
    yield found.central if found else None
    yield found.high if found and is_range else None
    yield from (entry.basis, entry.price_year.label, entry.stream, source.title)
    yield from (source.publisher, safe_url(source.url) or None, source.licence, source.checked)
    yield entry.note


def _price_indices(framework: Framework) -> Iterator[Sequence[Value]]:
    for key, index in framework.price_indices.items():
        for year, level in (*index.calendar.items(), *index.financial.items()):
            yield key, index.title, year, level, index.source.title, index.source.checked


def _discount_rates(framework: Framework) -> Iterator[Sequence[Value]]:
    for key, found in framework.schedules.items():
        for stream, bands in (("money", found.money), ("health", found.health or found.money)):
            for band in bands:
                years = band.first, band.last, band.rate
                yield key, found.title, stream, *years, found.source.title, found.source.checked


def _grades(framework: Framework) -> Iterator[Sequence[Value]]:
    for row in framework.grades.grades:
        yield row.grade, row.title, row.means, row.benefit_correction, row.cost_correction


def _words(framework: Framework) -> Iterator[Sequence[Value]]:
    for name in ("kinds", "claims", "sectors", "perspectives", "settings", "priorities", "tags"):
        for key, term in getattr(framework, name).items():
            yield name, key, term.title, term.means or None
    for key, unit in framework.units.items():
        yield "units", key, unit.title, None
    for principle in framework.principles:
        yield "principles", principle.id, principle.title, principle.words


Maker = Callable[[Framework], Iterator[Sequence[Value]]]
_TABLES: tuple[tuple[str, str, str, told.Told, Maker, tuple[str, ...]], ...] = (
    ("unit-values", "Unit values", "What one bed day or hour is worth, one row an entry.",
     told.UNIT_VALUES, _unit_values, ("unit_value", "in_force_from")),
    ("price-indices", "Price indices", "Levels of prices by year.",
     told.PRICE_INDICES, _price_indices, ("price_index", "year")),
    ("discount-rates", "Discount schedules", "Rates by year of a case, for money and for health.",
     told.DISCOUNT_RATES, _discount_rates, ("schedule", "stream", "from_year")),
    ("evidence-grades", "Evidence grades", "How much each grade changes what is claimed.",
     told.GRADES, _grades, ("grade",)),
    ("words", "Words behind the ids", "What the ids in the other tables stand for.",
     told.WORDS, _words, ("list", "id")),
)  # fmt: skip
