"""A case whose figures are for one of many says so wherever a headline stands."""

from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.check.registry import BY_NAME
from civalue_build.check.rule import Inquiry
from civalue_build.model.subject import Subject
from civalue_build.present.case.base import Material
from civalue_build.present.case.money import money
from civalue_build.present.library.cases import headline_in_words
from civalue_build.present.terminal import summary
from tests.present.library.cards import card


@pytest.fixture
def of_one(known: Material) -> Material:
    """The case for one bed day, which is a unit of the framework."""
    assert known.case.appraisal
    case = replace(known.case, appraisal=replace(known.case.appraisal, per="bed-day"))
    return replace(known, case=case, appraisal=appraise(case, known.framework))


def test_the_headline_of_a_page_says_what_it_is_for(of_one: Material) -> None:
    found = money(of_one, ())
    assert found
    assert "over 3 years, for one bed day." in found.says
    assert "for one bed day, not for the whole of the work" in found.basis
    assert found.headline.caption == "For the NHS over 3 years, for one bed day"


def test_a_case_of_the_whole_work_says_nothing_of_it(known: Material) -> None:
    found = money(known, ())
    assert found
    assert not [text for text in (found.says, found.basis) if "for one" in text]


def test_lists_and_the_terminal_say_it_too(of_one: Material) -> None:
    found = of_one.appraisal
    row = card("one", headline=found.headline, vintage=found.vintage)
    assert "for one bed day only" in headline_in_words(of_one.framework, row)
    text = summary(of_one.case, found, of_one.judgement, of_one.framework, colour=False)
    assert "Money over 3 years, for one bed day only" in text


def test_a_unit_that_the_framework_has_no_words_for_is_found(known: Material) -> None:
    assert known.case.appraisal
    case = replace(known.case, appraisal=replace(known.case.appraisal, per="hamlet"))
    found = appraise(case, known.framework)
    subject = Subject(case=case, appraisal=found, framework=known.framework)
    faults = list(BY_NAME["unknown-unit"].search(Inquiry(subject=subject)))
    assert (("appraisal", "per"), "the framework has no words for the unit “hamlet”") in faults
