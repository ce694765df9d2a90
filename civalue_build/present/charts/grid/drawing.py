"""The still drawing of a grid: SVG that needs no script and no style of its page."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.present.charts.drawing import INK, STRONG, head, legend, look
from civalue_build.present.charts.geometry import CLAIMED, NEUTRAL
from civalue_build.present.charts.grid.layout import PAD, ROW, Cell, Grid, Words
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.svg import rect, share, together, words

PAPER = "#FFFFFF"
_DARK = (CLAIMED, NEUTRAL)
SMALL = 'font-size="13"'


def grid_drawing(chart: Chart, plan: Grid) -> Markup:
    """Return a grid that is laid out as an SVG element with a name and a description."""
    return Markup("".join(_parts(chart, plan)))  # noqa: S704 its words are escaped


def ink_on(cell: Cell) -> str:
    """Return the colour of words that can be read on a cell."""
    return PAPER if cell.colour in _DARK and not cell.hollow else INK


def _parts(chart: Chart, plan: Grid) -> Iterator[str]:
    yield head(chart, plan.top + plan.height, "cv-cells")
    yield from legend(chart)
    yield f'<g transform="translate(0 {plan.top})" {SMALL}>'
    yield together(map(_text, plan.heads), f'fill="{INK}"{STRONG}')
    yield together(map(_text, plan.rows), f'fill="{INK}"')
    yield from map(_area, plan.cells)
    yield together((line for cell in plan.cells for line in _said(cell)), 'text-anchor="middle"')
    yield "</g></svg>"


def _text(text: Words) -> str:
    return words(text.words, share(text.across), text.y)


def _area(cell: Cell) -> str:
    edge = 1 if cell.hollow else 0
    fill = look(cell.colour, hollow=cell.hollow)
    return rect(share(cell.left), cell.y + edge, share(cell.width), cell.height - 2 * edge, fill)


def _said(cell: Cell) -> Iterator[str]:
    top = cell.y + (cell.height - ROW * len(cell.lines)) / 2 + ROW - PAD / 2
    style = f'fill="{ink_on(cell)}"{"" if cell.hollow else STRONG}'
    for at, line in enumerate(cell.lines):
        yield words(line, share(cell.middle), top + ROW * at, style)
