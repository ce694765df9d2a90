"""How every value of the model is made: frozen, slotted, by keyword."""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made", bound=type)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: Made) -> Made:
    """Make `cls` a frozen, slotted, keyword-only dataclass.

    A dataclass of its own would compile six functions anew for each class, a third of the time
    that `civalue check` takes to start. Here five are shared, and `__init__` is compiled when the
    first value of a class is made: a command uses few of all classes.
    """
    made: Any = dataclass(slots=True, kw_only=True, init=False, repr=False, eq=False)(cls)
    values = _values(tuple(made.__dataclass_fields__))

    def equal(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return values(self) == values(other)

    def state(self: object) -> object:
        return values(self)

    made.__init__ = _first
    made.__setattr__ = made.__delattr__ = _refuse
    made.__eq__ = equal
    made.__hash__ = lambda self: hash(values(self))
    made.__repr__ = _text
    made.__getstate__, made.__setstate__ = state, _restore
    return made  # type: ignore[no-any-return]


def _values(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the values of these fields."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _first(self: Any, **given: Any) -> None:
    """Make the first value of a class, which has an `__init__` of its own from now on."""
    cls = type(self)
    cls.__init__ = _init(cls)
    cls.__init__(self, **given)


def _init(cls: Any) -> Callable[..., None]:
    """Compile the `__init__` that a dataclass would have, with a line for each field."""
    known: dict[str, Any] = {"LEFT_OUT": MISSING}
    taken, lines = [], []
    for one in (one for one in fields(cls) if one.init):
        name, value = one.name, one.name
        known |= {f"put_{name}": getattr(cls, name).__set__, f"default_{name}": one.default}
        if one.default_factory is not MISSING:
            known |= {f"make_{name}": one.default_factory, f"default_{name}": MISSING}
            value = f"make_{name}() if {name} is LEFT_OUT else {name}"
        is_needed = one.default is MISSING and one.default_factory is MISSING
        taken.append(name if is_needed else f"{name}=default_{name}")
        lines.append(f"    put_{name}(self, {value})")
    head = f"def init(self, *, {', '.join(taken)}):" if taken else "def init(self):"
    end = "self.__post_init__()" if hasattr(cls, "__post_init__") else "return"
    exec("\n".join((head, *lines, f"    {end}")), known)  # noqa: S102 fixed words
    made: Callable[..., None] = known["init"]
    return made


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"{name!r} of {type(self).__name__} is frozen")


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    """Take up the values of a pickle, in the order of the fields."""
    for name, value in zip(self.__dataclass_fields__, state, strict=True):
        object.__setattr__(self, name, value)


def _text(self: Any) -> str:
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__qualname__}({inside})"
