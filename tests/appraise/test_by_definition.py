"""Every figure of the appraisal, beside the same figure worked out a second time by definition."""

import math
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal, Returns, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.framework import Framework
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.framework import read_framework
from civalue_build.source.library import case_slugs
from tests.appraise import by_definition
from tests.appraise.cases import cases, world
from tests.conftest import ROOT, examples

Pair = tuple[str, Any, Any]
"""What a figure is called, the library's, and the one by definition."""

EDITIONS = (None, "green-book-2022", "review-2026", "none")
STEPS = {
    Step.CASH: by_definition.CASH,
    Step.CAPACITY: by_definition.CAPACITY,
    Step.SOCIETY: by_definition.EVERYTHING,
}


@pytest.fixture(scope="module")
def framework() -> Framework:
    return read_framework(ROOT)


def read(slug: str) -> Case:
    found = parse_case(load_case(ROOT, slug)).case
    assert found is not None
    return found


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("slug", case_slugs(ROOT))
def test_every_figure_of_a_case_is_what_it_is_by_definition(
    slug: str, edition: str | None, framework: Framework
) -> None:
    case = read(slug)
    differing = differences(case, framework, edition)
    assert differing == []


def differences(case: Case, framework: Framework, edition: str | None = None) -> list[Pair]:
    """Return every figure on which the appraisal and the definition differ."""
    found = appraise(case, framework, discounting=edition)
    if not found.results:
        return []
    sums = by_definition.summed(case, framework, edition)
    pairs = [*_results(found, sums), *_lines(found, sums), *_others(found, sums)]
    return [pair for pair in pairs if not same(pair[1], pair[2])]


def same(one: object, other: object) -> bool:
    """Whether two figures agree to nine digits, or neither is defined."""
    if isinstance(one, Undefined) or other is None:
        return isinstance(one, Undefined) and other is None
    assert isinstance(one, float | int)
    assert isinstance(other, float | int)
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-6)


def _results(found: Appraisal, sums: by_definition.Sums) -> Iterator[Pair]:
    horizons = {1, 3, 5, 10, sums.basis.horizon}
    assert {(r.perspective, r.horizon) for r in found.results} == {
        (who, horizon) for who in Perspective for horizon in horizons
    }
    for result in found.results:
        name = f"{result.perspective} {result.horizon}"
        yield from _both(name, result, sums, result.perspective, result.horizon)
    assert found.headline is not None
    own = sums.basis.horizon
    kinds = by_definition.CAPACITY
    yield from _both("headline", found.headline, sums, Perspective.NHS, own, kinds)
    for rung in found.ladder:
        yield from _both(rung.step, rung, sums, rung.perspective, own, STEPS[rung.step])


def _both(  # noqa: PLR0913, PLR0917 what is compared, and how it is counted
    name: str,
    result: Any,
    sums: by_definition.Sums,
    perspective: Perspective,
    horizon: int,
    kinds: set[str] = by_definition.EVERYTHING,
) -> Iterator[Pair]:
    for corrected, shown in ((False, result.claimed), (True, result.corrected)):
        told = f"{name} {'corrected' if corrected else 'claimed'}"
        yield from _returns(
            told,
            shown,
            *(
                by_definition.account(
                    sums,
                    perspective,
                    horizon,
                    corrected=corrected,
                    discounted=discounted,
                    kinds=kinds,
                )
                for discounted in (True, False)
            ),
        )


def _returns(
    name: str, given: Returns, present: by_definition.Account, plain: by_definition.Account
) -> Iterator[Pair]:
    net_return = None if present.ratio is None else present.ratio - 1
    yield f"{name} PV costs", given.pv_costs, present.costs
    yield f"{name} PV benefits", given.pv_benefits, present.benefits
    yield f"{name} NPV", given.npv, present.net
    yield f"{name} return per £1", given.return_per_pound, present.ratio
    yield f"{name} net return", given.net_return, net_return
    yield f"{name} payback", given.payback_years, present.payback
    undiscounted = given.undiscounted
    yield f"{name} costs", undiscounted.costs, plain.costs
    yield f"{name} benefits", undiscounted.benefits, plain.benefits
    yield f"{name} net", undiscounted.net, plain.net
    yield f"{name} ratio", undiscounted.return_per_pound, plain.ratio
    yield f"{name} payback undiscounted", undiscounted.payback_years, plain.payback


def _lines(found: Appraisal, sums: by_definition.Sums) -> Iterator[Pair]:
    for line in found.lines:
        years = sums.lines[line.id]
        assert bool(line.undefined) == (years is None), line.id
        assert {item.year for item in line.by_year} == set(years or {})
        for item in line.by_year:
            assert years is not None
            by_hand = years[item.year]
            name = f"{line.id} in year {item.year}"
            yield f"{name} gross", item.gross, by_hand.gross
            yield f"{name} claimed", item.claimed, by_hand.claimed
            yield f"{name} corrected", item.corrected, by_hand.corrected
            yield f"{name} discounted", item.discounted, by_hand.claimed * by_hand.factor


def _others(found: Appraisal, sums: by_definition.Sums) -> Iterator[Pair]:
    paid_and_gained = by_definition.parties(sums)
    assert [party.id for party in found.parties] == list(paid_and_gained)
    for party in found.parties:
        pays, gains = paid_and_gained[party.id]
        yield f"{party.id} pays", party.pays, pays
        yield f"{party.id} gains", party.gains, gains
    units, nothing = by_definition.operational(sums), [0.0] * sums.basis.horizon
    assert set(units) <= {item.unit for item in found.operational}
    for item in found.operational:
        yield from (
            (f"{item.unit} in year {year}", one, other)
            for year, (one, other) in enumerate(
                zip(item.by_year, units.get(item.unit) or nothing, strict=True)
            )
        )
        yield f"{item.unit} in all", item.total, sum(units.get(item.unit) or nothing)
    yield from _unsure(found, sums)
    for stated, figure in zip(sums.case.printed, found.printed, strict=True):
        name = f"printed “{stated.label}”"
        yield name, figure.computed[0], by_definition.printed(sums, stated)


def _unsure(found: Appraisal, sums: by_definition.Sums) -> Iterator[Pair]:
    """Move each input to its ends, and to where nothing should be left of the net value."""
    if isinstance(found.uncertainty, Undefined):
        return
    scale = 1 + sum(abs(year.gross) for line in found.lines for year in line.by_year)
    for item in found.uncertainty.one_at_a_time:
        for end, shown in (("low", item.low), ("high", item.high)):
            moved = by_definition.at(sums, {item.input: getattr(item.range, end)})
            yield f"{item.input} at its {end}", shown, moved
        if not isinstance(item.switching_value, Undefined):
            left = by_definition.at(sums, {item.input: item.switching_value})
            assert left is not None
            yield f"{item.input} where it switches", left / scale, 0.0


@examples(400)
@given(cases())
def test_every_figure_of_any_case_is_what_it_is_by_definition(case: Case) -> None:
    assert differences(case, world()) == []
