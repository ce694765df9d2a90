"""A case whose own numbers are changed as a reader's setting asks, to be appraised anew."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from civalue_build.appraise.account import results
from civalue_build.appraise.bookings import bookings
from civalue_build.appraise.brief import lines_of
from civalue_build.appraise.ground import ground_of
from civalue_build.model.appraisal import Result
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Side
from civalue_build.model.estimate import Estimate, YearAmount, Years
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, Line
from civalue_build.model.reference import DatedValue, UnitValue
from civalue_build.model.scaling import Dial, Scalable, Setting


def appraised(case: Case, framework: Framework, who: Perspective, years: int) -> Result:
    """One cell of the matrix, at any horizon."""
    ground = ground_of(case, framework, None)
    assert ground is not None
    _, lines, _ = lines_of(ground)
    (found,) = results(case, bookings(lines, ground), who, (years,))
    return found


def edited(
    case: Case, framework: Framework, known: Scalable, setting: Setting
) -> tuple[Case, Framework]:
    """The case and the framework with every number changed that the setting changes."""
    sizes = {line.id: _size(line, known, setting) for line in case.lines}
    return (
        replace(
            case,
            costs=case.costs and tuple(_cost(line, case, sizes, setting) for line in case.costs),
            benefits=case.benefits
            and tuple(_benefit(line, case, sizes, known, setting) for line in case.benefits),
            entries=tuple(
                replace(entry, actual=entry.actual and entry.actual * sizes.get(entry.line, 1.0))
                for entry in case.entries
            ),
        ),
        _framework(framework, setting),
    )


def _dial(known: Scalable, line: Line) -> Dial | None:
    return next((d for d in known.dials if line.id in d.lines and not d.is_price), None)


def _size(line: Line, known: Scalable, setting: Setting) -> float:
    dial = _dial(known, line)
    if dial and dial.key in setting.turned:
        return setting.turned[dial.key]
    if isinstance(line, BenefitLine) or setting.costs_follow:
        return setting.volume
    benefits = {own.line for own in known.lines if own.side is Side.BENEFIT}
    return setting.volume if dial and benefits & {*dial.lines} else 1.0


def _cost(line: CostLine, case: Case, sizes: Mapping[str, float], setting: Setting) -> CostLine:
    return replace(line, **_changes(line, case, sizes[line.id], setting))


def _benefit(
    line: BenefitLine, case: Case, sizes: Mapping[str, float], known: Scalable, setting: Setting
) -> BenefitLine:
    changes = _changes(line, case, sizes[line.id], setting)
    if line.from_measure:
        exposure = line.from_measure.exposure * sizes[line.id]
        changes["from_measure"] = replace(line.from_measure, exposure=exposure)
    if any(own.line == line.id and own.is_gain for own in known.lines):
        changes["attribution"] = _achieved(line, case, setting.achieved)
    return replace(line, **changes)


def _achieved(line: BenefitLine, case: Case, share: float) -> Estimate:
    stated = _resolved(line.attribution, case)
    number = stated.range if stated else None
    return Estimate(central=(number.central if number else 1.0) * share)


def _changes(line: Line, case: Case, size: float, setting: Setting) -> dict[str, Any]:
    return {
        "quantity": _times(_resolved(line.quantity, case), size),
        "amount": _times(_resolved(line.amount, case), size),
        "years": _years(line.years, case, size),
        "unit_value": _price(line, case, setting),
    }


def _price(line: Line, case: Case, setting: Setting) -> Any:
    price = line.unit_value
    if price is None or price.amount is None:
        return price
    key = f"{'costs' if isinstance(line, CostLine) else 'benefits'}.{line.id}.unit_value"
    amount = _times(_resolved(price.amount, case), setting.turned.get(key, 1.0))
    return replace(price, amount=amount)


def _resolved(stated: Estimate | None, case: Case) -> Estimate | None:
    return case.volumes.get(stated.volume) if stated and stated.volume else stated


def _years(years: Years, case: Case, by: float) -> Years:
    items = (
        YearAmount(year=item.year, value=_times(_resolved(item.value, case), by) or item.value)
        for item in years.by_year
    )
    return replace(years, by_year=tuple(items))


def _times(stated: Estimate | None, by: float) -> Estimate | None:
    if stated is None:
        return None
    numbers = {name: getattr(stated, name) for name in ("low", "central", "high", "total")}
    changes: dict[str, Any] = {n: x if x is None else x * by for n, x in numbers.items()}
    return replace(stated, **changes)


def _framework(framework: Framework, setting: Setting) -> Framework:
    values = {
        name: _dearer(value, setting.turned.get(f"unit-values.{name}", 1.0))
        for name, value in framework.unit_values.items()
    }
    return replace(framework, unit_values=values)


def _dearer(value: UnitValue, by: float) -> UnitValue:
    return replace(value, values=tuple(_entry(entry, by) for entry in value.values))


def _entry(entry: DatedValue, by: float) -> DatedValue:
    found = _times(entry.value, by)
    assert found is not None
    return replace(entry, value=found)
