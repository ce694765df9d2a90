"""What the money of one line comes to: an amount, a quantity with its price, or not stated."""

from collections.abc import Callable, Mapping

from civalue_build.publish.intake.text import Tree
from civalue_build.publish.intake.values import Plain

NOT_STATED = Plain("not-stated")

Tell = Callable[[str, str], None]
"""Told of a fault: the path of the field, and what is wrong."""


def with_money(
    line: Mapping[str, Tree], units: Mapping[str, str], tell: Tell, *, is_cost: bool
) -> dict[str, Tree]:
    """Return a line with what the format asks of its money; `units` are those of unit values.

    A number that nobody gave is written as not stated, never as nothing.
    """
    made = {key: value for key, value in line.items() if key not in _MONEY}
    given = {key: value for key, value in line.items() if key in _MONEY}
    _judge(given, tell, is_cost=is_cost)
    if "amount" in given or not given:
        money: dict[str, Tree] = {"amount": given.get("amount", NOT_STATED)}
    else:
        money = {"quantity": given.get("quantity", NOT_STATED)}
        price = given.get("unit_value")
        if isinstance(price, str) and price in units:
            money["unit"] = units[price]
        money["unit_value"] = price or {"amount": NOT_STATED}
    return _placed(made, money)


_MONEY = ("amount", "quantity", "unit_value")
_BEFORE = ("id", "label", "type", "paid_by", "kind", "gained_by", "from")


def _placed(made: Mapping[str, Tree], money: Mapping[str, Tree]) -> dict[str, Tree]:
    first = {key: value for key, value in made.items() if key in _BEFORE}
    return {**first, **money, **{key: made[key] for key in made if key not in _BEFORE}}


def _judge(given: Mapping[str, Tree], tell: Tell, *, is_cost: bool) -> None:
    if "amount" in given:
        for path in ("quantity", "unit_value"):
            if path in given:
                tell(path, "give either an amount, or how many and the price of one, not both")
    for path in ("amount", "quantity"):
        if is_cost and str(given.get(path, "")).startswith("-"):
            tell(path, "a cost is not below zero; a cost that falls is a benefit")
