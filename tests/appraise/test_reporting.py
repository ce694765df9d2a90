"""How fully a case is reported follows from its keys, item by item, and adds up to nothing."""

from typing import Any

import pytest

from civalue_build.appraise import appraise, in_brief
from civalue_build.appraise.reporting import Facts, profiles
from civalue_build.model.case import Case, Section
from civalue_build.model.enums import Better, Claim, Decision, MeasureRole, Perspective
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Evaluation, FollowUp, SignOff
from civalue_build.model.lines import Harvest
from civalue_build.model.measures import Measure
from civalue_build.model.reported import standings
from civalue_build.model.reporting import Guideline, Item, Part, Reported
from civalue_build.source.framework import read_framework
from tests.builders import CITED, benefit, by_year, case, cost, each, framework, unstated
from tests.conftest import ROOT

MET, PARTLY, NOT_MET, NOT_VISIBLE = Reported
KNOWN = Measure(id="m", label="M", unit="day", better=Better.LOWER, source="audit")
BARE = Measure(id="n", label="N", unit="day", better=Better.LOWER, role=MeasureRole.BALANCING)


def stands(found: Case, *parts: Part) -> Reported:
    """How a case stands on one item with these parts."""
    guideline = Guideline(
        number=1, title="G", about="", items=(Item(id="i", title="I", parts=parts),), source=CITED
    )
    ((answer,),) = (
        p.answers for p in profiles(Facts(found), framework(guidelines={"g": guideline}))
    )
    return answer.standing


def part(key: str, **changes: Any) -> Part:
    return Part(says="something", keys=tuple(key.split(" or ")), **changes)


COSTED = case(costs=(cost(), cost(unstated(), id="other")), benefits=(benefit(),))


@pytest.mark.parametrize(
    ("found", "key", "standing"),
    [
        (case(), "title", MET),
        (case(), "appraisal.horizon", MET),
        (case(), "appraisal.counterfactual", NOT_MET),
        (case(appraisal=None), "appraisal.horizon", NOT_MET),
        (case(), "aim.statement", NOT_MET),
        (case(), "appraisal.counterfactual or setting", MET),
        (case(), "costs", NOT_MET),
        (case(costs=()), "costs", NOT_MET),
        (COSTED, "costs.*.amount", MET),
        (COSTED, "costs.*.quantity", NOT_MET),
        (COSTED, "costs.*.quantity|amount", MET),
        (case(costs=(cost(unstated()),)), "costs.*.amount", NOT_MET),
        (case(costs=(cost(None, years=by_year({0: 5})),)), "costs.*.years.by_year", MET),
        (case(costs=(cost(None, years=each(0)),)), "costs.*.years.by_year", NOT_MET),
        (case(sections=(Section(heading="The problem", text="Pain.", line=1),)),
         "text.The problem", MET),
        (case(), "text.The problem", NOT_MET),
        (case(evaluation=Evaluation(design="not-stated")), "evaluation.design", NOT_MET),
        (case(evaluation=Evaluation(design="model", maryland=0)), "evaluation.maryland", MET),
        (case(follow_up=FollowUp(date=PartialDate(year=2025), sustained=False)),
         "follow_up.sustained", MET),
        (case(follow_up=FollowUp(date=PartialDate(year=2025))), "follow_up.sustained", NOT_MET),
        (case(approaches={"evo": {"sessions": [1]}}), "approaches.evo.sessions", MET),
        (case(), "approaches.evo.sessions", NOT_MET),
        (case(benefits=(benefit(from_party="board"),)), "benefits.*.from", MET),
    ],
)  # fmt: skip
def test_a_key_is_met_where_something_is_stated(found: Case, key: str, standing: Reported) -> None:
    assert stands(found, part(key)) is standing


def test_every_means_each_entry_and_at_least_one() -> None:
    every = part("measures.*.source", every=True)
    assert stands(case(measures=(KNOWN,)), every) is MET
    assert stands(case(measures=(KNOWN, BARE)), every) is NOT_MET
    assert stands(case(measures=(KNOWN, BARE)), part("measures.*.source")) is MET
    assert stands(case(), every) is NOT_MET


def test_words_take_only_these_values() -> None:
    wanted = part("benefits.*.harvest.decision", words=("reused", "banked"))
    for decision, standing in ((Decision.REUSED, MET), (Decision.NOT_YET, NOT_MET)):
        assert stands(case(benefits=(benefit(harvest=Harvest(decision=decision)),)), wanted) is (
            standing
        )
    assert stands(case(claim=Claim.MEASURED), part("claim", words=("finance-signed",))) is NOT_MET


def test_an_item_is_partly_met_by_some_of_its_parts_and_tells_both() -> None:
    signed = case(sign_off=SignOff(by="Finance", date=PartialDate(year=2026)))
    parts = (part("sign_off.by"), part("sign_off.covers"))
    assert stands(signed, *parts) is PARTLY
    assert stands(case(), *parts) is NOT_MET
    items = (Item(id="i", title="I", parts=parts), Item(id="j", title="J", note="No key."))
    guideline = Guideline(number=1, title="G", about="", items=items, source=CITED)
    (found,) = profiles(Facts(signed), framework(guidelines={"g": guideline}))
    assert [one.key for one in found.answers[0].found] == ["sign_off.by"]
    assert found.answers[0].missing == ("something",)
    assert found.answers[1].standing is NOT_VISIBLE
    assert standings(found.letters) == (PARTLY, NOT_VISIBLE)


def test_guidelines_stand_in_their_order_and_only_a_full_appraisal_has_them() -> None:
    one, two = (Guideline(number=n, title="G", about="", items=(), source=CITED) for n in (1, 2))
    ground = framework(guidelines={"second": two, "first": one})
    assert [p.guideline for p in appraise(case(), ground).reporting] == ["first", "second"]
    assert in_brief(case(), ground).reporting == ()
    assert appraise(case(), ground, uncertain=False).reporting == ()


def test_the_real_guidelines_have_all_their_items() -> None:
    found = read_framework(ROOT).guidelines
    assert {name: len(guideline.items) for name, guideline in found.items()} == {
        "wemmerlov": 4,
        "business-case-for-quality": 11,
        "cheers-2022": 28,
        "squire-2": 18,
    }


FULL = case(
    costs=(cost(),),
    benefits=(benefit(),),
    measures=(KNOWN,),
    sign_off=SignOff(by="Finance", date=PartialDate(year=2026), covers=("benefit",)),
)


@pytest.mark.parametrize(
    ("found", "letters"),
    [
        (case(), "nnnn"),
        (FULL, "mmmm"),
        (case(benefits=(benefit(),)), "pnpn"),
        (case(costs=(cost(unstated()),), benefits=(benefit(),)), "pnpn"),
        (COSTED, "pppn"),
    ],
)
def test_the_four_questions_are_answered_by_what_a_case_states(found: Case, letters: str) -> None:
    (four, *_) = profiles(Facts(found), read_framework(ROOT))
    assert (four.guideline, four.letters) == ("wemmerlov", letters)


def test_a_profile_is_no_part_of_any_result() -> None:
    ground = framework(guidelines=read_framework(ROOT).guidelines)
    with_it, without = appraise(FULL, ground), appraise(FULL, framework())
    assert with_it.reporting
    for who in Perspective:
        assert with_it.result(who, 3) == without.result(who, 3)
