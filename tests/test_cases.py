"""The library's own cases keep the promises that the library makes."""

from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.check.judge import judge
from civalue_build.model.case import Case
from civalue_build.model.enums import PrintedOf, Record, Reproduces
from civalue_build.model.estimate import Estimate, Years
from civalue_build.model.evidence import Printed
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.model.subject import Subject
from civalue_build.pipeline import Assessed, Surroundings, assess, surroundings
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.conftest import ROOT

SLUGS = case_slugs(ROOT)
DAY = (2026, 11, 22)


@pytest.fixture(scope="module")
def around() -> Surroundings:
    return surroundings(ROOT, DAY)


def read(slug: str, around: Surroundings) -> tuple[Assessed, Case]:
    found = assess(load_case(ROOT, slug), around, in_full=True)
    assert found.case is not None
    return found, found.case


def errors(case: Case, framework: Framework) -> set[str]:
    subject = Subject(case=case, appraisal=appraise(case, framework), framework=framework)
    judged = judge(subject, SourceMap(file="case.md"))
    return {finding.name for finding in judged.findings if finding.level == "error"}


@pytest.mark.parametrize("slug", SLUGS)
def test_a_case_of_the_library_has_no_error(slug: str, around: Surroundings) -> None:
    found, _ = read(slug, around)
    assert not found.judgement.has_error


@pytest.mark.parametrize("slug", SLUGS)
def test_each_printed_figure_is_reproduced_or_explained(slug: str, around: Surroundings) -> None:
    found, _ = read(slug, around)
    assert found.appraisal is not None
    for figure in found.appraisal.printed:
        if figure.says is Reproduces.FULLY:
            assert figure.agrees is True, figure.label
        else:
            assert figure.agrees is not True, figure.label
            assert figure.because, figure.label


def typed_as_total(case: Case, printed: Printed) -> Case:
    """The case as somebody would type it who copies a source's total."""
    total = Estimate(central=printed.value)
    once: dict[str, Any] = {
        "quantity": None,
        "unit_value": None,
        "amount": total,
        "years": Years(each=(0,)),
    }
    if printed.of is PrintedOf.COSTS:
        assert case.costs
        return replace(case, costs=(replace(case.costs[0], **once),))
    assert case.benefits
    return replace(case, benefits=(replace(case.benefits[0], from_measure=None, **once),))


def test_a_line_typed_as_the_total_that_it_is_tested_against_fails(around: Surroundings) -> None:
    tried = 0
    for slug in SLUGS:
        found, case = read(slug, around)
        assert found.appraisal is not None
        for printed in case.printed:
            if printed.reproduces is not Reproduces.FULLY or printed.value is None:
                continue
            if printed.of not in (PrintedOf.COSTS, PrintedOf.BENEFITS):
                continue
            cheat = typed_as_total(replace(case, printed=(printed,)), printed)
            assert "answer-typed-as-input" in errors(cheat, around.framework), (slug, printed.label)
            tried += 1
    assert tried >= 3


def test_a_bare_amount_from_a_published_source_says_why_it_has_no_quantity_and_price(
    around: Surroundings,
) -> None:
    for slug in SLUGS:
        _, case = read(slug, around)
        if case.record is Record.FROM_PUBLISHED_SOURCES:
            bare = [line for line in case.lines if line.amount and line.amount.stated]
            assert all(line.note for line in bare), slug


def test_the_library_holds_what_it_promises(around: Surroundings) -> None:
    cases = {slug: read(slug, around) for slug in SLUGS}
    real = {s: f for s, (f, c) in cases.items() if not c.illustrative}
    npvs = {
        slug: found.appraisal.headline.claimed.npv
        for slug, found in real.items()
        if found.appraisal and found.appraisal.headline
    }
    assert len(real) >= 8
    assert sum(isinstance(npv, float) and npv < 0 for npv in npvs.values()) >= 2
    assert any(not case.has_money for _, case in cases.values())
    invented = {slug: case for slug, (_, case) in cases.items() if case.illustrative}
    shared = {slug for slug, case in invented.items() if case.programme == "value-in-wards"}
    assert invented.keys() - shared == {"skin-check-rounds"}
    assert len(shared) >= 6


def test_the_commissioner_that_pays_for_liaison_psychiatry_is_not_the_one_that_gains(
    around: Surroundings,
) -> None:
    found, _ = read("raid-liaison-psychiatry", around)
    assert found.appraisal is not None
    nets = [party.net for party in found.appraisal.parties if isinstance(party.net, float)]
    assert min(nets) < 0 < max(nets)


def test_the_days_that_pay_for_the_dietitian_are_those_printed(around: Surroundings) -> None:
    found, _ = read("dietitian-supplements-care-homes", around)
    assert found.appraisal is not None
    days = next(p for p in found.appraisal.printed if p.of is PrintedOf.BREAK_EVEN)
    assert days.computed[0] == pytest.approx(3105.80 / 57.62)
    assert days.agrees
