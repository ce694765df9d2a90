"""The columns of the table of all cases, each with its unit and what it means.

The data file and the data frame of the Python interface are both made of these.
"""

from collections.abc import Callable, Iterator
from functools import partial

from civalue_build.model.appraisal import Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Step
from civalue_build.model.framework import Framework
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.library.base import Library
from civalue_build.present.library.cases import headline_in_words
from civalue_build.present.sheets import Value

MONEY = "money of the case"
PER_POUND = "money per 1 of cost"
IDS = "ids joined by a semicolon"


@record
class DataColumn:
    """One column: `unit` is empty for words; `get` gives its value, none where not stated.

    `decimals` is how far the data file rounds it: money to the penny.
    """

    name: str
    means: str
    get: Callable[[CaseCard], Value]
    unit: str = ""
    decimals: int | None = None

    def rounded(self, card: CaseCard) -> Value:
        """Return the value as the data file has it."""
        value = self.get(card)
        if self.decimals is None or value is None or isinstance(value, str):
            return "yes" if value is True else "no" if value is False else value
        return round(float(value), self.decimals)


def columns(library: Library) -> tuple[DataColumn, ...]:
    """Return the columns of a library: units and principles are those of its framework."""
    framework = library.framework
    return (
        *_WORDS,
        *_BASIS,
        DataColumn(
            name="headline_in_words",
            means="the headline as lists of cases say it",
            get=partial(headline_in_words, framework),
        ),
        DataColumn(
            name="unit_values",
            means="the framework’s unit values that it uses",
            unit=IDS,
            get=lambda card: "; ".join(card.unit_values),
        ),
        *_figures("claimed", _claimed),
        *_figures("corrected", _corrected),
        *_units(library),
        *_principles(framework),
    )


def _words() -> Iterator[DataColumn]:
    told: tuple[tuple[str, str, str, Callable[[CaseCard], Value]], ...] = (
        ("case", "folder of the case, and its address", "id", lambda card: card.slug),
        ("title", "title", "", lambda card: card.title),
        ("organisation", "who did the work", "", lambda card: card.organisation),
        ("setting", "where it was done", "id", lambda card: card.setting),
        ("status", "how far the work has come", "id", lambda card: card.status),
        ("record", "who wrote the case", "id", lambda card: card.record),
        ("invented", "whether it is an invented teaching case", "yes or no",
         lambda card: card.illustrative),
        ("strongest_claim", "the strongest claim of any benefit", "id", lambda card: card.claim),
        ("kinds_of_benefit", "kinds of its benefits", IDS, lambda card: "; ".join(card.kinds)),
        ("priorities", "priorities that it serves", IDS, lambda card: "; ".join(card.priorities)),
        ("tags", "subjects", IDS, lambda card: "; ".join(card.tags)),
    )  # fmt: skip
    for name, means, unit, get in told:
        yield DataColumn(name=name, means=means, unit=unit, get=get)


def _basis() -> Iterator[DataColumn]:
    told: tuple[tuple[str, str, str, Callable[[CaseCard], Value]], ...] = (
        ("currency", "currency of its money", "ISO 4217 code",
         lambda card: card.currency if card.headline else None),
        ("perspective", "whose costs and gains the headline counts", "id",
         lambda card: card.headline.perspective if card.headline else None),
        ("counting", "the step of realisation that the headline counts up to", "id",
         lambda card: Step.CAPACITY if card.headline else None),
        ("horizon_years", "years that the headline counts", "years",
         lambda card: card.headline.horizon if card.headline else None),
        ("price_year", "the year whose prices its money is in", "year",
         lambda card: card.vintage.price_year if card.vintage else None),
        ("per", "the unit of which all figures are for one; empty for the whole of the work", "id",
         lambda card: card.vintage.per if card.vintage else None),
        ("discounting", "the discount schedule used", "id",
         lambda card: card.vintage.discounting if card.vintage else None),
        ("framework", "the edition of the framework", "edition",
         lambda card: card.vintage.framework if card.vintage else None),
    )  # fmt: skip
    for name, means, unit, get in told:
        yield DataColumn(name=name, means=means, unit=unit, get=get)


_WORDS = tuple(_words())
_BASIS = tuple(_basis())

RETURNS = (
    ("pv_costs", "present value of costs", MONEY, 2),
    ("pv_benefits", "present value of benefits", MONEY, 2),
    ("npv", "net present value: benefits less costs", MONEY, 2),
    ("return_per_pound", "benefits ÷ costs", PER_POUND, 4),
    ("net_return", "(benefits − costs) ÷ costs", PER_POUND, 4),
    ("payback_years", "from the start until the money is back, discounted", "years", 4),
)
"""Figures of a result: name, meaning, unit, decimals in the data file."""
WAYS = {"claimed": "as claimed", "corrected": "corrected for evidence"}


def _figures(way: str, of: Callable[[CaseCard], Returns | None]) -> Iterator[DataColumn]:
    for name, means, unit, decimals in RETURNS:
        yield DataColumn(
            name=f"{way}_{name}",
            means=f"{means}, {WAYS[way]}",
            unit=unit,
            decimals=decimals,
            get=partial(_figure, of, name),
        )


def _claimed(card: CaseCard) -> Returns | None:
    return card.headline.claimed if card.headline else None


def _corrected(card: CaseCard) -> Returns | None:
    return card.headline.corrected if card.headline else None


def _figure(of: Callable[[CaseCard], Returns | None], name: str, card: CaseCard) -> Value:
    """Return a figure, nothing where it is not defined: not stated is not zero."""
    returns = of(card)
    return known(returns, name) if returns else None


def known(returns: Returns, name: str) -> float | None:
    """Return a figure of an account by name, none where it is not defined."""
    figure = getattr(returns, name)
    return None if isinstance(figure, Undefined) else float(figure)


def _units(library: Library) -> Iterator[DataColumn]:
    used = {item.unit for card in library.cards for item in card.operational}
    for unit in library.framework.units.values():
        if unit.id in used:
            yield DataColumn(
                name=f"total_{_column(unit.id)}",
                means="freed in all years, after the shares claimed, undiscounted",
                unit=unit.title,
                decimals=4,
                get=partial(_total, unit.id),
            )


def _principles(framework: Framework) -> Iterator[DataColumn]:
    for item in framework.principles:
        yield DataColumn(
            name=f"principle_{_column(item.id)}",
            means=f"verdict on “{wording.lower_first(item.title)}”",
            unit="id",
            get=partial(_standing, item.id),
        )


def _column(identifier: str) -> str:
    return identifier.replace("-", "_")


def _standing(principle: str, card: CaseCard) -> Value:
    return next((standing for key, standing in card.standings if key == principle), None)


def _total(unit: str, card: CaseCard) -> Value:
    totals = [item.total for item in card.operational if item.unit == unit]
    return sum(totals) if totals else None
