"""An explanation is checked arithmetic: it can never disagree with the figure that it explains."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, assume, given, settings

from civalue_build.appraise import appraise, in_brief
from civalue_build.model.appraisal import Appraisal, Figure, Uncertainty, Undefined, Undiscounted
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.explained import (
    Explained,
    How,
    of_ends,
    of_input,
    of_line,
    of_result,
    of_rung,
)
from civalue_build.model.framework import Framework
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.framework import read_framework
from civalue_build.source.library import case_slugs
from tests.appraise.cases import cases, world
from tests.appraise.explain.recomputed import LEAVES, from_leaves, from_terms, largest
from tests.appraise.test_moves import WORLD
from tests.appraise.test_moves import cases as many_shapes
from tests.conftest import ROOT, examples

EDITIONS = ("green-book-2026", "green-book-2022", "review-2026", "none")
RELATIVE = 1e-9
NETS = ("pv_costs", "pv_benefits", "npv")


@pytest.fixture(scope="module")
def library() -> Framework:
    return read_framework(ROOT)


def read(slug: str) -> Case:
    found = parse_case(load_case(ROOT, slug)).case
    assert found is not None
    return found


def worked_out(found: Appraisal) -> list[Explained]:
    return [n for n in found.explained.values() if n.how not in (*LEAVES, How.NOT_GIVEN)]


def assert_recomputes(found: Appraisal) -> None:
    known: dict[str, float] = {}
    for node in worked_out(found):
        near = pytest.approx(node.figure, rel=RELATIVE, abs=RELATIVE * largest(node))
        assert from_terms(node) == near, node.id
        deep = pytest.approx(node.figure, rel=RELATIVE, abs=RELATIVE * _scale(node))
        assert from_leaves(node, known) == deep, node.id


def _scale(node: Explained) -> float:
    """The largest number in two steps below a figure, whose own rounding it inherits."""
    return max([largest(node), *(largest(term) for term in node.terms)])


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_every_figure_of_every_case_follows_from_its_terms(
    slug: str, edition: str, library: Framework
) -> None:
    found = appraise(read(slug), library, edition)
    assert_recomputes(found)
    assert bool(worked_out(found)) is bool(found.results)


@given(cases())
@examples(150)
def test_every_figure_of_any_case_follows_from_its_terms(case: Case) -> None:
    assert_recomputes(appraise(case, world()))


@given(cases())
@examples(75)
def test_every_figure_of_a_page_is_explained_as_it_is(case: Case) -> None:
    found = appraise(case, world())
    for key, figure in figures(found):
        assert found.explained[key].figure == figure, key


@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_every_figure_of_the_library_is_explained_as_it_is(slug: str, library: Framework) -> None:
    found = appraise(read(slug), library)
    for key, figure in figures(found):
        assert found.explained[key].figure == figure, key


def figures(found: Appraisal) -> Iterable[tuple[str, Figure]]:
    """The figures that a page shows, under the ids that it looks them up by."""
    own = found.vintage.horizon if found.vintage else 0
    for cell in found.results:
        if cell.horizon <= own:
            names = NETS if cell.horizon < own else (*NETS, "return_per_pound", "net_return")
            for view, account in (("claimed", cell.claimed), ("corrected", cell.corrected)):
                start = of_result(cell.perspective, cell.horizon, view, "")
                yield from ((f"{start}{name}", getattr(account, name)) for name in names)
    if head := found.headline:
        start = of_result(Perspective.NHS, own, "claimed", "")
        yield f"{start}payback_years", head.claimed.payback_years
        turned = start.replace(".claimed.", ".corrected.")
        yield f"{turned}payback_years", head.corrected.payback_years
        plain = head.claimed.undiscounted.payback_years
        yield f"{start}undiscounted.payback_years", plain
        yield from _plain(f"{start}undiscounted.", head.claimed.undiscounted)
    for rung in found.ladder:
        if rung.step is Step.CASH:
            yield of_rung(rung.step, "claimed", "npv"), rung.claimed.npv
            yield of_rung(rung.step, "corrected", "npv"), rung.corrected.npv
    yield from _sums(found)


def _plain(start: str, sums: Undiscounted) -> Iterable[tuple[str, Figure]]:
    for name in ("costs", "benefits", "net", "return_per_pound"):
        yield f"{start}{name}", getattr(sums, name)


def _sums(found: Appraisal) -> Iterable[tuple[str, Figure]]:
    for cell in found.realised:
        yield f"realised.{cell.kind}.{cell.claim}.claimed", cell.claimed
        yield f"realised.{cell.kind}.{cell.claim}.corrected", cell.corrected
    for party in found.parties:
        yield f"parties.{party.id}.claimed.pays", party.pays
        yield f"parties.{party.id}.claimed.gains", party.gains
        yield f"parties.{party.id}.claimed.net", party.net
        yield f"parties.{party.id}.corrected.net", party.net_corrected
    for place, printed in enumerate(found.printed, start=1):
        yield f"printed.{place}", printed.computed[0]
        for end, figure in zip(("low", "high"), printed.computed[1:], strict=True):
            if of_ends(place, end) in found.explained:
                yield of_ends(place, end), figure
    yield from _delays(found)
    if isinstance(found.uncertainty, Uncertainty):
        yield from _unsure(found.uncertainty)
    yield from _units(found)
    yield from _lines(found)


def _units(found: Appraisal) -> Iterable[tuple[str, Figure]]:
    for item in found.operational:
        yield f"operational.{item.unit}", item.total
        for year, number in enumerate(item.by_year):
            yield f"operational.{item.unit}.{year}", number


def _delays(found: Appraisal) -> Iterable[tuple[str, Figure]]:
    if found.cost_of_delay:
        yield "delay.claimed", found.cost_of_delay.claimed
        yield "delay.corrected", found.cost_of_delay.corrected


def _unsure(found: Uncertainty) -> Iterable[tuple[str, Figure]]:
    for item in found.one_at_a_time:
        if item.is_counted and not item.range.is_certain:
            yield of_input(item.input, "low"), item.low
            yield of_input(item.input, "high"), item.high
        if item.is_counted and not isinstance(item.switching_value, Undefined):
            yield of_input(item.input, "switching"), item.switching_value
            if not isinstance(item.share_of_claim, Undefined):
                yield of_input(item.input, "share-of-claim"), item.share_of_claim
    if found.spread:
        yield "uncertainty.chance", found.chance_npv_positive
        yield "uncertainty.npv-5", found.npv_5
        yield "uncertainty.npv-95", found.npv_95
        yield "uncertainty.worst", found.worst_corner
        yield "uncertainty.best", found.best_corner


def _lines(found: Appraisal) -> Iterable[tuple[str, Figure]]:
    for line in found.lines:
        for value in line.by_year:
            for what in ("gross", "claimed", "corrected", "discounted", "discounted_corrected"):
                yield of_line(line.id, what, value.year), getattr(value, what)
    if wide := found.health_and_wider:
        yield "wider.claimed", wide.claimed
        yield "wider.corrected", wide.corrected


@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_every_number_at_the_bottom_says_where_it_is_stated(slug: str, library: Framework) -> None:
    stated = [n for n in appraise(read(slug), library).explained.values() if n.how is How.STATED]
    assert all(node.origin and node.origin.at for node in stated)


def test_each_figure_stands_after_those_that_it_is_made_from(library: Framework) -> None:
    met: set[str] = set()
    for node in appraise(read("skin-check-rounds"), library).explained.values():
        assert {term.id for term in node.terms} <= met
        met.add(node.id)


def test_a_missing_figure_is_its_reason_and_nothing_else(library: Framework) -> None:
    found = appraise(read("weekly-value-board-respiratory-ward"), library).explained
    missing = [n for n in found.values() if isinstance(n.figure, Undefined)]
    assert missing
    assert {node.how for node in missing} == {How.NOT_GIVEN}
    assert not any(node.terms for node in missing)


def test_to_judge_a_case_explains_nothing(library: Framework) -> None:
    assert not in_brief(read("skin-check-rounds"), library).explained
    assert not appraise(read("skin-check-rounds"), library, uncertain=False).explained


@given(many_shapes())
@settings(examples(75), suppress_health_check=[HealthCheck.filter_too_much])
def test_workings_of_shared_and_yearly_inputs_follow_too(case: Case) -> None:
    found = appraise(case, WORLD)
    assume(is_usual(found))
    assert_recomputes(found)
    for key, figure in figures(found):
        assert found.explained[key].figure == figure, key
    assert_searched_values_leave_nothing(found)


def is_usual(found: Appraisal) -> bool:
    """Whether no input is so small that what is multiplied with it is lost in binary fractions."""
    if not isinstance(found.uncertainty, Uncertainty):
        return True
    ranges = [item.range for item in found.uncertainty.one_at_a_time]
    ends = [end for one in ranges for end in (one.low, one.central, one.high)]
    return all(end == 0 or abs(end) > 1e-6 for end in ends)


def assert_searched_values_leave_nothing(found: Appraisal) -> None:
    for node in found.explained.values():
        if node.how is How.SEARCHED:
            check = found.explained[f"{node.id}.check"]
            assert check.figure == pytest.approx(0, abs=1e-9 * largest(check)), node.id


@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_searched_values_of_the_library_leave_nothing(slug: str, library: Framework) -> None:
    assert_searched_values_leave_nothing(appraise(read(slug), library))
