"""Discount factors by year.

Source: HM Treasury, The Green Book; the schedules themselves are framework data.
"""

from collections.abc import Sequence

import numpy as np

from civalue_build.model.enums import Stream
from civalue_build.model.reference import Band, DiscountSchedule

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def rate(bands: Sequence[Band], year: int) -> float:
    """Return the yearly rate of `year`; beyond every band the last one's goes on."""
    return next((band.rate for band in bands if band.holds(year)), bands[-1].rate)


def factors(bands: Sequence[Band], years: int) -> Array:
    """Return the discount factors of years 0 to `years` − 1, shape (years,).

    f(0) = 1 and f(t) = f(t − 1) / (1 + r(t)), where r(t) is the rate of the band of year t.
    """
    growth = np.array([1.0] + [1 + rate(bands, year) for year in range(1, years)])
    return 1 / np.cumprod(growth[:years])


def stream_factors(schedule: DiscountSchedule, stream: Stream, years: int) -> Array:
    """Return the factors that money, or health effects, follow; shape (years,)."""
    bands = schedule.health if stream is Stream.HEALTH and schedule.health else schedule.money
    return factors(bands, years)
