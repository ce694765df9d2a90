"""Checks of cost and benefit lines: one amount each, costs not negative, shares from 0 to 1."""

from collections.abc import Iterator

from civalue_build.model.enums import Kind
from civalue_build.source.faults.money import LINE_WITHOUT_ONE_AMOUNT, NEGATIVE_COST
from civalue_build.source.faults.values import NUMBER_STATED_TWO_WAYS, SHARE_OUTSIDE_0_TO_1
from civalue_build.source.sense.flaw import Flaw, Values, numbers_of, records, written

SHARES = ("attribution", "deadweight", "displacement", "drop_off")
_FREE = (Kind.HEALTH, Kind.EXPERIENCE, Kind.WIDER)
_QUANTITIES = ("quantity", "from_measure")


def one_amount(values: Values) -> Iterator[Flaw]:
    """Find a line without an amount, or with two."""
    if "years" in values and values["years"] is None:
        return
    quantities = [name for name in _QUANTITIES if name in values]
    if "amount" in values:
        others = [name for name in (*quantities, "unit_value") if name in values]
        if others:
            message = f"“amount” and “{others[0]}” state the line twice; keep one way"
            yield Flaw(LINE_WITHOUT_ONE_AMOUNT, message, (others[0],))
    elif len(quantities) > 1:
        message = "“quantity” and “from_measure” state the quantity twice; keep one"
        yield Flaw(LINE_WITHOUT_ONE_AMOUNT, message, ("from_measure",))
    elif not _by_year(values):
        yield from _priced(values, quantities)
    if _by_year(values) and (extra := [n for n in ("amount", *quantities) if n in values]):
        message = f"“years” has the numbers of each year, so “{extra[0]}” is one too many"
        yield Flaw(LINE_WITHOUT_ONE_AMOUNT, message, (extra[0],))


def _by_year(values: Values) -> bool:
    years = values.get("years")
    return isinstance(years, dict) and "by_year" in years


def _priced(values: Values, quantities: list[str]) -> Iterator[Flaw]:
    priced = "unit_value" in values
    is_free = _is_free(values.get("kind"))
    if quantities and not priced and not is_free:
        message = f"“{quantities[0]}” needs a “unit_value” beside it"
        yield Flaw(LINE_WITHOUT_ONE_AMOUNT, message, (quantities[0],))
    elif priced and not quantities:
        message = "“unit_value” needs a “quantity” beside it"
        yield Flaw(LINE_WITHOUT_ONE_AMOUNT, message, ("unit_value",))
    elif not quantities and not is_free:
        message = "the line needs a quantity with a unit_value, or an amount"
        yield Flaw(LINE_WITHOUT_ONE_AMOUNT, message)


def _is_free(kind: object) -> bool:
    """Whether a line of this kind may be without money; so it is thought of an unknown kind."""
    return kind in _FREE or (isinstance(kind, str) and kind not in tuple(Kind))


def not_negative(values: Values) -> Iterator[Flaw]:
    """Find a negative cost."""
    price = values.get("unit_value")
    stated = {
        ("quantity",): values.get("quantity"),
        ("unit_value", "amount"): price.get("amount") if isinstance(price, dict) else None,
        ("amount",): values.get("amount"),
    }
    years = values.get("years")
    for position, item in records(years if isinstance(years, dict) else {}, "by_year"):
        stated["years", "by_year", position, "value"] = item.get("value")  # type: ignore[index]
    for path, estimate in stated.items():
        negative = [(name, value) for name, value in numbers_of(estimate) if value < 0]
        for name, value in negative[:1]:
            message = f"a cost is not negative, found {written(value)}; make it a benefit"
            yield Flaw(NEGATIVE_COST, message, (*path, name))


def shares(values: Values) -> Iterator[Flaw]:
    """Find a share outside 0 to 1."""
    for share in SHARES:
        outside = [(n, v) for n, v in numbers_of(values.get(share)) if not 0 <= v <= 1]
        for name, value in outside[:1]:
            message = f"“{share}” runs from 0 to 1, found {written(value)}"
            if 2 <= value <= 100:
                message += f"; write {written(value / 100)} for {written(value)} %"
            yield Flaw(SHARE_OUTSIDE_0_TO_1, message, (share, name))


def one_price(values: Values) -> Iterator[Flaw]:
    """Find a unit value that names one of the framework and states its own, or neither."""
    if ("id" in values) == ("amount" in values):
        message = "a unit value is either an id of the framework or an amount of its own"
        yield Flaw(NUMBER_STATED_TWO_WAYS, message)


def one_series(values: Values) -> Iterator[Flaw]:
    """Find a measure with points in a file and inline."""
    if "series" in values and "points" in values:
        message = "“series” and “points” state the series twice; keep one"
        yield Flaw(NUMBER_STATED_TWO_WAYS, message, ("points",))
