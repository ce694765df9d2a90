"""The numbers of a case that a reader from another place may replace by their own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import side_of
from civalue_build.appraise.terms import Terms, has_quantity
from civalue_build.model.appraisal import Undefined
from civalue_build.model.estimate import Range
from civalue_build.model.scaling import Dial, MovableLine

VOLUME = "volumes."


def _counted(terms: Terms) -> set[str]:
    """Return the keys of the units of a line, in years that no ledger has."""
    units = {} if terms.why or isinstance(terms.units, Undefined) else terms.units
    return {key for year, key in units.items() if year not in terms.actuals}


def size_key(terms: Terms) -> str:
    """Return the key of how much there is of a line: a shared volume, or the line itself."""
    keys = _counted(terms)
    key = keys.pop() if len(keys) == 1 and has_quantity(terms.line) else ""
    return key if key.startswith(VOLUME) else _own(terms)


def _own(terms: Terms) -> str:
    return f"{side_of(terms.line)}s.{terms.line.id}"


def price_key(terms: Terms) -> str:
    """Return the key of the price of one unit; empty where nothing is counted at a price."""
    price = terms.price
    if isinstance(price, Undefined) or not price.key or not _counted(terms):
        return ""
    if terms.values.get(price.key, 0.0) <= 0:
        return ""
    return f"{_own(terms)}.unit_value" if price.key.startswith(VOLUME) else price.key


def dials(
    lines: Sequence[MovableLine], terms: Mapping[str, Terms], ground: Ground
) -> Iterator[Dial]:
    """Give every number that a reader can replace: sizes of lines first, then prices."""
    for is_price in (False, True):
        users: dict[str, list[str]] = {}
        for line in lines:
            users.setdefault(line.price if is_price else line.size, []).append(line.line)
        for key, names in users.items():
            first = terms[names[0]]
            stated = _stated_price(first, ground) if is_price else _stated_size(first, ground)
            if key:
                yield Dial(key=key, lines=tuple(names), stated=stated, is_price=is_price)


def _stated_size(terms: Terms, ground: Ground) -> Range | None:
    keys = _counted(terms)
    if len(keys) != 1 or isinstance(terms.price, Undefined):
        return None
    number = ground.numbers[keys.pop()]
    is_money = not has_quantity(terms.line)
    return _above_nothing(_times(number, terms.price.factor) if is_money else number)


def _stated_price(terms: Terms, ground: Ground) -> Range | None:
    price = terms.price
    if isinstance(price, Undefined) or not price.key:
        return None
    return _above_nothing(_times(ground.numbers[price.key], price.factor))


def _above_nothing(number: Range) -> Range | None:
    return number if number.central > 0 else None


def _times(number: Range, factor: float) -> Range:
    return replace(
        number,
        low=number.low * factor,
        central=number.central * factor,
        high=number.high * factor,
    )
