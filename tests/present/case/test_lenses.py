"""The three lenses say little, say it once, and say losses as plainly as gains."""

from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Lens, Who
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.present.case.base import Material
from civalue_build.present.case.lenses import SHOWN, LensView, lens_views, net_sentence, unpriced


def material(case: Case, framework: Framework, judgement: Judgement) -> Material:
    appraisal = appraise(case, framework)
    return Material(case=case, appraisal=appraisal, judgement=judgement, framework=framework)


@pytest.fixture
def known(valued: Case, framework: Framework, judgement: Judgement) -> Material:
    return material(valued, framework, judgement)


def words(lens: LensView) -> str:
    said = (text for group in lens.groups for point in group.points for text in (point.text,))
    return " ".join((*said, *lens.says, lens.note))


def lens(known: Material, which: Lens) -> LensView:
    return next(view for view in lens_views(known) if view.anchor == f"{which}-lens")


def test_the_summary_shows_few_changes_and_leads_to_all(known: Material) -> None:
    item = known.appraisal.lenses.social[0]
    many = tuple(replace(item, what=f"Change {n}") for n in range(SHOWN + 3))
    lenses = replace(known.appraisal.lenses, social=many)
    full = replace(known, appraisal=replace(known.appraisal, lenses=lenses))
    found = lens(full, Lens.SOCIAL)
    assert sum(len(group.points) for group in found.groups) == SHOWN
    assert found.more is not None
    assert (found.more.text, found.more.href) == (f"All {SHOWN + 3} changes for people", "#people")


def test_changes_for_the_same_people_stand_under_one_head(known: Material) -> None:
    heads = [group.head for group in lens(known, Lens.SOCIAL).groups]
    patients = [item for item in known.appraisal.lenses.social if item.who is Who.PATIENTS]
    assert patients
    assert heads.count("Patients") == len({item.who for item in patients})


def test_that_nothing_is_priced_is_said_once(known: Material) -> None:
    found = words(lens(known, Lens.SOCIAL))
    assert found.lower().count("not quantified") == 0
    assert unpriced(known) in found


def test_a_loss_is_said_as_plainly_as_a_gain(known: Material) -> None:
    result = known.appraisal.headline
    assert result is not None
    loss = replace(result, claimed=replace(result.claimed, npv=-4000.0, pv_benefits=900.0))
    assert "As claimed, it costs £4,000 more than it brings." in net_sentence(known, loss)
    nothing = replace(result, claimed=replace(result.claimed, npv=-4000.0, pv_benefits=0.0))
    assert "it costs £4,000 and brings no money back" in net_sentence(known, nothing)


def test_gross_benefits_are_never_said_without_the_missing_cost(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    found = words(lens(material(replace(valued, costs=None), framework, judgement), Lens.ECONOMIC))
    assert "cannot be said: no cost stated" in found
    assert "benefits alone, before any cost" in found


def test_an_organisation_without_costs_or_gains_is_not_said_to_break_even(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    costs = tuple(replace(line, paid_by="council") for line in valued.costs or ())
    benefits = tuple(
        replace(line, gained_by="council", from_party=None, kind=Kind.COST_AVOIDED)
        for line in valued.benefits or ()
    )
    case = replace(valued, costs=costs, benefits=benefits)
    found = words(lens(material(case, framework, judgement), Lens.BUSINESS))
    assert "The organisation itself has no cost and no gain in money." in found


def test_a_case_without_priorities_says_so(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    found = lens(material(replace(valued, strategy=()), framework, judgement), Lens.BUSINESS)
    assert found.groups[0].points[0].text == "The case names none that it serves."
