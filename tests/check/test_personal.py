"""Marks of a person are found, their look-alikes are not, and no text stalls the search."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.check import personal
from civalue_build.check.personal import (
    births,
    emails,
    named_people,
    nhs_numbers,
    phones,
    postcodes,
)

SECONDS = 1.0
LONG = 200_000
HOSTILE = (
    "0", "1 ", "07", "+44 ", "(0", "999 ", "a@", "a.", "@a", "@a-", "LS1 ", "M1", "born ", "dob. ",
    "born 1", "date of birth ", "date of birth 1.", "Dr. ", "Mrs ", "ISBN ", "https://", "-", " ",
)  # fmt: skip
COUNTERS = (births, emails, named_people, nhs_numbers, phones, postcodes)


@pytest.mark.parametrize(
    "text",
    ["943 476 5919", "9434765919", "943-476-5919", "(943 476 5919)", "No 943\u00a0476\u00a05919."],
)
def test_an_nhs_number_is_found_however_it_is_spaced(text: str) -> None:
    assert nhs_numbers(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5918",
        "£9434765919",
        "19434765919",
        "94347659191",
        "9434765919.5",
        "ISBN 9434765919",
        "https://doi.org/10/9434765919",
        "1,943,476,591",
    ],
)
def test_other_numbers_of_about_ten_digits_are_not_nhs_numbers(text: str) -> None:
    assert nhs_numbers(text) == 0


@given(st.integers(min_value=0, max_value=999_999_999))
def test_at_most_one_check_digit_makes_an_nhs_number(nine: int) -> None:
    found = [digit for digit in range(10) if nhs_numbers(f"{nine:09}{digit}")]
    total = sum(int(char) * weight for char, weight in zip(f"{nine:09}", range(10, 1, -1)))  # noqa: B905
    expected = (11 - total % 11) % 11
    assert found == ([expected] if expected < 10 else [])


@pytest.mark.parametrize("text", ["jane.smith@nhs.net", "(a@b.example)", "mailto:x-y@z.org.uk"])
def test_an_email_address_is_found(text: str) -> None:
    assert emails(text) == 1


@pytest.mark.parametrize("text", ["@nhs", "6 @ £4.20", "a@b", "https://x.org/a@b.org"])
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert emails(text) == 0


def test_an_allowed_address_may_be_repeated_and_hides_no_other() -> None:
    assert emails("lead@example.org", "lead@example.org") == 0
    assert emails("lead@example.org or jane@example.org", "lead@example.org") == 1


@pytest.mark.parametrize(
    "text",
    [
        "07700 900123",
        "07700900123",
        "0113 496 0000",
        "020 7946 0000",
        "(020) 7946 0000",
        "01632 960000",
        "+44 7700 900123",
        "+44 (0)20 7946 0000",
        "0044 1632 960000",
        "01632-960-000",
    ],
)
def test_a_telephone_number_is_found_however_it_is_written(text: str) -> None:
    assert phones(f"Ring {text} today") == 1


@pytest.mark.parametrize(
    "text", ["0300 123 4567", "0800 123 4567", "111", "0 1 2 3 4 5 6 7 8 9", "0.1632960000",
             "2011/012345678", "1,632,960,000", "012 34"],
)  # fmt: skip
def test_helplines_and_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert phones(text) == 0


@pytest.mark.parametrize("text", ["LS1 4AP", "SW1A 1AA", "M13 9PL", "EC1A 1BB", "LS14AP"])
def test_a_full_postcode_is_found(text: str) -> None:
    assert postcodes(f"at {text}, and") == 1


@pytest.mark.parametrize(
    "text", ["LS1", "M13", "CV101 GAP", "Q1 2AB", "N95 3CM", "B12 1mg", "A1 1AA"]
)
def test_a_half_postcode_and_other_codes_are_none(text: str) -> None:
    assert postcodes(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "born on 3 May 1941",
        "date of birth: 03/05/1941",
        "DOB 1941-05-03",
        "d.o.b. 3.5.41",
        "Born 3rd May 1941",
    ],
)
def test_a_date_of_birth_is_found(text: str) -> None:
    assert births(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "born in 1941",
        "we ask for the date of birth",
        "babies born before 30 weeks",
        "on 3 May 1941",
        "stubborn 3 May 1941",
    ],
)
def test_other_dates_and_births_are_not_dates_of_birth(text: str) -> None:
    assert births(text) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr Jane Smith", 1),
        ("Mrs. O’Hara", 1),
        ("Professor of nursing", 0),
        ("Medical director", 0),
    ],
)
def test_a_name_behind_a_title_is_a_person(text: str, count: int) -> None:
    assert named_people(text) == count


@pytest.mark.parametrize(
    "unit", ["patient", "patients", "people", "of 38 patients", "service users"]
)
def test_units_that_count_people_are_known(unit: str) -> None:
    assert personal.PERSON_UNIT.fullmatch(unit)


@pytest.mark.parametrize("unit", ["per 1,000 patients", "days per patient", "bed-day", "percent"])
def test_rates_and_things_do_not_count_people(unit: str) -> None:
    assert not personal.PERSON_UNIT.fullmatch(unit)


@pytest.mark.parametrize("seed", HOSTILE)
def test_a_hostile_text_takes_linear_time(seed: str) -> None:
    text = (seed * (LONG // len(seed) + 1))[:LONG]
    began = perf_counter()
    for count in COUNTERS:
        count(text)
        count(text + "!")
    assert perf_counter() - began < SECONDS


@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_any_mixture_of_hostile_pieces_takes_linear_time(pieces: list[str]) -> None:
    piece = "".join(pieces)
    text = piece * (20_000 // len(piece) + 1)
    began = perf_counter()
    for count in COUNTERS:
        count(text)
    assert perf_counter() - began < SECONDS
