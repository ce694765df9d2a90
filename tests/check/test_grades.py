"""Which lines are asked for the grade of their evidence."""

from dataclasses import replace

import pytest

from civalue_build.check.rule import Inquiry
from civalue_build.check.rules.line_without_a_grade import line_without_a_grade
from civalue_build.model.enums import CostType
from civalue_build.model.estimate import Estimate, Years
from civalue_build.model.lines import CostLine, UnitPrice
from tests.check.library import overlaid, subject_of

ROOM = CostLine(
    id="room",
    label="A room",
    type=CostType.DIRECT,
    paid_by="self",
    years=Years(each=(0,)),
    source="accounts",
)
HOURS = replace(ROOM, quantity=Estimate(central=20), unit="hour")
PRICE = UnitPrice(id="nurse-band-7-hour")


def is_asked(line: CostLine) -> bool:
    subject, *_ = subject_of(overlaid())
    subject = replace(subject, case=replace(subject.case, costs=(line,), benefits=()))
    return bool(line_without_a_grade.faults(Inquiry(subject=subject)))


@pytest.mark.parametrize(
    "line",
    [replace(HOURS, unit_value=PRICE), replace(ROOM, amount=Estimate(central=100))],
    ids=["quantity and price", "amount"],
)
def test_a_line_with_an_amount_needs_a_grade(line: CostLine) -> None:
    assert is_asked(line)
    assert not is_asked(replace(line, grade=5))


@pytest.mark.parametrize(
    "line",
    [
        ROOM,
        replace(ROOM, amount=Estimate(stated=False)),
        HOURS,
        replace(HOURS, quantity=Estimate(stated=False), unit_value=PRICE),
    ],
    ids=["nothing", "no amount", "no price", "no quantity"],
)
def test_a_line_without_an_amount_needs_no_grade(line: CostLine) -> None:
    assert not is_asked(line)
