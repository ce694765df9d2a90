"""How much of a workbook is read: a small file can hold a very large one."""

from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.source.words import clean

ROWS, COLUMNS, CELLS = 5_000, 100, 100_000
CHARACTERS = 5_000_000
"""How much text the cells of a workbook may hold: one text can stand in many of them."""
_LONGEST = 32_767
"""Characters of a cell, at most, in Excel itself."""


class Sizes:
    """Counts cells and their texts over all sheets, and refuses too many."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sheet = ""
        self._cells, self._characters = CELLS, CHARACTERS

    def of(self, sheet: str) -> "Sizes":
        """Count on, for the next sheet."""
        self._sheet = clean(sheet)
        return self

    def judge_text(self, row: int, text: str) -> None:
        """Raise CivalueError where a text, or all of them together, are too long."""
        self._characters -= len(text)
        if len(text) > _LONGEST:
            self._refuse(f"row {row}: a cell has more than {_LONGEST:,} characters")
        if self._characters < 0:
            self._refuse(f"row {row}: the workbook holds too much text")

    def judge_place(self, row: int, column: int) -> None:
        """Raise CivalueError where a cell is too far out, or one too many."""
        self._cells -= 1
        if row > ROWS or column >= COLUMNS or self._cells < 0:
            self._refuse(
                f"too many rows or columns are filled in; at most {ROWS:,} and {COLUMNS} are read"
            )

    def _refuse(self, why: str) -> None:
        raise CivalueError(f"{self._path}: sheet {self._sheet}: {why}")
