"""How often a run chart crosses its median, and how often chance would let it.

Source: Anhøj and Olesen, Run charts revisited, PLoS ONE 9(11): e113825 (2014): each of the n − 1
steps between n points that are off the median crosses it with a chance of one half, and the fewest
crossings are the 5th percentile of that binomial distribution. The most are its 95th.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from civalue_build.appraise.limits import ROUNDING
from civalue_build.appraise.signals import sides_of
from civalue_build.model.charts import Crossings

ONE_IN = 20
"""One chart in twenty of chance alone has fewer crossings, and one in twenty has more."""


def crossings(values: Sequence[float], median: float) -> Crossings:
    """Return the crossings of the median by points that are not on it, beside those expected."""
    sides = [side for side in sides_of(values, median, ROUNDING * abs(median)) if side]
    fewest, most = expected(len(sides))
    found = sum(a != b for a, b in pairwise(sides))
    return Crossings(useful=len(sides), found=found, fewest=fewest, most=most)


@lru_cache(maxsize=1024)
def expected(useful: int) -> tuple[int, int]:
    """Return the fewest and the most crossings that chance allows `useful` points."""
    steps = max(0, useful - 1)
    ways = below = 1
    fewest = 0
    while below * ONE_IN < 2**steps:
        fewest += 1
        ways = ways * (steps - fewest + 1) // fewest
        below += ways
    return fewest, steps - fewest
