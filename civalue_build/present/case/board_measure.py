"""How much of a sheet of A4 a page for a board takes.

Widths are those of Arial, which the sheet, the PDF and Word all use, so that what fits here fits
in each of them. Lengths are in points, for type of the smallest size.
"""

from math import ceil

from civalue_build.present.case.board_views import Board, Grid, Part, Said, Size

ROOM = 742.0
"""The height of an A4 sheet within margins of 15 mm, in points, with a little to spare."""
ACROSS = 507.0
"""Its width within the margins, in points, with a little to spare."""
LINE, GAP, INDENT = 12.0, 3.0, 14.0
"""The height of a line, the space after a paragraph and the indent of a point, in points."""
HEADING, TITLE = 23.5, 22.0
"""The height of a heading with the space around it, and of a line of the title."""
ROW = 13.5
"""The height of a row of the table that has one line."""
SIZE, TITLE_SIZE, SMALL = 9.5, 18.0, 8.5
"""Sizes of type."""
PADDING = 8
"""The space around what stands in a cell."""
_WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
_OF = {chr(32 + at): int(width) / 1000 for at, width in enumerate(_WIDTHS.split())}
_OTHER, _WIDE = 0.75, 1.05
"""The width of a letter beyond ASCII, and of one beyond European scripts."""
_BEYOND = 0x0590
"""Where scripts begin whose letters may be as wide as they are high."""
_BOLD = 1.08
FILLED = 0.97
"""How much of a line words fill, since they are not broken."""


class _Widths(dict[str, float]):
    """Widths by letter, as parts of the size of the type."""

    def __missing__(self, letter: str) -> float:
        self[letter] = found = _WIDE if ord(letter) >= _BEYOND else _OTHER
        return found


_of = _Widths(_OF).__getitem__


class Sheet:
    """A sheet with type of one size: the larger it is, the less there is room for."""

    def __init__(self, size: Size) -> None:
        self._scale = size.scale
        self._across = ACROSS / size.scale

    def height(self, board: Board) -> float:
        """Return the height that a board takes on paper."""
        top = TITLE * self._lines(board.title, TITLE_SIZE * _BOLD)
        facts = sum(map(self._said, board.facts))
        told = sum(map(self._paragraph, (*board.notices, board.summary)))
        parts = sum(map(self._part, board.parts))
        foot = sum(LINE * self._lines(line.text, SMALL) for line in board.foot)
        return self._scale * (top + facts + told + parts + GAP * 2 + foot)

    def _part(self, part: Part) -> float:
        said = sum(map(self._said, part.says))
        points = sum(self._said(point, INDENT) for point in part.points)
        return HEADING + said + points + (self._grid(part.grid) if part.grid else 0)

    def _grid(self, grid: Grid) -> float:
        across = self._across / len(grid.head) - PADDING
        rows = (grid.head, *grid.rows)
        most = (max(self._lines(cell, SIZE * _BOLD, across) for cell in row) for row in rows)
        return self._paragraph(grid.caption) + GAP + sum(ROW + LINE * (n - 1) for n in most)

    def _said(self, said: Said, indent: float = 0) -> float:
        return self._paragraph(f"{said.term}: {said.text}" if said.term else said.text, indent)

    def _paragraph(self, text: str, indent: float = 0) -> float:
        return GAP + LINE * self._lines(text, SIZE, self._across - indent)

    def _lines(self, text: str, size: float, across: float = 0) -> int:
        """Return how many lines a text takes; a word that waits for the next leaves a gap."""
        long, room = width(text) * size, across or self._across
        return 1 if long <= room else ceil(long / (room * FILLED))


def width(text: str) -> float:
    """Return how long a text is in one line, for type of the size 1."""
    return sum(map(_of, text))
