import random
from datetime import date
from itertools import pairwise

import pytest

from civalue_build.present.charts.series.dates import NARROW, Dates

DRAW = random.Random(11)  # noqa: S311 no secret
START = date(1948, 7, 5).toordinal()
SPANS = [
    Dates(first := START + DRAW.randrange(30000), first + DRAW.choice((1, 5, 40, 69, 71, 80, 400)))
    for _ in range(300)
] + [Dates(first := START + DRAW.randrange(3000), first + DRAW.randrange(1, 36500)) for _ in
     range(700)]  # fmt: skip


@pytest.mark.parametrize("dates", SPANS)
def test_words_of_an_axis_never_overlap_on_a_phone(dates: Dates) -> None:
    spans = [dates.span(tick) for tick in dates.ticks()]
    assert len(spans) >= 2
    assert all(left[1] < right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize("dates", SPANS)
def test_words_stay_in_the_room_beside_the_plot(dates: Dates) -> None:
    spans = [dates.span(tick) for tick in dates.ticks()]
    assert spans[0][0] > -44
    assert spans[-1][1] < NARROW + 100


def test_an_axis_of_days_has_days_one_of_years_has_years() -> None:
    july = date(2023, 7, 3).toordinal()
    assert [tick.words for tick in Dates(july, july + 28).ticks()] == [
        "3 Jul", "17 Jul", "31 Jul",
    ]  # fmt: skip
    years = Dates(date(2022, 4, 1).toordinal(), date(2026, 3, 1).toordinal())
    assert [tick.words for tick in years.ticks()] == ["2023", "2024", "2025", "2026"]


def test_a_tick_stands_where_its_date_is() -> None:
    dates = Dates(date(2022, 4, 1).toordinal(), date(2026, 3, 1).toordinal())
    for tick in dates.ticks():
        assert date.fromordinal(tick.day) == date(int(tick.words), 1, 1)


def test_an_axis_of_one_day_has_one_tick() -> None:
    day = date(2022, 4, 1).toordinal()
    assert [tick.words for tick in Dates(day, day).ticks()] == ["Apr 2022"]
