"""What a workbook holds beside the texts of its cells: comments, and cells joined over rows."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from civalue_build.model.record import record
from civalue_build.source.intake.cells import Grid, column_of, sheet_files, text_of
from civalue_build.source.intake.parts import Parts, attribute, children, workbook_parts

_JOINED = re.compile(r"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})\Z", re.ASCII)


@record
class Aside:
    """Something of a sheet that is no answer of its own, at the cells where it stands."""

    sheet: str
    cells: str
    why: str
    text: str


def asides(path: Path, grids: Mapping[str, Grid]) -> Iterator[Aside]:
    """Give what stands beside the cells. Raises CivalueError where the file cannot be read."""
    parts = workbook_parts(path)
    for sheet, name in sheet_files(parts).items():
        yield from _joined(parts, sheet, name, grids.get(sheet, {}))
        yield from _comments(parts, sheet, name)


def _joined(parts: Parts, sheet: str, name: str, grid: Grid) -> Iterator[Aside]:
    """Give cells that are joined over several rows: only the first of them has the text."""
    for one in children(parts.tree(name), "mergeCells", "mergeCell"):
        found = _JOINED.match(attribute(one, "ref"))
        if found and found[2] != found[3]:
            text = grid.get(int(found[2]), {}).get(column_of(found[1]), "")
            why = "these cells are joined, so only the first row has what stands there"
            if text:
                yield Aside(sheet=sheet, cells=found[0], why=why, text=text)


def _comments(parts: Parts, sheet: str, name: str) -> Iterator[Aside]:
    folder, file = posixpath.split(name)
    for one in children(parts.tree(f"{folder}/_rels/{file}.rels"), "Relationship"):
        if attribute(one, "Type").endswith("/comments"):
            target = posixpath.normpath(posixpath.join("/", folder, attribute(one, "Target")))
            for comment in children(parts.tree(target[1:]), "commentList", "comment"):
                text = "".join(map(text_of, children(comment, "text")))
                cell = attribute(comment, "ref")
                if text.strip():
                    yield Aside(sheet=sheet, cells=cell, why="a comment is not read", text=text)
