"""Control charts and run charts a second time: from the words of the rules, in exact fractions.

Nothing here is shared with the library. Every rule looks at every window of points, one by one, so
that it reads as its definition does. Values are whole numbers over ten, as people write them.
"""

from fractions import Fraction
from math import comb

LIMIT = Fraction(266, 100)
SCREEN = Fraction(3267, 1000)

Marks = list[tuple[str, int] | None]


def mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def median(values: list[Fraction]) -> Fraction:
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def limits(
    baseline: list[Fraction], *, screened: bool = False
) -> tuple[Fraction, Fraction, Fraction]:
    """Mean, lower and upper limit: the mean moving range times 2.66 on either side."""
    ranges = [abs(baseline[i] - baseline[i - 1]) for i in range(1, len(baseline))]
    typical = mean(ranges)
    if screened:
        kept = [r for r in ranges if not r >= SCREEN * typical]
        typical = mean(kept) if kept else typical
    centre = mean(baseline)
    return centre, centre - LIMIT * typical, centre + LIMIT * typical


def xmr(values: list[Fraction], baseline: list[Fraction], *, screened: bool = False) -> Marks:
    """The first of the four signals that each point is part of, with its direction."""
    centre, lower, upper = limits(baseline, screened=screened)
    return [
        outside(values[i], lower, upper)
        or trend(values, i, 7)
        or near(values, i, centre, upper)
        or shift(values, i, centre, 7)
        for i in range(len(values))
    ]


def run(values: list[Fraction], baseline: list[Fraction]) -> Marks:
    """Trend before shift; a shift looks only at points that are not on the median."""
    centre = median(baseline)
    off = [value for value in values if value != centre]
    found: Marks = []
    for i, value in enumerate(values):
        place = sum(other != centre for other in values[:i])
        shifted = None if value == centre else shift(off, place, centre, 6)
        found.append(trend(values, i, 5) or shifted)
    return found


def outside(value: Fraction, lower: Fraction, upper: Fraction) -> tuple[str, int] | None:
    if value > upper:
        return "outside-limits", 1
    return ("outside-limits", -1) if value < lower else None


def windows(count: int, index: int, size: int) -> list[range]:
    """Every window of so many points in a row that holds the point, the latest first."""
    starts = range(max(0, index - size + 1), min(index, count - size) + 1)
    return [range(start, start + size) for start in reversed(starts)]


def trend(values: list[Fraction], index: int, points: int) -> tuple[str, int] | None:
    """Each point of a window above the one before it, or each below; the later trend counts."""
    for window in windows(len(values), index, points):
        pairs = [(values[i - 1], values[i]) for i in window[1:]]
        if all(b > a for a, b in pairs):
            return "trend", 1
        if all(b < a for a, b in pairs):
            return "trend", -1
    return None


def near(
    values: list[Fraction], index: int, centre: Fraction, upper: Fraction
) -> tuple[str, int] | None:
    """Two of three beyond two thirds of the way to a limit and not outside, all three on a side."""
    for window in windows(len(values), index, 3):
        for sign in (1, -1):
            away = [sign * (values[i] - centre) for i in window]
            close = [upper - centre >= d > Fraction(2, 3) * (upper - centre) for d in away]
            if min(away) > 0 and sum(close) >= 2 and close[window.index(index)]:
                return "two-of-three", sign
    return None


def shift(
    values: list[Fraction], index: int, centre: Fraction, points: int
) -> tuple[str, int] | None:
    for window in windows(len(values), index, points):
        if all(values[i] > centre for i in window):
            return "shift", 1
        if all(values[i] < centre for i in window):
            return "shift", -1
    return None


def crossings(values: list[Fraction], centre: Fraction) -> tuple[int, int]:
    """Points that are not on the centre, and how often the line between them changes sides."""
    above = [value > centre for value in values if value != centre]
    return len(above), sum(above[i] != above[i - 1] for i in range(1, len(above)))


def chance_of_crossings(useful: int, at_most: int) -> Fraction:
    """How likely so few crossings are, where each step crosses or not like a coin."""
    return sum(
        (Fraction(comb(useful - 1, k), 2 ** (useful - 1)) for k in range(at_most + 1)), Fraction(0)
    )


def p_prime(cases: list[float], among: list[float]) -> list[tuple[float, float, float]]:
    """Centre, lower and upper limit of each share, as Laney's P′ chart is written down."""
    share = sum(cases) / sum(among)
    spread = [(share * (1 - share) / n) ** 0.5 for n in among]
    return laney([c / n for c, n in zip(cases, among, strict=True)], share, spread)


def u_prime(cases: list[float], among: list[float]) -> list[tuple[float, float, float]]:
    """Centre, lower and upper limit of each rate, as Laney's U′ chart is written down."""
    rate = sum(cases) / sum(among)
    spread = [(rate / n) ** 0.5 for n in among]
    return laney([c / n for c, n in zip(cases, among, strict=True)], rate, spread)


def laney(
    values: list[float], centre: float, spread: list[float]
) -> list[tuple[float, float, float]]:
    scores = [(value - centre) / own for value, own in zip(values, spread, strict=True)]
    ranges = [abs(scores[i] - scores[i - 1]) for i in range(1, len(scores))]
    wide = 2.66 / 3 * sum(ranges) / len(ranges)
    return [(centre, centre - 3 * own * wide, centre + 3 * own * wide) for own in spread]
