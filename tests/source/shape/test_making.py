"""Values become values of the model without a guess: whatever is of another type is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.source.shape.making import Misfit, make_record


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    count: int
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    name: str
    share: float | None = None
    is_open: bool = False
    ends: tuple[float, float] | None = None
    words: tuple[str, ...] = ()
    inner: Inner | None = None
    table: Mapping[str, Inner] | None = None
    free: Any = None


def made(**values: Any) -> tuple[Outer | None, list[tuple[tuple[str | int, ...], bool]]]:
    misfits: list[Misfit] = []
    value: Outer | None = make_record({"name": "a", **values}, Outer, misfits)
    return value, [(misfit.path, misfit.is_missing) for misfit in misfits]


def test_values_of_the_right_types_make_the_record() -> None:
    value, misfits = made(
        share=1,
        is_open=True,
        ends=[1, 2.5],
        words=["x", "y"],
        inner={"count": 3, "colour": "blue"},
        table={"k": {"count": 1}},
        free=[1, {"x": None}],
    )
    assert misfits == []
    assert value == Outer(
        name="a",
        share=1.0,
        is_open=True,
        ends=(1.0, 2.5),
        words=("x", "y"),
        inner=Inner(count=3, colour=Colour.BLUE),
        table={"k": Inner(count=1)},
        free=[1, {"x": None}],
    )


def test_a_whole_number_is_a_number_and_becomes_one() -> None:
    value, _ = made(share=3, ends=[0, 1])
    assert value is not None
    assert value.ends is not None
    assert [type(number) for number in (value.share, *value.ends)] == [float, float, float]


@pytest.mark.parametrize(
    "values",
    [
        {"name": 1},
        {"name": True},
        {"name": None},
        {"share": "1"},
        {"share": True},
        {"is_open": 1},
        {"is_open": "true"},
        {"is_open": None},
        {"ends": 1},
        {"ends": {"low": 1}},
        {"ends": [1, 2, 3]},
        {"words": "x"},
        {"words": None},
        {"inner": []},
        {"inner": "x"},
        {"table": []},
    ],
)
def test_a_value_of_another_type_is_told_and_nothing_is_made(values: dict[str, Any]) -> None:
    (name,) = values
    assert made(**values) == (None, [((name,), False)])


@pytest.mark.parametrize("count", ["1", 1.0, True, None, []])
def test_a_count_is_a_whole_number_and_nothing_like_one(count: object) -> None:
    assert made(inner={"count": count}) == (None, [(("inner", "count"), False)])


@pytest.mark.parametrize("colour", ["green", 1, True, ["red"], {"red": 1}])
def test_a_word_is_one_of_its_list(colour: object) -> None:
    found = made(inner={"count": 1, "colour": colour})
    assert found == (None, [(("inner", "colour"), False)])


def test_whatever_is_missing_is_told_at_its_path() -> None:
    assert made(inner={}, table={"k": {}}, ends=[1]) == (
        None,
        [
            (("inner", "count"), True),
            (("table", "k", "count"), True),
            (("ends", 1), True),
        ],
    )


def test_every_misfit_is_told_at_once() -> None:
    _, misfits = made(share="x", words=["a", 1, None], table={"k": 1, "l": {"count": "x"}})
    assert [path for path, _ in misfits] == [
        ("share",),
        ("words", 1),
        ("words", 2),
        ("table", "k"),
        ("table", "l", "count"),
    ]


@pytest.mark.parametrize("top", [None, [], "x", 1])
def test_a_file_that_is_no_set_of_keys_is_one_misfit(top: object) -> None:
    misfits: list[Misfit] = []
    assert make_record(top, Outer, misfits) is None
    assert [misfit.path for misfit in misfits] == [()]


_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_TREES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=10
)
_FIELDS = ("name", "share", "is_open", "ends", "words", "inner", "table", "free")


@given(st.dictionaries(st.sampled_from(_FIELDS), _TREES))
def test_any_values_make_a_record_or_misfits_and_never_both(values: dict[str, Any]) -> None:
    misfits: list[Misfit] = []
    value = make_record(values, Outer, misfits)
    assert (value is None) is bool(misfits)
