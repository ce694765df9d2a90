from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate
from civalue_build.model.framework import Framework
from civalue_build.present.case.base import Material
from civalue_build.present.case.figures import charts, matrix, waterfall


def _sum(known: Material) -> float:
    assert known.appraisal.headline is not None
    bars = waterfall(known, known.appraisal.headline).bars
    values = [bar.values[0] for bar in bars if not (bar.part and bar.part.is_sum)]
    return sum(value for value in values if not isinstance(value, Undefined))


def test_the_steps_of_the_waterfall_add_up_to_the_headline(known: Material) -> None:
    assert known.appraisal.headline is not None
    assert _sum(known) == pytest.approx(known.appraisal.headline.claimed.npv)


def test_a_payer_outside_the_nhs_is_not_counted_in_the_waterfall(
    known: Material, valued: Case, framework: Framework
) -> None:
    benefits = tuple(
        replace(line, from_party="council") if line.from_party else line
        for line in valued.benefits or ()
    )
    case = replace(valued, benefits=benefits)
    changed = replace(known, case=case, appraisal=appraise(case, framework))
    assert changed.appraisal.headline is not None
    assert _sum(changed) == pytest.approx(changed.appraisal.headline.claimed.npv)
    assert _sum(changed) > _sum(known)


def test_the_matrix_stops_where_the_case_does(known: Material) -> None:
    labels = {bar.label for bar in matrix(known).bars}
    assert labels == {"Over 1 year", "Over 3 years (the whole case)"}


def test_the_matrix_says_who_wins_and_who_loses(
    known: Material, valued: Case, framework: Framework
) -> None:
    costs = tuple(
        replace(line, paid_by="council", quantity=Estimate(central=9000)) if line.unit else line
        for line in valued.costs or ()
    )
    case = replace(valued, costs=costs)
    changed = replace(known, case=case, appraisal=appraise(case, framework))
    assert matrix(changed).title == (
        "Over 3 years, as claimed: a net benefit for the organisation and the NHS; "
        "a net cost for the public sector and society"
    )
    assert matrix(known).title == (
        "Over 3 years, a net benefit whoever is counted, as claimed; over 1 year, a net cost"
    )


def test_a_case_without_money_has_no_charts(
    known: Material, story: Case, framework: Framework
) -> None:
    assert charts(replace(known, case=story, appraisal=appraise(story, framework))) == ()
