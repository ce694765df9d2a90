"""Dates of birth are found where they are called so, in words or by their column."""

import pytest

from civalue_build.check.born import births


@pytest.mark.parametrize(
    "text",
    [
        "born on 3 May 1941",
        "date of birth: 03/05/1941",
        "DOB 1941-05-03",
        "d.o.b. 3.5.41",
        "Born 3rd May 1941",
        "born on the 3rd of March 1950",
        "12/03/1950 (date of birth)",
        "3 March 1950 is his date of birth",
        "date of birth: March 12, 1950",
        "date of birth (dd/mm/yyyy): 12/03/1950",
        "DoB: 1950/03/12",
        "dob 12031950",
        "DOB 12-Mar-1950",
        "patient_dob: 1950-03-12",
        "birthday 3 March 1950",
        "born 3 May 1941 to a nurse",
        "Date of birth\n3 May 1941",
    ],
)
def test_a_date_of_birth_is_found(text: str) -> None:
    assert len(births(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "born in 1941",
        "we ask for the date of birth",
        "babies born before 30 weeks",
        "on 3 May 1941",
        "stubborn 3 May 1941",
        "babies born 12/2/2019 to 3/4/2020",
        "babies born between 12/2/2019 and 3/4/2020",
        "born 1 April 2019–31 March 2020",
        "born on or after 1 September 2008",
        "dates of birth from 1/1/1950 to 31/12/1960",
    ],
)
def test_other_dates_and_births_are_not_dates_of_birth(text: str) -> None:
    assert len(births(text)) == 0


@pytest.mark.parametrize("head", ["DOB", "Date of birth", "Born"])
def test_dates_in_a_column_that_is_headed_so_are_found_row_by_row(head: str) -> None:
    table = f"| Ward | {head} |\n|---|---|\n| A | 12/03/1950 |\n| B | none |\n| C | 3 May 1941 |"
    rows = [table[at:].partition("\n")[0] for at in births(table)]
    assert rows == ["| A | 12/03/1950 |", "| C | 3 May 1941 |"]


def test_dates_of_other_columns_and_of_the_next_table_are_none() -> None:
    assert not births("| Seen | DOB |\n|---|---|\n| 12/03/2019 | asked |")
    assert not births("| Ward | DOB |\n|---|---|\n\n| Ward | Seen |\n| A | 12/03/2019 |")
