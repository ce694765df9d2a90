import pytest

from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import LedgerEntry, SeriesPoint
from civalue_build.source.folder.series import read_ledger, read_series
from civalue_build.source.log import Log
from civalue_build.source.reading import Reading
from tests.source.texts import read, told, with_keys


def series(text: str) -> tuple[tuple[SeriesPoint, ...], list[str]]:
    log = Log("cases/x/case.md").beside("ulcers.csv")
    return read_series(text.encode(), log), [f"{f.place} {f.code}" for f in log.findings]


def ledger(text: str) -> tuple[tuple[LedgerEntry, ...], list[str]]:
    log = Log("ledger.csv")
    return read_ledger(text.encode(), log), [
        f"{f.place.line}:{f.place.column} {f.code}" for f in log.findings
    ]


def test_a_series_has_dates_and_values() -> None:
    points, found = series("date,value\n2023-04,2.4\n2023-05,2\n")
    assert found == []
    assert points == (
        SeriesPoint(date=PartialDate(year=2023, month=4), value=2.4),
        SeriesPoint(date=PartialDate(year=2023, month=5), value=2),
    )


@pytest.mark.parametrize(
    "header", ["denominator,note", "denominator", "note", "note,denominator", "value"]
)
def test_further_columns_come_in_their_order(header: str) -> None:
    _, found = series(f"date,value,{header}\n2023-04,2.4{',1' * len(header.split(','))}\n")
    wrong = header in ("note,denominator", "value")
    assert found == (["cases/x/ulcers.csv:1:1 CV042"] if wrong else [])


def test_a_missing_value_is_none_and_a_note_is_kept() -> None:
    points, _ = series('date,value,note\n2023-04,,"New form, paper"\n')
    assert points[0].value is None
    assert points[0].note == "New form, paper"


def test_a_mark_at_the_start_windows_line_ends_and_empty_lines_do_no_harm() -> None:
    points, found = series("\ufeffdate,value\r\n2023-04,1\r\n\r\n2023-05,2\r\n")
    assert (len(points), found) == (2, [])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2023-04;1", "3:1 CV042"),
        ("2023-05,1,000", "3:3 CV042"),
        ('2023-05,"1,0"', "3:2 CV043"),
        ("2023-05,1e3", "3:2 CV043"),
        ("2023-05,£5", "3:2 CV043"),
        ("2023-05,5 beds", "3:2 CV043"),
        ("2023-05,nan", "3:2 CV043"),
        ("2023-05," + "9" * 9_000, "3:2 CV043"),
        ("2023-05,1000000000001", "3:2 CV043"),
        ("2023,1", "3:1 CV043"),
        ("05/2023,1", "3:1 CV043"),
        ("2023-02-30,1", "3:1 CV043"),
        (",1", "3:1 CV043"),
        ("2023-04,1", "3:1 CV044"),
        ("2023-04-01,1", "3:1 CV044"),
        ("2023-03,1", "3:1 CV044"),
        ('2023-05,"1', "3:1 CV042"),
    ],
)
def test_a_row_at_fault_is_told_by_line_and_field(row: str, fault: str) -> None:
    points, found = series(f"date,value\n2023-04,1\n{row}\n")
    assert found == [f"cases/x/ulcers.csv:{fault}"]
    assert len(points) == (2 if fault.endswith(":2 CV043") or "2 CV043" in fault else 1)


def test_all_faults_of_a_table_are_told_at_once() -> None:
    _, found = series("date,value,denominator\nx,y,-1\n2023-05,£1,0\n")
    assert [line.partition(".csv:")[2] for line in found] == [
        "2:1 CV043",
        "2:2 CV043",
        "2:3 CV043",
        "3:2 CV043",
    ]


def test_a_table_of_a_million_rows_is_cut() -> None:
    _, found = series("date,value\n" + "x\n" * 900_000)
    assert found[0] == "cases/x/ulcers.csv:10002:1 CV042"
    assert len(found) == 10_001


def with_series(tables: int, rows: int) -> Reading:
    """A case with a measure for each of some tables."""
    line = "  - {{id: m{0}, label: L, unit: u, better: lower, series: a{0}.csv}}\n"
    keys = "measures:\n" + "".join(line.format(number) for number in range(tables))
    lines = "".join(f"{1800 + n // 12}-{n % 12 + 1:02},1\n" for n in range(rows))
    table = f"date,value\n{lines}".encode()
    return read(with_keys(keys), {f"a{number}.csv": table for number in range(tables)})


def test_a_case_has_so_many_points_and_no_more() -> None:
    assert told(with_series(4, 3000)) == []
    reading = with_series(5, 3000)
    assert [line.split()[:2] for line in told(reading)] == [["15:56:", "CV090"]]
    assert reading.case is not None
    assert list(reading.case.series) == ["m0", "m1", "m2", "m3"]


def test_an_empty_table_is_at_fault() -> None:
    assert series("")[1] == ["cases/x/ulcers.csv:1:1 CV042"]


def test_a_ledger_has_months_lines_plans_and_actuals() -> None:
    entries, found = ledger("month,line,plan,actual\n2023-04,lead,4000,\n2023-04,kit,,-12.5\n")
    assert found == []
    month = PartialDate(year=2023, month=4)
    assert entries == (
        LedgerEntry(month=month, line="lead", plan=4000, row=2),
        LedgerEntry(month=month, line="kit", actual=-12.5, row=3),
    )


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2023-04,lead,1,1", "3:1 CV044"),
        ("2023-03,kit,1,1", "3:1 CV044"),
        ("2023-05-01,lead,1,1", "3:1 CV043"),
        ("2023-05,,1,1", "3:2 CV043"),
        ("2023-05,lead,x,1", "3:3 CV043"),
        ("2023-05,lead,1,x", "3:4 CV043"),
        ("2023-05,lead,1", "3:3 CV042"),
    ],
)
def test_a_row_of_a_ledger_at_fault_is_told_by_line_and_field(row: str, fault: str) -> None:
    assert ledger(f"month,line,plan,actual\n2023-04,lead,1,1\n{row}\n")[1] == [fault]
