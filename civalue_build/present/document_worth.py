"""Health and wider value, opportunity cost, transfers and realisation, as data."""

from typing import Any

from civalue_build.model.appraisal import Appraisal, LineValue
from civalue_build.model.figure import Figure, Undefined
from civalue_build.model.worth import (
    Counted,
    Forgone,
    HealthAndWider,
    OpportunityCost,
    Transfer,
    WiderItem,
)

Data = dict[str, Any]
QALY = "qaly"
SPENT = ("of_cost", "of_cost_corrected", "of_net_cost", "of_net_cost_corrected")


def worth(appraisal: Appraisal) -> Data:
    """Return what stands beside the money of a case; null where there is nothing of it.

    Health and wider value is a subtotal of society's benefits, never of the NHS's.
    """
    wider, elsewhere = appraisal.health_and_wider, appraisal.opportunity_cost
    return {
        "health_and_wider": _wider(wider) if wider else None,
        "opportunity_cost": _elsewhere(elsewhere),
        "transfers": [_transfer(item) for item in appraisal.transfers],
        "realised": [_plain(item) for item in appraisal.realised],
        "ungraded_lines": list(appraisal.ungraded),
    }


def price_base(line: LineValue) -> Data:
    """Return how the price of a line came to the case's price year, and its price by year."""
    levels = line.price_levels
    return {
        "price_levels": {"from": levels[0], "to": levels[1]} if levels else None,
        "price_index": line.price_index if levels else None,
        "price_by_year": [{"year": year, "price": price} for year, price in line.price_by_year],
        "harvest": _plain(line.harvest) if line.harvest else None,
    }


def _wider(found: HealthAndWider) -> Data:
    qalys = found.counted(QALY)
    return {
        "counted_in": "society",
        "qalys": _units(qalys) if qalys else None,
        "units": [_units(item) for item in found.units],
        "by_kind": [_plain(total) for total in found.by_kind],
        "claimed": found.claimed,
        "corrected": found.corrected,
        "items": [_item(item) for item in found.items],
    }


def _units(found: Counted) -> Data:
    return _plain(found) | {"by_year": list(found.by_year)}


def _item(item: WiderItem) -> Data:
    price = item.price
    return {
        "line": item.line,
        "kind": item.kind,
        "party": item.party,
        "units": _units(item.units) if item.units else None,
        "unit_value": item.unit_value,
        "price": _plain(price) if price else None,
        "price_year": item.price_year or None,
        "edition": item.edition or None,
        "claimed": _number(item.claimed),
        "corrected": _number(item.corrected),
        "why_not": {"claimed": item.claimed.why} if isinstance(item.claimed, Undefined) else {},
    }


def _elsewhere(found: OpportunityCost | Undefined) -> Data:
    if isinstance(found, Undefined):
        return dict.fromkeys(SPENT) | {
            "cost_per_qaly": [],
            "why_not": dict.fromkeys(SPENT, found.why),
        }
    spent = {name: getattr(found, name) for name in SPENT}
    return {
        "cost_per_qaly": [
            _plain(rate) | {"amount": _number(rate.amount)} | _why(amount=rate.amount)
            for rate in found.rates
        ],
        **{name: _forgone(value) for name, value in spent.items()},
        **_why(**spent),
    }


def _forgone(found: Forgone | Undefined) -> Data | None:
    if isinstance(found, Undefined):
        return None
    return {"amount": found.amount, "qalys": {"low": found.low, "high": found.high}}


def _transfer(item: Transfer) -> Data:
    return {
        "line": item.line,
        "from": item.payer,
        "to": item.gainer,
        "claimed": _number(item.claimed),
        "nets_to_nothing_in": list(item.nets_in),
        **_why(claimed=item.claimed),
    }


def _why(**figures: object) -> Data:
    return {"why_not": {n: f.why for n, f in figures.items() if isinstance(f, Undefined)}}


def _number(figure: Figure) -> float | None:
    return None if isinstance(figure, Undefined) else figure


def _plain(record: object) -> Data:
    return {name: getattr(record, name) for name in getattr(record, "__slots__", ())}
