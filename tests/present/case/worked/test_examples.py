"""Examples tell the figures of the case's own data, and nothing that the case does not have."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from civalue_build.model.worked import OF_CASES, Asked, WorkedExample
from civalue_build.pipeline import Surroundings, assess, surroundings
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.worked import worked_examples
from civalue_build.present.case.worked.examples import MAKERS
from civalue_build.present.document import document
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.conftest import ROOT

DAY = (2026, 11, 22)
SLUGS = case_slugs(ROOT)
RETURNS: dict[str, tuple[str, Callable[[float], str]]] = {
    "costs": ("pv_costs", wording.money),
    "benefits": ("pv_benefits", wording.money),
    "npv": ("npv", wording.money),
    "return-per-pound": ("return_per_pound", lambda value: wording.price(round(value, 2))),
    "net-return": ("net_return", lambda value: wording.price(round(value, 2))),
}
PLAIN = {"costs": "costs", "benefits": "benefits", "net": "net"}


@cache
def around() -> Surroundings:
    """The real library's surroundings, with every figure asked for."""
    found = surroundings(ROOT, DAY)
    asked = tuple(Asked(figure=figure) for figure in sorted(OF_CASES))
    return replace(found, framework=replace(found.framework, asked=asked))


@cache
def answered(slug: str) -> tuple[dict[str, WorkedExample], dict[str, Any]]:
    """Return a real case's examples by figure, and its data."""
    found = assess(load_case(ROOT, slug), around(), in_full=True)
    assert found.case
    assert found.appraisal
    known = Material(
        case=found.case,
        appraisal=found.appraisal,
        judgement=found.judgement,
        framework=around().framework,
    )
    examples = {item.asked.figure: item for item in worked_examples(known)}
    return examples, document(found.appraisal, found.judgement.verdicts)


def test_every_figure_that_a_page_may_ask_of_a_case_has_a_maker() -> None:
    assert MAKERS.keys() == OF_CASES


def test_each_figure_is_shown_by_some_case_of_the_library() -> None:
    shown = {figure for slug in SLUGS for figure in answered(slug)[0]}
    assert OF_CASES - shown == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_results_are_those_of_the_case_s_data(slug: str) -> None:
    examples, data = answered(slug)
    whole = data["headline"]
    for name, (key, write) in RETURNS.items():
        for view in ("claimed", "corrected"):
            example = examples.get(f"headline.{view}.{name}")
            value = whole[view][key] if whole else None
            assert bool(example) == isinstance(value, int | float), (name, view)
            if example and value is not None:
                assert example.steps[-1].figure == write(value)


@pytest.mark.parametrize("slug", SLUGS)
def test_plain_sums_and_the_time_to_pay_back_are_those_of_the_data(slug: str) -> None:
    examples, data = answered(slug)
    if not data["headline"]:
        assert examples == {}
        return
    claimed = data["headline"]["claimed"]
    for name, key in PLAIN.items():
        if example := examples.get(f"headline.undiscounted.{name}"):
            assert example.steps[-1].figure == wording.money(claimed["undiscounted"][key])
    for view in ("claimed", "corrected"):
        if example := examples.get(f"headline.{view}.payback"):
            years = data["headline"][view]["payback_years"]
            assert wording.duration(years) in example.steps[-1].figure


@pytest.mark.parametrize("slug", SLUGS)
def test_amounts_of_lines_are_those_of_the_data(slug: str) -> None:
    examples, data = answered(slug)
    for side in ("benefit", "cost"):
        for name, key in (
            ("gross", "gross"),
            ("claimed", "claimed"),
            ("corrected", "corrected"),
            ("present-value", "discounted"),
        ):
            if example := examples.get(f"{side}.{name}"):
                label, _, year = example.steps[-1].about.rpartition(", year ")
                line = next(x for x in data["lines"] if (x["side"], x["label"]) == (side, label))
                amount = next(x for x in line["by_year"] if x["year"] == int(year))[key]
                assert example.steps[-1].figure == wording.money(amount)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_said_of_uncertainty_and_delay_is_in_the_data(slug: str) -> None:
    examples, data = answered(slug)
    sure = data["uncertainty"]
    if example := examples.get("corners"):
        figures = [step.figure for step in example.steps]
        assert figures == [wording.money(sure[key]) for key in ("worst_corner", "best_corner")]
    if example := examples.get("draws"):
        figures = [step.figure for step in example.steps[1:]]
        assert figures == [wording.money(sure[key]) for key in ("npv_5", "npv_95")]
    if example := examples.get("delay"):
        assert example.steps[-1].figure == wording.money(data["cost_of_delay"]["claimed"])


def test_a_case_works_out_only_what_is_asked() -> None:
    found = assess(load_case(ROOT, "skin-check-rounds"), around(), in_full=True)
    assert found.case
    assert found.appraisal
    asked = (Asked(figure="delay"), Asked(figure="draws"))
    known = Material(
        case=found.case,
        appraisal=found.appraisal,
        judgement=found.judgement,
        framework=replace(around().framework, asked=asked),
    )
    assert {item.asked for item in worked_examples(known)} <= set(asked)
    nothing = replace(known, appraisal=replace(found.appraisal, explained={}))
    assert worked_examples(nothing) == ()


def test_a_line_and_a_year_can_be_chosen() -> None:
    found = assess(load_case(ROOT, "skin-check-rounds"), around(), in_full=True)
    assert found.case
    assert found.appraisal
    line = [x for x in found.appraisal.lines if x.side == "benefit" and x.total_claimed][1]
    year = line.by_year[-1].year
    asked = (
        Asked(figure="benefit.claimed", line=line.id, year=year),
        Asked(figure="benefit.claimed", line="no-such-line"),
        Asked(figure="benefit.claimed", line=line.id, year=99),
    )
    known = Material(
        case=found.case,
        appraisal=found.appraisal,
        judgement=found.judgement,
        framework=replace(around().framework, asked=asked),
    )
    (example,) = worked_examples(known)
    assert example.steps[-1].about == f"{line.label}, year {year}"
    assert example.steps[-1].figure == wording.money(line.by_year[-1].claimed)
