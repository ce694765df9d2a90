"""What people type for a number, a date or a year is understood, or refused in plain words."""

from collections.abc import Callable

import pytest

from civalue_build.publish.intake.values import (
    Unfit,
    mailbox,
    number,
    partial_date,
    price_year,
    share,
    whole_number,
    years,
)


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (number, "1650", "1650"),
        (number, "£1,234.50", "1234.50"),
        (number, "−4 000", "-4000"),
        (number, ".5", "0.5"),
        (number, "007", "7"),
        (number, "-0.0", "0.0"),
        (whole_number, "12.0", "12"),
        (share, "60", "0.6"),
        (share, "60 %", "0.6"),
        (share, "12.5%", "0.125"),
        (share, "100", "1"),
        (share, "0", "0"),
        (share, "5", "0.05"),
        (share, "0.5%", "0.005"),
        (share, "1", "0.01"),
        (partial_date, "2025", "2025"),
        (partial_date, "March 2025", "2025-03"),
        (partial_date, "Mar-25", "2025-03"),
        (partial_date, "31/3/2025", "2025-03-31"),
        (partial_date, "1 September 2024", "2024-09-01"),
        (partial_date, "29/02/2024", "2024-02-29"),
        (price_year, "2024/25", "2024/25"),
        (price_year, "2024-2025", "2024/25"),
        (price_year, "1999/00", "1999/00"),
        (price_year, "2011", "2011"),
        (years, "0 to 2", "0-2"),
        (years, "1–1", "1"),
        (mailbox, "improvement.team@trust.nhs.uk", "improvement.team@trust.nhs.uk"),
    ],
)
def test_an_answer_is_understood(read: Callable[[str], str], typed: str, expected: str) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        (number, "12 days"),
        (number, "1,23"),
        (number, "1.234,5"),
        (number, "1e5"),
        (number, "٣"),
        (number, "."),
        (number, "9999999999999"),
        (whole_number, "12.5"),
        (whole_number, "-1"),
        (share, "101"),
        (share, "0.6"),
        (share, "-5"),
        (partial_date, "30/2/2025"),
        (partial_date, "2025-13"),
        (partial_date, "Smarch 2025"),
        (partial_date, "25"),
        (partial_date, "0001-01"),
        (price_year, "2024/26"),
        (years, "2-0"),
        (years, "first"),
        (mailbox, "Jo <jo@trust.nhs.uk>"),
    ],
)
def test_an_answer_that_could_mean_anything_is_refused(
    read: Callable[[str], str], typed: str
) -> None:
    with pytest.raises(Unfit, match=r"^(enter|leave) "):
        read(typed)


@pytest.mark.parametrize(
    ("read", "wanted"), [(number, "a number"), (whole_number, "a whole number"), (share, "a perc")]
)
def test_words_in_place_of_a_number_are_answered_with_what_fits(
    read: Callable[[str], str], wanted: str
) -> None:
    with pytest.raises(Unfit, match=f"^enter {wanted}"):
        read("2 years")
