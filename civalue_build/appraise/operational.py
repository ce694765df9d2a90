"""Benefits in NHS operational currency: bed days, hours, appointments."""

import numpy as np

from civalue_build.appraise import lines
from civalue_build.appraise.discounting import Array
from civalue_build.appraise.inputs import Values
from civalue_build.model.appraisal import Operational, Undefined


def quantities(ground: lines.Ground, values: Values) -> tuple[Operational, ...]:
    """Return units freed by year, after all shares and undiscounted, in the framework's order.

    Lines without a price count too; a disbenefit takes away.
    """
    totals: dict[str, Array] = {}
    for line in ground.case.benefits or ():
        unit = ground.framework.units.get(line.unit or "")
        if unit is None or not unit.operational or not lines.has_quantity(line):
            continue
        units = lines.quantities(line, ground, values)
        if not isinstance(units, Undefined):
            kept = units * lines.kept_share(line, ground.horizon, values)
            totals[unit.id] = totals.get(unit.id, np.zeros(ground.horizon)) + kept
    return tuple(
        Operational(unit=unit, by_year=tuple(years.tolist()), total=float(years.sum()))
        for unit, years in sorted(totals.items())
    )
