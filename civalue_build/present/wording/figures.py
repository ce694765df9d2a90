"""Figures that may be missing, with the reason in their place, and quantities with a unit."""

from collections.abc import Callable, Iterable, Mapping

from civalue_build.model.appraisal import Figure, Undefined, Vintage
from civalue_build.model.reference import Unit
from civalue_build.present.wording.numbers import MINUS, short
from civalue_build.present.wording.words import plain

BRIEF = 40
"""The letters of the longest reason that a cell of a table still takes."""


def figure(value: Figure, show: Callable[[float], str]) -> str:
    """Return a figure through `show`, or the reason why there is none."""
    return reason(value) if isinstance(value, Undefined) else show(value)


def reason(value: Undefined) -> str:
    """Return why a figure is not given, as a phrase."""
    return value.why.strip().rstrip(".") or "not stated"


def brief(value: Figure, show: Callable[[float], str]) -> str:
    """Return a figure for a cell of a table: a long reason is left to the note below it."""
    text = figure(value, show)
    return "not given" if isinstance(value, Undefined) and len(text) > BRIEF else text


def not_given(values: Iterable[Figure]) -> str:
    """Return the long reasons that `brief` left out, each once, as a sentence."""
    reasons = dict.fromkeys(reason(value) for value in values if isinstance(value, Undefined))
    long = [text for text in reasons if len(text) > BRIEF]
    return f"Not given: {'; '.join(long)}." if long else ""


def quantity(value: float, unit: Unit | None, name: str = "") -> str:
    """Return a quantity with its unit: 14,500 bed days. `name` serves where no unit is known."""
    text = short(value)
    return f"{text} {unit_name(text, unit, name)}".strip()


def unit_name(shown: str, unit: Unit | None, name: str = "") -> str:
    """Return the name of a unit in the form that the number before it takes.

    The plural of a unit that the framework does not know cannot be told, so none is made up.
    """
    if unit is None:
        return plain(name)
    return unit.singular if shown.removeprefix(MINUS) == "1" else unit.title


def one_of(units: Mapping[str, Unit], vintage: Vintage | None) -> str:
    """Return what all figures of a case are for: `one practice`; empty for the whole of it."""
    per = vintage.per if vintage else None
    return f"one {unit_name('1', units.get(per), per)}" if per else ""


def ungraded(lines: int, weakest: int) -> str:
    """Return what a corrected figure takes for lines without an evidence grade; empty for none."""
    if not lines:
        return ""
    many = "1 line states no evidence grade and is" if lines == 1 else ""
    many = many or f"{lines} lines state no evidence grade and are"
    return f"{many} corrected as the weakest, grade {weakest}."
