"""Discount factors by year.

Source: HM Treasury, The Green Book; the schedules themselves are framework data.
"""

from collections.abc import Sequence
from itertools import accumulate
from operator import mul

from civalue_build.model.enums import Stream
from civalue_build.model.reference import Band, DiscountSchedule


def rate(bands: Sequence[Band], year: int) -> float:
    """Return the yearly rate of `year`; beyond every band the last one's goes on."""
    for band in bands:
        if band.holds(year):
            return band.rate
    return bands[-1].rate


def factors(bands: Sequence[Band], years: int) -> tuple[float, ...]:
    """Return the discount factors of years 0 to `years` − 1.

    f(0) = 1 and f(t) = f(t − 1) / (1 + r(t)), where r(t) is the rate of the band of year t.
    """
    growth = (1.0 if year == 0 else 1 + rate(bands, year) for year in range(years))
    return tuple(1 / level for level in accumulate(growth, mul))


def stream_factors(schedule: DiscountSchedule, stream: Stream, years: int) -> tuple[float, ...]:
    """Return the factors that money, or health effects, follow."""
    bands = schedule.health if stream is Stream.HEALTH and schedule.health else schedule.money
    return factors(bands, years)
