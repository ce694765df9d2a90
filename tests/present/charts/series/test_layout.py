import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from civalue_build.model.charts import ChartPoint
from civalue_build.model.estimate import PartialDate
from civalue_build.present.charts.series.dates import NARROW
from civalue_build.present.charts.series.layout import APART, LETTER, layout, unbroken
from civalue_build.present.charts.series.model import Mark, SeriesChart, day_of
from tests.present.charts.series.conftest import Make, made, month


def test_labels_beside_the_plot_never_overlap(series: SeriesChart) -> None:
    places = [label.down for label in layout(series).labels]
    assert all(below - above >= APART - 0.01 for above, below in pairwise(places))


@pytest.mark.parametrize("target", [8.0, 8.01, 7.9, 20.0])
def test_a_target_on_another_line_keeps_its_own_label(make: Make, target: float) -> None:
    labels = layout(make([8.0, 8.1, 7.9, 8.0, 8.1, 8.0], target=target)).labels
    assert sum(label.kind == "target" for label in labels) == 1
    assert all(b.down - a.down >= APART - 0.01 for a, b in pairwise(labels))


def test_letters_of_marks_never_overlap_on_a_phone() -> None:
    draw = random.Random(3)  # noqa: S311 no secret
    for _ in range(100):
        days = sorted(draw.sample(range(36), 8))
        marks = tuple(Mark(date=month(day), words="x") for day in days)
        flags = layout(replace(made([5.0, 6.0] * 18), marks=marks)).flags
        for one, other in combinations(flags, 2):
            apart = abs(one.across - other.across) * NARROW
            assert one.row != other.row or apart >= LETTER


def point(when: PartialDate, value: float | None) -> ChartPoint:
    return ChartPoint(date=when, value=value)


def test_a_missing_value_breaks_the_line() -> None:
    points = [point(month(at), None if at == 2 else 1.0) for at in range(6)]
    assert [len(stretch) for stretch in unbroken(points)] == [2, 3]


def test_a_month_that_is_not_there_breaks_the_line() -> None:
    points = [point(month(at), 1.0) for at in (0, 1, 2, 5, 6)]
    assert [len(stretch) for stretch in unbroken(points)] == [3, 2]


def test_years_that_are_not_there_break_the_line() -> None:
    points = [point(PartialDate(year=year), 1.0) for year in (1993, 1994, 1999)]
    assert [len(stretch) for stretch in unbroken(points)] == [2, 1]


def test_events_on_any_day_are_one_line() -> None:
    days = [(2022, 5, 10), (2022, 5, 18), (2022, 7, 7), (2023, 1, 1)]
    points = [point(PartialDate(year=y, month=m, day=d), 1.0) for y, m, d in days]
    assert [len(stretch) for stretch in unbroken(points)] == [4]


def test_a_week_that_is_not_there_breaks_the_line() -> None:
    days = [2, 9, 16, 30]
    points = [point(PartialDate(year=2023, month=1, day=day), 1.0) for day in days]
    assert [len(stretch) for stretch in unbroken(points)] == [3, 1]


def test_the_baseline_ends_between_its_last_point_and_the_next(make: Make) -> None:
    plan = layout(make([5.0, 6.0] * 6, baseline_until=month(5)))
    assert plan.baseline is not None
    ends = [plan.dates.across(_day(at)) for at in (5, 6)]
    assert ends[0] < plan.baseline[1] < ends[1]
    assert layout(make([5.0, 6.0] * 6)).baseline is None


def _day(at: int) -> int:
    return day_of(month(at))
