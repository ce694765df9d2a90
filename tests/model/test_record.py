"""Values of the model: what a dataclass promises holds, though less is compiled for each."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from civalue_build.model.record import record


@record
class Shelf:
    """Has a field of each kind."""

    label: str
    width: float | None = None
    books: Mapping[str, int] = field(default_factory=dict)


@record
class Mark:
    """Has one field, which may be none."""

    at: int | None


@record
class Square:
    """Works out a field itself."""

    side: int
    area: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "area", self.side**2)


@record
class Nothing:
    """Has no field."""


def test_fields_are_given_by_name_and_the_rest_have_their_defaults() -> None:
    shelf = Shelf(label="upper")
    assert (shelf.label, shelf.width, shelf.books) == ("upper", None, {})
    assert shelf.books is not Shelf(label="upper").books
    assert Nothing() == Nothing()


def test_a_field_may_be_worked_out_from_the_others() -> None:
    assert [Square(side=side).area for side in (2, 3)] == [4, 9]
    assert replace(Square(side=2), side=4).area == 16


@pytest.mark.parametrize("given", [{}, {"label": "upper", "height": 1}])
def test_the_first_value_and_the_next_refuse_what_does_not_fit(given: dict[str, object]) -> None:
    @record
    class Anew:
        label: str

    for _ in range(2):
        with pytest.raises(TypeError, match=r"label|height"):
            Anew(**given)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="positional"):
        Anew("upper")  # type: ignore[call-arg]


def test_nothing_can_be_changed_or_added() -> None:
    shelf = Shelf(label="upper")
    with pytest.raises(FrozenInstanceError, match="label"):
        shelf.label = "lower"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="label"):
        del shelf.label
    with pytest.raises(FrozenInstanceError, match="height"):
        shelf.height = 1  # type: ignore[attr-defined]
    assert not hasattr(shelf, "__dict__")


def test_values_of_one_class_are_equal_by_their_fields() -> None:
    assert Mark(at=1) == Mark(at=1)
    assert Mark(at=1) != Mark(at=2)
    assert Mark(at=1) != (1,)  # type: ignore[comparison-overlap]
    assert len({Mark(at=1), Mark(at=1), Mark(at=None)}) == 2
    assert repr(Mark(at=1)) == "Mark(at=1)"


@pytest.mark.parametrize(
    "value",
    [Shelf(label="upper", books={"one": 1}), Mark(at=None), Mark(at=3), Square(side=2), Nothing()],
)
def test_a_value_survives_a_pickle_and_a_copy(value: object) -> None:
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 our own
    assert copy.deepcopy(value) == value


def test_the_tools_of_dataclasses_work() -> None:
    assert [one.name for one in fields(Shelf)] == ["label", "width", "books"]
    assert replace(Shelf(label="upper"), width=2.0) == Shelf(label="upper", width=2.0)
