"""Amounts as finance teams type them. What they count in is what a head says, and no guess."""

import re
from decimal import Decimal

from civalue_build.model.record import record
from civalue_build.source.spreadsheet import meant_value, number_as_written
from civalue_build.source.words import show
from civalue_build.source.yaml.scalars import LARGEST

_UNIT = re.compile(
    r"[(\[]?\s?(?:in )?(?:£|gbp)\s?(?:(?P<k>k|'?000'?s?|thousands?)|(?P<m>m|millions?))?\s?[)\]]?"
    r"(?![\w'])",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(
    r"'000|\b000'?s?\b|£ ?'?000|thousands?\b|£ ?k\b|\(k\)|£ ?m\b|millions?\b|£ ?bn\b", re.IGNORECASE
)
_SHORT = re.compile(r"([-(]?£?\d[\d,.]*) ?([km]|bn)\)?\Z", re.IGNORECASE)
_SIGN = re.compile(r"(?P<open>\()?(?P<a>[-−])?£? ?(?P<b>[-−])?(?P<digits>\d[^()]*)(?P<shut>\))?\Z")


@record
class Unit:
    """What the amounts below a head count in; `stated` says whether the head said so."""

    factor: int = 1
    stated: bool = False


def unit_of(head: str) -> tuple[str, Unit]:
    """Return a head without what it counts in, and that."""
    head = " ".join(head.replace("’", "'").replace("‘", "'").split())
    found = _UNIT.search(head)
    if not found:
        return head, Unit()
    factor = 1_000 if found["k"] else 1_000_000 if found["m"] else 1
    rest = f"{head[: found.start()]} {head[found.end() :]}"
    return " ".join(rest.split()), Unit(factor=factor, stated=True)


def speaks_of_thousands(text: str) -> bool:
    """Whether a text may say that amounts are not in pounds."""
    return bool(_THOUSANDS.search(text.replace("’", "'").replace("‘", "'")))


def read_amount(text: str, unit: Unit, decimal: str = ".") -> float | str:
    """Return an amount, or what is wrong with the text of it.

    `decimal` is the sign that parts decimals in the whole sheet, empty where that is not sure.
    """
    raw = " ".join(text.split())
    found = _SIGN.match(raw)
    if not found or bool(found["open"]) != bool(found["shut"]):
        return _no_amount(raw)
    signs = [sign for sign in (found["open"], found["a"], found["b"]) if sign]
    number = number_as_written(found["digits"].strip(), decimal)
    if number is None or len(signs) > 1:
        return _no_amount(raw)
    amount = float(Decimal(repr(number)) * unit.factor) * (-1 if signs else 1)
    return amount if abs(amount) <= LARGEST else f"{show(raw)} is too large to be meant"


def _no_amount(raw: str) -> str:
    if _SHORT.match(raw):
        hint = "write it in full, or in thousands in all cells below a head that says £k"
    else:
        hint = "" if raw.startswith("(") else meant_value(raw)
    wanted = "expected an amount such as 1234.56, £1,234.56 or (1,234)"
    return f"{wanted}, found {show(raw)}{f'; {hint}' if hint else ''}"
