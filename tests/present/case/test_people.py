from dataclasses import replace

import pytest

from civalue_build.model.enums import Better
from civalue_build.model.measures import Effect, Measure, Observation
from civalue_build.present.case.people import change

MEASURE = Measure(
    id="x",
    label="X",
    unit="percent",
    better=Better.LOWER,
    before=Observation(value=2.4),
    after=Observation(value=1.1),
)


@pytest.mark.parametrize(
    ("better", "words"),
    [
        (Better.LOWER, "down from 2.4 to 1.1: better"),
        (Better.HIGHER, "down from 2.4 to 1.1: worse"),
        (Better.NEITHER, "down from 2.4 to 1.1"),
    ],
)
def test_the_direction_of_a_change_is_in_words(better: Better, words: str) -> None:
    assert change(replace(MEASURE, better=better)) == words


def test_a_stated_effect_stands_in_for_values_before_and_after() -> None:
    measure = replace(MEASURE, before=None, effect=Effect(value=3.5))
    assert change(measure) == "up by 3.5: worse"
    assert change(replace(measure, effect=None)) == "not stated"


def test_no_change_is_neither_better_nor_worse() -> None:
    assert change(replace(MEASURE, after=Observation(value=2.4))) == "no change"
