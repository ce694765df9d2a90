"""Each number at the bottom of a working leads to the place where an author wrote it."""

from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.enums import Better, Kind
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear
from civalue_build.model.explained import Explained, How, Origin, Sort, What, Where
from civalue_build.model.lines import FromMeasure, UnitPrice
from civalue_build.model.measures import LedgerEntry, Measure, SeriesPoint
from tests.builders import benefit, case, cost, each, framework, priced, yearly_value

LINE = {"id": "beds", "kind": Kind.RELEASED_CAPACITY}


def explained(**changes: Any) -> dict[str, Explained]:
    fields = {"costs": (), "benefits": (benefit(**LINE),)} | changes
    return dict(appraise(case(**fields), framework()).explained)


def test_a_number_of_a_line_is_stated_at_its_key_with_the_source_of_the_line() -> None:
    line = benefit(**LINE, **priced(3, 100, source="tariff"))
    found = explained(benefits=(line,))
    assert found["benefits.beds.quantity"].origin == Origin(
        Where.CASE, "benefits.beds.quantity", "ledger"
    )
    assert found["benefits.beds.unit_value"].origin == Origin(
        Where.CASE, "benefits.beds.unit_value", "tariff"
    )


def test_a_shared_volume_is_one_number_for_every_line_that_uses_it() -> None:
    lines = tuple(
        replace(benefit(**LINE, **priced(1, 10)), id=name, quantity=Estimate(volume="stays"))
        for name in ("one", "two")
    )
    found = explained(benefits=lines, volumes={"stays": Estimate(central=40)})
    volume = found["volumes.stays"]
    assert volume.origin
    assert volume.origin.at == "volumes.stays"
    assert all(found[f"lines.{name}.0.gross"].terms[0] is volume for name in ("one", "two"))


def test_a_total_and_a_midpoint_show_what_they_are_made_of() -> None:
    over = each(0, 1)
    spread = benefit(**LINE, amount=None, years=over)
    spread = replace(spread, amount=Estimate(total=90, over=over))
    total = explained(benefits=(spread,))["benefits.beds.amount"]
    assert (total.how, [t.figure for t in total.terms]) == (How.RATIO, [90, 2])
    middle = replace(spread, amount=Estimate(low=10, high=30), years=each(0))
    found = explained(benefits=(middle,))["benefits.beds.amount"]
    assert (found.how, [t.figure for t in found.terms]) == (How.MEAN, [10, 30])


def test_a_quantity_from_a_measure_goes_back_to_the_points_of_its_series() -> None:
    months = [(2023, month, value) for month, value in ((1, 12.0), (2, 10.0), (5, 6.0), (6, 4.0))]
    points = tuple(SeriesPoint(date=PartialDate(year=y, month=m), value=v) for y, m, v in months)
    measure = Measure(
        id="falls",
        label="Falls",
        unit="falls",
        better=Better.LOWER,
        points=points,
        change_on=PartialDate(year=2023, month=4),
    )
    line = replace(
        benefit(**LINE, **priced(1, 10)),
        quantity=None,
        from_measure=FromMeasure(measure="falls", exposure=20, per_unit=2),
    )
    found = explained(benefits=(line,), measures=(measure,))
    change = found["measures.falls.change"]
    assert (change.how, change.figure) == (How.DIFFERENCE, 11.0 - 5.0)
    assert [term.figure for term in change.terms[0].terms] == [12.0, 10.0]
    assert found["benefits.beds.quantity"].figure == pytest.approx(6 * 20 * 2)


def test_an_actual_amount_is_from_the_ledger() -> None:
    months = tuple(
        LedgerEntry(
            month=PartialDate(year=2023 + (at + 3) // 12, month=(at + 3) % 12 + 1),
            line="beds",
            actual=5.0,
        )
        for at in range(12)
    )
    node = explained(entries=months)["lines.beds.0.gross"]
    assert node.figure == 60
    assert node.origin
    assert node.origin.where is Where.LEDGER


def test_a_price_of_another_year_is_one_level_of_the_index_over_another() -> None:
    old = PriceYear(first=2019)
    line = benefit(**LINE, **priced(1, 90, price_year=old))
    node = explained(benefits=(line,))["price-factors.deflator.2019/20"]
    assert [(t.of, t.figure) for t in node.terms] == [("2023/24", 100.0), ("2019/20", 90.0)]


def test_a_price_that_is_another_each_year_is_its_own_in_each() -> None:
    values = framework(unit_values={"carbon": yearly_value({2023: 100, 2024: 110}, "tonne")})
    line = replace(
        benefit(**LINE, **priced(2, 1), years=each(0, 1)), unit_value=UnitPrice(id="carbon")
    )
    found = appraise(case(costs=(), benefits=(line,)), values).explained
    assert found["lines.beds.0.gross"].terms[1].figure == 100
    assert found["lines.beds.1.gross"].terms[1].figure == 110


def test_a_share_that_nobody_stated_is_taken_and_not_invented_as_stated() -> None:
    node = explained()["benefits.beds.attribution"]
    assert (node.how, node.figure, node.origin) == (How.TAKEN, 1.0, None)


def test_a_volume_that_is_a_share_here_and_an_amount_there_is_told_as_each_line_uses_it() -> None:
    share = Estimate(volume="part")
    lines = {
        "costs": (replace(cost(), amount=share),),
        "benefits": (replace(benefit(**LINE), attribution=share),),
    }
    found = explained(**lines, volumes={"part": Estimate(central=0.5)})
    (paid,) = found[f"lines.{cost().id}.0.gross"].terms
    attributed = found["lines.beds.0.claimed"].terms[1]
    assert (paid.what, paid.sort) == (What.AMOUNT, Sort.PRICE)
    assert (attributed.what, attributed.sort) == (What.ATTRIBUTION, Sort.SHARE)
    assert paid.id == attributed.id == "volumes.part"
