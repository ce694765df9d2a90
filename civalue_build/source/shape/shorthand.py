"""Short spellings of the format and the canonical values that they stand for."""

import re
from dataclasses import dataclass
from typing import Any

from civalue_build.model.estimate import PriceYear
from civalue_build.model.finding import CheckDoc
from civalue_build.source.dates import SPELT, read_date
from civalue_build.source.faults.values import (
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_A_PRICE_YEAR,
    NOT_FINITE,
    NUMBER_OUTSIDE_LIMITS,
    WRONG_KIND_OF_VALUE,
    YEARS_NOT_READABLE,
)
from civalue_build.source.words import NOT_STATED, clean, show
from civalue_build.source.yaml.nodes import Entries, Items, Node, Scalar, plain
from civalue_build.source.yaml.scalars import (
    is_infinite,
    is_too_large,
    looks_like_number,
    meant_number,
)

LAST_YEAR = 200
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]*\Z")
_SPAN = re.compile(r"(\d{1,9}) ?[-–] ?(\d{1,9})\Z", re.ASCII)
_FAR = re.compile(r"(?:19|20)\d\d\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Misread:
    """A spelling that means nothing; `node` where one part of it is at fault."""

    doc: CheckDoc
    message: str
    node: Node | None = None


def number_fault(raw: str, wanted: str = "a number") -> Misread:
    """Return the fault of a text where a number belongs, with the spelling that was meant."""
    if is_infinite(raw):
        return Misread(NOT_FINITE, f"expected {wanted}, found {show(raw)}; write not-stated")
    meant = meant_number(raw)
    hint = f"; write {meant}" if meant else ""
    if len(re.sub(r"\D", "", raw)) > 18:
        hint = "; at most 18 digits are read"
    elif meant == raw.strip():
        hint = f"; write {meant} without quotes"
    return Misread(NOT_A_NUMBER, f"expected {wanted}, found {show(raw)}{hint}")


def too_large(node: Scalar) -> Misread:
    """Return the fault of a number that has digits too many."""
    return Misread(NUMBER_OUTSIDE_LIMITS, f"{clean(node.raw)} is too large to be meant")


def estimate(node: Node) -> Any:
    """Return one number, a volume's name, not-stated, or the keys of a longer spelling."""
    wanted = "a number, a range, the name of a volume or not-stated"
    if isinstance(node, Entries):
        return node
    if not isinstance(node, Scalar):
        return Misread(WRONG_KIND_OF_VALUE, f"expected {wanted}, found {show(plain(node))}")
    value = node.value
    if isinstance(value, bool):
        return Misread(WRONG_KIND_OF_VALUE, f"expected {wanted}, found {show(value)}")
    if is_too_large(value):
        return too_large(node)
    if isinstance(value, int | float):
        return {"central": value}
    return _estimate_text(node.raw.strip(), wanted)


def _estimate_text(raw: str, wanted: str) -> Any:
    if raw == NOT_STATED:
        return {"stated": False}
    if is_infinite(raw) or looks_like_number(raw):
        return number_fault(raw)
    if _NAME.match(raw):
        return {"volume": raw}
    return Misread(NOT_A_NUMBER, f"expected {wanted}, found {show(raw)}")


def unit_price(node: Node) -> Any:
    """Return the id of a unit value, or the keys of a price of its own."""
    if isinstance(node, Entries):
        return node
    example = "{amount: 73, price_year: 2023/24, source: …}"
    wanted = f"expected the id of a unit value, or {example}"
    if not isinstance(node, Scalar):
        return Misread(WRONG_KIND_OF_VALUE, f"{wanted}, found {show(plain(node))}")
    raw = node.raw.strip()
    if _NAME.match(raw) and not isinstance(node.value, bool):
        return {"id": raw}
    return Misread(WRONG_KIND_OF_VALUE, f"{wanted}, found {show(plain(node))}")


def price_year(node: Node) -> Any:
    """Return a financial year (2023/24) or a calendar year (2011)."""
    wanted = "expected a year such as 2023/24, or 2011 for a calendar year"
    if not isinstance(node, Scalar):
        return Misread(NOT_A_PRICE_YEAR, f"{wanted}, found {show(plain(node))}")
    raw = node.raw.strip()
    year = PriceYear.parse(raw)
    if year is not None and 1900 <= year.first <= 2199:
        return {"first": year.first, "financial": year.financial}
    meant = re.match(r"(\d{4})\s*[-–/]\s*(?:\d\d)?(\d\d)\Z", raw, re.ASCII)
    hint = f"; write {meant[1]}/{meant[2]}" if meant and _follows(meant[1], meant[2]) else ""
    return Misread(NOT_A_PRICE_YEAR, f"{wanted}, found {show(raw)}{hint}")


def _follows(first: str, second: str) -> bool:
    return int(second) == (int(first) + 1) % 100


def partial_date(node: Node) -> Any:
    """Return a year, a month, a week or a day."""
    wanted = "expected a date such as 2023-04-01, 2023-04 or 2023"
    if not isinstance(node, Scalar):
        return Misread(NOT_A_DATE, f"{wanted}, found {show(plain(node))}")
    date = read_date(node.raw.strip())
    if date is None:
        return Misread(NOT_A_DATE, f"{wanted}, found {show(node.raw)}{_date_hint(node.raw)}")
    return date


def _date_hint(raw: str) -> str:
    text = raw.strip()
    if SPELT.match(text):
        return ", which does not exist"
    if british := re.match(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\Z", text, re.ASCII):
        meant = f"{british[3]}-{int(british[2]):02}-{int(british[1]):02}"
        return f"; write {meant}" if read_date(meant) else ""
    from civalue_build.source.spreadsheet import kind_of_date, meant_dates  # noqa: PLC0415 seldom

    kind = kind_of_date(text)
    return f"; {meant_dates(kind, [text])}" if kind == "other" else ""


def years(node: Node) -> Any:
    """Return the years of a line, or the keys where each year has a number of its own."""
    if isinstance(node, Scalar):
        return _years_text(node)
    if isinstance(node, Items):
        return _years_listed(node)
    if isinstance(node, Entries):
        return _years_keyed(node)
    return Misread(YEARS_NOT_READABLE, "expected years")


def _years_text(node: Scalar) -> Any:
    raw = node.raw.strip()
    if span := _SPAN.match(raw):
        first, last = int(span[1]), int(span[2])
        if first > last:
            hint = f"; write {last}-{first}" if last <= LAST_YEAR else ""
            return Misread(YEARS_NOT_READABLE, f"the years {raw} run backwards{hint}")
        if fault := _year_fault(span[2]) or _year_fault(span[1]):
            return fault
        return {"each": list(range(first, last + 1))}
    return _year_fault(raw) or {"each": [int(raw)]}


def _year_fault(raw: str, node: Node | None = None) -> Misread | None:
    """Return the fault of one year that is not a whole number from 0 to 200."""
    wanted = "years such as 0, 0-2, [0, 2] or {0: 1650, 1: 800}"
    if _FAR.match(raw):
        message = f"{raw} is a calendar year; count from 0, the first 12 months of the period"
        return Misread(YEARS_NOT_READABLE, message, node)
    if not re.match(r"-?\d{1,9}\Z", raw, re.ASCII):
        return Misread(YEARS_NOT_READABLE, f"expected {wanted}, found {show(raw)}", node)
    if not 0 <= int(raw) <= LAST_YEAR:
        message = f"years run from 0 to {LAST_YEAR}, found {raw}"
        return Misread(YEARS_NOT_READABLE, message, node)
    return None


def _years_listed(node: Items) -> Any:
    if not node.items:
        return Misread(YEARS_NOT_READABLE, "the list of years is empty")
    each: list[int] = []
    for item in node.items:
        raw = item.raw if isinstance(item, Scalar) else show(plain(item))
        if fault := _year_fault(raw, item):
            return fault
        if int(raw) in each:
            return Misread(YEARS_NOT_READABLE, f"the year {raw} stands twice", item)
        each.append(int(raw))
    return {"each": each}


def _years_keyed(node: Entries) -> Any:
    if not node.entries:
        return Misread(YEARS_NOT_READABLE, "no year has a number")
    for key, _ in node.entries:
        if fault := _year_fault(key.raw, key):
            return fault
    return node
