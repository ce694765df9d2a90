"""Sums in words are found wrong where they are, and nothing else is."""

import pytest

from civalue_build.check.sums_in_words import sums_in_words


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("£854,595.30 less £690,000 is £164,593.30", 164_595.30),
        ("So £26,090.40 minus £8,368.16 makes £17,623.66.", 17_722.24),
        ("£2,679 less cost for 0.81 QALYs more is £3,037 each", 2679 / 0.81),
        ("£2,679 divided by 0.81 QALYs is £3,037", 2679 / 0.81),
        ("29 visits times 3 is 80", 87),
        ("£27.5m for 3,820 patients is £150 each", 27.5e6 / 3820),
        ("£616,876 for all 1,000 days is £608 a day", 616.876),
    ],
)
def test_a_sum_in_words_that_does_not_come_out_is_found(text: str, comes_to: float) -> None:
    (slip,) = sums_in_words(text)
    assert slip.comes_to == pytest.approx(comes_to)


@pytest.mark.parametrize(
    "text",
    [
        "1,237 people less 23 is 1,214",
        "£27.5m shared over 3,820 patients is £7,199",
        "£1.2bn for 8 million is £150 each",
        "£4.20 for 0.001 QALYs is £3,936 each",
        "30 less than 20 is 5",
        "It rose 3 times over 2 years and is 40 for each",
        "5 for 10 is 3 too many",
        "a cost of 20 plus 30 less 10 is 40",
    ],
)
def test_what_comes_out_or_is_no_sum_is_left_alone(text: str) -> None:
    assert list(sums_in_words(text)) == []
