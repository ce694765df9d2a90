"""Charts of the library beside charts worked out by definition, on thousands of series."""

import math
from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise.charts import chart
from civalue_build.appraise.crossings import expected
from civalue_build.appraise.limits import limits
from civalue_build.model.charts import ChartPoint, MeasureChart
from civalue_build.model.enums import Better, Chart, Reading
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, Rebase, SeriesPoint
from tests.appraise import spc_by_definition as definition
from tests.conftest import examples

Tenths = Sequence[int]
SEEDS = range(2_000)
TENTHS = st.lists(st.integers(-60, 60), min_size=2, max_size=60)


def month(index: int) -> PartialDate:
    return PartialDate(year=1900 + index // 12, month=index % 12 + 1)


def drawn(
    tenths: Tenths,
    kind: Chart,
    *,
    base: int | None = None,
    screen: bool = False,
    rebases: Sequence[int] = (),
) -> MeasureChart:
    measure = Measure(
        id="m",
        label="M",
        unit="u",
        better=Better.HIGHER,
        chart=kind,
        screen=screen,
        baseline_until=None if base is None else month(base - 1),
        rebases=tuple(Rebase(date=month(at), cause="A cause") for at in rebases),
    )
    values = [number / 10 for number in tenths]
    return chart(
        measure, [SeriesPoint(date=month(i), value=value) for i, value in enumerate(values)]
    )


def exact(tenths: Tenths) -> list[Fraction]:
    return [Fraction(number, 10) for number in tenths]


def marks(points: Sequence[ChartPoint]) -> definition.Marks:
    """The signals of points; higher is better here, so improvement is upwards."""
    return [
        (point.signal.value, 1 if point.reads is Reading.IMPROVEMENT else -1)
        if point.signal
        else None
        for point in points
    ]


def series(seed: int) -> list[int]:
    """A series made to be awkward: ties, level stretches, steps, drifts and far points."""
    random = Random(seed)  # noqa: S311 no secret
    count = random.randint(2, 45)
    kind = seed % 8
    level = random.randint(-30, 30)
    steps: list[Callable[[int], int]] = [
        lambda _: random.randint(-50, 50),
        lambda _: random.choice([level, level + 1]),
        lambda _: level,
        lambda i: level + (i >= count // 2) * random.choice([3, 4]) + random.randint(-3, 3),
        lambda i: i // random.randint(1, 3) + random.randint(0, 1),
        lambda _: random.choice([1, 1, 2, 2, 1, 90]),
        lambda i: (-1) ** i * random.choice([4, 6, 8]),
        lambda i: abs(i % 14 - 7) * 5,
    ]
    return [steps[kind](i) for i in range(count)]


def compare_xmr(tenths: Tenths, base: int | None, *, screen: bool) -> None:
    found = drawn(tenths, Chart.XMR, base=base, screen=screen)
    values = exact(tenths)
    baseline = values[:base] if base else values
    segment = found.segments[0]
    numbers = (segment.mean, segment.lower, segment.upper)
    wanted = definition.limits(baseline, screened=screen)
    for number, exactly in zip(numbers, wanted, strict=True):
        assert number == pytest.approx(float(exactly), rel=1e-9, abs=1e-9)
    assert marks(found.points) == definition.xmr(values, baseline, screened=screen), tenths


def compare_run(tenths: Tenths, base: int | None) -> None:
    found = drawn(tenths, Chart.RUN, base=base)
    values = exact(tenths)
    baseline = values[:base] if base else values
    assert found.segments[0].mean == pytest.approx(float(definition.median(baseline)), abs=1e-12)
    assert marks(found.points) == definition.run(values, baseline), tenths
    useful, crossed = definition.crossings(values, definition.median(baseline))
    counted = found.segments[0].crossings
    assert counted
    assert (counted.useful, counted.found) == (useful, crossed)


@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2, 3))])
def test_an_xmr_chart_of_every_seeded_series_is_the_one_by_definition(part: int) -> None:
    for seed in SEEDS[part::4]:
        tenths = series(seed)
        base = Random(seed).randint(2, len(tenths)) if seed % 3 == 0 else None  # noqa: S311
        compare_xmr(tenths, base, screen=seed % 2 == 0)


def test_a_run_chart_of_every_seeded_series_is_the_one_by_definition() -> None:
    for seed in SEEDS[::2]:
        tenths = series(seed)
        compare_run(tenths, Random(seed).randint(2, len(tenths)) if seed % 3 == 0 else None)  # noqa: S311


@examples(300)
@given(TENTHS, st.booleans())
def test_an_xmr_chart_of_any_series_is_the_one_by_definition(
    tenths: list[int],
    screen: bool,  # noqa: FBT001
) -> None:
    compare_xmr(tenths, None, screen=screen)


