"""All cases as one table of data."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from civalue_build.model.appraisal import Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Step
from civalue_build.model.site import Asset
from civalue_build.present.addresses import CASES_CSV
from civalue_build.present.library.base import Library
from civalue_build.present.library.cases import headline_in_words
from civalue_build.present.sheets import Value, csv_bytes

Columns = Mapping[str, Callable[[CaseCard], Value]]

_WORDS: Columns = {
    "case": lambda card: card.slug,
    "title": lambda card: card.title,
    "organisation": lambda card: card.organisation,
    "setting": lambda card: card.setting,
    "status": lambda card: card.status,
    "record": lambda card: card.record,
    "invented": lambda card: "yes" if card.illustrative else "no",
    "strongest_claim": lambda card: card.claim,
    "kinds_of_benefit": lambda card: "; ".join(card.kinds),
    "priorities": lambda card: "; ".join(card.priorities),
    "tags": lambda card: "; ".join(card.tags),
    "currency": lambda card: card.currency if card.headline else None,
    "perspective": lambda card: card.headline.perspective if card.headline else None,
    "counting": lambda card: Step.CAPACITY if card.headline else None,
    "horizon_years": lambda card: card.headline.horizon if card.headline else None,
}

_DECIMALS = {
    "pv_costs": 2,
    "pv_benefits": 2,
    "npv": 2,
    "return_per_pound": 4,
    "net_return": 4,
    "payback_years": 4,
}
"""Figures of a result: money to the penny."""


def assets(library: Library) -> Iterator[Asset]:
    """Make the table of all cases as CSV."""
    columns = _columns(library)
    rows = ([get(card) for get in columns.values()] for card in library.cards)
    yield Asset(path=CASES_CSV, content=csv_bytes(tuple(columns), rows))


def _columns(library: Library) -> Columns:
    used = {item.unit for card in library.cards for item in card.operational}
    principles = library.framework.principles
    units = [unit for unit in library.framework.units if unit in used]
    return {
        **_WORDS,
        "headline_in_words": partial(headline_in_words, library.framework),
        "unit_values": lambda card: "; ".join(card.unit_values),
        **{f"claimed_{name}": partial(_claimed, name) for name in _DECIMALS},
        **{f"corrected_{name}": partial(_corrected, name) for name in _DECIMALS},
        **{f"total_{_column(unit)}": partial(_total, unit) for unit in units},
        **{f"principle_{_column(p.id)}": partial(_standing, p.id) for p in principles},
    }


def _claimed(name: str, card: CaseCard) -> Value:
    return _figure(name, card.headline.claimed) if card.headline else None


def _corrected(name: str, card: CaseCard) -> Value:
    return _figure(name, card.headline.corrected) if card.headline else None


def _figure(name: str, returns: Returns) -> Value:
    """Return a figure, nothing where it is not defined: not stated is not zero."""
    figure = getattr(returns, name)
    return None if isinstance(figure, Undefined) else round(float(figure), _DECIMALS[name])


def _column(identifier: str) -> str:
    return identifier.replace("-", "_")


def _standing(principle: str, card: CaseCard) -> Value:
    return next((standing for key, standing in card.standings if key == principle), None)


def _total(unit: str, card: CaseCard) -> Value:
    totals = [item.total for item in card.operational if item.unit == unit]
    return round(sum(totals), 4) if totals else None
