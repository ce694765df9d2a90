"""Corners are the best and the worst of all combinations of ends, also where inputs interact."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import corners
from civalue_build.appraise.corners import extremes
from civalue_build.appraise.total import Total
from civalue_build.appraise.worth import Worth
from civalue_build.model.estimate import Range
from tests.conftest import examples


def values(total: Total, ranges: dict[str, Range]) -> tuple[float, float]:
    """Both corners, each of which is the sum at the ends that it names."""
    worst, best = extremes(total, ranges)
    for corner in (worst, best):
        assert float(total.at(corner.at)) == pytest.approx(corner.value)
        assert all(
            number in (ranges[key].low, ranges[key].high) for key, number in corner.at.items()
        )
    return worst.value, best.value


KEYS = ("a", "b", "c", "d")
ENDS = st.tuples(st.integers(-5, 5), st.integers(0, 5)).map(
    lambda pair: Range(low=pair[0], central=pair[0] + pair[1] / 2, high=pair[0] + pair[1])
)


@st.composite
def worths(draw: st.DrawFn) -> Worth:
    keys = st.sampled_from(KEYS)
    powers = st.lists(st.integers(-3, 3), min_size=1, max_size=1).map(tuple)
    return Worth(
        units=tuple(draw(st.lists(st.tuples(keys, powers), min_size=1, max_size=2))),
        paid=(),
        price=draw(st.sampled_from((*KEYS, ""))),
        due=tuple(draw(st.sets(keys, max_size=1))),
        lost=tuple(draw(st.sets(keys, max_size=1))),
    )


def total_of(lines: list[Worth], ranges: dict[str, Range]) -> Total:
    return Total.of(lines, {key: number.central for key, number in ranges.items()})


def brute(total: Total, ranges: dict[str, Range]) -> tuple[float, float]:
    ends = product(*((number.low, number.high) for number in ranges.values()))
    found = [float(total.at(dict(zip(ranges, each, strict=True)))) for each in ends]
    return min(found), max(found)


@given(st.lists(worths(), min_size=1, max_size=4), st.fixed_dictionaries(dict.fromkeys(KEYS, ENDS)))
@examples(200)
def test_corners_are_those_of_trying_every_combination(
    lines: list[Worth], ranges: dict[str, Range]
) -> None:
    total = total_of(lines, ranges)
    assert values(total, ranges) == pytest.approx(brute(total, ranges))


def test_an_input_of_no_effect_at_the_centre_still_moves_to_its_end() -> None:
    ranges = {"a": Range(low=0, central=0, high=10), "b": Range(low=1, central=2, high=5)}
    total = total_of([Worth(units=(("a", (1.0,)),), paid=(), price="b")], ranges)
    assert values(total, ranges) == (0, 50)


def test_many_shared_inputs_are_climbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corners, "FEW", 1)
    lines = [
        Worth(units=(("a", (sign,)),), paid=(), price=price)
        for sign, price in ((1.0, "b"), (1.0, "c"), (-2.0, "d"))
    ]
    ranges = {key: Range(low=1, central=2, high=4) for key in KEYS}
    total = total_of(lines, ranges)
    assert values(total, ranges) == brute(total, ranges)


def test_many_inputs_of_one_line_are_climbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corners, "FEW", 2)
    line = Worth(units=(("a", (1.0,)), ("b", (-1.0,))), paid=(), price="c", lost=("d",))
    ranges = {key: Range(low=0.25, central=0.5, high=0.75) for key in KEYS}
    total = total_of([line], ranges)
    assert values(total, ranges) == brute(total, ranges)
