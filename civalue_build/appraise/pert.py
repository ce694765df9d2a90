"""Seeded draws from PERT distributions, one stream for each input of each case.

The one place of the arithmetic that needs numpy, and so imported only where draws are made.
"""

import hashlib
from collections.abc import Mapping

import numpy as np

from civalue_build.appraise.moves import Sum
from civalue_build.appraise.number import DRAWS, Column
from civalue_build.model.estimate import Range

WEIGHT = 4
"""λ of the PERT distribution: how much more the central value weighs than either end."""


def spread(case: str, total: Sum, ranges: Mapping[str, Range]) -> tuple[float, float, float]:
    """Return the chance that a sum of one amount is positive, and its 5th and 95th percentile."""
    columns = {key: draw(case, key, ranges[key]) for key in ranges if key in total.users}
    (drawn,) = total.at(columns)
    low, high = np.percentile(drawn, (5, 95))
    return float(np.mean(np.greater(drawn, 0))), float(low), float(high)


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
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(seed)))
    beta = generator.beta(1 + WEIGHT * lean, 1 + WEIGHT * (1 - lean), size=draws)
    return np.asarray(number.low + width * beta, dtype=np.float64)
