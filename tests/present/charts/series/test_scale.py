import random
from itertools import pairwise

import pytest

from civalue_build.present.charts.series.scale import scale

DRAW = random.Random(7)  # noqa: S311 no secret
VALUES = [
    [DRAW.uniform(-1, 1) * 10 ** DRAW.randrange(-6, 9) for _ in range(DRAW.randrange(1, 9))]
    for _ in range(1000)
] + [[0.0], [5.0, 5.0], [-3.0], [1e-9, 2e-9], [99.999999, 100.0]]


@pytest.mark.parametrize("values", VALUES)
def test_an_axis_holds_every_value_and_has_few_even_steps(values: list[float]) -> None:
    axis = scale(values)
    assert axis.low <= min(values) + 1e-9
    assert axis.high >= max(values) - 1e-9
    assert 2 <= len(axis.ticks) <= 7
    steps = [b - a for a, b in pairwise(axis.ticks)]
    assert max(steps) - min(steps) <= 1e-6 * max(steps) + 1e-9


def test_an_axis_starts_at_zero_only_where_values_are_near_it() -> None:
    assert scale([4, 10]).low == 0
    assert scale([88, 97]).low > 80


def test_higher_values_stand_higher() -> None:
    axis = scale([1.0, 7.0])
    assert axis.down(7.0) < axis.down(1.0)
    assert (axis.down(axis.high), axis.down(axis.low)) == (0, 1)
