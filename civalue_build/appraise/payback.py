"""When the money is back."""

from collections.abc import Sequence

TOLERANCE = 1e-9
"""Share of the largest amount below which a sum counts as nothing."""


def payback(costs: Sequence[float], benefits: Sequence[float]) -> float | None:
    """Return the years from the start of year 0 until the money is back, none where it never is.

    Costs of a year fall at its start, its benefits evenly through it. The answer is the first
    moment from which the cumulative net stays non-negative until the horizon.
    """
    scale = max(map(abs, (*costs, *benefits)), default=0.0) * TOLERANCE
    answer: float | None = 0.0
    net = 0.0
    for year, (cost, benefit) in enumerate(zip(costs, benefits, strict=True)):
        start, net = net - cost, net - cost + benefit
        if net < -scale:
            answer = None
        elif start < -scale:
            answer = year + min(1.0, -start / benefit)
    return answer
