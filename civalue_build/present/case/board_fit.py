"""How a page for a board fits one sheet: in larger type, or with texts cut at the end of a word."""

from dataclasses import replace

from civalue_build.model.record import record
from civalue_build.present.case.board_measure import ROOM, Sheet
from civalue_build.present.case.board_views import Board, Grid, Part, Reference, Said, Size

CUT = "\N{NO-BREAK SPACE}…"
"""What stands where a text was cut."""
LONGEST = 130
"""The letters up to which nothing in a table is cut."""
CUT_SHORT = "“…” stands where a text is cut short. The case has it in full."


@record
class Limits:
    """How long texts may be, in letters, and how many points a part may have.

    `says` is for paragraphs, `lead` for the points of a part that leads, `rest` for all others,
    `foot` for its lines.
    """

    says: int
    lead: int
    rest: int
    points: int = 7
    foot: int = 330


LEVELS = (
    Limits(says=420, lead=420, rest=420),
    Limits(says=420, lead=420, rest=280),
    Limits(says=420, lead=420, rest=190),
    Limits(says=420, lead=300, rest=150),
    Limits(says=420, lead=280, rest=95),
    Limits(says=300, lead=185, rest=95),
    Limits(says=300, lead=150, rest=85, points=5),
    Limits(says=300, lead=90, rest=85, points=5),
    Limits(says=190, lead=90, rest=80, points=5),
    Limits(says=95, lead=90, rest=80, points=5),
    Limits(says=80, lead=80, rest=80, points=4, foot=180),
    Limits(says=80, lead=75, rest=70, points=3, foot=100),
    Limits(says=60, lead=60, rest=55, points=2, foot=100),
    Limits(says=24, lead=24, rest=24, points=1, foot=40),
)
"""From generous to tight; the last fits whatever a case says, in whatever letters."""


def fitted(board: Board) -> Board:
    """Return a board in the largest type in which it fits whole, or shortened in the smallest."""
    made = shortened(board, LEVELS[0])
    for size in Size:
        if Sheet(size).height(made) <= ROOM:
            return replace(made, size=size)
    for limits in LEVELS[1:]:
        made = shortened(board, limits)
        if Sheet(made.size).height(made) <= ROOM:
            break
    return made


def shortened(board: Board, limits: Limits) -> Board:
    """Return a board within limits; where a text was cut, its foot says what that means."""
    made = replace(
        board,
        title=cut(board.title, limits.says),
        facts=_said(board.facts, limits.lead),
        notices=tuple(cut(notice, limits.says) for notice in board.notices),
        summary=cut(board.summary, limits.says),
        parts=tuple(_part(part, limits) for part in board.parts),
        foot=tuple(Reference(cut(line.text, limits.foot), line.href) for line in board.foot),
    )
    is_cut = any(text.endswith(CUT) for text in made.texts())
    return replace(made, foot=(*made.foot, Reference(CUT_SHORT))) if is_cut else made


def cut(text: str, letters: int) -> str:
    """Return a text as one line of at most so many letters, cut at the end of a word if longer."""
    text = text if text.isprintable() else _printed(text)
    if len(text) <= letters:
        return text
    start = text[: letters - len(CUT) + 1]
    whole = start.rpartition(" ")[0] or start[:-1]
    return whole.rstrip(" ,;:.(–") + CUT


def _printed(text: str) -> str:
    """Return a text in one line, without what no reader sees and no document may hold."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())


def _part(part: Part, limits: Limits) -> Part:
    points = part.points[: limits.points]
    left = len(part.points) - len(points)
    more = (Said(f"{left} more in the case"),) if left else ()
    return replace(
        part,
        says=_said(part.says, limits.says),
        grid=_grid(part.grid) if part.grid else None,
        points=(*_said(points, limits.lead if part.leads else limits.rest), *more),
    )


def _grid(grid: Grid) -> Grid:
    rows = tuple(tuple(cut(cell, LONGEST) for cell in row) for row in grid.rows)
    return replace(grid, caption=cut(grid.caption, LONGEST), rows=rows)


def _said(items: tuple[Said, ...], letters: int) -> tuple[Said, ...]:
    return tuple(item._replace(text=cut(item.text, letters)) for item in items)
