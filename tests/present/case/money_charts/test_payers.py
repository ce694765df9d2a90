"""The ledger of parties: what each is left with, and who carries it."""

import pytest

from civalue_build.present.case.base import Material
from civalue_build.present.case.money_charts.payers import payers_chart
from tests.present.case.money_charts.conftest import Plain

EACH = 1 + 1 / 1.035 + 1 / 1.035**2


def test_each_party_has_its_net_claimed_and_corrected(plain: Plain) -> None:
    chart = payers_chart(plain(2000, to="council"))
    assert chart is not None
    assert {bar.label: bar.values for bar in chart.bars} == {
        "Example Hospitals": pytest.approx((-3000, -4200)),
        "Example Council": pytest.approx((2000 * EACH, 1200 * EACH)),
    }


@pytest.mark.parametrize(
    ("brings", "title"),
    [
        (
            2000,
            (
                "As claimed, a net cost of £3,000 falls on Example Hospitals, while the gain goes "
                "to Example Council (£5,800)"
            ),
        ),
        (
            -100,
            "As claimed, a net cost falls on Example Hospitals (£3,000) and Example Council (£290)",
        ),
        (None, "As claimed, a net cost of £3,000 falls on Example Hospitals"),
    ],
)
def test_the_title_says_who_carries_it(plain: Plain, brings: float | None, title: str) -> None:
    chart = payers_chart(plain(brings, to="council"))
    assert chart is not None
    assert chart.title == title


def test_one_party_alone_needs_no_ledger(plain: Plain) -> None:
    assert payers_chart(plain(2000)) is None


def test_many_parties_are_counted_in_the_title_and_named_in_the_chart(known: Material) -> None:
    chart = payers_chart(known)
    assert chart is not None
    assert chart.title == "As claimed, 2 of 4 parties end worse off and 2 better off"
    assert [bar.label for bar in chart.bars] == [p.name for p in known.appraisal.parties]
