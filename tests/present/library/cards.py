"""Cases of a small library as its lists see them, with every number in sight."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from civalue_build.appraise.portfolio import portfolio
from civalue_build.model.appraisal import (
    Figure,
    Operational,
    Result,
    Returns,
    Undefined,
    Undiscounted,
)
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim, Kind, Perspective, Record, Standing, Status
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import Portfolio
from civalue_build.model.site import Asset, Page
from civalue_build.present.library.base import by_title
from civalue_build.present.library.data_page import page as data_page
from civalue_build.present.library.site import framework_pages, pages_of_cases

UNKNOWN = Undefined("costs are not stated")


def card(slug: str, **changes: Any) -> CaseCard:
    """A completed case of a team, without money."""
    fields: dict[str, Any] = {
        "slug": slug,
        "title": slug.replace("-", " ").capitalize(),
        "summary": "Nurses look twice. Fewer people are hurt.",
        "organisation": "Example Hospitals",
        "setting": "acute",
        "status": Status.COMPLETED,
        "record": Record.TEAM,
        "illustrative": False,
    }
    return CaseCard(**(fields | changes))


def returns(costs: float | None, benefits: float) -> Returns:
    """Present values; without costs there is no net figure."""
    known: Figure = UNKNOWN if costs is None else costs
    net: Figure = UNKNOWN if costs is None else benefits - costs
    ratio: Figure = benefits / costs if costs else UNKNOWN
    return Returns(
        pv_costs=known,
        pv_benefits=benefits,
        npv=net,
        return_per_pound=ratio,
        net_return=UNKNOWN,
        payback_years=UNKNOWN,
        undiscounted=Undiscounted(
            costs=known,
            benefits=benefits,
            net=net,
            return_per_pound=ratio,
            payback_years=UNKNOWN,
        ),
    )


def headline(claimed: Returns, corrected: Returns | None = None) -> Result:
    """A headline for the NHS over three years."""
    return Result(
        perspective=Perspective.NHS, horizon=3, claimed=claimed, corrected=corrected or claimed
    )


def freed(unit: str, total: float) -> Operational:
    """A quantity of one year."""
    return Operational(unit=unit, by_year=(total,), total=total)


CARDS = (
    card(
        "ward-10",
        title="Ward 10 & <b>falls</b>",
        organisation="=Example",
        claim=Claim.MEASURED,
        kinds=(Kind.RELEASED_CAPACITY,),
        tags=("falls",),
        priorities=("safer-care",),
        headline=headline(returns(10_000, 34_000), returns(12_000, 11_000)),
        operational=(freed("bed-day", 730),),
        unit_values=("bed-day",),
        standings=(("clarify-purpose", Standing.NOT_SHOWN),),
    ),
    card(
        "ward-9",
        title="ward 9",
        claim=Claim.PLANNED,
        headline=headline(returns(30_000, 1_200)),
        operational=(freed("bed-day", 365),),
        standings=(("clarify-purpose", Standing.SHOWN),),
    ),
    card("gross", headline=headline(returns(None, 2_400_000)), claim=Claim.FINANCE_SIGNED),
    card("story"),
    card(
        "teaching",
        illustrative=True,
        claim=Claim.IN_BUDGET,
        priorities=("safer-care",),
        headline=headline(returns(1, 1_000_000)),
        operational=(freed("bed-day", 1_000_000),),
        unit_values=("bed-day",),
        standings=(("clarify-purpose", Standing.SHOWN),),
    ),
)
"""One case of each outcome, and an invented one with large numbers."""


def every_page(
    framework: Framework, checks: Sequence[CheckDoc], cards: Sequence[CaseCard]
) -> Iterator[Page | Asset]:
    """Give all pages of a library, and its data."""
    yield from framework_pages(framework, checks)
    yield from pages_of_cases(framework, checks, cards, (), side_by_side(framework, cards))
    yield data_page(framework)


def side_by_side(framework: Framework, cards: Iterable[CaseCard]) -> Portfolio:
    """What the cases come to side by side, as the site is given it."""
    return portfolio(by_title(cards), framework)
