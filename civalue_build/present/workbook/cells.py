"""Cells as the file format has them, made when they are written and kept as text.

XlsxWriter keeps each cell as an object and looks at it again when the file is closed. That takes
more than half of the time of a workbook; all else of the file is left to it.
"""

import re
from functools import lru_cache

from xlsxwriter.worksheet import Worksheet

_has_marks = re.compile("[&<>]").search


@lru_cache(maxsize=512)
def column(number: int) -> str:
    """Return the letters of a column, counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Cells(Worksheet):  # type: ignore[misc]
    """A sheet of cells; rows are counted from 1 and columns from 0, a style is its index.

    A cell that is written again replaces what stood there.
    """

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[int, dict[int, str]] = {}
        self._heights: dict[int, float] = {}

    def put_text(self, row: int, col: int, text: str, style: int) -> None:
        """Write a text, which is kept once for the whole book."""
        index = self.str_table._get_shared_string_index(text)  # noqa: SLF001
        self._put(row, col, f's="{style}" t="s"><v>{index}</v></c>')

    def put_number(self, row: int, col: int, number: float, style: int) -> None:
        """Write a number with the digits that a spreadsheet keeps."""
        self._put(row, col, f's="{style}"><v>{number:.16G}</v></c>')

    def put_blank(self, row: int, col: int, style: int) -> None:
        """Write a cell that has a look and nothing else."""
        self._put(row, col, f's="{style}"/>')

    def put_formula(self, row: int, col: int, formula: str, shown: float | str, style: int) -> None:
        """Write a formula, without its equals sign, and what it comes to."""
        kind = ' t="str"' if isinstance(shown, str) else ""
        value = _plain(shown) if isinstance(shown, str) else shown
        self._put(row, col, f's="{style}"{kind}><f>{_plain(formula)}</f><v>{value}</v></c>')

    def put_height(self, row: int, points: float) -> None:
        """Set how high a row is."""
        self._heights[row] = points

    def _put(self, row: int, col: int, rest: str) -> None:
        self._cells.setdefault(row, {})[col] = f'<c r="{column(col)}{row}" {rest}'

    def _write_dimension(self) -> None:
        last = max(map(max, self._cells.values()), default=0)
        ends = f"A1:{column(last)}{max(self._cells, default=1)}"
        self._xml_empty_tag("dimension", [("ref", ends)])

    def _write_sheet_data(self) -> None:
        rows = "".join(self._row(row, cells) for row, cells in sorted(self._cells.items()))
        self.fh.write(f"<sheetData>{rows}</sheetData>")

    def _row(self, row: int, cells: dict[int, str]) -> str:
        height = self._heights.get(row)
        look = f' ht="{height:g}" customHeight="1"' if height else ""
        return f'<row r="{row}"{look}>{"".join(cells[col] for col in sorted(cells))}</row>'


def _plain(text: str) -> str:
    if not _has_marks(text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
