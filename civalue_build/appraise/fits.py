"""How one stretch of points is fitted: the scale on which its limits are one band.

Plain values need no scale. Times between events are raised to 1/3.6, on which they are about
normal, and the limits are brought back (Nelson, A control chart for parts-per-million nonconforming
items, Journal of Quality Technology 26(3), 1994). Rates follow Laney (Improved control charts for
attributes, Quality Engineering 14(4), 2002): their distance from the mean × √denominator has one
spread, as moving ranges show it. What his P′ and U′ charts divide by, √(p̄(1 − p̄)) or √ū, goes out
again with the limits, so that both are this one chart, in any unit.
"""

from collections.abc import Sequence
from math import fsum, sqrt

from civalue_build.appraise.limits import ROUNDING, Limits, average, centre, limits
from civalue_build.appraise.signals import Found, run_signals, xmr_signals
from civalue_build.model.enums import Chart
from civalue_build.model.measures import SeriesPoint
from civalue_build.model.record import record

POWER = 3.6
Ends = tuple[float, float]


@record
class Fit:
    """The points of a stretch as `shown`, and as `scaled` for the band of their limits.

    `centre` is in the unit of the measure, and so are the `ends`: the lower and upper limit of
    each point. There are none on a run chart, and none where there is but one point.
    """

    shown: Sequence[float]
    scaled: Sequence[float]
    centre: float
    base: int
    band: Limits | None = None
    ends: Sequence[Ends] = ()

    def signals(self, start: int = 0) -> list[Found]:
        """Return the signals that the points from `start` on make by themselves."""
        shown = self.shown[start:]
        if self.band is None:
            return run_signals(shown, self.centre) if len(self.shown) > 1 else [None] * len(shown)
        return xmr_signals(self.scaled[start:], self.band, shown)


def drawable(chart: Chart, points: Sequence[SeriesPoint]) -> Chart:
    """Return the chart that a series allows: the one asked for, or XmR.

    A chart of rates needs a denominator above 0 of each value, one of times no value below 0.
    """
    known = [point for point in points if point.value is not None]
    if chart is Chart.RATE and not all((point.denominator or 0) > 0 for point in known):
        return Chart.XMR
    if chart is Chart.TIME_BETWEEN and any((point.value or 0) < 0 for point in known):
        return Chart.XMR
    return chart


def fit(chart: Chart, points: Sequence[SeriesPoint], base: int, *, screened: bool = False) -> Fit:
    """Return the fit of known points, whose first `base` set centre and limits.

    Raises ValueError where a value is not finite.
    """
    values = [point.value for point in points if point.value is not None]
    if chart is Chart.RUN or len(values) == 1:
        average(values)
        return Fit(shown=values, scaled=values, centre=centre(values[:base]), base=base)
    if chart is Chart.RATE:
        return _rates(values, [point.denominator or 1.0 for point in points], base, screened)
    if chart is Chart.TIME_BETWEEN:
        return _times(values, base, screened)
    average(values)
    band = limits(values[:base], screened=screened)
    ends = [(band.lower, band.upper)] * len(values)
    return Fit(shown=values, scaled=values, centre=band.mean, base=base, band=band, ends=ends)


def _times(values: Sequence[float], base: int, screened: bool) -> Fit:  # noqa: FBT001
    scaled = [value ** (1 / POWER) for value in values]
    average(scaled)
    band = limits(scaled[:base], screened=screened)
    back = max(0.0, band.lower) ** POWER, band.upper**POWER
    return Fit(
        shown=values,
        scaled=scaled,
        centre=band.mean**POWER,
        base=base,
        band=band,
        ends=[back] * len(values),
    )


def _rates(
    values: Sequence[float],
    denominators: Sequence[float],
    base: int,
    screened: bool,  # noqa: FBT001
) -> Fit:
    weights = denominators[:base]
    mean = fsum(v * n for v, n in zip(values, weights, strict=False)) / fsum(weights)
    roots = [sqrt(n) for n in denominators]
    scaled = [(value - mean) * root for value, root in zip(values, roots, strict=True)]
    average(scaled)
    width = limits(scaled[:base], screened=screened)
    half = (width.upper - width.lower) / 2
    ends = [(mean - half / root, mean + half / root) for root in roots]
    slack = ROUNDING * max(abs(mean), *map(abs, values)) * max(roots)
    band = Limits(mean=0.0, lower=-half, upper=half, slack=slack)
    return Fit(shown=values, scaled=scaled, centre=mean, base=base, band=band, ends=ends)
