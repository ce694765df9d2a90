"""Seeded draws from PERT distributions, one stream for each input of each case.

Numpy is slow to import, and only cases with a range need it: import this module where they are.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from civalue_build.appraise.number import DRAWS, Column
from civalue_build.appraise.total import Total
from civalue_build.model.appraisal import DrawBand
from civalue_build.model.estimate import Range

WEIGHT = 4
"""λ of the PERT distribution: how much more the central value weighs than either end."""
LEVELS = 2048
"""A PERT distribution is drawn as so many equally likely values, each the middle one of its part.

They lie several times closer than 10,000 draws can tell apart, and take a tenth of the time of
gamma distributions.
"""
_MASK = np.uint16(LEVELS - 1)
_PER_WORD = 4
"""How many levels come from one word of 64 bits."""
_ANGLES = np.linspace(0, np.pi / 2, 513)
_SINE, _COSINE = np.sin(_ANGLES), np.cos(_ANGLES)
_PARTS = (np.arange(LEVELS) + 0.5) / LEVELS
STEPS = (1, 2, 2.5, 5, 10)
BANDS = 12
"""At most so many bands, and two more at the ends, of the spread of draws."""
ALIKE = 1e-9
"""Share of the largest draw, or of a pound, below which draws do not differ."""

Spread = tuple[float, float, float, tuple[DrawBand, ...]]
"""The chance that a sum is positive, its 5th and 95th percentile, and how its draws spread."""


def spread(case: str, total: Total, ranges: Mapping[str, Range]) -> Spread:
    """Return how a sum spreads while its uncertain inputs are drawn, all others central."""
    drawn = np.zeros(DRAWS)
    shared = {key: draw(case, key, ranges[key]) for key in total.shared if key in ranges}
    # Line by line, so that numbers of one line leave the memory that those of the next one use.
    for line in total.lines:
        own = {
            key: draw(case, key, ranges[key]) for key in (ranges.keys() & line.keys) - shared.keys()
        }
        drawn += line.at({**total.values, **shared, **own})
    low, high = np.percentile(drawn, (5, 95))
    return float(np.mean(drawn > 0)), float(low), float(high), bands(drawn)


def draw(case: str, key: str, number: Range, draws: int = DRAWS) -> Column:
    """Return `draws` values of one input, shape (draws,).

    The ends of the range are the ends of the distribution; equal ends give a constant. The seed
    comes from the case and the input's key alone, so that the order of lines does not matter.
    """
    width = number.high - number.low
    if width <= 0:
        return np.full(draws, number.central)
    lean = min(1.0, max(0.0, (number.central - number.low) / width))
    seed = hashlib.sha256(f"{case}\n{key}".encode()).digest()
    words = np.random.PCG64(int.from_bytes(seed)).random_raw(-(-draws // _PER_WORD))
    levels = words.astype("<u8", copy=False).view("<u2")[:draws] & _MASK
    return number.low + (width * quantiles(lean)).take(levels)


@lru_cache(maxsize=64)
def quantiles(lean: float) -> Column:
    """Return equally likely values, ascending, of PERT between 0 and 1 with its mode at `lean`.

    Integrated over x = sin² θ, which keeps the density and its slope finite at both ends.
    """
    density = _SINE ** (2 * WEIGHT * lean + 1) * _COSINE ** (2 * WEIGHT * (1 - lean) + 1)
    below = np.concatenate(([0.0], np.cumsum(density[1:] + density[:-1])))
    found: Column = np.interp(_PARTS, below / below[-1], _SINE**2)
    found.setflags(write=False)
    return found


def bands(drawn: Column) -> tuple[DrawBand, ...]:
    """Return the share of draws in each of some bands, of one round width and with an edge at 0.

    Empty where all draws are alike. A draw on an edge counts to the band above it.
    """
    low, high = float(drawn.min()), float(drawn.max())
    step = _round_up((high - low) / BANDS)
    if step < max(abs(low), abs(high), 1.0) * ALIKE:
        return ()
    first = int(np.floor(low / step))
    counts = np.bincount((np.floor(drawn / step) - first).astype(np.intp))
    return tuple(
        DrawBand(low=step * (first + at), high=step * (first + at + 1), share=count / drawn.size)
        for at, count in enumerate(counts.tolist())
    )


def _round_up(width: float) -> float:
    if width <= 0:
        return 0.0
    unit = 10.0 ** np.floor(np.log10(width))
    return float(next(step * unit for step in STEPS if step * unit >= width * (1 - 1e-9)))
