"""Two programmes of invented and of silent cases, valued as the program values them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.appraise.programme import contribution, programme_value
from civalue_build.model.card import CaseCard
from civalue_build.model.case import Basis, Case, Organisation, Period
from civalue_build.model.enums import CostType, Kind, Record, Status, Who
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.evidence import Outcome, Source
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, UnitPrice
from civalue_build.model.programme import Programme, Story
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.present.case.page import case_page
from civalue_build.present.programme.page import ProgrammePage, programme_page

YEAR = PriceYear(first=2023)
BASIS = Basis(price_year=YEAR, horizon=2)
PERIOD = Period(start=PartialDate(year=2023, month=4), end=PartialDate(year=2025, month=3))
TRUST = Organisation(name="Example Hospitals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A programme, the cards of its cases, and its page."""

    valued: ValuedProgramme
    cards: tuple[CaseCard, ...]
    page: ProgrammePage


def programme(**changes: Any) -> Programme:
    """An invented programme with one shared cost of £100."""
    fields: dict[str, Any] = {
        "format": 1,
        "title": "Many small changes",
        "summary": "An invented example.",
        "record": Record.TEAM,
        "organisation": TRUST,
        "status": Status.COMPLETED,
        "period": PERIOD,
        "illustrative": True,
        "appraisal": BASIS,
        "costs": (cost(100, id="coach", label="A coach"),),
        "story": Story(learned="Count the **tests that fail**."),
        "sources": (Source(id="s", title="Rosters", url="https://example.org/rosters"),),
        "id": "small-changes",
    }
    return Programme(**(fields | changes))


def cost(amount: float | None, **changes: Any) -> CostLine:
    """A cost in year 0; none is not stated."""
    stated = Estimate(stated=False) if amount is None else Estimate(central=amount)
    fields: dict[str, Any] = {
        "id": "cost",
        "label": "Time",
        "type": CostType.DIRECT,
        "paid_by": "self",
        "years": Years(each=(0,)),
        "source": "s",
        "amount": stated,
        "price_year": YEAR,
        "grade": 1,
    }
    return CostLine(**(fields | changes))


def benefit(days: float, **changes: Any) -> BenefitLine:
    """Bed days freed in year 0, at £10 each."""
    fields: dict[str, Any] = {
        "id": "days",
        "label": "Bed days",
        "kind": Kind.RELEASED_CAPACITY,
        "gained_by": "self",
        "years": Years(each=(0,)),
        "source": "s",
        "quantity": Estimate(central=days),
        "unit": "bed-day",
        "unit_value": UnitPrice(amount=Estimate(central=10), price_year=YEAR),
        "grade": 1,
    }
    return BenefitLine(**(fields | changes))


def case(slug: str, title: str, **changes: Any) -> Case:
    """An invented case of the programme."""
    fields: dict[str, Any] = {
        "format": 1,
        "title": title,
        "summary": f"{title} in short.",
        "record": Record.TEAM,
        "organisation": TRUST,
        "setting": "acute",
        "status": Status.COMPLETED,
        "period": PERIOD,
        "programme": "small-changes",
        "illustrative": True,
        "appraisal": BASIS,
        "costs": (cost(20),),
        "benefits": (benefit(15),),
        "slug": slug,
    }
    return Case(**(fields | changes))


CASES = (
    case(
        "pack",
        "One <pack>",
        outcomes=(Outcome(who=Who.PATIENTS, what="Fewer second tries"),),
    ),
    case("card", "A card that changed nothing", benefits=(benefit(0),)),
    case("real", "A real case", illustrative=False),
)


def draw(known: Programme, cases: Iterable[Case], framework: Framework) -> Drawn:
    """Value and draw a programme with its cases, as the line does."""
    cards = []
    for one in cases:
        made = case_page(one, appraise(one, framework), Judgement(), framework, known)
        cards.append(replace(made.card, contribution=contribution(one, framework, known)))
    given = [card.contribution for card in cards if card.contribution]
    valued = ValuedProgramme(programme=known, appraisal=programme_value(known, framework, given))
    page = programme_page(valued, cards, framework)
    return Drawn(valued=valued, cards=tuple(cards), page=page)


@pytest.fixture(scope="session")
def invented(framework: Framework) -> Drawn:
    """An invented programme with two cases of its sort and one real case."""
    return draw(programme(), CASES, framework)


@pytest.fixture(scope="session")
def silent(framework: Framework) -> Drawn:
    """A real programme of which no amount is stated."""
    unknown = case(
        "silent",
        "A silent case",
        illustrative=False,
        costs=(cost(None),),
        benefits=(benefit(1, quantity=Estimate(stated=False)),),
    )
    known = programme(illustrative=False, costs=(cost(None, label="Fees"),))
    return draw(known, [unknown], framework)
