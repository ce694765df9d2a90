"""What each explained figure is called, and how it is written."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.explained import Explained, How, Sort, What
from civalue_build.present import wording
from civalue_build.present.case.base import Material

NAMES: Mapping[What, str] = {
    What.QUANTITY: "quantity",
    What.AMOUNT: "amount",
    What.NOTHING: "nothing in this year",
    What.LEDGER: "actual amount in the ledger",
    What.LOW: "low end",
    What.HIGH: "high end",
    What.TOTAL: "total",
    What.YEARS: "years that it is spread over",
    What.CHANGE: "change for the better",
    What.BEFORE: "before",
    What.AFTER: "after",
    What.EFFECT: "stated effect",
    What.CONTROLS: "change where the work was not done",
    What.NET_CHANGE: "change for the better, less that where the work was not done",
    What.POINT: "point of the series",
    What.EXPOSURE: "number that the change applies to",
    What.PER_UNIT: "units for each of them",
    What.PRICE: "price of one",
    What.PRICE_BASED: "price of one, at the case’s prices",
    What.INDEX_LEVEL: "index level",
    What.PRICE_FACTOR: "price factor",
    What.ATTRIBUTION: wording.share("attribution"),
    What.DEADWEIGHT: wording.share("deadweight"),
    What.DISPLACEMENT: wording.share("displacement"),
    What.DROP_OFF: wording.share("drop_off"),
    What.NOT_DEADWEIGHT: "share that would not have happened anyway",
    What.NOT_DISPLACED: "share not moved from elsewhere",
    What.KEPT: "share kept each later year",
    What.YEARS_LATER: "years after the first",
    What.LEFT: "share left after drop-off",
    What.RATE: "discount rate",
    What.DISCOUNT_FACTOR: "discount factor",
    What.CORRECTION: "evidence correction",
    What.CORRECTED_BY: "evidence factor",
    What.GROSS: "before shares",
    What.CLAIMED: "claimed",
    What.CORRECTED: "corrected for evidence",
    What.DISCOUNTED: "present value",
    What.DISCOUNTED_CORRECTED: "present value, corrected for evidence",
    What.UNITS: "units after all shares",
    What.COSTS: "costs",
    What.BENEFITS: "benefits",
    What.PV_COSTS: "costs",
    What.PV_BENEFITS: "benefits",
    What.NPV: "net present value",
    What.NET: "net value",
    What.RETURN_PER_POUND: "return per {one}",
    What.NET_RETURN: "net return per {one}",
    What.PAYBACK_YEARS: "time to pay back",
    What.PAYS: "pays",
    What.GAINS: "gains",
    What.NET_COST: "net cost",
    What.UNITS_NOW: "units, with later years discounted",
    What.COST_PER_QALY: "cost of one QALY elsewhere",
    What.FORGONE: "QALYs forgone elsewhere",
    What.PRINTED: "computed here",
    What.AT_END: "net present value with the number there",
    What.MULTIPLIES: "what the number multiplies",
    What.SWITCHING: "value at which the work just breaks even",
    What.SHARE_OF_CLAIM: "that value as a share of the claim",
    What.DRAWS: "draws",
    What.DRAWS_ABOVE: "draws above nothing",
    What.CHANCE: "chance that it pays back",
    What.NPV_5: "5th percentile of the draws",
    What.NPV_95: "95th percentile of the draws",
    What.WORST: "every number at the end that hurts",
    What.BEST: "every number at the end that helps",
    What.DISCOUNT_STEP: "step to the next year’s discount factor",
    What.MONTH_OF_FACTOR: "part lost by a month",
    What.MONTHS: "months of a year",
    What.DELAYED: "lost by a month",
    What.DELAY: "cost of a month of delay",
}
"""What a figure is called where nothing else tells two of them apart."""

_LISTS = (How.SUM, How.PAYBACK, How.MEAN)


def name(known: Material, node: Explained) -> str:
    """Return what a figure is called: `price factor from 2011/12 prices`."""
    what, text = node.what, NAMES[node.what]
    if node.id.startswith("volumes."):
        return _volume(node, text)
    more = _MORE.get(what)
    return more(known, node, text) if more else text


def _volume(node: Explained, text: str) -> str:
    volume, _, part = node.id.removeprefix("volumes.").partition(".")
    words = f"shared number “{wording.plain(volume)}”"
    return f"{words}, {text}" if part else words


def _per_pound(known: Material, _: Explained, text: str) -> str:
    return text.format(one=wording.one_pound(known.currency))


def _of_a_year(_: Material, node: Explained, text: str) -> str:
    return f"{text} of year {node.year}"


def _stated(_: Material, node: Explained, text: str) -> str:
    year = node.id.rpartition(".years.")[2] if ".years." in node.id else ""
    return f"{text} of year {year}" if year else text


def _of_a_kind(known: Material, node: Explained, text: str) -> str:
    is_kind = node.id.startswith("realised.")
    return wording.title(known.framework.kinds, node.of).lower() if is_kind else text


_MORE: Mapping[What, Callable[[Material, Explained, str], str]] = {
    What.RETURN_PER_POUND: _per_pound,
    What.NET_RETURN: _per_pound,
    What.RATE: _of_a_year,
    What.DISCOUNT_FACTOR: _of_a_year,
    What.QUANTITY: _stated,
    What.AMOUNT: _stated,
    What.BENEFITS: _of_a_kind,
    What.PRICE_FACTOR: lambda _, node, text: f"{text} from {node.of} prices",
    What.INDEX_LEVEL: lambda _, node, text: f"{text} of {node.of}",
}
"""What is added to the name of a figure to tell it from others of its sort."""


def term_name(known: Material, whole: Explained, term: Explained) -> str:
    """Return what a term is called inside the figure that it is a part of."""
    if own := _TERMS.get(whole.what):
        return own(known, term)
    if whole.how not in _LISTS:
        return name(known, term)
    if whole.how is How.PAYBACK or (term.year is not None and term.of == whole.of):
        year = f"year {term.year}"
        return f"{NAMES[term.what]} of {year}" if whole.how is How.PAYBACK else year
    label = subject(known, term)
    loss = "loss of " if term.how is How.LOSS else ""
    return f"{loss}{label}" if label else name(known, term)


def _moved(known: Material, term: Explained) -> str:
    """Name a line as claimed, or with one of its numbers moved."""
    own = term.terms[0] if term.how is How.LOSS else term
    if not own.of:
        return name(known, own)
    is_moved = own.id.startswith("inputs.")
    return f"{subject(known, own)}, {'moved' if is_moved else 'as claimed'}"


def _at_ends(known: Material, term: Explained) -> str:
    return subject(known, term)


def _delayed(_: Material, term: Explained) -> str:
    is_cost = term.how is How.LOSS
    return f"costs of year {term.year}, paid later" if is_cost else f"benefits of year {term.year}"


_TERMS: Mapping[What, Callable[[Material, Explained], str]] = {
    What.AT_END: _moved,
    What.WORST: _at_ends,
    What.BEST: _at_ends,
    What.MULTIPLIES: _at_ends,
    What.DELAY: _delayed,
}
"""What a term is called where it is told by what was done with it."""


def subject(known: Material, node: Explained) -> str:
    """Return the label of the line that a figure belongs to; empty where it belongs to none."""
    return next((line.label for line in known.case.lines if line.id == node.of), "")


def shown(known: Material, node: Explained) -> str:
    """Return a figure as text in its own kind of number, or why there is none."""
    figure = node.figure
    if isinstance(figure, Undefined):
        return wording.reason(figure)
    if node.what is What.PAYBACK_YEARS:
        return _duration(figure)
    return _written(_sort(node), figure, known.currency)


def _sort(node: Explained) -> Sort | str:
    """Tell a price that was worked out from one that was stated, which keeps every digit."""
    return WORKED if node.sort is Sort.PRICE and node.how in _WORKED_OUT else node.sort


WORKED = "worked-price"
_WORKED_OUT = (How.PRODUCT, How.RATIO, How.SUM, How.LOSS, How.SCALED, How.SWITCHED, How.SEARCHED)


def _duration(years: float) -> str:
    words = wording.duration(years)
    return words if words == f"{wording.exact(years)} years" else f"{words} ({_years(years)})"


def _years(years: float) -> str:
    return f"{wording.exact(years)} years"


def size(known: Material, node: Explained) -> str:
    """Return a figure without its sign. Raises TypeError for one that is not defined."""
    return _written(_sort(node), abs(number(node.figure)), known.currency)


def number(figure: Figure) -> float:
    """Return a figure that is known to be one. Raises TypeError where it is not."""
    if isinstance(figure, Undefined):
        raise TypeError(figure.why)
    return figure


@lru_cache(maxsize=8192)
def _written(sort: Sort | str, value: float, currency: str) -> str:
    """Return a number as its kind is written: the same ones stand in many workings."""
    return _WRITTEN[sort](value, currency)


_WRITTEN: Mapping[Sort | str, Callable[[float, str], str]] = {
    Sort.MONEY: wording.money,
    Sort.PRICE: wording.price,
    WORKED: wording.worked_price,
    Sort.QUANTITY: lambda value, _: wording.exact(value),
    Sort.SHARE: lambda value, _: wording.percent(value),
    Sort.FACTOR: lambda value, _: wording.exact(value),
    Sort.RATIO: lambda value, currency: wording.price(round(value, 2), currency),
    Sort.YEARS: lambda value, _: wording.exact(value),
}
"""How each kind is written: money to the pound, what somebody stated and is multiplied in full."""
