"""A title never says more than its points do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise.charts import chart
from civalue_build.model.enums import Better, Chart
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, Rebase, SeriesPoint
from civalue_build.present.case.measure_titles import message

CALM = [20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22]
LOW = [10, 11, 10, 11, 10, 11, 10, 11, 10, 11]


def month(at: int) -> PartialDate:
    return PartialDate(year=2023 + at // 12, month=at % 12 + 1)


CHANGED: dict[str, Any] = {"change_on": month(12), "baseline_until": month(11)}
HIGHER: dict[str, Any] = {"better": Better.HIGHER}
NEITHER: dict[str, Any] = {"better": Better.NEITHER}
RUN: dict[str, Any] = {"chart": Chart.RUN}


def said(values: Sequence[float], **changes: Any) -> str:
    measure = replace(Measure(id="m", label="M", unit="u", better=Better.LOWER), **changes)
    points = [SeriesPoint(date=month(at), value=float(v)) for at, v in enumerate(values)]
    return message(measure, chart(measure, points)).removeprefix("M: ")


@pytest.mark.parametrize(
    ("values", "changes", "words"),
    [
        (CALM + LOW, CHANGED, "fell after January 2024 and stayed down"),
        (CALM + LOW, CHANGED | HIGHER, "fell after January 2024, a signal of concern"),
        (LOW[:8] + CALM + [20] * 2, HIGHER | {"change_on": month(8), "baseline_until": month(7)},
         "rose after September 2023 and stayed up"),
        (CALM + CALM, CHANGED, "no signal of change after January 2024"),
        (CALM + LOW[:6] + CALM, CHANGED, "fell after January 2024"),
        (CALM + LOW + [40, 40], CHANGED, "fell after January 2024; a signal of concern came later"),
        ([*CALM, 40, 40, *LOW], CHANGED,
         "rose after January 2024, a signal of concern; later an improvement"),
        ([30] * 6 + [28] * 4 + [26] * 4 + [20] * 10, {"change_on": month(9)},
         "a signal of concern after October 2023, as before it; later a signal of improvement"),
        ([*CALM, 21, 22, 20], CHANGED,
         "3 points from January 2024 on, too few to tell change from chance"),
        (CALM, {}, "no signal of change"),
        ([1, 2, 3], {}, "3 points, too few to tell change from chance"),
        (LOW + CALM[:8], NEITHER, "above its mean since November 2023, a signal of change"),
        ([61, 64, 70, 73, 78, 77, 81, 79], RUN | HIGHER | {"change_on": month(1)},
         "rose after February 2023, but the points since make no signal by themselves"),
        ([50, 61, 64, 70, 73, 78, 77, 81, 79], RUN | HIGHER | {"change_on": month(2)},
         "rose, but the signal began before March 2023"),
        ([9, 8, 7, 6, 5, 4, 3], RUN | {"change_on": month(0)},
         "below its median since May 2023, a signal of improvement"),
    ],
)  # fmt: skip
def test_a_title_says_what_the_points_show(
    values: Sequence[float], changes: dict[str, Any], words: str
) -> None:
    assert said(values, **changes) == words


def test_new_limits_do_not_undo_what_was_reached() -> None:
    rebases = (Rebase(date=month(18), cause="A new way"),)
    assert said(CALM + LOW + LOW, **CHANGED, rebases=rebases).endswith("and stayed down")


def test_a_rise_of_a_few_months_is_not_said_to_have_stayed() -> None:
    assert said([*CALM, 5, 5, 5], **CHANGED) == "fell after January 2024"
