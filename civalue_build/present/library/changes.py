"""What of the framework holds from when: its edition, and every dated value, the latest first."""

from collections.abc import Iterator

from civalue_build.model.framework import Framework
from civalue_build.model.reference import Citation, DatedValue, UnitValue
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CHANGES,
    DISCOUNTING,
    PRICE_INDICES,
    UNIT_VALUES,
    relative,
)
from civalue_build.present.library.base import Library
from civalue_build.present.library.parts import part
from civalue_build.present.library.unit_values import amount
from civalue_build.present.library.views import Section
from civalue_build.present.views import Cell, Column, Row, Table

CHECKED = Column(text="Compared with its source by a person")
VALUES = (
    Column(text="Value of one"),
    Column(text="In force"),
    Column(text="Amount"),
    CHECKED,
)
SERIES = (Column(text="Title"), Column(text="What it covers"), CHECKED)
ADDED = (
    "Entries are added and never overwritten, so that a case which was valued earlier can be "
    "worked out again with the values of its day."
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of what holds from when."""
    framework = library.framework
    yield part(
        CHANGES,
        "Values and editions by date",
        "What the framework holds, from which date, and whether a person has compared it with "
        "its source.",
        _edition(framework),
        Section(
            anchor="unit-values",
            heading="Unit values, the latest first",
            text=ADDED,
            tables=(_values(framework),),
        ),
        Section(
            anchor="indices-and-rates",
            heading="Price indices and discount schedules",
            tables=(_series(framework),),
        ),
    )


def _edition(framework: Framework) -> Section:
    return Section(
        anchor="edition",
        heading=f"Edition {framework.edition}",
        text="This site is made with that edition of the framework. Each case says with which "
        "edition, price year and discount schedule it was valued.",
    )


def _values(framework: Framework) -> Table:
    entries = [
        (entry, key, value)
        for key, value in framework.unit_values.items()
        for entry in value.values
    ]
    entries.sort(key=lambda one: one[2].title.casefold())
    entries.sort(key=lambda one: one[0].from_date.first_day, reverse=True)
    return Table(
        id="values-by-date",
        caption="Entries of unit values by the date from which they hold",
        stacked=True,
        columns=VALUES,
        rows=tuple(_value(*entry) for entry in entries),
    )


def _value(entry: DatedValue, key: str, value: UnitValue) -> Row:
    since = (
        f"in {entry.from_date.year}" if value.yearly else f"from {wording.date(entry.from_date)}"
    )
    return Row(
        cells=(
            Cell(text=value.title, href=relative(CHANGES, f"{UNIT_VALUES}#{key}")),
            Cell(text=since),
            Cell(text=amount(entry), note=f"{entry.price_year.label} prices"),
            _source(entry.source),
        )
    )


def _series(framework: Framework) -> Table:
    return Table(
        id="series-by-title",
        caption="Price indices and discount schedules, by title",
        stacked=True,
        columns=SERIES,
        rows=(*_indices(framework), *_schedules(framework)),
    )


def _indices(framework: Framework) -> Iterator[Row]:
    for key, index in framework.price_indices.items():
        years = [*index.calendar, *index.financial]
        covered = wording.listed(
            f"{min(known)} to {max(known)}" for known in (index.calendar, index.financial) if known
        )
        note = wording.counted(len(years), "year", "years")
        yield Row(
            cells=(
                Cell(text=index.title, href=relative(CHANGES, f"{PRICE_INDICES}#{key}")),
                Cell(text=covered or "no year", note=note),
                _source(index.source),
            )
        )


def _schedules(framework: Framework) -> Iterator[Row]:
    for key, schedule in framework.schedules.items():
        streams = "money and health" if schedule.health else "money and health alike"
        yield Row(
            cells=(
                Cell(text=schedule.title, href=relative(CHANGES, f"{DISCOUNTING}#{key}")),
                Cell(text=f"rates for {streams}"),
                _source(schedule.source),
            )
        )


def _source(source: Citation) -> Cell:
    return Cell(text="yes" if source.checked else "not yet")
