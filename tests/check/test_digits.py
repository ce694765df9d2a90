"""Numbers that name a person are found, their look-alikes are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.check.digits import nhs_numbers, phones


@pytest.mark.parametrize(
    "text",
    [
        "943 476 5919",
        "9434765919",
        "943-476-5919",
        "(943 476 5919)",
        "No 943 476 5919.",
        "No.9434765919",
        "x-9434765919",
        "a/9434765919",
        "a,9434765919",
        "943.476.5919",
        "943/476/5919",
        "943_476_5919",
        "943 - 476 - 5919",
        "NHS9434765919",
        "9434765919_2.png",
        "94347 65919",
        "9434 765 919",
        "94 34 76 59 19",
        "9 4 3 4 7 6 5 9 1 9",
        "https://x.org/9434765919/x",
        "https://x.org/943-476-5919",
        "/images/9434765919.png",
    ],
)
def test_an_nhs_number_is_found_however_it_is_spaced(text: str) -> None:
    assert len(nhs_numbers(text)) == 1


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
        "PMC 9434765919",
        "PMC9434765919",
        "doi:10.1136/x.9434765919",
        "ISBN-10: 0198526636",
        "ISBN 978-0-19-852663-6",
        "978 0198526636",
        "ISSN 0140-6736 395",
        "https://orcid.org/0000-0002-1825-0097",
        "ISRCTN12345678 and NCT01234567",
        "£ 943 476 5919",
        "https://x.org/1583020807",
        "commit d9434765919a",
        "2019-20 2020-21",
        "2019 2020 24",
        "12 14 13 15 11 10",
        "1 2 3 4 5 6 7 8 9 1 2",
    ],
)
def test_other_numbers_of_about_ten_digits_are_not_nhs_numbers(text: str) -> None:
    assert len(nhs_numbers(text)) == 0


@given(st.integers(min_value=0, max_value=999_999_999))
def test_at_most_one_check_digit_makes_an_nhs_number(nine: int) -> None:
    found = [digit for digit in range(10) if nhs_numbers(f"{nine:09}{digit}")]
    total = sum(int(char) * weight for char, weight in zip(f"{nine:09}", range(10, 1, -1)))  # noqa: B905
    expected = (11 - total % 11) % 11
    assert found == ([expected] if expected < 10 else [])


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
        "07 700 900 123",
        "0113 2 431 751",
        "44 7700 900123",
        "447700900123",
        "07700.900.123",
        "07700_900_123",
        "0(7700) 900123",
        "+44(0)7700900123",
        "01204 12345",
        "Tel.07700900123",
        "https://wa.me/447700900123",
    ],
)
def test_a_telephone_number_is_found_however_it_is_written(text: str) -> None:
    assert len(phones(f"Ring {text} today")) == 1


@pytest.mark.parametrize(
    "text", ["0300 123 4567", "0800 123 4567", "111", "0 1 2 3 4 5 6 7 8 9", "0.1632960000",
             "2011/012345678", "1,632,960,000", "012 34", "01/02/2019 12:30", "01.02.2019 12:30",
             "01 02 03 04 05 06 07 08", "07-08 2019-20 12", "2007-08 2008-09 2009-10",
             "01.04.2019 31.03.2020", "https://x.org/S0140-6736(20)30183-5", "£0113 496 0000",
             "ISSN 0140-6736 395", "https://x.org/a/01134960000", "44 2019 2020 12"],
)  # fmt: skip
def test_helplines_and_other_numbers_are_no_telephone_numbers(text: str) -> None:
    assert len(phones(text)) == 0
