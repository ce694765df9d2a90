"""The ladder by kind and by claim: every benefit in one cell, and sums that agree."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.enums import Claim, Kind, Perspective, Step
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import SignOff
from civalue_build.model.lines import BenefitLine
from tests.builders import benefit, case, cost, framework, unstated

GRADES = (1, 3, None)


def valued(*lines: BenefitLine) -> Appraisal:
    signed = SignOff(by="Finance", date=PartialDate(year=2025), covers=tuple(x.id for x in lines))
    return appraise(case(costs=(cost(10),), benefits=lines, sign_off=signed), framework())


def line(at: int, amount: float, kind: Kind, claim: Claim | None, grade: int | None) -> BenefitLine:
    changes: dict[str, Any] = {"from_party": "board"} if kind.is_transfer else {}
    return benefit(amount, id=f"line-{at}", kind=kind, claim=claim, grade=grade, **changes)


LINES = st.lists(
    st.tuples(
        st.floats(-1e6, 1e6),
        st.sampled_from(Kind),
        st.one_of(st.none(), st.sampled_from(Claim)),
        st.sampled_from(GRADES),
    ),
    min_size=1,
    max_size=6,
)


@given(LINES)
def test_cells_add_up_to_the_ladder_and_to_the_claims(
    drawn: list[tuple[float, Kind, Claim | None, int | None]],
) -> None:
    found = valued(*(line(at, *fields) for at, fields in enumerate(drawn)))
    for step, kinds in ((Step.CASH, (Step.CASH,)), (Step.CAPACITY, (Step.CASH, Step.CAPACITY))):
        rung = next(r for r in found.ladder if r.step is step)
        own = [cell for cell in found.realised if cell.kind.step in kinds]
        claimed, corrected = rung.claimed.pv_benefits, rung.corrected.pv_benefits
        assert sum(cell.claimed for cell in own) == pytest.approx(claimed, abs=1e-6)
        assert sum(cell.corrected for cell in own) == pytest.approx(corrected, abs=1e-6)
    for claim in found.claims:
        own = [
            cell
            for cell in found.realised
            if cell.claim is claim.claim and cell.perspective is Perspective.NHS
        ]
        assert sum(cell.claimed for cell in own) == pytest.approx(claim.claimed, abs=1e-6)


def test_a_line_is_in_the_cell_of_its_kind_and_its_claim() -> None:
    found = valued(
        line(0, 100, Kind.CASH_RELEASING, Claim.IN_BUDGET, 1),
        line(1, 50, Kind.HEALTH, Claim.FORECAST, 1),
    )
    assert [(c.kind, c.claim, c.perspective, c.claimed) for c in found.realised] == [
        (Kind.CASH_RELEASING, Claim.IN_BUDGET, Perspective.NHS, 100),
        (Kind.HEALTH, Claim.FORECAST, Perspective.SOCIETY, 50),
    ]


def test_a_line_without_a_claim_is_planned() -> None:
    assert valued(line(0, 1, Kind.COST_AVOIDED, None, 1)).realised[0].claim is Claim.PLANNED


def test_a_line_without_an_amount_is_in_no_cell() -> None:
    silent = benefit(id="silent", kind=Kind.COST_AVOIDED, amount=unstated())
    assert valued(silent).realised == ()


def test_what_the_nhs_pays_itself_comes_to_nothing_in_its_cell() -> None:
    cell = valued(line(0, 80, Kind.INCOME, Claim.MEASURED, 6)).realised[0]
    assert (cell.lines, cell.claimed, cell.corrected) == (1, 0, 0)


def test_lines_without_a_grade_are_named_where_they_have_a_value() -> None:
    bare = benefit(10, id="bare", grade=None)
    silent = benefit(id="silent", amount=unstated(), grade=None)
    assert valued(benefit(10), bare, silent).ungraded == ("bare",)
