"""The page of data: every table of the library, in several formats, with what its columns mean."""

from dataclasses import replace

from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    DATA,
    FEED,
    HOME,
    INSIGHTS,
    INSIGHTS_PYTHON,
    address_on,
    beside,
    relative,
)
from civalue_build.present.jsonld import catalogue, download, licence_of, text
from civalue_build.present.library.base import draw, ways
from civalue_build.present.library.data import insights_files
from civalue_build.present.library.data_told import PACKAGE, WORKBOOK, Published, Told
from civalue_build.present.views import Cell, Column, Link, Row, Table

FORMATS = {"csv": "CSV", "json": "JSON", "parquet": "Parquet"}
OVERVIEW = (
    Column(text="Table"),
    Column(text="Rows", numeric=True),
    *(Column(text=name) for name in FORMATS.values()),
)
FIELDS = (Column(text="Column"), Column(text="What it means"), Column(text="Unit"))


@record
class TableView:
    """A table: what it is about, and its columns."""

    anchor: str
    title: str
    about: str
    fields: Table


def page(
    framework: Framework, published: Published | None = None, address: str | None = None
) -> Page:
    """Draw the page of data; `published` is what is told of its tables where they were made.

    `address` is that of the site, empty where the settings give none, which leaves it no feed;
    of a feed nothing is said where this is not known.
    """
    found = published or Published()
    drawn = draw(
        DATA,
        "library_data.html",
        title="Data",
        lead="The whole library as tables to download, for spreadsheets and for programs.",
        overview=_overview(found) if found.tables else None,
        tables=tuple(map(_table, found.tables)),
        has_parquet=any("parquet" in table.sizes for table in found.tables),
        workbook=Link(
            text=f"All tables as one spreadsheet (XLSX, {wording.file_size(found.workbook)})",
            href=relative(DATA, WORKBOOK),
        ),
        left_out=wording.listed(t.title.lower() for t in found.tables if not t.in_workbook),
        package=Link(text="The data package (JSON)", href=relative(DATA, PACKAGE)),
        python=Link(text="Use the data in Python", href=relative(DATA, INSIGHTS_PYTHON)),
        insights=tuple(
            Link(text=f"{title} (CSV)", href=relative(DATA, path))
            for path, title in insights_files()
        ),
        feed_asked=address is not None,
        feed=Link(text="Feed of new and changed cases (Atom)", href=relative(DATA, FEED))
        if address
        else None,
        licence=framework.licence,
        citation=f"{wording.sentence(framework.title)} Data of the library, framework edition "
        f"{framework.edition}.",
        address=address_on(address or "", HOME),
        onward=ways(
            DATA,
            Link(text="See the cases side by side", href=INSIGHTS),
            Link(text="Read the cases", href=CASES),
        ),
    )
    return replace(drawn, data=_data(framework, found, address or ""))


def _overview(found: Published) -> Table:
    return Table(
        id="tables-of-data",
        caption="Tables of the library",
        columns=OVERVIEW,
        stacked=True,
        rows=tuple(map(_row, found.tables)),
    )


def _row(told: Told) -> Row:
    files = (
        Cell(
            text=f"{name}, {wording.file_size(told.sizes[ending])}",
            href=f"{told.name}.{ending}",
        )
        if ending in told.sizes
        else Cell(text="not made", empty=True)
        for ending, name in FORMATS.items()
    )
    title = Cell(text=told.title, href=f"#{told.name}")
    return Row(cells=(title, Cell(text=wording.number(told.rows)), *files))


def _table(told: Told) -> TableView:
    return TableView(
        anchor=told.name,
        title=told.title,
        about=told.about,
        fields=Table(
            id=f"{told.name}-columns",
            caption=f"Columns of the table {told.title}",
            stacked=True,
            columns=FIELDS,
            rows=tuple(
                Row(
                    cells=(
                        Cell(text=field.name),
                        Cell(text=wording.capital(field.means)),
                        Cell(text=field.unit or "words"),
                    )
                )
                for field in told.fields
            ),
        ),
    )


def _data(framework: Framework, found: Published, site: str) -> str:
    """Return in JSON-LD what the library's data are; `site` is its address, if it has one."""
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": framework.title,
        "description": framework.purpose,
        "url": address_on(site, DATA),
        "inLanguage": "en-GB",
        "version": framework.edition,
        "isAccessibleForFree": True,
        "license": licence_of(framework.licence),
        "includedInDataCatalog": catalogue(framework, address_on(site, HOME)),
        "distribution": [
            download(name, address_on(site, beside(DATA, name)), size)
            for table in found.tables
            for ending, size in table.sizes.items()
            for name in (f"{table.name}.{ending}",)
        ],
    }
    return text(told)
