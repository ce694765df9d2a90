"""Seeded draws from PERT distributions, one stream for each input of each case."""

import hashlib

import numpy as np

from civalue_build.appraise.discounting import Array
from civalue_build.model.estimate import Range

DRAWS = 10_000
WEIGHT = 4
"""λ of the PERT distribution: how much more the central value weighs than either end."""


def draw(case: str, key: str, number: Range, draws: int = DRAWS) -> Array:
    """Return `draws` values of one input as a column, shape (draws, 1).

    The ends of the range are the ends of the distribution; equal ends give a constant. The seed
    comes from the case and the input's key alone, so that the order of lines does not matter.
    """
    width = number.high - number.low
    if width <= 0:
        return np.full((draws, 1), number.central)
    lean = min(1.0, max(0.0, (number.central - number.low) / width))
    seed = hashlib.sha256(f"{case}\n{key}".encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(seed)))
    beta = generator.beta(1 + WEIGHT * lean, 1 + WEIGHT * (1 - lean), size=(draws, 1))
    return np.asarray(number.low + width * beta, dtype=np.float64)
