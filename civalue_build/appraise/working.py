"""A line's value with everything that went into it, so that each pound can be followed back."""

from collections.abc import Mapping
from dataclasses import replace

from civalue_build.appraise.inputs import (
    DEFAULTS,
    central,
    estimate_key,
    key_of,
    price_key,
    share_key,
    side_of,
)
from civalue_build.appraise.lines import Chain, Ground, has_quantity, value_line
from civalue_build.model.appraisal import LineValue, Share, Undefined, YearValue
from civalue_build.model.estimate import Range
from civalue_build.model.lines import BenefitLine, CostLine, Line


def line_value(line: Line, ground: Ground, numbers: Mapping[str, Range]) -> LineValue:
    """Return the line by year, and its quantity, price and shares as they were used."""
    chain = value_line(line, ground, central(numbers))
    stated = _stated(line, ground, numbers)
    if isinstance(chain, Undefined):
        return replace(stated, undefined=chain.why)
    grade = ground.framework.grades.of(line.grade)
    lowers = isinstance(line, CostLine) or bool((chain.claimed < 0).any())
    return replace(
        stated,
        by_year=_by_year(line, ground, chain),
        stream=chain.price.stream,
        price_factor=chain.price.factor,
        price_year=chain.price.year.label if chain.price.year else "",
        correction=grade.cost_correction if lowers else grade.benefit_correction,
        from_ledger=chain.from_ledger,
    )


def _stated(line: Line, ground: Ground, numbers: Mapping[str, Range]) -> LineValue:
    price = line.unit_value
    common = LineValue(
        id=line.id,
        label=line.label,
        side=side_of(line),
        party=line.gained_by if isinstance(line, BenefitLine) else line.paid_by,
        grade=line.grade,
        unit=line.unit,
        quantity=_quantity(line, numbers),
        price=numbers.get(price_key(line, price)) if price else None,
    )
    if isinstance(line, CostLine):
        return replace(common, cost_type=line.type)
    return replace(
        common,
        kind=line.kind,
        from_party=line.from_party,
        claim=line.claim or ground.case.claim,
        shares=_shares(line, numbers),
    )


def _quantity(line: Line, numbers: Mapping[str, Range]) -> Range | None:
    if not has_quantity(line):
        return None
    estimate = line.quantity
    key = estimate_key(line, "quantity", estimate) if estimate else key_of(line, "quantity")
    return numbers.get(key)


def _shares(line: BenefitLine, numbers: Mapping[str, Range]) -> tuple[Share, ...]:
    found = {name: numbers.get(share_key(line, name)) for name in DEFAULTS}
    return tuple(
        Share(
            name=name,
            value=number.central if number else DEFAULTS[name],
            stated=number is not None,
        )
        for name, number in found.items()
    )


def _by_year(line: Line, ground: Ground, chain: Chain) -> tuple[YearValue, ...]:
    years = [y for y in sorted({*line.years, *chain.from_ledger}) if 0 <= y < ground.horizon]
    return tuple(
        YearValue(
            year=year,
            gross=float(chain.gross[year]),
            claimed=float(chain.claimed[year]),
            corrected=float(chain.corrected[year]),
            discounted=float(chain.claimed[year] * chain.discount[year]),
            discounted_corrected=float(chain.corrected[year] * chain.discount[year]),
        )
        for year in years
    )
