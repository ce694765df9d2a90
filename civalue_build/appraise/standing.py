"""Where a process stands: what its latest point says, and whether it will meet its target.

Source: NHS England, Making Data Count, as its package NHSRplotthedots gives the two icons: the
latest point decides on variation, and the limits at the latest point on assurance.
"""

from civalue_build.appraise.signals import Found
from civalue_build.model.charts import Segment
from civalue_build.model.enums import Assurance, Better, Variation
from civalue_build.model.measures import Measure

_STATES = {
    Better.HIGHER: (Variation.IMPROVEMENT_HIGH, Variation.CONCERN_LOW),
    Better.LOWER: (Variation.CONCERN_HIGH, Variation.IMPROVEMENT_LOW),
    Better.NEITHER: (Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW),
}
"""For each direction that is good, the state of a signal upwards and of one downwards."""


def variation(better: Better, latest: Found) -> Variation:
    """Return the state of a chart whose latest point has this signal, or none."""
    if latest is None:
        return Variation.COMMON_CAUSE
    upwards, downwards = _STATES[better]
    return upwards if latest[1] > 0 else downwards


def assurance(measure: Measure, last: Segment) -> Assurance | None:
    """Return whether the target lies outside the last limits, and on which side.

    None where there is no target, no direction that is good, or there are no limits.
    """
    if measure.target is None or measure.better is Better.NEITHER:
        return None
    if last.upper is None or last.lower is None:
        return None
    if last.lower <= measure.target <= last.upper:
        return Assurance.HIT_OR_MISS
    beyond = measure.target > last.upper
    return Assurance.FAIL if beyond == (measure.better is Better.HIGHER) else Assurance.PASS
