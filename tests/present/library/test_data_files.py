"""Every table is the same in each of its files, and what is told of it holds."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import fastparquet  # type: ignore[import-untyped]
import openpyxl
import pandas as pd
import pytest

from civalue_build.model.framework import Framework, Licence
from civalue_build.present.library.base import library_of
from civalue_build.present.library.data_columns import Field, Kind
from civalue_build.present.library.data_files import MakeFile, about, published
from civalue_build.present.library.data_formats import (
    MOST,
    as_csv,
    as_json,
    as_parquet,
    as_workbook,
)
from civalue_build.present.library.data_page import page
from civalue_build.present.library.data_tables import DataTable, Rows, data_tables
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.library.cards import card

HARD = '=HYPERLINK("http://example.org") Ŵ, "x"\n<b>'
TABLE = DataTable(
    name="hard",
    title="Hard values",
    about="What is hard to write.",
    fields=(
        Field(name="case", means="the case", unit="id", kind=Kind.TEXT),
        Field(name="amount", means="an amount", unit="money", kind=Kind.NUMBER),
        Field(name="year", means="a year", unit="year", kind=Kind.WHOLE),
        Field(name="checked", means="whether", unit="yes or no", kind=Kind.YES),
    ),
    rows=[
        (HARD, 1234567.891, 2, True),
        ("-1", 0.0, None, False),
        ("@x", None, 0, None),
        (None, -5, 1, True),
    ],
)


@pytest.fixture(scope="module")
def framework() -> Framework:
    return read_framework(ROOT)


@pytest.fixture(scope="module")
def tables(framework: Framework) -> tuple[DataTable, ...]:
    case: dict[str, Rows] = {
        "results": [],
        "lines": [],
        "sources": [["a", "s", "A title", None, None, None, None, None]],
        "measures": [["a", "m", "Falls", "falls", "2026-01", 2.5, None, None, None, "=1+1"]],
    }
    return data_tables(library_of(framework, cards=[card("a")]), [case])


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_parquet(content: bytes) -> pd.DataFrame:
    found: pd.DataFrame = fastparquet.ParquetFile(io.BytesIO(content)).to_pandas()
    return found


def test_a_csv_holds_every_value_and_no_formula() -> None:
    assert read_csv(as_csv(TABLE)) == [
        ["case", "amount", "year", "checked"],
        [f"'{HARD}", "1234567.891", "2", "yes"],
        ["'-1", "0", "", "no"],
        ["'@x", "", "0", ""],
        ["", "-5", "1", "yes"],
    ]


def test_json_holds_every_value_as_it_is() -> None:
    names = [field.name for field in TABLE.fields]
    assert json.loads(as_json(TABLE)) == [dict(zip(names, row, strict=True)) for row in TABLE.rows]


def test_parquet_gives_the_same_rows_back_with_their_types() -> None:
    found = read_parquet(as_parquet(TABLE))
    assert [None if pd.isna(value) else value for value in found["case"]] == [
        row[0] for row in TABLE.rows
    ]
    assert found["amount"].tolist()[:2] == [1234567.891, 0.0]
    assert found["amount"].isna().tolist() == [False, False, True, False]
    assert found["year"].isna().tolist() == [False, True, False, False]
    assert found["checked"].dropna().tolist() == [True, False, True]


def test_the_workbook_holds_texts_as_texts_and_numbers_as_numbers() -> None:
    made = as_workbook([TABLE], ["About", "=1"])
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["Read me", "Hard values"]
    cells = list(book["Hard values"].iter_rows())
    assert [cell.value for cell in cells[1]] == [HARD, 1234567.891, 2, True]
    assert [cell.value for cell in cells[3]] == ["@x", None, 0, None]
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    assert book.properties.created.date() == date(1980, 1, 1)


def test_each_file_is_the_same_every_time() -> None:
    for make in (as_csv, as_json, as_parquet):
        assert make(TABLE) == make(TABLE)
    assert as_workbook([TABLE], ["a"]) == as_workbook([TABLE], ["a"])


def test_a_table_without_rows_has_its_heads() -> None:
    empty = DataTable(name="n", title="None", about="", fields=TABLE.fields, rows=[])
    assert read_csv(as_csv(empty)) == [["case", "amount", "year", "checked"]]
    assert json.loads(as_json(empty)) == []
    assert len(read_parquet(as_parquet(empty))) == 0


def test_a_table_of_too_many_rows_stays_out_of_the_workbook() -> None:
    many = DataTable(
        name="m",
        title="Many",
        about="",
        fields=TABLE.fields,
        rows=[("a", 1.0, 1, True)] * (MOST + 1),
    )
    book = openpyxl.load_workbook(io.BytesIO(as_workbook([many, TABLE], ["a"])))
    assert book.sheetnames == ["Read me", "Hard values"]


def test_every_row_has_a_value_for_every_column_and_every_column_a_meaning(
    tables: tuple[DataTable, ...],
) -> None:
    assert len(tables) > 8
    for table in tables:
        assert {len(row) for row in table.rows} <= {len(table.fields)}, table.name
        assert all(field.means for field in table.fields), table.name


def test_what_a_column_says_of_its_sort_holds_for_every_value(
    tables: tuple[DataTable, ...],
) -> None:
    sorts: dict[Kind, tuple[type, ...]] = {
        Kind.TEXT: (str,),
        Kind.NUMBER: (int, float),
        Kind.WHOLE: (int,),
        Kind.YES: (bool,),
    }
    wrong = [
        (table.name, field.name, value)
        for table in tables
        for field, values in zip(table.fields, zip(*table.rows, strict=True), strict=False)
        for value in values
        if value is not None and not isinstance(value, sorts[field.kind])
    ]
    assert wrong == []


def test_no_two_rows_share_their_key(tables: tuple[DataTable, ...]) -> None:
    for table in tables:
        names = [field.name for field in table.fields]
        places = [names.index(name) for name in table.key]
        keys = [tuple(row[place] for place in places) for row in table.rows]
        assert not table.key or len(set(keys)) == len(keys), table.name


def test_the_package_tells_of_the_files_as_they_are(
    tables: tuple[DataTable, ...], framework: Framework
) -> None:
    make = MakeFile(tables=tables, about=about(framework))
    told, files = published(make, [make(item) for item in make.items], framework)
    by_path = {file.path: file.content for file in files}
    package: dict[str, Any] = json.loads(by_path["data/datapackage.json"])
    assert [resource["name"] for resource in package["resources"]] == [t.name for t in tables]
    for resource in package["resources"]:
        content = by_path[f"data/{resource['path']}"]
        heads = read_csv(content)[0]
        assert [field["name"] for field in resource["schema"]["fields"]] == heads
        assert resource["bytes"] == len(content)
        assert set(resource["schema"].get("primaryKey", ())) <= set(heads)
    assert told.workbook == len(by_path["data/library.xlsx"])
    html = page(framework, told).body
    for path in by_path:
        assert f'href="{path.removeprefix("data/")}"' in html, path


def test_the_page_says_so_where_no_file_was_made_and_where_no_licence_is_stated(
    framework: Framework,
) -> None:
    bare = replace(framework, licence=None)
    assert "goes without them" in page(framework).body
    assert "has not stated a licence" in page(bare).body
    assert isinstance(framework.licence, Licence)
    assert framework.licence.url in page(framework).body
