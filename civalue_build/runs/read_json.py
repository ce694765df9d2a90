"""Values of the model from the JSON in which a cache keeps them."""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def read_json(cls: type[T], told: bytes) -> T:
    """Return the value of a class that `pydantic_core.to_json` wrote."""
    found: T = _adapter(cls).validate_json(told)  # type: ignore[arg-type]
    return found


@cache
def _adapter(cls: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # noqa: PLC0415 slow to load; a first build reads nothing

    return TypeAdapter(cls)
