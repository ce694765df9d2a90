"""Sums in a text are found wrong where they are, and nothing else is."""

from time import perf_counter

import pytest

from civalue_build.check.arithmetic import slips


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("20 patients × £30 = £500", 600),
        ("We add £3,000 + £2,000 = £6,000 in all", 5000),
        ("12 x 4 = 50", 48),
        ("1,214 × £703.95 = £864,595.30", 854595.30),
        ("£854,595.30 − £690,000 = £164,593.30".replace("−", "-"), 164595.30),
        ("£17,000 a year × 3 years = £61,000", 51000),
        ("£2,679 / 0.81 QALYs = £3,037 a QALY", 2679 / 0.81),
        ("£26,090.40 - £8,368.16 = £17,623.66", 17722.24),
        ("£150 × 3,820 patients = £27.5m", 573_000),
        ("2 + 3 × 4 = 20", 14),
        ("480 / 16 = 40", 30),
        ("15% of 200 is 40", 30),
        ("10% of £5,000 = £600", 500),
        ("29 of 65 placements (55%)", 29 / 65),
        ("36 ÷ 65 = 60%", 36 / 65),
        ("£3m + £2m = £9m", 5e6),
    ],
)
def test_a_sum_that_does_not_come_out_is_found(text: str, comes_to: float) -> None:
    (slip,) = slips(text)
    assert slip.comes_to == pytest.approx(comes_to)


@pytest.mark.parametrize(
    "text",
    [
        "20 patients × £30 = £600",
        "11,461 × £0.63 = £7,266",
        "1,214 × £703.95 = £854,595.30",
        "36 of 65 placements (55%)",
        "33% of 300 is 100",
        "1,880 samples × 5 minutes = 157 hours",
        "£12.49 × 63 = £787",
        "63 × £12 = £771",
        "2 × (3 + 4) = 14",
        "9 wards × 3 + 4 = 31",
        "a × 3 + 4 = 10",
        "20 × 30 = 600 + 50",
        "20 × 30 = 500 to 700",
        "p = 0.05, n = 38",
        "2 hours 30 minutes × 4 = 10 hours",
        "2023/24 = year 1",
        "52,780 × 11.7% = 6,175",
        "between 3 - 4 and 5 = more",
        "5 / 0 = 1",
        "1 of 3 (33.3%)",
        "3 of 20 teams (up 50%)",
        "£1.2m + £0.9m = £2m",
    ],
)
def test_a_sum_that_comes_out_or_is_none_is_left_alone(text: str) -> None:
    assert list(slips(text)) == []


def test_a_sum_is_told_as_it_is_written_and_where_it_begins() -> None:
    (slip,) = slips("One line.\nSo 12 x 4 = 50 beds.")
    assert (slip.at, slip.written) == (13, "12 x 4 = 50")


def test_hostile_sums_take_linear_time() -> None:
    began = perf_counter()
    for seed in ("=", "1 + ", "1 x 1 = ", "1 a b c d ", "12,", "1% of 1 ", "9×", "1 of 1 a ("):
        list(slips(seed * (100_000 // len(seed)) + "="))
    assert perf_counter() - began < 60
