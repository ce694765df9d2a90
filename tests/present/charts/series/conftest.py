"""Series of every sort, worked out as those of cases are."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise.charts import chart
from civalue_build.model.enums import Better
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import Measure, Rebase, SeriesPoint
from civalue_build.present.case.measure_keys import marks
from civalue_build.present.charts.series.model import SeriesChart

HOSTILE = '</script><b>"x"</b> & <a href="javascript:alert(1)">=1</a>'
Make = Callable[..., SeriesChart]


def month(at: int) -> PartialDate:
    """The month that many months after April 2022."""
    return PartialDate(year=2022 + (3 + at) // 12, month=(3 + at) % 12 + 1)


def made(values: list[float | None], words: str = "M", **changes: Any) -> SeriesChart:
    """A chart of monthly values."""
    measure = replace(Measure(id="m", label=words, unit="u", better=Better.LOWER), **changes)
    points = [SeriesPoint(date=month(at), value=value) for at, value in enumerate(values)]
    found = chart(measure, points)
    return SeriesChart(
        id="m", title=words, measure=words, label=words, unit=measure.unit, chart=found,
        target=measure.target, baseline_until=measure.baseline_until, marks=marks(measure, found),
    )  # fmt: skip


@pytest.fixture
def make() -> Make:
    return made


@pytest.fixture(params=["falls", "rebased", "gap", "flat", "hostile"])
def series(request: pytest.FixtureRequest) -> SeriesChart:
    """One series of each sort."""
    draw = random.Random(4)  # noqa: S311 no secret
    calm: list[float | None] = [round(20 + draw.gauss(0, 2), 1) for _ in range(18)]
    low: list[float | None] = [round(8 + draw.gauss(0, 1), 1) for _ in range(18)]
    change: dict[str, Any] = {"change_on": month(18), "baseline_until": month(17)}
    kinds: dict[str, Callable[[], SeriesChart]] = {
        "falls": lambda: made(calm + low, **change),
        "rebased": lambda: made(
            calm + low, target=12, rebases=(Rebase(date=month(24), cause="A new way"),), **change
        ),
        "gap": lambda: made([*calm[:6], None, *calm[7:]]),
        "flat": lambda: made([3.0] * 12),
        "hostile": lambda: made(
            calm + low, words=HOSTILE, unit=HOSTILE,
            rebases=(Rebase(date=month(24), cause=HOSTILE),), **change,
        ),
    }  # fmt: skip
    return kinds[str(request.param)]()
