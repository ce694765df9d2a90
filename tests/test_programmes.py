"""The library's own programmes, valued from its own cases."""

from dataclasses import replace
from functools import cache

import pytest
from pydantic import TypeAdapter

from civalue_build.appraise import appraise
from civalue_build.appraise.programme import contribution, programme_value
from civalue_build.check.across.members import Roll, judge_members
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Perspective
from civalue_build.model.finding import Judgement
from civalue_build.model.programme_value import ProgrammeAppraisal
from civalue_build.present.case.page import case_page
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.framework import read_framework
from civalue_build.source.library import case_slugs
from civalue_build.source.programme import ProgrammeReading, load_programme
from tests.conftest import ROOT

INVENTED, REAL = "value-in-wards", "leeds-improvement-partnership"


@cache
def cards(name: str) -> tuple[CaseCard, ...]:
    """The cards of the cases that name a programme, with what they bring to it."""
    framework, known = read_framework(ROOT), reading(name).programme
    assert known
    found = []
    for slug in case_slugs(ROOT):
        read = parse_case(load_case(ROOT, slug))
        if read.case and read.case.programme == name:
            valued = appraise(read.case, framework, uncertain=False)
            card = case_page(read.case, valued, Judgement(), framework, known).card
            brings = contribution(read.case, framework, known)
            found.append(replace(card, contribution=brings))
    return tuple(found)


@cache
def reading(name: str) -> ProgrammeReading:
    """A programme of the library as it is read."""
    return load_programme(ROOT, name)


@cache
def value(name: str) -> ProgrammeAppraisal:
    """What a programme of the library comes to."""
    known = reading(name).programme
    assert known
    brought = [card.contribution for card in cards(name) if card.contribution]
    return programme_value(known, read_framework(ROOT), brought)


def nhs(name: str, *, shared: bool = True) -> Figure:
    """The net present value for the NHS, as claimed."""
    rung = value(name).of(Perspective.NHS, shared=shared)
    assert rung
    return rung.claimed.npv


def test_the_leeds_programme_has_its_case_and_no_figure_that_its_source_does_not_print() -> None:
    assert [member.case for member in value(REAL).members] == ["leeds-waste-reduction"]
    assert isinstance(nhs(REAL), Undefined)
    assert isinstance(nhs(REAL, shared=False), Undefined)
    assert all(line.undefined for line in value(REAL).shared)


def test_the_invented_programme_adds_up_many_small_changes() -> None:
    found = value(INVENTED)
    assert len(found.counted) == len(found.members) >= 6
    nets = [rung.claimed.npv for m in found.members if (rung := m.rung(Perspective.NHS))]
    known = [net for net in nets if not isinstance(net, Undefined)]
    spent = sum(line.pv_claimed for line in found.shared)
    assert len(known) == len(nets)
    assert min(known) < 0 < max(known)
    assert nhs(INVENTED) == pytest.approx(sum(known) - spent)


def test_one_of_its_cases_gave_nothing_and_one_less_than_it_took() -> None:
    returns = {
        member.case: rung.claimed.return_per_pound
        for member in value(INVENTED).members
        if (rung := member.rung(Perspective.NHS))
    }
    assert returns["the-handover-card"] == 0
    screens = returns["check-in-screens"]
    assert not isinstance(screens, Undefined)
    assert 0 < screens < 1


def test_two_of_its_cases_share_one_saving_to_the_last_part() -> None:
    shares = [
        share for card in cards(INVENTED) if card.contribution for share in card.contribution.shares
    ]
    assert {share.saving for share in shares} == {"morning-bed-days"}
    together = [sum(years) for years in zip(*(s.by_year for s in shares), strict=True)]
    assert max(together) == pytest.approx(1)
    assert value(INVENTED).counted_once == ()


@pytest.mark.parametrize("name", [INVENTED, REAL])
def test_a_programme_and_its_cases_agree(name: str) -> None:
    known = reading(name)
    assert known.programme
    roll = Roll(
        programme=known.programme,
        value=value(name),
        places=known.places,
        cards=cards(name),
        slugs=case_slugs(ROOT),
    )
    assert judge_members(roll) == ()


@pytest.mark.parametrize("name", [INVENTED, REAL])
def test_a_card_outlives_a_round_through_json(name: str) -> None:
    adapter = TypeAdapter(CaseCard)
    for card in cards(name):
        assert adapter.validate_json(adapter.dump_json(card)) == card
