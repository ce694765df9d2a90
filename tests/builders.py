"""Small model values for tests, with every number in sight."""

from collections.abc import Mapping
from typing import Any

from civalue_build.model.case import Basis, Case, Organisation, Partner, Period
from civalue_build.model.enums import Basis as PriceBasis
from civalue_build.model.enums import CostType, Kind, Record, Sector, Status
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, YearAmount, Years
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, UnitPrice
from civalue_build.model.reference import (
    Band,
    Citation,
    DatedValue,
    DiscountSchedule,
    EvidenceGrades,
    Grade,
    PriceIndex,
    Unit,
    UnitValue,
)

CITED = Citation(title="A test", checked=True)
PRICES = PriceYear(first=2023)
MONEY = (
    Band(first=0, last=30, rate=0.035),
    Band(first=31, last=75, rate=0.03),
    Band(first=76, last=125, rate=0.025),
    Band(first=126, last=200, rate=0.02),
)
HEALTH = (
    Band(first=0, last=30, rate=0.015),
    Band(first=31, last=75, rate=0.0129),
    Band(first=76, last=125, rate=0.0107),
)
CORRECTIONS = {1: (0.0, 0.0), 3: (-0.10, 0.10), 6: (-0.40, 0.40)}


def framework(**changes: Any) -> Framework:
    """A framework with real discount schedules and few values of its own."""
    fields: dict[str, Any] = {
        "edition": "test",
        "title": "Test",
        "purpose": "To test",
        "library_price_year": PRICES,
        "default_discounting": "green-book-2026",
        "default_price_index": "deflator",
        "grades": EvidenceGrades(
            source=CITED,
            grades=tuple(
                Grade(grade=g, title="", means="", benefit_correction=b, cost_correction=c)
                for g, (b, c) in CORRECTIONS.items()
            ),
        ),
        "schedules": {
            "green-book-2026": DiscountSchedule(
                title="Green Book", source=CITED, money=MONEY, health=HEALTH
            ),
            "none": DiscountSchedule(title="None", source=CITED, money=(Band(first=0, rate=0.0),)),
        },
        "price_indices": {
            "deflator": PriceIndex(
                title="Deflator",
                source=CITED,
                calendar={"2011": 80.0},
                financial={"2019/20": 90.0, "2023/24": 100.0},
            )
        },
        "units": {
            "bed-day": Unit(id="bed-day", title="bed days", singular="bed day", operational=True),
            "ulcer": Unit(id="ulcer", title="ulcers", singular="ulcer"),
        },
        "unit_values": {
            "bed-day": unit_value(560, unit="bed-day"),
        },
    }
    return Framework(**(fields | changes))


def unit_value(amount: float, **changes: Any) -> UnitValue:
    """One price of the framework, in force from 2020, at 2023/24 prices."""
    entry = DatedValue(
        from_date=PartialDate(year=2020),
        value=number(amount),
        basis=changes.pop("basis", PriceBasis.AVERAGE),
        price_year=changes.pop("price_year", PRICES),
        source=CITED,
        **{k: changes.pop(k) for k in ("stream",) if k in changes},
    )
    return UnitValue(title="A price", unit=changes.pop("unit", "bed-day"), values=(entry,))


def yearly_value(amounts: Mapping[int, float], unit: str) -> UnitValue:
    """A price of the framework that is another in each calendar year, at 2023/24 prices."""
    entries = tuple(
        DatedValue(
            from_date=PartialDate(year=year),
            value=number(amount, amount / 2, amount * 1.5),
            basis=PriceBasis.MARGINAL,
            price_year=PRICES,
            source=CITED,
        )
        for year, amount in amounts.items()
    )
    return UnitValue(title="A yearly price", unit=unit, values=entries, yearly=True)


def case(**changes: Any) -> Case:
    """A case with no lines, at 2023/24 prices over three years."""
    basis = {"price_year": PRICES, "horizon": 3} | changes.pop("basis", {})
    fields: dict[str, Any] = {
        "format": 1,
        "title": "A case",
        "summary": "A summary.",
        "record": Record.TEAM,
        "organisation": Organisation(name="A trust"),
        "setting": "acute",
        "status": Status.COMPLETED,
        "period": Period(start=PartialDate(year=2023, month=4)),
        "appraisal": Basis(**basis),
        "partners": (
            Partner(id="board", name="A board", sector=Sector.COMMISSIONER),
            Partner(id="council", name="A council", sector=Sector.LOCAL_AUTHORITY),
            Partner(id="people", name="People", sector=Sector.PATIENTS_AND_CARERS),
        ),
        "slug": "a-case",
    }
    return Case(**(fields | changes))


def cost(amount: Any = 100, **changes: Any) -> CostLine:
    """A direct cost in year 0, paid by the organisation itself, of the best grade."""
    fields: dict[str, Any] = {
        "id": "cost",
        "label": "A cost",
        "type": CostType.DIRECT,
        "paid_by": "self",
        "years": each(0),
        "source": "ledger",
        "amount": _estimate(amount),
        "grade": 1,
    }
    return CostLine(**(fields | changes))


def benefit(amount: Any = 100, **changes: Any) -> BenefitLine:
    """A cash-releasing benefit in year 0, of the organisation itself, of the best grade."""
    fields: dict[str, Any] = {
        "id": "benefit",
        "label": "A benefit",
        "kind": Kind.CASH_RELEASING,
        "gained_by": "self",
        "years": each(0),
        "source": "ledger",
        "amount": _estimate(amount),
        "grade": 1,
    }
    return BenefitLine(**(fields | changes))


def priced(quantity: Any, price: Any, **price_changes: Any) -> dict[str, Any]:
    """The fields of a line that counts units at a price of its own."""
    unit = UnitPrice(amount=_estimate(price), **price_changes)
    return {"amount": None, "quantity": _estimate(quantity), "unit_value": unit}


def number(central: float, low: float | None = None, high: float | None = None) -> Estimate:
    """An estimate, with ends where they are given."""
    return Estimate(central=central, low=low, high=high)


def unstated() -> Estimate:
    """An estimate that the author says is not stated."""
    return Estimate(stated=False)


def each(*years: int) -> Years:
    """A line that occurs in each of these years."""
    return Years(each=years)


def by_year(amounts: Mapping[int, float]) -> Years:
    """A line with a number of its own in each year."""
    return Years(
        by_year=tuple(YearAmount(year=y, value=number(amount)) for y, amount in amounts.items())
    )


def _estimate(value: Any) -> Estimate | None:
    return number(value) if isinstance(value, int | float) else value
