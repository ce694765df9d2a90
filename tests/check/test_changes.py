"""Changes in a text are found wrong where they are, and nothing else is."""

from time import perf_counter

import pytest

from civalue_build.check.changes import changes
from civalue_build.check.rates import rates
from civalue_build.check.sums_in_words import sums_in_words
from civalue_build.check.sums_of_tables import sums_of_tables


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("The cost went from £8,368.16 to £26,090.40, a rise of £17,623.66.", 17_722.24),
        ("It rose from £220.21 to £686.59 for each patient, a difference of £463.78.", 466.38),
        ("Placements fell from 65 to 29, a reduction of over 60%.", 36 / 65),
        ("The mean fell from 5.25 to 2.4 (over 60%).", 2.85 / 5.25),
        ("Missed visits fell from 10% to 4%, a fall of 50%.", 0.6),
        ("Stays went from 12 days to 9 days, a fall of 4 days.", 3),
        ("The fall from 80 to 60 (30%) is large.", 0.25),
        ("A year’s cost fell from £2.0m to £1.5m, a fall of £0.8m.", 5e5),
    ],
)
def test_a_change_that_its_ends_do_not_make_is_found(text: str, comes_to: float) -> None:
    (slip,) = changes(text)
    assert slip.comes_to == pytest.approx(comes_to, rel=0.02)


@pytest.mark.parametrize(
    "text",
    [
        "Placements fell from 65 a year to 29, a fall of 55%.",
        "Missed visits fell from 10% to 4%, a fall of 60%.",
        "Missed visits fell from 10% to 4%, a fall of 6%.",
        "Missed visits fell from 10% to 4% (6 points).",
        "Readmissions fell from 38.4% to 26.7%, a reduction of 30.5%.",
        "Samples dropped from 369 to 97 (74%).",
        "Samples fell from 130.2 to 98.8, a fall of about a quarter, or 24%.",
        "Costs fell from 2019 to 2021, a fall of 12%.",
        "Visits fell from 120 to 80 a week, a saving of £4,000.",
        "Stays went from 12 days to 9 days, a reduction of 300 bed days.",
        "Visits fell from 65 to 29, a fall of 3 a month.",
        "It fell from 30 to 20 (95% confidence interval 15 to 25).",
        "Rates fell from 65 to 29, a fall of more than 50%.",
        "Rates fell from 65 to 29, a fall of nearly 56%.",
        "Rates fell from 65 to 29, a fall of about 60%.",
        "Years from 6 to 12 months, a rise of nothing.",
        "The wait fell from 0 to 3, a rise of 100%.",
    ],
)
def test_a_change_that_its_ends_make_or_that_is_none_is_left_alone(text: str) -> None:
    assert list(changes(text)) == []


def test_a_change_is_told_as_it_is_written_and_where_it_begins() -> None:
    (slip,) = changes("One line.\nIt fell from 65 to 29 (over 60%) soon.")
    assert (slip.at, slip.written) == (18, "from 65 to 29 (over 60%)")
    assert slip.is_share


def test_hostile_texts_take_linear_time() -> None:
    changing = ("from 1 to 1, a fall of ", "fell from 1 a b c to ", "from 1 ", "1 a year, 1 ")
    adding = ("1 a b c d less 1 is ", "| Total | 1 |\n", "| total ", "1 for 1 is 1 ")
    began = perf_counter()
    for seed in (*changing, *adding):
        text = seed * (100_000 // len(seed))
        for find in (changes, rates, sums_in_words, sums_of_tables):
            list(find(text))
    assert perf_counter() - began < 60
