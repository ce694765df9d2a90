"""Short spellings of dates."""

import pytest

from civalue_build.model.estimate import PartialDate
from civalue_build.source.dates import read_date
from civalue_build.source.folder.series import read_series
from civalue_build.source.log import Log


def week(raw: str) -> PartialDate:
    read = read_date(raw)
    assert read
    return PartialDate(**read)


@pytest.mark.parametrize(
    ("raw", "monday", "sunday"),
    [
        ("2024-W05", (2024, 1, 29), (2024, 2, 4)),
        ("2025-W01", (2024, 12, 30), (2025, 1, 5)),
        ("2020-W53", (2020, 12, 28), (2021, 1, 3)),
    ],
)
def test_a_week_runs_from_its_monday_and_is_written_as_it_was_read(
    raw: str, monday: tuple[int, int, int], sunday: tuple[int, int, int]
) -> None:
    found = week(raw)
    assert (found.first_day, found.last_day, str(found)) == (monday, sunday, raw)


@pytest.mark.parametrize(
    "raw", ["2024-W00", "2024-W54", "2023-W53", "2024-W5", "2024W05", "24-W05"]
)
def test_a_week_that_does_not_exist_is_no_date(raw: str) -> None:
    assert read_date(raw) is None


def test_a_series_may_go_by_week() -> None:
    rows = b"date,value\n2024-W51,4\n2024-W52,5\n2025-W01,6\n"
    log = Log("weeks.csv")
    assert [str(point.date) for point in read_series(rows, log)] == [
        "2024-W51",
        "2024-W52",
        "2025-W01",
    ]
