"""The pyramid of a case: what of it stands on each level of an approach that has one."""

from collections.abc import Iterator

from civalue_build.model.approach import Approach, Category
from civalue_build.model.crosswalk import Money, Placed, Reading
from civalue_build.model.enums import Side
from civalue_build.present import wording
from civalue_build.present.case.approach_rows import has_amounts, missing
from civalue_build.present.case.base import Material
from civalue_build.present.charts.pyramid.model import Entry, Heading, Level, PyramidChart

NOTE = "The widths are those of any pyramid. They measure nothing, and no level is a score."
NOTHING = "nothing of this case"
Pairs = list[tuple[Category, Placed]]


def case_pyramid(known: Material, approach: Approach, reading: Reading) -> PyramidChart:
    """Return the pyramid of a case: a level for each category that takes benefits or people."""
    pairs = _levels(approach, reading)
    standing = sum(not placed.is_empty for _, placed in pairs)
    unit = known.currency
    return PyramidChart(
        id=levels_id(reading.approach),
        title=f"This case stands on {standing} of {len(pairs)} levels",
        measure=_measure(known),
        head="Level",
        headings=(
            Heading("Lines"),
            Heading("Outcomes"),
            Heading("Claimed, NHS", unit),
            Heading("Corrected, NHS", unit),
            Heading("Claimed, society", unit),
            Heading("Corrected, society", unit),
        ),
        levels=tuple(_level(known, number, *pair) for number, pair in enumerate(pairs, start=1)),
        note=NOTE,
    )


def levels_id(approach: str) -> str:
    """Return the id of the picture of an approach."""
    return f"{approach}-levels"


def _levels(approach: Approach, reading: Reading) -> Pairs:
    pairs = zip(approach.categories, reading.categories, strict=True)
    return [pair for pair in pairs if pair[0].side is not Side.COST]


def _measure(known: Material) -> str:
    vintage = known.appraisal.vintage
    counted = "Lines and outcomes on each level"
    if vintage is None or not has_amounts(known):
        return counted
    return f"{counted}, and their present value {known.over}, in {vintage.price_year} prices"


def _level(known: Material, number: int, category: Category, placed: Placed) -> Level:
    return Level(
        number=number,
        name=category.title,
        says=tuple(_says(known, placed)),
        filled=not placed.is_empty,
        figures=(
            _count(len(placed.lines)),
            _count(len(placed.outcomes)),
            *_amounts(known, placed, placed.headline, missing(placed)),
            *_amounts(known, placed, placed.society, missing(placed)),
        ),
    )


def _says(known: Material, placed: Placed) -> Iterator[str]:
    if placed.is_empty:
        yield NOTHING
        return
    lines, outcomes = len(placed.lines), len(placed.outcomes)
    counts = (
        wording.counted(lines, "line", "lines") if lines else "",
        wording.counted(outcomes, "outcome", "outcomes") if outcomes else "",
    )
    yield ", ".join(filter(None, counts))
    yield _money(known, placed)


def _money(known: Material, placed: Placed) -> str:
    found = placed.headline or placed.society
    if found is None:
        return missing(placed)
    claimed, corrected = (wording.about(n, known.currency) for n in _both(found))
    who = "NHS" if placed.headline else "society"
    return f"{who}: {claimed} claimed, {corrected} corrected"


def _both(money: Money) -> tuple[float, float]:
    return money.claimed, money.corrected


def _count(number: int) -> Entry:
    return Entry(wording.number(number), number)


def _amounts(known: Material, placed: Placed, money: Money | None, why: str) -> Iterator[Entry]:
    if money is None:
        yield from [Entry("" if placed.is_empty else why, empty=True)] * 2
    else:
        yield from (Entry(wording.money(n, known.currency), n) for n in _both(money))
