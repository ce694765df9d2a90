"""Whether the keys by which a question is answered are keys of a case."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from civalue_build.model.case import HEADINGS, Case
from civalue_build.model.reporting import Item
from civalue_build.source.shape.forms import Form, Sort, form_of, record_form
from civalue_build.source.words import clean, nearest, show

_TEXT = "text."
_ENTRIES = "*"
_LISTS = (Sort.LIST, Sort.TABLE)
_RECORDS = (Sort.RECORD, Sort.SHORT)


def faults_of(items: Sequence[Item], free: str = "") -> Iterator[str]:
    """Yield, in words, each id that two items have, and each key that no case can have.

    Below a key that begins with `free`, where one is given, a case may state what it likes.
    """
    for repeated in doubles(item.id for item in items):
        yield f"two items have the id {show(repeated)}"
    for item in items:
        for key in (key for part in item.parts for key in part.keys):
            is_free = bool(free) and key.startswith(free)
            if not is_free and (fault := _fault(key)):
                yield f"the item {show(item.id)} names the key {show(key, 80)}; {fault}"


def doubles(ids: Iterable[str]) -> Iterator[str]:
    """Yield each id that is there more than once."""
    seen = list(ids)
    yield from dict.fromkeys(key for key in seen if seen.count(key) > 1)


@cache
def _fault(key: str) -> str:
    """Return what is wrong with a key, empty where a case can have it."""
    if key.startswith(_TEXT):
        known = key.removeprefix(_TEXT) in HEADINGS
        return "" if known else f"the headings are {', '.join(HEADINGS)}"
    head, star, tail = key.rpartition("*.")
    first = [*filter(None, head.split(".")), _ENTRIES] if star else []
    faults = (_lost([*first, *way.split(".")]) for way in tail.split("|"))
    return next(filter(None, faults), "")


def _lost(steps: list[str]) -> str:
    form = form_of(Case)
    for step in steps:
        if step == _ENTRIES and form.sort not in _LISTS:
            return "“*” stands for the entries of a list or table, and this is none"
        if step == _ENTRIES:
            form = form.parts[0]
            continue
        inside = _inside(form)
        if step not in inside:
            meant = nearest(step, tuple(inside))
            known = f"did you mean {clean(meant)}" if meant else "no case has it"
            return f"{show(step)} is unknown there; {known}"
        form = inside[step]
    return ""


def _inside(form: Form) -> dict[str, Form]:
    """Return the keys of a record as authors spell them; none where the form has no keys."""
    if form.sort not in _RECORDS:
        return {}
    return {name: slot.form for name, slot in record_form(form.hint).keys.items()}
