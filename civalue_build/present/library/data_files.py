"""The files of the library's tables, and what the page of data and the data package say of them."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.model.site import Asset
from civalue_build.present.library import data_formats
from civalue_build.present.library.data_columns import Field, Kind
from civalue_build.present.library.data_formats import MAKERS, NO, YES
from civalue_build.present.library.data_tables import DataTable
from civalue_build.present.library.data_told import FOLDER, PACKAGE, WORKBOOK, Published, Told

ABOUT = (
    "Money is in the currency of its case, at that case’s own price year: look at both first.",
    "Invented teaching cases are there too: leave them out.",
    "What each column means stands on the page Data of the site, and in datapackage.json.",
    f"Tables of more than {data_formats.MOST:,} rows are left out here: they are other files.",
)
_PROFILE = "https://datapackage.org/profiles/2.0"
_TYPES = {"csv": "text/csv", "json": "application/json"}


@record
class MakeFile:
    """Makes a file of a table; several processes can do so at the same time."""

    tables: tuple[DataTable, ...]
    about: tuple[str, ...]

    def __call__(self, one: tuple[int, str]) -> bytes:
        """Return a file: the number of its table and its ending, or all of them as a workbook."""
        number, ending = one
        if ending == "xlsx":
            return data_formats.as_workbook(self.tables, self.about)
        return MAKERS[ending](self.tables[number])

    @property
    def items(self) -> list[tuple[int, str]]:
        """What is to be made, the slowest first."""
        files = [(n, ending) for ending in data_formats.endings() for n in range(len(self.tables))]
        return [(0, "xlsx"), *files]

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return sum(len(table.rows) for table in self.tables)


def about(framework: Framework) -> tuple[str, ...]:
    """Return the lines that go before the tables in the workbook."""
    licence = framework.licence
    return (
        framework.title,
        f"Data of the library, framework edition {framework.edition}.",
        f"Licence: {licence.title}, {licence.url}" if licence else "Licence: see the project.",
        *ABOUT,
    )


def published(
    make: MakeFile, contents: Sequence[bytes], framework: Framework
) -> tuple[Published, tuple[Asset, ...]]:
    """Return what is told of the tables, and their files; `contents` are those of `make.items`."""
    made = dict(zip(make.items, contents, strict=True))
    workbook = made.pop((0, "xlsx"))
    told = tuple(
        Told(
            name=table.name,
            title=table.title,
            about=table.about,
            fields=table.fields,
            rows=len(table.rows),
            sizes={ending: len(made[key, ending]) for key, ending in made if key == number},
            in_workbook=len(table.rows) <= data_formats.MOST,
        )
        for number, table in enumerate(make.tables)
    )
    files = (
        Asset(path=f"{FOLDER}/{make.tables[number].name}.{ending}", content=content)
        for (number, ending), content in made.items()
    )
    csvs = [made[number, "csv"] for number in range(len(make.tables))]
    package = _package(make.tables, csvs, framework)
    return Published(tables=told, workbook=len(workbook)), (
        *files,
        Asset(path=WORKBOOK, content=workbook),
        Asset(path=PACKAGE, content=package),
    )


def _package(tables: Iterable[DataTable], contents: Iterable[bytes], framework: Framework) -> bytes:
    """Return the data package of the CSV files, version 2 of that standard."""
    licence = framework.licence
    told: dict[str, Any] = {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": "civalue-library",
        "title": framework.title,
        "description": framework.purpose,
        "version": framework.edition,
        "licenses": [{"name": licence.name, "title": licence.title, "path": licence.url}]
        if licence
        else [],
        "resources": [_resource(*pair) for pair in zip(tables, contents, strict=True)],
    }
    stated = {key: value for key, value in told.items() if value}
    return (json.dumps(stated, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(table: DataTable, content: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILE}/tableschema.json",
        "fields": [_field(field) for field in table.fields],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "$schema": f"{_PROFILE}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": _TYPES["csv"],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {"name": field.name, "type": str(field.kind)}
    told["description"] = f"{field.means} ({field.unit})" if field.unit else field.means
    if field.kind is Kind.YES:
        told |= {"trueValues": [YES], "falseValues": [NO]}
    return told


def of_cases(texts: Iterable[bytes]) -> Iterator[Mapping[str, Sequence[Sequence[Any]]]]:
    """Read the rows that each case left beside its page."""
    return map(json.loads, texts)
