"""Marks of a person are found, their look-alikes are not, and no text stalls the search."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.check import personal
from civalue_build.check.born import births
from civalue_build.check.digits import nhs_numbers, phones
from civalue_build.check.personal import emails, named_people, postcodes
from civalue_build.check.plain import plain, shown

SECONDS = 20
LONG = 200_000
HOSTILE = (
    "0", "1 ", "07", "+44 ", "(0", "999 ", "a@", "a.", "@a", "@a-", "LS1 ", "M1", "born ", "dob. ",
    "born 1", "date of birth ", "date of birth 1.", "Dr. ", "Mrs ", "ISBN ", "https://", "-", " ",
    "&#", "&a", "%4", "](", "](a)", "[^", "_", "\\", "e\u0301", "\u0315\u0300", "|", "dob|", "1.",
    "943 476 5919 ", "a@b.example ", "doi.org/", "10.1234/", "44 7", "3 May 1941 ", "ls1 4ap\n",
)  # fmt: skip
SEARCHES = (
    births, lambda text: emails(text, "a@b.example"), named_people, nhs_numbers, phones, postcodes,
    plain, shown,
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "jane.smith@nhs.net",
        "(a@b.example)",
        "mailto:x-y@z.org.uk",
        "https://x.org/a@b.org",
        "jane (at) x.org",
        "jane[at]x.org",
    ],
)
def test_an_email_address_is_found(text: str) -> None:
    assert len(emails(text)) == 1


@pytest.mark.parametrize("text", ["@nhs", "6 @ £4.20", "a@b", "https://x.org/@nhs.x"])
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert len(emails(text)) == 0


def test_an_allowed_address_may_be_repeated_and_hides_no_other() -> None:
    assert len(emails("lead@example.org", "lead@example.org")) == 0
    assert len(emails("lead@example.org or jane@example.org", "lead@example.org")) == 1


@pytest.mark.parametrize(
    "text", ["**Lead@example.org**", "_lead@example.org_.", "lead@example.org?"]
)
def test_an_allowed_address_is_allowed_in_any_dress(text: str) -> None:
    assert not emails(text, "lead@example.org")


@pytest.mark.parametrize(
    "text", ["jane.lead@example.org", "jane_lead@example.org", "lead@example.org.uk", "x@e.org"]
)
def test_an_allowed_address_allows_no_longer_one(text: str) -> None:
    assert len(emails(text, "lead@example.org")) == 1
    assert len(emails(text, "@example.org")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "LS1 4AP",
        "SW1A 1AA",
        "M13 9PL",
        "EC1A 1BB",
        "LS14AP",
        "ls1 4ap",
        "ls14ap",
        "LS1-4AP",
        "Ls1 4aP",
        "https://x.org/?at=LS1+4AP",
    ],
)
def test_a_full_postcode_is_found(text: str) -> None:
    assert len(postcodes(f"at {text}, and")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "LS1",
        "M13",
        "CV101 GAP",
        "Q1 2AB",
        "N95 3CM",
        "B12 1mg",
        "A1 1AA",
        "b12 2nd dose",
        "e4 2hr",
        "m1 1st",
        "e12ab",
        "https://x.org/SR12AB/",
    ],
)
def test_a_half_postcode_and_other_codes_are_none(text: str) -> None:
    assert len(postcodes(text)) == 0


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
    for search in SEARCHES:
        search(text)
        search(text + "!")
    assert perf_counter() - began < SECONDS


@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=6))
def test_any_mixture_of_hostile_pieces_takes_linear_time(pieces: list[str]) -> None:
    piece = "".join(pieces)
    text = piece * (20_000 // len(piece) + 1)
    began = perf_counter()
    for search in SEARCHES:
        search(text)
    assert perf_counter() - began < SECONDS
