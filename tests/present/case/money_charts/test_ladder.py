"""The ladder says what £1 brings at each step, and what it says is true of a loss too."""

import pytest

from civalue_build.model.enums import Kind
from civalue_build.present.case.base import Material
from civalue_build.present.case.money_charts.ladder import ladder_chart
from tests.present.case.money_charts.conftest import Plain

EACH = 1 + 1 / 1.035 + 1 / 1.035**2


def test_each_step_has_its_return_claimed_and_corrected(plain: Plain) -> None:
    """£1,000 in each of three years on £3,000, then ×0.6 on ×1.4."""
    chart = ladder_chart(plain(1000, kind=Kind.RELEASED_CAPACITY))
    assert chart is not None
    whole = EACH / 3, EACH / 3 * 0.6 / 1.4
    assert [bar.values for bar in chart.bars] == [
        (0, 0),
        pytest.approx(whole),
        pytest.approx(whole),
    ]


@pytest.mark.parametrize(
    ("brings", "kind", "title"),
    [
        (1000, Kind.CASH_RELEASING, "brings £0.97, whatever is counted"),
        (
            1000,
            Kind.RELEASED_CAPACITY,
            "brings nothing counting cash alone and £0.97 with capacity or with everything valued",
        ),
        (-1000, Kind.CASH_RELEASING, "brings a loss, whatever is counted"),
    ],
)
def test_the_title_says_what_a_pound_brings(
    plain: Plain, brings: float, kind: Kind, title: str
) -> None:
    chart = ladder_chart(plain(brings, kind=kind))
    assert chart is not None
    assert chart.title == f"As claimed, £1 of cost {title}"


@pytest.mark.parametrize(("brings", "cost"), [(None, 3000), (2000, 0)])
def test_without_a_return_there_is_no_chart(plain: Plain, brings: float, cost: float) -> None:
    assert ladder_chart(plain(brings, cost=cost)) is None


def test_break_even_is_in_the_picture(known: Material) -> None:
    chart = ladder_chart(known)
    assert chart is not None
    assert chart.even == 1
