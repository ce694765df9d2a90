"""Cases whose workbooks are tried: those of the library, drawn ones, and some built by hand."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Stream
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, YearAmount, Years
from civalue_build.model.framework import Framework
from civalue_build.model.lines import FromMeasure, UnitPrice
from civalue_build.model.measures import LedgerEntry
from civalue_build.model.reference import UnitValue
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.appraise.cases import MEASURE, cases, world
from tests.builders import benefit, case, cost, each, number, priced, unit_value, unstated
from tests.conftest import ROOT

OLD = PriceYear(first=2019)
EVERY = 5
"""Of drawn cases, neighbours are much alike: one in so many is kept."""


def library() -> dict[str, Case]:
    read = {slug: parse_case(load_case(ROOT, slug)).case for slug in case_slugs(ROOT)}
    return {slug: case for slug, case in read.items() if case}


def drawn(count: int) -> list[Case]:
    """Return so many cases of every shape that the format allows."""
    found: list[Case] = []

    @settings(
        max_examples=count * EVERY,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
        derandomize=True,
    )
    @given(cases())
    def keep(case: Case) -> None:
        found.append(replace(case, printed=()))

    keep()
    return found[::EVERY]


def everything() -> Case:
    """A case with every way to state a number."""
    visits = Estimate(volume="visits")
    shares = {"attribution": number(0.6, 0.4, 0.8), "deadweight": number(0.1)}
    faded = {"displacement": number(0.2), "drop_off": number(0.25, 0.1, 0.3)}
    years = (YearAmount(year=0, value=number(90)), YearAmount(year=2, value=number(60, 40, 80)))
    own = UnitPrice(amount=number(12), price_year=OLD)
    return case(
        basis={"horizon": 6, "discounting": "green-book-2026"},
        measures=(MEASURE,),
        volumes={"visits": number(80, 60, 110)},
        costs=(
            cost(4000, id="setup", label="Setup", price_year=OLD, grade=3),
            cost(id="visits", label="Visits", years=each(0, 1, 2), **priced(visits, 15)),
            cost(id="care", label="Care", paid_by="council", years=each(1), grade=None),
        ),
        benefits=(
            benefit(
                id="beds",
                label="Beds",
                kind=Kind.RELEASED_CAPACITY,
                amount=None,
                quantity=number(30, 20, 45),
                unit="bed-day",
                unit_value=UnitPrice(id="bed-day"),
                years=each(0, 1, 2, 3),
                grade=3,
                **shares,
                **faded,
            ),
            benefit(
                id="tests",
                label="Tests",
                amount=None,
                unit_value=own,
                years=Years(by_year=years),
                attribution=number(0.5),
            ),
            benefit(id="spare", label="Spare", years=each(1, 2), **priced(visits, 9), grade=6),
            benefit(
                id="more",
                label="More dressings",
                amount=Estimate(total=-900, over=each(0, 1, 2)),
                grade=6,
                deadweight=number(0.3),
            ),
            benefit(
                id="late",
                label="Fewer late visits",
                amount=None,
                from_measure=FromMeasure(measure="visits", exposure=3, per_unit=0.5),
                unit_value=UnitPrice(amount=number(7, 5, 11)),
                years=each(1),
            ),
            benefit(300, id="income", label="Income", kind=Kind.INCOME, from_party="council"),
            benefit(
                id="life",
                label="Life",
                kind=Kind.HEALTH,
                gained_by="people",
                years=each(1, 2),
                **priced(2, 1000, stream=Stream.HEALTH),
            ),
        ),
    )


def yearly_world() -> Framework:
    """A framework with a price that has an entry of its own for each year."""
    entry = unit_value(250).values[0]
    values = tuple(
        replace(entry, from_date=PartialDate(year=2023 + at), value=number(250 + 7 * at))
        for at in range(6)
    )
    carbon = UnitValue(title="Carbon", unit="tonne", values=values, yearly=True)
    framework = world()
    return replace(framework, unit_values={**framework.unit_values, "carbon": carbon})


def by_hand() -> dict[str, Case]:
    """Cases that are drawn too seldom, each with what a spreadsheet could get wrong."""
    both = {"costs": (cost(900, id="c", years=each(0, 1), grade=3),)}
    visits = {"visits": number(0.4, 0.2, 0.6)}
    shared = Estimate(volume="visits")
    return {
        "everything": everything(),
        "ledger": _with_ledger(),
        "yearly": _case(
            **both, benefits=(_counted("carbon", years=each(0, 1, 3), drop_off=number(0.1)),)
        ),
        "twice": _case(
            **both,
            volumes=visits,
            benefits=(benefit(attribution=shared, deadweight=shared, **priced(shared, 5000)),),
        ),
        "all-lost": _case(
            **both, benefits=(benefit(700, years=each(0, 1, 2), drop_off=number(1)),)
        ),
        "shared-drop-off": _case(
            **both,
            volumes=visits,
            benefits=tuple(
                benefit(500, id=name, label=name, years=each(0, 2, 4), drop_off=shared)
                for name in ("one", "two")
            ),
        ),
        "transfers": _case(
            **both,
            benefits=(
                _transfer("in", 400, gained_by="self", from_party="board"),
                _transfer("out", 300, gained_by="people", from_party="self"),
                _transfer("less", -200, gained_by="self", from_party="council"),
                _transfer("own", 100, gained_by="self", from_party="self"),
            ),
        ),
        "euro": _case(**both, benefits=(benefit(2000),), basis={"horizon": 2, "currency": "EUR"}),
        "plain": _case(
            **both, benefits=(benefit(2000),), basis={"horizon": 2, "discounting": "none"}
        ),
        "nothing-paid": _case(costs=(cost(0, id="c"),), benefits=(benefit(-5),)),
        "ends-alike": _case(**both, benefits=(benefit(Estimate(low=600, high=600)),)),
        "price-not-stated": _case(
            **both,
            benefits=(
                benefit(
                    amount=None,
                    quantity=number(4),
                    unit_value=UnitPrice(amount=unstated()),
                ),
            ),
        ),
        "no-benefits": _case(**both, benefits=None),
    }


def _case(**changes: Any) -> Case:
    return case(**{"basis": {"horizon": 5}, **changes})


def _counted(price: str, **changes: Any) -> Any:
    unit = UnitPrice(id=price)
    return benefit(amount=None, quantity=number(3, 2, 5), unit_value=unit, grade=6, **changes)


def _transfer(name: str, amount: float, **changes: Any) -> Any:
    kind = Kind.FUNDED_CAPACITY
    return benefit(amount, id=name, label=name, kind=kind, grade=6, years=each(0, 1), **changes)


def _with_ledger() -> Case:
    months = [(2023 + (3 + at) // 12, (3 + at) % 12 + 1) for at in range(24)]
    entries = tuple(
        LedgerEntry(month=PartialDate(year=year, month=month), line=line, actual=10.5 + month)
        for line in ("c", "b")
        for year, month in months
    )
    faded = {"drop_off": number(0.2), "attribution": number(0.7, 0.5, 0.9)}
    return _case(
        costs=(cost(100, id="c", years=each(0, 1, 2)),),
        benefits=(benefit(id="b", years=each(0, 1, 2), **faded, **priced(6, 40)),),
        entries=entries,
    )
