"""The library read by an approach: how many cases have something in each of its categories."""

from collections import Counter
from collections.abc import Iterator

from civalue_build.model.approach import Approach
from civalue_build.model.enums import Side
from civalue_build.model.fall import LINE, NOTHING, OUTCOME
from civalue_build.present import wording
from civalue_build.present.charts.pyramid.model import Entry, Heading, Level, PyramidChart
from civalue_build.present.library.base import Library

NOTE = (
    "A case can stand on several levels. The widths are those of any pyramid, and measure nothing. "
    "Invented and archived cases are not counted."
)
Counts = list[Counter[str]]


def counts(library: Library, name: str, approach: Approach) -> Counts:
    """Return, for each category, how many real cases have a line, outcomes alone, or nothing."""
    found: Counts = [Counter() for _ in approach.categories]
    for card in library.counted:
        letters = dict(card.falls).get(name, "")
        for count, letter in zip(found, letters, strict=False):
            count[letter] += 1
    return found


def library_pyramid(library: Library, name: str, approach: Approach) -> PyramidChart:
    """Return how many cases stand on each level of an approach that has a pyramid."""
    levels = tuple(_levels(counts(library, name, approach), approach))
    return PyramidChart(
        id=f"{name}-levels",
        title=_title(library, levels),
        measure="Real cases with a line or an outcome on each level",
        head="Level",
        headings=(Heading("Cases"), Heading("With a line"), Heading("With outcomes alone")),
        levels=levels,
        note=NOTE,
    )


def _title(library: Library, levels: tuple[Level, ...]) -> str:
    cases = wording.counted(len(library.counted), "case", "cases")
    base, tip = (level.figures[0].shown for level in (levels[0], levels[-1]))
    return f"Of {cases}, {base} stand on the base and {tip} on the tip"


def _levels(found: Counts, approach: Approach) -> Iterator[Level]:
    pairs = zip(approach.categories, found, strict=True)
    shown = [pair for pair in pairs if pair[0].side is not Side.COST]
    for number, (category, count) in enumerate(shown, start=1):
        lines, outcomes = count[LINE], count[OUTCOME]
        yield Level(
            number=number,
            name=category.title,
            says=(_says(lines + outcomes, count[NOTHING]),),
            filled=lines + outcomes > 0,
            figures=tuple(Entry(wording.number(n), n) for n in (lines + outcomes, lines, outcomes)),
        )


def _says(standing: int, without: int) -> str:
    if not standing:
        return "no case"
    cases = wording.counted(standing, "case", "cases")
    return f"{cases} of {wording.number(standing + without)}"
