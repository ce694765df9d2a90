"""Costs of patients in bands: every row sound, or none is drawn."""

import pytest

from civalue_build.model.approach_facts import CostBand
from civalue_build.source.folder.bands import MOST, read_bands
from civalue_build.source.log import Log

HEADER = "from,to,before,after\n"


def bands(rows: str) -> tuple[tuple[CostBand, ...], list[str]]:
    log = Log("plics.csv")
    found = read_bands((HEADER + rows).encode(), log)
    return found, [f"{f.place.line}:{f.place.column} {f.code}" for f in log.findings]


def test_a_band_has_its_ends_its_counts_and_its_row() -> None:
    found, faults = bands("0,2000.50,110,0\n2000.50,,9,8\n")
    assert faults == []
    assert found == (
        CostBand(low=0, high=2000.5, before=110, after=0, row=2),
        CostBand(low=2000.5, high=None, before=9, after=8, row=3),
    )


@pytest.mark.parametrize("rows", ["0,100,9,9\n\n100,200,9,9\n", "100,200,0,9\n200,300,9,0\n"])
def test_empty_lines_and_bands_of_nobody_do_no_harm(rows: str) -> None:
    found, faults = bands(rows)
    assert (len(found), faults) == (2, [])


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("2000,5000,9.5,9", "3:3 CV043"),
        ("2000,5000,9,-1", "3:4 CV043"),
        ("2000,5000,9,", "3:4 CV043"),
        ("2000,5000,*,9", "3:3 CV043"),
        ("2000,5000,nine,9", "3:3 CV043"),
        ("2000,over,9,9", "3:2 CV043"),
        ("£2000,5000,9,9", "3:1 CV043"),
        (",5000,9,9", "3:1 CV043"),
        ("2000,2000,9,9", "3:2 CV043"),
        ("2000,1000,9,9", "3:2 CV043"),
        ("1999,5000,9,9", "3:1 CV044"),
        ("2001,5000,9,9", "3:1 CV044"),
        ("2000,5000,9", "3:3 CV042"),
    ],
)
def test_a_row_at_fault_is_told_by_line_and_field_and_nothing_is_drawn(
    row: str, fault: str
) -> None:
    assert bands(f"0,2000,9,9\n{row}\n") == ((), [fault])


def test_a_row_that_cannot_be_read_says_nothing_of_the_order_of_those_around_it() -> None:
    _, faults = bands("0,2000,9,9\n2000,x,9,9\n5000,,9,9\n")
    assert faults == ["3:2 CV043"]


@pytest.mark.parametrize("few", ["", "*", "-", "<8", "≤ 7", "1-7", "1–7", "s"])
def test_a_count_that_is_kept_back_is_told_to_put_bands_together(few: str) -> None:
    log = Log("plics.csv")
    read_bands(f"{HEADER}0,2000,9,9\n2000,,{few},9\n".encode(), log)
    (found,) = log.findings
    assert str(found.place) == "plics.csv:3:3"
    assert found.message.endswith("; put bands of few people together")


def test_large_amounts_are_told_as_they_are_written() -> None:
    log = Log("plics.csv")
    read_bands(f"{HEADER}0,1500000,9,9\n2000000,,9,9\n".encode(), log)
    assert "begins at 2000000, and the one above ends at 1500000;" in log.findings[0].message


def test_a_row_that_is_too_short_says_nothing_of_the_order_of_those_around_it() -> None:
    _, faults = bands("0,2000,9,9\n2000,5000\n5000,,9,-9\n")
    assert faults == ["3:2 CV042", "4:4 CV043"]


def test_rows_from_the_highest_to_the_lowest_are_told_for_each() -> None:
    _, faults = bands("4000,,9,9\n2000,4000,9,9\n0,2000,9,9\n")
    assert faults == ["3:1 CV044", "4:1 CV044"]


@pytest.mark.parametrize(("column", "row"), [(3, "0,100,0,9"), (4, "0,100,9,0")])
def test_a_period_in_which_nobody_is_counted_has_no_shares(column: int, row: str) -> None:
    assert bands(row + "\n") == ((), [f"2:{column} CV038"])


def test_as_many_bands_as_a_chart_can_show_are_taken_and_no_more() -> None:
    rows = [f"{n},{n + 1},9,9\n" for n in range(MOST + 1)]
    assert len(bands("".join(rows[:-1]))[0]) == MOST
    assert bands("".join(rows)) == ((), [f"{MOST + 2}:1 CV090"])


def test_a_table_without_rows_has_one_fault() -> None:
    assert bands("") == ((), ["1:1 CV042"])


def test_costs_of_single_patients_are_no_bands() -> None:
    log = Log("plics.csv")
    assert read_bands(b"patient,cost\nA,1800\nB,7200\n", log) == ()
    assert [f.code for f in log.findings] == ["CV042"]


def test_other_names_of_the_columns_are_told_with_what_they_probably_mean() -> None:
    log = Log("plics.csv")
    read_bands(b"cost_from,cost_to,before,after\n0,2000,9,9\n", log)
    assert "“cost_from” is probably from, “cost_to” is probably to" in log.findings[0].message
