"""Tables whose figures lead to how they were worked out."""

from collections.abc import Collection
from dataclasses import replace
from typing import overload

from civalue_build.present.views import Row, Table


@overload
def linked(table: Table, target: str, *, within: Collection[int] = ()) -> Table: ...


@overload
def linked(table: None, target: str, *, within: Collection[int] = ()) -> None: ...


@overload
def linked(table: Table | None, target: str, *, within: Collection[int] = ()) -> Table | None: ...


def linked(table: Table | None, target: str, *, within: Collection[int] = ()) -> Table | None:
    """Return a table whose figures lead to the working with the id `target`.

    `within` are the columns that hold figures, from 0; without it, all but the first.
    """
    if table is None:
        return None
    columns = within or range(1, len(table.columns))
    return replace(table, rows=tuple(linked_row(row, target, columns) for row in table.rows))


def linked_row(row: Row, target: str, columns: Collection[int] = ()) -> Row:
    """Return a row whose figures lead to a working; words in the place of a figure do not."""
    wanted = columns or range(1, len(row.cells))
    cells = (
        cell._replace(href=f"#{target}")
        if place in wanted and cell.text and not cell.empty and not cell.href
        else cell
        for place, cell in enumerate(row.cells)
    )
    return row._replace(cells=tuple(cells))
