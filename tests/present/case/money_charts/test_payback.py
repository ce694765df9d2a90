"""The payback curve, worked out by hand: £3,000 at once, £2,000 a year, discounted by 3.5%."""

import pytest

from civalue_build.present.case.base import Material
from civalue_build.present.case.money_charts.payback import payback_chart
from tests.present.case.money_charts.conftest import Plain

F1, F2 = 1 / 1.035, 1 / 1.035**2


def test_the_nets_are_those_that_a_reader_works_out(plain: Plain) -> None:
    """Without a grade, costs are corrected by +40% and benefits by −40%."""
    chart = payback_chart(plain(2000))
    assert chart is not None
    claimed, corrected = zip(*(bar.values for bar in chart.bars), strict=True)
    assert chart.times == (0, 1, 2, 3)
    assert claimed == pytest.approx(
        (-3000, -1000, -1000 + 2000 * F1, -1000 + 2000 * F1 + 2000 * F2)
    )
    assert corrected == pytest.approx(
        (-4200, -3000, -3000 + 1200 * F1, -3000 + 1200 * F1 + 1200 * F2)
    )


def test_the_mark_is_where_the_curve_gets_to_nothing(plain: Plain) -> None:
    chart = payback_chart(plain(2000))
    assert chart is not None
    assert chart.crosses[0] == pytest.approx(1 + 1000 / (2000 * F1))


@pytest.mark.parametrize(
    ("brings", "title"),
    [
        (
            2000,
            (
                "As claimed, the money is back after 18 months; corrected for evidence, "
                "not back within 3 years"
            ),
        ),
        (0, "The money is not back within 3 years, as claimed or corrected for evidence"),
        (-500, "The money is not back within 3 years, as claimed or corrected for evidence"),
        (
            90_000,
            "As claimed, the money is back after 12 days; corrected for evidence, after 28 days",
        ),
    ],
)
def test_the_title_says_when_the_money_is_back(plain: Plain, brings: float, title: str) -> None:
    chart = payback_chart(plain(brings))
    assert chart is not None
    assert chart.title == title


def test_the_curve_ends_at_the_headline(known: Material) -> None:
    chart, headline = payback_chart(known), known.appraisal.headline
    assert chart is not None
    assert headline is not None
    assert chart.bars[-1].values == pytest.approx((headline.claimed.npv, headline.corrected.npv))


def test_later_costs_are_paid_at_the_start_of_their_year(known: Material) -> None:
    """The lead nurse is paid in years 0 and 1."""
    chart = payback_chart(known)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == [
        "At the start, costs paid",
        "After 1 year",
        "After 1 year, the next costs paid",
        "After 2 years",
        "After 3 years",
    ]


@pytest.mark.parametrize(("brings", "cost"), [(None, 3000), (2000, 0)])
def test_without_a_net_value_or_a_cost_there_is_nothing_to_pay_back(
    plain: Plain, brings: float | None, cost: float
) -> None:
    assert payback_chart(plain(brings, cost=cost)) is None
