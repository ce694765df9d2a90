"""Where something stands: a key's path inside a case, and a line and column inside a file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from civalue_build.model.record import record

KeyPath = tuple[str | int, ...]
"""Steps from the top of the front matter: names of keys and positions in lists, from 0."""

PROSE = "prose"
"""First step of a path into the narrative: ("prose", heading) or ("prose", heading, line)."""

FILES = "files"
"""First step of a path into another file: ("files", name, line, column)."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file: `file` relative to the library, `line` and `column` from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@record
class SourceMap:
    """From key paths to places in one case's files.

    `marks` holds (line, column) of each value, `headings` the line of each section of prose.
    """

    file: str
    marks: Mapping[KeyPath, tuple[int, int]] = field(default_factory=dict)
    headings: Mapping[str, int] = field(default_factory=dict)

    def place(self, path: KeyPath) -> Place:
        """Return the spot of `path`, or of the nearest thing around it that was written."""
        if path and path[0] == PROSE:
            return self._in_prose(path)
        if path and path[0] == FILES:
            return self._in_file(path)
        for length in range(len(path), -1, -1):
            if mark := self.marks.get(path[:length]):
                return Place(self.file, *mark)
        return Place(self.file)

    def _in_prose(self, path: KeyPath) -> Place:
        start = self.headings.get(str(path[1]), 1) if len(path) > 1 else 1
        offset = path[2] if len(path) > 2 and isinstance(path[2], int) else 0
        return Place(self.file, start + offset, 1)

    def _in_file(self, path: KeyPath) -> Place:
        folder = self.file.rpartition("/")[0]
        numbers = [step for step in path[2:4] if isinstance(step, int)]
        name = str(path[1])
        return Place(f"{folder}/{name}" if folder else name, *numbers)
