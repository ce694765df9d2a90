"""How sure the money is, as a reader meets it."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Delay, Uncertainty, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Status
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.framework import Framework
from civalue_build.present.case.base import Material
from civalue_build.present.case.uncertainty import NO_RANGE, inputs_table, uncertainty
from civalue_build.present.case.uncertainty_charts import charts
from civalue_build.present.case.uncertainty_names import named
from civalue_build.present.case.uncertainty_words import (
    beside,
    chances,
    delay,
    never,
    one_sided,
    telling,
    times,
)
from civalue_build.present.charts.figure import figure_view
from civalue_build.present.charts.geometry import geometry


@pytest.fixture
def found(known: Material) -> Uncertainty:
    assert isinstance(known.appraisal.uncertainty, Uncertainty)
    return known.appraisal.uncertainty


def without_ranges(known: Material) -> Material:
    case = known.case
    costs = tuple(_certain(line) for line in case.costs or ())
    benefits = tuple(_certain(line) for line in case.benefits or ())
    certain = replace(case, costs=costs, benefits=benefits)
    return replace(known, case=certain, appraisal=appraise(certain, known.framework))


def _certain(line: Any) -> Any:
    quantity = line.quantity
    if quantity is None or quantity.central is None:
        return line
    return replace(line, quantity=Estimate(central=quantity.central))


def test_inputs_have_names_that_a_reader_knows(known: Material, found: Uncertainty) -> None:
    names = {item.input: named(known, item.input).name for item in found.one_at_a_time}
    assert names["benefits.bed-days.quantity"] == "Bed days no longer needed (bed days)"
    assert names["benefits.bed-days.attribution"] == (
        "Bed days no longer needed (share due to this work)"
    )
    assert not [name for key, name in names.items() if key in name]


def test_a_volume_is_named_with_the_lines_that_use_it(known: Material) -> None:
    lines = tuple(
        replace(line, quantity=Estimate(volume="saved-days")) if line.id == "bed-days" else line
        for line in known.case.benefits or ()
    )
    case = replace(
        known.case, benefits=lines, volumes={"saved-days": Estimate(low=1, central=2, high=3)}
    )
    name = named(replace(known, case=case), "volumes.saved-days")
    assert (name.name, name.lines) == ("Saved days", ("Bed days no longer needed",))
    assert name.stated(2) == "2 bed days a year"


def test_the_draws_and_corners_are_told_in_words(known: Material, found: Uncertainty) -> None:
    said = " ".join(chances(known, found))
    assert "of 10,000 draws, for the NHS over 3 years" in said
    for figure in (found.npv_5, found.npv_95, found.best_corner, found.worst_corner):
        assert known.about(figure) in said


def test_the_corrected_figure_stands_beside_the_claimed(known: Material) -> None:
    view = uncertainty(known, ())
    assert view is not None
    assert known.appraisal.headline is not None
    corrected = known.about(known.appraisal.headline.corrected.npv)
    assert any(
        line.startswith("Corrected for evidence") and corrected in line for line in view.says
    )
    assert "as claimed" in view.basis
    assert "cash, released capacity and avoided cost" in view.basis


def test_a_case_without_a_range_says_so_and_has_no_figures(known: Material) -> None:
    certain = without_ranges(known)
    view = uncertainty(certain, ())
    assert charts(certain) == ()
    assert view is not None
    assert view.says == (NO_RANGE,)
    assert view.inputs is not None
    assert view.telling


def test_a_case_without_a_stated_cost_says_why_nothing_can_be_said(
    known: Material, valued: Case, framework: Framework
) -> None:
    case = replace(valued, costs=None)
    view = uncertainty(replace(known, case=case, appraisal=appraise(case, framework)), ())
    assert view is not None
    assert view.says == ("It cannot be said how sure the result is: no cost stated.",)
    assert not view.delay


def test_each_telling_input_has_a_plain_sentence(known: Material, found: Uncertainty) -> None:
    lines = {fact.term: fact.value for fact in telling(known, found, 1.0)}
    item = next(x for x in found.one_at_a_time if x.input == "costs.lead.quantity")
    assert isinstance(item.switching_value, float)
    said = lines["Lead nurse, half time (clinician hours)"]
    assert said.startswith("Still breaks even if it is ")
    assert f"{item.switching_value:,.0f} instead of 1,650 a year." in said
    assert len(lines) <= 5


def test_a_loss_would_break_even_only_at_another_value(known: Material, found: Uncertainty) -> None:
    said = [fact.value for fact in telling(known, found, -1.0)]
    assert all(words.startswith("Would break even only ") for words in said)


def test_inputs_that_never_turn_the_result_are_told(known: Material, found: Uncertainty) -> None:
    items = tuple(
        replace(item, switching_value=Undefined("x"), share_of_claim=Undefined("x"))
        for item in found.one_at_a_time
    )
    said = never(known, replace(found, one_at_a_time=items))
    assert said.startswith("No feasible value of “")
    assert "Bed days no longer needed (bed days)" in said
    assert never(known, replace(found, one_at_a_time=())) == ""


def test_one_number_that_never_turns_the_result_is_no_plural(
    known: Material, found: Uncertainty
) -> None:
    counted = [item for item in found.one_at_a_time if item.is_counted]
    certain = next(item for item in counted if item.range.is_certain)
    alone = replace(certain, switching_value=Undefined("x"), share_of_claim=Undefined("x"))
    said = never(known, replace(found, one_at_a_time=(alone,)))
    assert said == "No feasible value of the one number changes the sign of the result by itself."


def test_the_table_gives_ends_and_where_it_breaks_even(known: Material, found: Uncertainty) -> None:
    rows = {row.cells[0].text: row.cells for row in inputs_table(known, found).rows}
    item = next(x for x in found.one_at_a_time if x.input == "benefits.bed-days.quantity")
    cells = rows["Bed days no longer needed (bed days)"]
    assert cells[1].text == "410 bed days a year"
    assert cells[1].note == "300 to 480 bed days a year"
    assert [cell.text for cell in cells[2:4]] == [known.money(item.low), known.money(item.high)]
    wages = rows["Lead nurse, half time (price of one clinician hour)"]
    assert [cell.text for cell in wages[2:4]] == ["no range", "no range"]
    assert not [name for name in rows if "Time without pain" in name]


def test_the_tornado_starts_at_the_headline_with_the_largest_first(
    known: Material, found: Uncertainty
) -> None:
    tornado, _ = charts(known)
    assert known.appraisal.headline is not None
    npv = known.appraisal.headline.claimed.npv
    plan = geometry(tornado)
    assert {block.start for block in plan.blocks} == {npv}
    ends = [block.end for block in plan.blocks]
    assert ends == [value for bar in tornado.bars for value in bar.values]
    swings = [abs(high - low) for low, high in zip(ends[::2], ends[1::2], strict=True)]
    assert swings == sorted(swings, reverse=True)
    moving = [x for x in found.one_at_a_time if x.is_counted and x.low != x.high]
    assert len(tornado.bars) == len(moving)


def test_the_spread_shows_and_writes_every_share(known: Material, found: Uncertainty) -> None:
    _, spread = charts(known)
    view, file = figure_view(spread, 3, "cases/x")
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Net present value", "Share of draws (share of 1)", "Why not given"]
    assert [float(row[1]) for row in rows[1:]] == [band.share for band in found.spread]
    assert all(row.cells[1].text.endswith("%") for row in view.table.rows)
    assert "%" in str(view.drawing)


@pytest.mark.parametrize(
    ("status", "claimed", "words"),
    [
        (Status.PLANNED, 1200.0, "Each month of delay costs about £1,200 of net present value"),
        (Status.COMPLETED, 1200.0, "Each month of delay would have cost about £1,200"),
        (Status.UNDER_WAY, -80.0, "Each month of delay saves about £80"),
        (Status.STOPPED, -80.0, "Each month of delay would have saved about £80"),
    ],
)
def test_a_month_of_delay_costs_or_saves(
    known: Material, status: Status, claimed: float, words: str
) -> None:
    stands = replace(known, case=replace(known.case, status=status))
    said = delay(stands, Delay(claimed=claimed, corrected=50.0))
    assert said.startswith(words)
    assert "corrected for evidence, it" in said
    assert "£50" in said


def test_a_delay_that_correction_leaves_alone_is_told_once(known: Material) -> None:
    said = delay(known, Delay(claimed=1200.4, corrected=1200.6))
    assert said.endswith("£1,200 of net present value, as claimed and corrected for evidence.")


def test_a_delay_of_pennies_is_no_difference(known: Material) -> None:
    said = delay(known, Delay(claimed=0.2, corrected=-0.1))
    assert said == "A month of delay makes less than £1 of difference."


def test_a_line_that_only_costs_breaks_even_at_nothing(known: Material, found: Uncertainty) -> None:
    cost = next(x for x in found.one_at_a_time if x.input == "costs.lead.quantity")
    item = replace(cost, switching_value=0.0, share_of_claim=0.0)
    (fact,) = telling(known, replace(found, one_at_a_time=(item,)), -1.0)
    assert fact.value == "Would break even only if it were 0."


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.314, "31% of"), (1.2, "120% of"), (2.0, "2 times"), (4.44, "4.4 times")],
)
def test_a_share_of_the_claim_is_a_percentage_or_so_many_times(share: float, words: str) -> None:
    assert times(share) == words


def test_how_many_numbers_have_a_range_stands_beside_the_draws(
    known: Material, found: Uncertainty
) -> None:
    counted = [item for item in found.one_at_a_time if item.is_counted]
    ranged = sum(not item.range.is_certain for item in counted)
    assert 0 < ranged < len(counted)
    said = " ".join(chances(known, found))
    assert f"{ranged} of {len(counted)} numbers behind the headline ha" in said
    assert "the true spread is likely to be wider" in said
    certain = tuple(item for item in counted if not item.range.is_certain)
    assert "Every number behind the headline has a range." in " ".join(
        chances(known, replace(found, one_at_a_time=certain))
    )


def test_ranges_on_one_side_of_the_claim_are_said_to_settle_the_draws(
    known: Material, found: Uncertainty
) -> None:
    assert known.appraisal.headline is not None
    npv = known.appraisal.headline.claimed.npv
    assert isinstance(npv, float)
    assert one_sided(known, found) == ""
    assert "no draw can be worse" in one_sided(known, replace(found, worst_corner=npv))
    assert "no draw can be better" in one_sided(known, replace(found, best_corner=npv))


def test_a_result_that_turns_once_corrected_is_said_to_turn(
    known: Material, found: Uncertainty
) -> None:
    headline = known.appraisal.headline
    assert headline is not None
    worse = replace(headline, corrected=replace(headline.corrected, npv=-5_000.0))
    turned = replace(known, appraisal=replace(known.appraisal, headline=worse))
    assert "it does not pay back, and the net present value is −\u2060£5,000" in beside(
        turned, found
    )
    assert "does not pay back" not in beside(known, found)


def test_of_a_line_that_is_one_of_something_the_price_is_told(
    known: Material, found: Uncertainty
) -> None:
    def alike(name: str) -> Any:
        item = next(x for x in found.one_at_a_time if x.input == f"costs.lead.{name}")
        return replace(item, range=Range.of(1.0), switching_value=3.0, share_of_claim=3.0)

    both = replace(found, one_at_a_time=(alike("quantity"), alike("unit_value")))
    (said,) = telling(known, both, 1.0)
    assert said.term == "Lead nurse, half time (price of one clinician hour)"


def test_a_benefit_without_any_cost_pays_at_any_amount(known: Material, found: Uncertainty) -> None:
    item = next(x for x in found.one_at_a_time if x.input == "benefits.bed-days.quantity")
    nothing = replace(item, switching_value=0.0, share_of_claim=0.0)
    (said,) = telling(known, replace(found, one_at_a_time=(nothing,)), 1.0)
    assert said.value == "Any amount above nothing pays: no stated cost stands against it."
