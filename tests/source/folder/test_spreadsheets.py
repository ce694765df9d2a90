"""Files as spreadsheets save them: each is read rightly, or told with what to do about it."""

from typing import NamedTuple

import pytest

from civalue_build.source.folder.series import read_series
from civalue_build.source.log import Log
from tests.source.texts import read, with_keys

COUNT = "pressure ulcers"


def found(data: bytes, unit: str = COUNT, label: str = "") -> tuple[list[float | None], list[str]]:
    """The values of a table, and its findings as line:field CODE message."""
    log = Log("cases/x/case.md", "x").beside("ulcers.csv")
    points = read_series(data, log, unit, label)
    assert all(finding.place.file == "cases/x/ulcers.csv" for finding in log.findings)
    told = [f"{f.place.line}:{f.place.column} {f.code} {f.message}" for f in log.findings]
    return [point.value for point in points], told


class File(NamedTuple):
    """A file as bytes, with what its values are read as."""

    data: bytes
    values: list[float | None]


PLAIN = "date,value,note\r\n2024-01,1.5,£5 a head\r\n2024-02,2,\r\n"
READ = {
    "CSV UTF-8 from Excel": File(PLAIN.encode("utf-8-sig"), [1.5, 2]),
    "Unicode text from Excel": File(PLAIN.replace(",", "\t").encode("utf-16"), [1.5, 2]),
    "UTF-16 from the other end": File(b"\xfe\xff" + PLAIN.encode("utf-16-be"), [1.5, 2]),
    "parted by tabs": File(b"date\tvalue\n2024-01\t1.5\n2024-02\t2\n", [1.5, 2]),
    "parted by semicolons": File(b"date;value\n2024-01;1.5\n2024-02;2\n", [1.5, 2]),
    "decimal commas": File(b"date;value\n2024-01;1,5\n2024-02;1.234,5\n", [1.5, 1234.5]),
    "three decimals after a comma": File(b"date;value\n2024-01;0,5\n2024-02;0,125\n", [0.5, 0.125]),
    "decimal commas beside groups": File(b"date;value\n2024-01;1,5\n2024-02;1.234\n", [1.5, 1234]),
    "points beside semicolons": File(b"date;value\n2024-01;1.5\n2024-02;1,234\n", [1.5, 1234]),
    "sep= on the first line": File(b"sep=;\ndate;value\n2024-01;1,5\n", [1.5]),
    "capital letters in the header": File(b"Date,Value\n2024-01,1\n", [1]),
    "quotes around everything": File(b'"date","value"\n"2024-01","1"\n', [1]),
    "thousands in quotes": File(b'date,value\n2024-01,"1,234"\n2024-02,"1,234,567.5"\n',
                                [1234, 1234567.5]),
    "thousands parted by spaces": File("date,value\n2024-01,1 234\n2024-02,1\u00a0234\n".encode(),
                                       [1234, 1234]),
    "empty columns at the end": File(b"date,value,,\n2024-01,1,,\n2024-02,2,,,\n", [1, 2]),
    "empty rows at the end": File(b"date,value\n2024-01,1\n,\n,\n\n", [1]),
    "line ends of an older Mac": File(b"date,value\r2024-01,1\r2024-02,2\r", [1, 2]),
    "blanks around fields": File(b"date, value\n 2024-01 , 1 \n", [1]),
    "a missing month": File(b"date,value\n2024-01,1\n2024-02,2\n2024-04,2\n2024-05,1\n",
                            [1, 2, 2, 1]),
    "an empty value": File(b"date,value\n2024-01,1\n2024-02,\n2024-03,2\n", [1, None, 2]),
    "quarters": File(b"date,value\n2023-01,1\n2023-04,2\n2023-07,3\n2023-10,2\n", [1, 2, 3, 2]),
    "weeks by number": File(b"date,value\n2024-W01,1\n2024-W02,2\n", [1, 2]),
    "weeks": File(b"date,value\n2024-01-01,1\n2024-01-08,2\n2024-01-15,3\n", [1, 2, 3]),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_file_that_can_mean_one_thing_is_read_as_that(name: str) -> None:
    assert found(READ[name].data) == (READ[name].values, [])


class Told(NamedTuple):
    """A row that follows `2024-01,1`, with its place and a part of what is said of it."""

    row: str
    place: str
    words: str


ROWS = {
    "day first, without a doubt": Told("13/02/2024,1", "3:1 CV043", "write 2024-02-13"),
    "day or month first": Told("01/02/2024,1", "3:1 CV043",
        "write 2024-02-01 if the day comes first, as in Britain, 2024-01-02 if the month does"),
    "month first": Told("02/13/2024,1", "3:1 CV043", "the month comes first here, so write"),
    "a year of two digits": Told("13/02/24,1", "3:1 CV043", "write 2024-02-13"),
    "a day with a time": Told("2024-02-01 00:00:00,1", "3:1 CV043", "write 2024-02-01"),
    "a month as a spreadsheet shows it": Told("Feb-24,1", "3:1 CV043", "write 2024-02"),
    "a month in words": Told("February 2024,1", "3:1 CV043", "write 2024-02"),
    "a day with the name of its month": Told("01-Feb-24,1", "3:1 CV043", "write 2024-02-01"),
    "month and year": Told("02/2024,1", "3:1 CV043", "write 2024-02"),
    "digits alone": Told("20240201,1", "3:1 CV043", "write 2024-02-01"),
    "a spreadsheet's number": Told("45323,1", "3:1 CV043", "probably 2024-02-01"),
    "a day that is not": Told("31/02/2024,1", "3:1 CV043", "expected a date"),
    "a year alone": Told("2024,1", "3:1 CV043", "expected a date"),
    "n/a": Told("2024-02,n/a", "3:2 CV043", "leave the field empty"),
    "not a number": Told("2024-02,NaN", "3:2 CV043", "leave the field empty"),
    "infinity": Told("2024-02,inf", "3:2 CV043", "leave the field empty"),
    "a hyphen": Told("2024-02,-", "3:2 CV043", "write 0 if nothing was counted"),
    "fewer than five": Told("2024-02,<5", "3:2 CV043", "too small to be shown"),
    "a star": Told("2024-02,*", "3:2 CV043", "too small to be shown"),
    "a formula that failed": Told("2024-02,#DIV/0!", "3:2 CV043", "formula"),
    "a value with its unit": Told("2024-02,12 days", "3:2 CV043",
        "write 12; “days” belongs in the measure’s unit"),
    "pounds": Told("2024-02,£5", "3:2 CV043", "write 5"),
    "a bookkeeper's minus": Told("2024-02,(5)", "3:2 CV043", "write -5"),
    "a decimal comma": Told('2024-02,"2,4"', "3:2 CV043", "write 2.4"),
    "thousands out of quotes": Told("2024-02,1,234", "3:3 CV042", "no thousands separator"),
    "a row of totals": Told("Total,4", "3:1 CV043", "a sum or a mean of rows is no row of its own"),
    "semicolons in one row": Told("2024-02;1", "3:1 CV042", "part fields by commas"),
    "the same date again": Told("2024-01,2", "3:1 CV044", "repeats"),
    "an earlier date": Told("2023-12,2", "3:1 CV044", "is earlier"),
    "a count below zero": Told("2024-02,-3", "3:2 CV096", "cannot be below 0, found -3"),
    "a day among months": Told("2024-02-01,3", "3:1 CV096", "this date is a day"),
    "a per cent sign that comes": Told("2024-02,3%", "3:2 CV096", "has a per cent sign"),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
def test_a_row_that_is_not_sure_is_told_with_what_to_do(name: str) -> None:
    row, place, words = ROWS[name]
    _, (finding,) = found(f"date,value\n2024-01,1\n{row}\n".encode())
    assert finding.startswith(f"{place} ")
    assert words in finding


HEADERS = {
    "none": ("2024-01,1\n2024-02,2\n", "put date,value above the first row"),
    "misspelt": ("date,vaule\n2024-01,1\n", "“vaule” is probably value"),
    "of another kind": ("month,ulcers\n2024-01,1\n", "the header is date,value"),
    "what people often call the columns": (
        "Month,Rate\n2024-01,1\n", "“Month” is probably date, “Rate” is probably value"),
    "below a title": ("Falls by month\n\ndate,value\n2024-01,1\n", "the header is in line 3"),
    "of an empty file": ("", "the table is empty"),
    "misspelt among semicolons": ("dat;value\n2024-01;1\n", "“dat” is probably date"),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_is_not_right_is_told_with_the_nearest_name(name: str) -> None:
    text, words = HEADERS[name]
    values, (finding,) = found(text.encode())
    assert (values, finding[:9]) == ([], "1:1 CV042")
    assert words in finding


def test_a_letter_of_windows_1252_is_told_in_its_place() -> None:
    data = "date,value,note\n2024-01,1,\n2024-02,2,£5\n".encode("cp1252")
    assert found(data)[1] == [
        (
            "3:3 CV003 a letter here, probably “£”, is saved in an older encoding; "
            "in Excel choose Save As, CSV UTF-8"
        )
    ]


def test_a_workbook_with_the_name_of_a_table_is_told() -> None:
    assert found(b"PK\x03\x04\x14\x00")[1] == [
        "1:1 CV042 this is a workbook with the name of a table; in Excel choose Save As, CSV UTF-8"
    ]


def test_a_file_of_utf_16_that_breaks_off_is_told_and_not_raised() -> None:
    _, (finding,) = found("date,value\n2024-01,1\n".encode("utf-16")[:-1])
    assert " CV003 " in finding


def test_a_comma_that_could_part_thousands_or_decimals_is_told() -> None:
    values, (finding,) = found(b"date;value\n2024-01;1,234\n")
    assert (values, finding[:9]) == ([None], "2:2 CV043")
    assert "write 1234 if the comma groups thousands, 1.234 if it parts decimals" in finding


def test_a_column_of_dates_in_another_way_is_told_once_at_its_first_row() -> None:
    rows = "".join(f"{day:02}/01/2024,1\n" for day in range(1, 25))
    _, told = found(f"date,value\n{rows}".encode())
    assert told == [
        (
            "2:1 CV043 expected a date such as 2023-04-01 or 2023-04, found “01/01/2024”; "
            "write 2024-01-01; 23 more are written like it"
        )
    ]


def test_one_date_with_a_day_over_twelve_tells_what_the_others_mean() -> None:
    _, (british,) = found(b"date,value\n01/02/2024,1\n15/02/2024,1\n")
    _, (american,) = found(b"date,value\n01/02/2024,1\n02/15/2024,1\n")
    assert "write 2024-02-01;" in british
    assert "the month comes first here, so write 2024-01-02;" in american


def test_a_table_that_runs_backwards_is_told_once_and_kept_in_order() -> None:
    values, told = found(b"date,value\n2024-03,3\n2024-02,2\n2024-01,1\n")
    assert values == [1, 2, 3]
    assert told == ["3:1 CV044 the rows run from the newest to the oldest; sort them, oldest first"]


def monthly(values: list[object]) -> bytes:
    rows = (f"{2020 + n // 12}-{n % 12 + 1:02},{value}\n" for n, value in enumerate(values))
    return f"date,value\n{''.join(rows)}".encode()


@pytest.mark.parametrize(
    ("values", "place", "words"),
    [
        ([0.02, 0.03, 0.02, 2, 3, 2, 2.5], "5:2", "100 times as large"),
        ([2, 3, 2, 0.02, 0.03, 0.02], "5:2", "100 times as small"),
        ([2, 3, 2500, 2100, 2, 3, 2], "4:2", "1,000 times as large"),
    ],
)
def test_values_a_hundred_or_a_thousand_times_as_large_are_told(
    values: list[object], place: str, words: str
) -> None:
    _, (finding,) = found(monthly(values), "per 1,000 bed days")
    assert finding.startswith(f"{place} CV096")
    assert words in finding


@pytest.mark.parametrize(
    "values",
    [
        [0, 1, 0, 0, 2, 1, 0, 30],  # one month that stands out is no change of unit
        [1, 2, 5, 9, 20, 50, 90, 200, 400],  # growth without a leap
        [10, 12, 11, 250, 240, 260],  # a real change that is no change of unit
        [0, 0, 0, 0],
        [5],
    ],
)
def test_values_that_only_change_are_not_doubted(values: list[object]) -> None:
    assert found(monthly(values))[1] == []


def test_a_percentage_over_a_hundred_is_told_unless_it_may_be() -> None:
    table = monthly([95, 104, 98, 108])
    assert found(table, "%")[1] == ["3:2 CV096 a percentage over 100, found 104, and 1 more"]
    assert found(table, "%", "Bed occupancy")[1] == []
    assert found(table, "per cent of plan")[1] == []
    assert found(table, "beds")[1] == []


def test_a_value_below_zero_is_told_unless_the_unit_may_be() -> None:
    table = monthly([1, -2, 3])
    for unit in ("£", "change in days", "points", "°C", "net admissions"):
        assert found(table, unit)[1] == []
    for unit in ("%", "days", "per 1,000 bed days"):
        assert [line[:9] for line in found(table, unit)[1]] == ["3:2 CV096"]


def test_per_cent_signs_everywhere_are_read_and_fit_a_unit_of_percentages() -> None:
    table = monthly(["5%", "6.5%"])
    assert found(table, "per cent") == ([5, 6.5], [])
    values, (finding,) = found(table, "share of patients")
    assert (values, finding[:9]) == ([5, 6.5], "2:2 CV096")


def test_many_missing_months_are_told_before_the_longest_gap() -> None:
    months = ["2023-01", "2023-02", "2023-08", "2023-09"]
    rows = "".join(f"{month},1\n" for month in months)
    _, (finding,) = found(f"date,value\n{rows}".encode())
    assert finding.startswith("4:1 CV096 5 of 9 dates are missing")


def points(*values: object) -> list[str]:
    """The findings of a case with these points of a rate in it."""
    listed = ", ".join(f"{{date: 2024-{n:02}, value: {v}}}" for n, v in enumerate(values, 1))
    measure = f"{{id: m, label: L, unit: per cent, better: lower, points: [{listed}]}}"
    reading = read(with_keys(f"measures:\n  - {measure}\n"))
    return [f"{f.place.line}:{f.place.column} {f.code} {f.message}" for f in reading.findings]


def test_points_in_the_case_itself_are_doubted_in_the_same_way() -> None:
    assert points(2, 3) == []
    assert points(2, 130) == ["11:113 CV096 a percentage over 100, found 130"]
    assert points(2, -3) == ["11:113 CV096 “per cent” cannot be below 0, found -3"]
    (jump,) = points(0.02, 0.03, 2, 3)
    assert "100 times as large" in jump


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("<5", "leave “value” out, and say in “note” that the number is too small to be shown"),
        ('"*"', "leave “value” out, and say in “note” that the number is too small to be shown"),
        ("n/a", "leave “value” out where there is no number"),
        ("12%", "write 12; “%” belongs in the measure’s unit"),
        ('"12"', "write 12 without quotes"),
        ('"1,200"', "write 1200"),
    ],
)
def test_a_text_in_place_of_a_number_in_the_case_itself_is_told_as_in_a_table(
    value: str, words: str
) -> None:
    (told,) = points(2, value)
    assert told.startswith("11:113 CV022 “value”: expected a number, found ")
    assert told.endswith(f"; {words}")


def test_a_date_as_a_spreadsheet_shows_it_is_told_in_the_case_itself_too() -> None:
    keys = "measures:\n  - {id: m, label: L, unit: days, better: lower, points: [{date: Apr-23}]}\n"
    (finding,) = read(with_keys(keys)).findings
    assert finding.message.endswith("found “Apr-23”; write 2023-04")


def test_a_doubt_stops_no_case() -> None:
    keys = "measures:\n  - {id: m, label: L, unit: days, better: lower, series: a.csv}\n"
    reading = read(with_keys(keys), {"a.csv": b"date,value\n2024-01,-1\n"})
    assert reading.case is not None
    assert reading.case.series["m"][0].value == -1
    assert [finding.code for finding in reading.findings] == ["CV096"]
