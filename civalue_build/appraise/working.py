"""A line's value with everything that went into it, so that each pound can be followed back."""

from collections.abc import Iterator
from typing import Any

from civalue_build.appraise.chain import Chain, correct
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import DEFAULTS, price_key, share_key, side_of
from civalue_build.appraise.terms import Price, has_quantity, quantity_key
from civalue_build.model.appraisal import LineValue, Share, Undefined, YearValue
from civalue_build.model.enums import Side
from civalue_build.model.lines import BenefitLine, CostLine, Line
from civalue_build.model.reference import Grade

PAID = Price()
"""The price of a line that the ledger alone values, in the money of the case's price year."""


def line_value(chain: Chain, ground: Ground) -> LineValue:
    """Return the line by year, and its quantity, price and shares as they were used."""
    line, price = chain.terms.line, chain.terms.line.unit_value
    return LineValue(
        id=line.id,
        label=line.label,
        side=side_of(line),
        grade=line.grade,
        unit=line.unit,
        quantity=ground.numbers.get(quantity_key(line)) if has_quantity(line) else None,
        price=ground.numbers.get(price_key(line, price)) if price else None,
        **_of_side(line, ground),
        **_value(chain, ground),
    )


def _of_side(line: Line, ground: Ground) -> dict[str, Any]:
    if isinstance(line, CostLine):
        return {"party": line.paid_by, "cost_type": line.type}
    return {
        "party": line.gained_by,
        "kind": line.kind,
        "from_party": line.from_party,
        "claim": line.claim or ground.case.claim,
        "harvest": line.harvest,
        "shares": tuple(_shares(line, ground)),
    }


def _shares(line: BenefitLine, ground: Ground) -> Iterator[Share]:
    for name, default in DEFAULTS.items():
        number = ground.numbers.get(share_key(line, name))
        value = number.central if number else default
        yield Share(name=name, value=value, stated=number is not None)


def _value(chain: Chain, ground: Ground) -> dict[str, Any]:
    if chain.terms.why:
        return {"undefined": chain.terms.why}
    side, price = side_of(chain.terms.line), chain.terms.price
    paid = PAID if isinstance(price, Undefined) else price
    grade = ground.framework.grades.of(chain.terms.line.grade)
    lowers = side is Side.COST or any(amount < 0 for amount in chain.claimed.values())
    return {
        "by_year": tuple(_by_year(chain, side, grade)),
        "stream": paid.stream,
        "price_factor": paid.factor,
        "price_year": paid.year.label if paid.year else "",
        "price_levels": paid.levels,
        "price_index": paid.index,
        "price_by_year": _prices(chain, paid),
        "correction": grade.cost_correction if lowers else grade.benefit_correction,
        "from_ledger": tuple(chain.terms.actuals),
    }


def _prices(chain: Chain, paid: Price) -> tuple[tuple[int, float], ...]:
    first = chain.terms.values.get(paid.key or "", 0.0)
    return tuple((year, first * multiple) for year, multiple in paid.yearly)


def _by_year(chain: Chain, side: Side, grade: Grade) -> Iterator[YearValue]:
    discount = chain.terms.discount
    own = (year for year in chain.terms.line.years if 0 <= year < len(discount))
    for year in sorted({*own, *chain.gross}):
        claimed = float(chain.claimed.get(year, 0.0))
        corrected = correct(side, claimed, grade)
        yield YearValue(
            year=year,
            gross=float(chain.gross.get(year, 0.0)),
            claimed=claimed,
            corrected=corrected,
            discounted=claimed * discount[year],
            discounted_corrected=corrected * discount[year],
        )
