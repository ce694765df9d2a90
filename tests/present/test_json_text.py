"""The text is that of the standard library, to the last byte."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.model.enums import Status
from civalue_build.present.json_text import readable

plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(Status)
)
trees = st.recursive(
    plain,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@given(trees)
def test_it_is_laid_out_as_the_standard_library_does(tree: object) -> None:
    assert readable(tree) == json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=2)


def test_what_stands_in_several_places_is_laid_out_at_the_depth_of_each() -> None:
    shared = {"a": [1, {"b": "}"}]}
    tree = [shared, {"deep": [shared, shared]}]
    assert readable(tree) == json.dumps(tree, indent=2)


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_a_number_that_json_cannot_hold_is_refused(number: float) -> None:
    for tree in (number, [number], {"x": {"y": number}}):
        with pytest.raises(ValueError, match="JSON"):
            readable(tree)
