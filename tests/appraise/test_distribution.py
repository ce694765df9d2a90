"""Counts in bands as shares, and where the middle patient stands: held against a list of all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.distribution import distribution
from civalue_build.model.approach_facts import CostBand, PatientCosts
from civalue_build.model.distribution import Distribution
from civalue_build.model.estimate import PriceYear


def costs(before: list[int], after: list[int]) -> PatientCosts:
    return PatientCosts(
        table="plics.csv",
        price_year=PriceYear(first=2023),
        source="costing",
        before="2022/23",
        after="2024/25",
        bands=tuple(
            CostBand(low=at, high=at + 1, before=b, after=a, row=at + 2)
            for at, (b, a) in enumerate(zip(before, after, strict=True))
        ),
    )


def found(before: list[int], after: list[int]) -> Distribution:
    made = distribution(costs(before, after), 0)
    assert made is not None
    return made


def test_each_period_has_shares_of_its_own_number() -> None:
    made = found([1, 3], [50, 50])
    assert (made.before.total, made.before.shares) == (4, (0.25, 0.75))
    assert (made.after.total, made.after.shares) == (100, (0.5, 0.5))
    assert (made.before.name, made.after.name) == ("2022/23", "2024/25")


def test_no_counts_have_no_shares() -> None:
    assert distribution(costs([], []), 7) is None


@pytest.mark.parametrize(
    ("counts", "middle"),
    [([1], (0, 0)), ([9, 9], (0, 1)), ([9, 0, 9], (0, 2)), ([10, 9], (0, 0)), ([0, 8, 9], (2, 2))],
)
def test_of_an_even_number_the_two_in_the_middle_may_be_in_two_bands(
    counts: list[int], middle: tuple[int, int]
) -> None:
    assert found(counts, counts).after.middle == middle


@given(st.lists(st.integers(0, 20), min_size=1, max_size=8).filter(any))
def test_the_middle_is_that_of_all_patients_in_a_row(counts: list[int]) -> None:
    everyone = [band for band, count in enumerate(counts) for _ in range(count)]
    half = len(everyone) // 2
    lower = everyone[half] if len(everyone) % 2 else everyone[half - 1]
    assert found(counts, counts).before.middle == (lower, everyone[half])
    assert sum(found(counts, counts).before.shares) == pytest.approx(1)


@pytest.mark.parametrize(("count", "is_drawn"), [(0, True), (1, False), (7, False), (8, True)])
def test_a_count_of_few_people_keeps_all_from_being_drawn(count: int, *, is_drawn: bool) -> None:
    for before, after in (([90, count], [90, 10]), ([90, 10], [90, count])):
        assert (distribution(costs(before, after), 7) is not None) is is_drawn
