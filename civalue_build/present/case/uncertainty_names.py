"""The inputs of a case by names that a reader knows, and their values in their own units."""

from collections.abc import Iterator

from civalue_build.model.enums import Side
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.lines import CostLine, Line
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.labels import SHARES

AMOUNT, PRICE, QUANTITY = "amount", "unit_value", "quantity"


@record
class Named:
    """One input. `what` is the part of a line that it is; `lines` are the labels of its users."""

    name: str
    what: str
    currency: str
    side: Side | None = None
    singular: str = ""
    plural: str = ""
    lines: tuple[str, ...] = ()
    each_year: str = ""
    """` a year`, where the number comes anew in several years."""

    @property
    def is_share(self) -> bool:
        """Whether its values are shares of 1."""
        return self.what in SHARES

    def stated(self, value: float) -> str:
        """Return a value as its author stated it, with its unit."""
        return self._in_unit(value, wording.rounded(value))

    def found(self, value: float) -> str:
        """Return a value that was worked out, without false precision, with its unit."""
        if self.what == PRICE:
            return wording.worked_price(value, self.currency)
        return self._in_unit(round(value, 3) if self.is_share else value, wording.short(value))

    def ends(self, values: Range) -> str:
        """Return the ends of a range, its unit named once; empty where it has no width."""
        if self.what != QUANTITY:
            return wording.ends(values, self.stated)
        digits = wording.ends(values, wording.rounded)
        return f"{digits} {self.plural}".strip() + self.each_year if digits else ""

    def bare(self, value: float) -> str:
        """Return a worked-out value without the unit that the name has already."""
        if self.what == AMOUNT:
            return wording.money(value, self.currency)
        return wording.short(value) if self.what == QUANTITY else self.found(value)

    def bare_claim(self, value: float) -> str:
        """Return a stated value without the unit that the name has already."""
        digits = wording.rounded(value)
        return digits + self.each_year if self.what == QUANTITY else self.stated(value)

    def _in_unit(self, value: float, digits: str) -> str:
        if self.is_share:
            return wording.percent(value)
        if self.what == PRICE:
            return wording.price(value, self.currency)
        if self.what == AMOUNT:
            return wording.money(value, self.currency) + self.each_year
        return (
            f"{digits} {self.singular if digits == '1' else self.plural}".strip() + self.each_year
        )


def named(known: Material, key: str) -> Named:
    """Return what a reader calls the input under a key."""
    kind, _, rest = key.partition(".")
    if kind == "unit-values":
        return _unit_value(known, rest)
    if kind == "volumes":
        return _volume(known, rest)
    identifier, _, what = rest.partition(".")
    line = next(x for x in getattr(known.case, kind) if x.id == identifier)
    return _of_line(known, line, what)


def _unit_value(known: Material, identifier: str) -> Named:
    value = known.framework.unit_values[identifier]
    users = (x for x in known.case.lines if x.unit_value and x.unit_value.id == identifier)
    return Named(
        name=f"{value.title} (unit value)",
        what=PRICE,
        currency=known.currency,
        singular=_unit(known, value.unit, 1),
        lines=tuple(line.label for line in users),
    )


def _volume(known: Material, identifier: str) -> Named:
    used = [
        (line, what)
        for line in known.case.lines
        for what, estimate in _estimates(line)
        if estimate and estimate.volume == identifier
    ]
    labels = tuple(dict.fromkeys(line.label for line, _ in used))
    name = wording.capital(wording.plain(identifier))
    if not used:
        return Named(name=name, what=QUANTITY, currency=known.currency)
    like = _of_line(known, *used[0])
    return Named(
        name=name,
        what=like.what,
        currency=like.currency,
        singular=like.singular,
        plural=like.plural,
        lines=labels,
        each_year=like.each_year,
    )


def _estimates(line: Line) -> Iterator[tuple[str, Estimate | None]]:
    for what in (QUANTITY, AMOUNT, *SHARES):
        yield what, getattr(line, what, None)
    yield PRICE, line.unit_value.amount if line.unit_value else None
    for item in line.years.by_year:
        yield f"years.{item.year}", item.value


def _of_line(known: Material, line: Line, what: str) -> Named:
    is_priced = line.quantity is not None or line.unit_value is not None
    part, _, year = what.partition(".")
    kind = part
    if year:
        kind = QUANTITY if is_priced and part == "years" else AMOUNT
    plural = _unit(known, line.unit, 2)
    return Named(
        name=f"{line.label} ({_part(known, line, part, year, plural)})",
        what=kind,
        currency=known.currency,
        side=Side.COST if isinstance(line, CostLine) else Side.BENEFIT,
        singular=_unit(known, line.unit, 1),
        plural=plural,
        lines=(line.label,),
        each_year=" a year" if what in (QUANTITY, AMOUNT) and _comes_anew(line) else "",
    )


def _comes_anew(line: Line) -> bool:
    """Whether a number is one of several years; of a unit that is a year itself, that is clear."""
    return len(tuple(line.years)) > 1 and line.unit != "year"


def _part(known: Material, line: Line, part: str, year: str, plural: str) -> str:
    if part == "years":
        return f"{plural}, year {year}" if plural else f"year {year}"
    if part == "ledger":
        return f"year {year}, from the ledger"
    if part == QUANTITY:
        return plural or "quantity"
    if part == PRICE:
        return f"price of one {_unit(known, line.unit, 1) or 'unit'}"
    return SHARES.get(part, "amount of money" if part == AMOUNT else wording.plain(part))


def _unit(known: Material, identifier: str | None, count: int) -> str:
    unit = known.framework.units.get(identifier or "")
    return wording.unit_name(str(count), unit, identifier or "")
