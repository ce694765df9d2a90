"""How sure the headline is: what is printed as its sum gives the figure beside it."""

import re
from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Uncertainty
from civalue_build.model.estimate import Estimate
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.groups import all_groups
from civalue_build.present.case.explained.text import explained_text
from civalue_build.present.case.explained.unsure_tables import (
    corners_table,
    delay_table,
    inputs_table,
)
from civalue_build.present.case.workings import workings
from civalue_build.present.views import Cell, Row, Table

OPERATORS = {"×": "*", "÷": "/", "−": "-"}


@pytest.fixture
def unsure(known: Material) -> Material:
    """A case with a range, a share that is taken off, and a drop-off that is felt for years."""
    case = known.case
    (line, *others) = case.benefits or ()
    moved = replace(
        line,
        deadweight=Estimate(low=0.1, central=0.2, high=0.4),
        drop_off=Estimate(low=0.0, central=0.1, high=0.3),
    )
    case = replace(case, benefits=(moved, *others))
    return replace(known, case=case, appraisal=appraise(case, known.framework))


def amount(text: str) -> float:
    return worked_out(text)


def worked_out(text: str) -> float:
    """What a reader with a calculator makes of a sum as it is printed."""
    plain = re.sub("[£,\u2060]", "", text.partition(";")[0])
    plain = re.sub(r"([0-9.]+)%", r"(\1 / 100)", plain)
    for sign, operator in OPERATORS.items():
        plain = plain.replace(sign, operator)
    assert re.fullmatch(r"[0-9. ()*/+-]+", plain), text
    return float(eval(plain))  # noqa: S307 nothing but digits and operators


def check(cell: Cell) -> bool:
    """Whether a cell has a sum, which then gives its figure, rounding apart."""
    if cell.empty or not re.search("[×÷]", cell.note):
        return False
    rough = max(abs(amount(cell.text)), 1000) * 2e-3
    assert worked_out(cell.note) == pytest.approx(amount(cell.text), abs=rough), cell
    return True


def row(table: Table, start: str) -> Row:
    return next(row for row in table.rows if row.cells[0].text.startswith(start))


def test_each_end_is_the_sum_that_is_printed_below_it(unsure: Material) -> None:
    cells = [cell for row in inputs_table(unsure).rows for cell in row.cells[1:3]]
    assert sum(map(check, cells)) >= 4


def test_each_break_even_of_an_amount_is_the_sum_that_is_printed_below_it(known: Material) -> None:
    table = inputs_table(known)
    price = row(table, "Lead nurse, half time (price of one clinician hour)").cells[3]
    assert worked_out(price.note) == pytest.approx(amount(price.text), rel=2e-3)


def test_a_share_that_is_taken_off_counts_as_what_is_left(unsure: Material) -> None:
    label = (unsure.case.benefits or ())[0].label
    share = row(inputs_table(unsure), f"{label} (share that would have happened anyway)")
    assert share.cells[3].note.startswith("1 − 80% × (")
    assert worked_out(share.cells[3].note) == pytest.approx(
        float(share.cells[3].text.removesuffix("%")) / 100, abs=2e-3
    )


def test_what_is_felt_over_several_years_is_said_to_be_searched(unsure: Material) -> None:
    table = inputs_table(unsure)
    label = (unsure.case.benefits or ())[0].label
    lost = row(table, f"{label} (share lost each later year)").cells[3]
    assert "×" not in lost.note
    assert "searched by halving" in table.note


def test_the_lines_of_a_corner_add_up_to_it(unsure: Material) -> None:
    *lines, total = corners_table(unsure).rows
    for place in (1, 2, 3):
        parts = [amount(line.cells[place].text) for line in lines]
        assert sum(parts) == pytest.approx(amount(total.cells[place].text), abs=len(parts))
        assert not [cell for line in lines if not check(cell := line.cells[place]) and cell.note]
    found = unsure.appraisal.uncertainty
    assert isinstance(found, Uncertainty)
    assert total.cells[2].text == unsure.money(found.worst_corner)
    assert total.cells[3].text == unsure.money(found.best_corner)


def test_the_years_of_a_delay_add_up_to_it(unsure: Material) -> None:
    *years, total = delay_table(unsure).rows
    assert unsure.appraisal.cost_of_delay
    assert total.cells[1].text == unsure.money(unsure.appraisal.cost_of_delay.claimed)
    for place in (1, 2):
        assert all(check(year.cells[place]) for year in years)
        parts = [amount(year.cells[place].text) for year in years]
        assert sum(parts) == pytest.approx(amount(total.cells[place].text), abs=len(years))


def test_the_terminal_tells_what_the_page_tells(unsure: Material) -> None:
    text = explained_text(
        unsure.case, unsure.appraisal, unsure.judgement, unsure.framework, colour=False
    )
    wanted = {"how-unsure", "how-inputs", "how-delay"}
    told = {working.id: working for working in workings(unsure) if working.id in wanted}
    assert set(told) == wanted
    assert all(working.label in text for working in told.values())
    assert all(group.nodes for group in all_groups(unsure) if group.id in wanted)
    assert "the value at which the net present value is nothing, all else as claimed" in text


def test_a_case_without_a_range_has_no_draws_to_explain(known: Material) -> None:
    certain = tuple(
        replace(line, attribution=None, amount=Estimate(central=100.0), quantity=None,
                unit_value=None)
        for line in (known.case.benefits or ())[:1]
    )  # fmt: skip
    costs = tuple(
        replace(line, amount=Estimate(central=50.0), quantity=None, unit_value=None)
        for line in (known.case.costs or ())[:1]
    )
    case = replace(known.case, costs=costs, benefits=certain, volumes={}, printed=())
    bare = replace(known, case=case, appraisal=appraise(case, known.framework))
    told = {working.id for working in workings(bare)}
    assert "how-unsure" not in told
    assert {"how-inputs", "how-delay"} <= told
