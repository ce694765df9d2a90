"""What holds of every case, whatever its lines: transfers, ledgers, years, prices and streams."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from civalue_build.appraise import appraise, in_brief
from civalue_build.model.appraisal import Appraisal, Figure, Returns, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective
from civalue_build.model.estimate import Estimate, YearAmount, Years
from civalue_build.model.lines import BenefitLine, CostLine, Line
from civalue_build.model.measures import LedgerEntry
from tests.appraise.cases import SHARES, cases, world
from tests.builders import benefit, by_year, number
from tests.conftest import examples

SOCIETY = Perspective.SOCIETY
KNOWN = cases(may_be_unknown=False)
WITH_BENEFITS = KNOWN.filter(lambda case: bool(case.benefits))
WITH_LINES = KNOWN.filter(lambda case: bool(case.lines))
FACTORS = st.integers(0, 400).map(lambda n: n / 100)


@given(WITH_LINES, FACTORS, st.data())
def test_net_value_is_linear_in_the_quantity_of_any_line(
    case: Case, factor: float, data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(case.lines))
    found = [_values(_scaled(case, line, by)) for by in (0.0, 1.0, factor)]
    size = _size(case) * (1 + factor)
    for nothing, once, there in zip(*found, strict=True):
        assert _close(there, nothing + factor * (once - nothing), size)


@given(WITH_BENEFITS, SHARES, st.data())
def test_net_value_goes_straight_from_no_attribution_to_all_of_it(
    case: Case, share: float, data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(case.benefits or ()))
    found = [_values(_attributed(case, line, to)) for to in (0.0, 1.0, share)]
    size = _size(case)
    for nothing, all_of_it, there in zip(*found, strict=True):
        assert _close(there, nothing + share * (all_of_it - nothing), size)


@given(WITH_BENEFITS, st.lists(SHARES, min_size=2, max_size=2), st.data())
def test_a_larger_share_of_a_gain_never_lowers_what_the_society_nets(
    case: Case, shares: list[float], data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(case.benefits or ()))
    assume(not line.kind.is_transfer)
    less, more = (appraise(_attributed(case, line, share), world()) for share in sorted(shares))
    gains = next(value for value in more.lines if value.id == line.id)
    assume(all(year.gross >= 0 for year in gains.by_year))
    slack = _slack(_size(case))
    for low, high in zip(less.results, more.results, strict=True):
        assert _number(low.claimed.npv) <= _number(high.claimed.npv) + slack
        assert _number(low.corrected.npv) <= _number(high.corrected.npv) + slack


@given(cases())
def test_without_discounting_every_present_value_is_a_plain_sum(case: Case) -> None:
    size = _size(case)
    for result in appraise(case, world(), discounting="none").results:
        for found in (result.claimed, result.corrected):
            plain = found.undiscounted
            pairs = [(found.pv_costs, plain.costs), (found.pv_benefits, plain.benefits)]
            pairs += [(found.npv, plain.net), (found.payback_years, plain.payback_years)]
            assert all(_same(one, other, size) for one, other in pairs)


@given(cases())
def test_plain_sums_are_the_same_at_every_rate(case: Case) -> None:
    one, other = (appraise(case, world(), discounting=name) for name in ("none", "green-book-2026"))
    for left, right in zip(one.results, other.results, strict=True):
        assert left.claimed.undiscounted == right.claimed.undiscounted


@given(KNOWN, st.integers(-20, 20).map(lambda n: 10.0**n / 10**20))
def test_a_last_year_whose_flows_tend_to_nothing_adds_nothing(case: Case, flow: float) -> None:
    basis = case.appraisal
    assert basis is not None
    own = basis.horizon
    last = benefit(amount=None, id="last", years=by_year({own: flow}))
    later = replace(
        case,
        appraisal=replace(basis, horizon=own + 1),
        costs=tuple(_within(line, own) for line in case.costs or ()),
        benefits=(*(_within(line, own) for line in case.benefits or ()), last),
        entries=(),
    )
    before = appraise(replace(case, entries=()), world())
    after = appraise(later, world())
    assert before.headline is not None
    assert after.headline is not None
    most = flow + _slack(_size(case))
    for one, other in _pairs(before.headline.claimed, after.headline.claimed):
        assert abs(_number(one) - _number(other)) <= most


@given(KNOWN)
def test_a_shorter_horizon_is_the_case_cut_off_there(case: Case) -> None:
    basis = case.appraisal
    assert basis is not None
    whole, size = appraise(case, world()), _size(case)
    for years in (1, 3, 5, 10):
        own = min(years, basis.horizon)
        cut = appraise(replace(case, appraisal=replace(basis, horizon=own)), world())
        for who in Perspective:
            one, other = whole.result(who, years), cut.result(who, own)
            assert one is not None
            assert other is not None
            assert all(_same(a, b, size) for a, b in _pairs(one.claimed, other.claimed))


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_lines_and_parties_does_not_matter(case: Case, random: Any) -> None:
    def shuffled(items: Any) -> Any:
        return tuple(random.sample(items, len(items))) if items else items

    turned = replace(
        case,
        costs=shuffled(case.costs),
        benefits=shuffled(case.benefits),
        partners=shuffled(case.partners),
    )
    one, other, size = appraise(case, world()), appraise(turned, world()), _size(case)
    assert all(_same(left, right, size) for left, right in _cells(one, other))
    nets = ({party.id: party.net for party in found.parties} for found in (one, other))
    first, second = nets
    assert all(_same(first[name], second[name], size) for name in first)
    assert {item.unit for item in one.operational} == {item.unit for item in other.operational}


@given(WITH_LINES, st.data())
def test_a_line_split_into_two_equal_halves_changes_nothing(
    case: Case, data: st.DataObject
) -> None:
    line = data.draw(st.sampled_from(case.lines))
    one, other = appraise(case, world()), appraise(_split(case, line), world())
    size = _size(case)
    assert all(_same(left, right, size) for left, right in _cells(one, other))
    if not (line.quantity and line.quantity.volume):
        for freed, halves in zip(one.operational, other.operational, strict=True):
            assert _close(freed.total, halves.total, size)


@given(KNOWN)
def test_transfers_net_to_nothing_where_everybody_counts(case: Case) -> None:
    kept = tuple(line for line in case.benefits or () if not line.kind.is_transfer)
    one, other = appraise(case, world()), appraise(replace(case, benefits=kept), world())
    size = _size(case)
    for left, right in zip(one.results, other.results, strict=True):
        if left.perspective is SOCIETY:
            assert _same(left.claimed.npv, right.claimed.npv, size)
            assert _same(left.corrected.npv, right.corrected.npv, size)


@given(cases())
def test_the_correction_for_evidence_never_flatters(case: Case) -> None:
    slack = _slack(_size(case))
    for result in appraise(case, world()).results:
        claimed, corrected = result.claimed.npv, result.corrected.npv
        assert isinstance(claimed, Undefined) == isinstance(corrected, Undefined)
        if not isinstance(claimed, Undefined) and not isinstance(corrected, Undefined):
            assert corrected <= claimed + slack


@given(cases())
def test_what_the_parties_net_adds_up_to_what_the_society_nets(case: Case) -> None:
    found = appraise(case, world())
    nets = [party.net for party in found.parties]
    assume(not any(isinstance(net, Undefined) for net in nets))
    cell = found.lenses.economic
    assert cell is not None
    assert _same(sum(_number(net) for net in nets), cell.claimed.npv, _size(case))


@examples(60)
@given(cases())
def test_no_figure_of_any_shape_of_case_is_nan_or_infinite(case: Case) -> None:
    found = appraise(case, world())
    for figure, _ in _cells(found, found):
        assert isinstance(figure, Undefined) or math.isfinite(figure)


def _values(case: Case) -> list[float]:
    """Net values of every cell of the matrix, as claimed and as corrected."""
    results = appraise(case, world()).results
    return [_number(f) for r in results for f in (r.claimed.npv, r.corrected.npv)]


def _cells(one: Appraisal, other: Appraisal) -> Iterator[tuple[Figure, Figure]]:
    for left, right in zip(one.results, other.results, strict=True):
        yield from _pairs(left.claimed, right.claimed)
        yield from _pairs(left.corrected, right.corrected)


def _pairs(one: Returns, other: Returns) -> Iterator[tuple[Figure, Figure]]:
    yield from ((getattr(one, name), getattr(other, name)) for name in SUMS)
    yield one.undiscounted.net, other.undiscounted.net


SUMS = ("pv_costs", "pv_benefits", "npv")


def _scaled(case: Case, line: Line, by: float) -> Case:
    """The case with as many units, or as much money, of one line; what it shares goes with it."""
    shared = line.quantity.volume if line.quantity else None
    if shared:
        volumes = dict(case.volumes) | {shared: _times(case.volumes[shared], by)}
        return replace(case, volumes=volumes)
    return _with_lines(case, line, (_line_times(line, by),))


def _line_times(line: Line, by: float) -> Line:
    changes: dict[str, Any] = {
        "quantity": line.quantity and _times(line.quantity, by),
        "amount": line.amount and _times(line.amount, by),
        "years": _years_times(line.years, by),
    }
    if isinstance(line, BenefitLine) and line.from_measure:
        stated = line.from_measure
        changes["from_measure"] = replace(stated, exposure=stated.exposure * by)
    return replace(line, **changes)


def _years_times(years: Years, by: float) -> Years:
    items = (YearAmount(year=item.year, value=_times(item.value, by)) for item in years.by_year)
    return replace(years, by_year=tuple(items))


def _times(stated: Estimate, by: float) -> Estimate:
    numbers = {name: getattr(stated, name) for name in ("low", "central", "high", "total")}
    changes: dict[str, Any] = {n: x if x is None else x * by for n, x in numbers.items()}
    return replace(stated, **changes)


def _split(case: Case, line: Line) -> Case:
    """The case with two lines of half the size in place of one, and its ledger with them."""
    if line.quantity and line.quantity.volume:
        price = line.unit_value
        assert price is not None
        assert price.amount is not None
        half: Line = replace(line, unit_value=replace(price, amount=_times(price.amount, 0.5)))
    else:
        half = _line_times(line, 0.5)
    halves = (replace(half, id="one"), replace(half, id="two"))
    made = _with_lines(case, line, halves)
    return replace(made, entries=tuple(_halved(case.entries, line.id)))


def _halved(entries: tuple[LedgerEntry, ...], name: str) -> Iterator[LedgerEntry]:
    for entry in entries:
        if entry.line != name:
            yield entry
            continue
        actual = None if entry.actual is None else entry.actual / 2
        yield from (replace(entry, line=half, actual=actual) for half in ("one", "two"))


def _attributed(case: Case, line: BenefitLine, share: float) -> Case:
    return _with_lines(case, line, (replace(line, attribution=number(share)),))


def _with_lines(case: Case, line: Line, others: tuple[Line, ...]) -> Case:
    costs: list[CostLine] = []
    benefits: list[BenefitLine] = []
    for own in case.lines:
        for one in others if own.id == line.id else (own,):
            if isinstance(one, CostLine):
                costs.append(one)
            else:
                benefits.append(one)
    return replace(case, costs=tuple(costs), benefits=tuple(benefits))


def _within(line: Any, horizon: int) -> Any:
    """The line without its years from the horizon on; its drop-off still begins where it did."""
    years = line.years
    each = tuple(year for year in years.each if year < horizon)
    by = tuple(item for item in years.by_year if item.year < horizon)
    if each or by:
        return replace(line, years=Years(each=each, by_year=by), **_spread(line, each))
    return replace(line, years=Years(by_year=(YearAmount(year=0, value=number(0)),)), **NOTHING)


NOTHING: dict[str, Any] = {"amount": None, "quantity": None, "unit_value": None}


def _spread(line: Any, each: tuple[int, ...]) -> dict[str, Any]:
    amount = line.amount
    if amount is None or amount.total is None:
        return {}
    return {"amount": number(amount.total / len(tuple(amount.over)))} if each else {}


def _size(case: Case) -> float:
    """How large the amounts of a case are, for what is lost where they cancel each other."""
    lines = in_brief(case, world()).lines
    return 1 + sum(abs(year.gross) for line in lines for year in line.by_year)


def _slack(size: float) -> float:
    return 1e-9 * size


def _close(one: float, other: float, size: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=_slack(size))


def _same(one: Figure, other: Figure, size: float) -> bool:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return isinstance(one, Undefined) and isinstance(other, Undefined)
    return _close(one, other, size)


def _number(figure: Figure) -> float:
    assert not isinstance(figure, Undefined)
    return figure