@examples(300)
@given(TENTHS)
def test_a_run_chart_of_any_series_is_the_one_by_definition(tenths: list[int]) -> None:
    compare_run(tenths, None)


@examples(150)
@given(TENTHS, TENTHS)
def test_each_of_two_segments_is_a_chart_of_its_own(first: list[int], second: list[int]) -> None:
    found = drawn([*first, *second], Chart.XMR, rebases=[len(first)])
    parts = exact(first), exact(second)
    assert marks(found.points) == [mark for part in parts for mark in definition.xmr(part, part)]
    assert [segment.n for segment in found.segments] == [len(first), len(second)]


@examples(150)
@given(TENTHS, st.integers(1, 10**9))
def test_the_signals_do_not_depend_on_the_unit(tenths: list[int], times: int) -> None:
    once, larger = (drawn([n * by for n in tenths], Chart.XMR) for by in (1, times))
    assert marks(once.points) == marks(larger.points)


@examples(150)
@given(TENTHS)
def test_a_series_upside_down_has_the_signals_of_the_other_direction(tenths: list[int]) -> None:
    up, down = (drawn([by * n for n in tenths], Chart.XMR) for by in (1, -1))
    turned = [(mark[0], -mark[1]) if mark else None for mark in marks(up.points)]
    assert marks(down.points) == turned


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("kind", list(Chart))
def test_a_value_that_is_not_finite_is_refused(bad: float, kind: Chart) -> None:
    points = [
        SeriesPoint(date=month(i), value=value, denominator=10)
        for i, value in enumerate((1.0, bad, 2.0))
    ]
    with pytest.raises(ValueError, match="finite"):
        chart(Measure(id="m", label="M", unit="u", better=Better.LOWER, chart=kind), points)
    with pytest.raises(ValueError, match="finite"):
        limits([1.0, bad])


@pytest.mark.parametrize("useful", range(2, 80))
def test_chance_has_fewer_crossings_than_the_fewest_at_most_once_in_twenty(useful: int) -> None:
    fewest, most = expected(useful)
    once = Fraction(1, 20)
    assert definition.chance_of_crossings(useful, fewest) >= once
    assert fewest == 0 or definition.chance_of_crossings(useful, fewest - 1) < once
    assert most == useful - 1 - fewest


@pytest.mark.parametrize("seed", range(40))
def test_a_chart_of_rates_has_the_limits_of_both_of_laneys_charts(seed: int) -> None:
    random = Random(seed)  # noqa: S311 no secret
    among = [float(random.randint(40, 400)) for _ in range(random.randint(2, 40))]
    cases = [float(random.randint(1, 39)) for _ in among]
    for per, wanted in ((100.0, definition.p_prime), (1000.0, definition.u_prime)):
        points = [
            SeriesPoint(date=month(i), value=per * c / n, denominator=n)
            for i, (c, n) in enumerate(zip(cases, among, strict=True))
        ]
        measure = Measure(id="m", label="M", unit="u", better=Better.LOWER, chart=Chart.RATE)
        found = chart(measure, points)
        for point, (centre, lower, upper) in zip(found.points, wanted(cases, among), strict=True):
            assert found.segments[0].mean == pytest.approx(per * centre)
            assert point.lower == pytest.approx(per * lower, abs=1e-9)
            assert point.upper == pytest.approx(per * upper, abs=1e-9)
            is_outside = not per * lower - 1e-9 <= (point.value or 0) <= per * upper + 1e-9
            assert (point.signal is not None and point.signal.value == "outside-limits") is (
                is_outside
            )


@pytest.mark.parametrize("seed", range(40))
def test_a_chart_of_times_is_an_xmr_chart_of_their_roots(seed: int) -> None:
    random = Random(seed)  # noqa: S311 no secret
    days = [random.randint(0, 200) for _ in range(random.randint(2, 40))]
    root = 1 / 3.6
    points = [SeriesPoint(date=month(i), value=float(day)) for i, day in enumerate(days)]
    rooted = [SeriesPoint(date=p.date, value=(p.value or 0) ** root) for p in points]
    measure = Measure(id="m", label="M", unit="day", better=Better.HIGHER, chart=Chart.TIME_BETWEEN)
    found = chart(measure, points)
    plain = chart(Measure(id="m", label="M", unit="day", better=Better.HIGHER), rooted)
    segment, other = found.segments[0], plain.segments[0]
    assert marks(found.points) == marks(plain.points)
    assert segment.mean == pytest.approx(other.mean**3.6)
    assert segment.upper == pytest.approx((other.upper or 0) ** 3.6)
    assert segment.lower == pytest.approx(max(0.0, other.lower or 0) ** 3.6)
