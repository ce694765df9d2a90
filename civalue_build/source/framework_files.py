"""Single files of the framework: records, lists of records, and prose with front matter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, make_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from civalue_build.model.names import is_hidden
from civalue_build.source.faults.files import CASE_FILE_MISSING
from civalue_build.source.faults.money import DUPLICATE_ID
from civalue_build.source.folder.opening import is_folder, printable, read_bytes
from civalue_build.source.front_matter import part
from civalue_build.source.log import Log
from civalue_build.source.prose import note_unsafe
from civalue_build.source.shape.record import read_record
from civalue_build.source.shape.walk import Shape
from civalue_build.source.text import CASE_BYTES, read_text
from civalue_build.source.words import show
from civalue_build.source.worked import note_worked
from civalue_build.source.yaml.strict import read_tree

T = TypeVar("T")


@dataclass(slots=True)
class Reader:
    """Reads files below `root` and keeps their faults in `log`, and which files it has seen."""

    root: Path
    log: Log
    seen: set[str] = field(default_factory=set)

    def names(self, folder: str, ending: str) -> Iterator[str]:
        """Yield the files of a folder with an ending, sorted, as paths below the root."""
        place = self.root / folder
        if is_folder(place):
            found = (path.name for path in place.iterdir() if path.suffix == ending)
            yield from sorted(f"{folder}/{name}" for name in found if not is_hidden(name))

    def record(self, name: str, cls: type[T]) -> T | None:
        """Return what a YAML file says, none where it cannot be read."""
        log = self._log(name)
        text = self._text(name, log)
        tree = read_tree(text, log) if text is not None else None
        return read_record(tree, cls, Shape(log)) if tree is not None else None

    def page(self, name: str, cls: type[T], given: Mapping[str, Any]) -> T | None:
        """Return what the front matter of a Markdown file says; its text is the field `body`."""
        log = self._log(name)
        text = self._text(name, log)
        parts = part(text, log) if text is not None else None
        if parts is None:
            return None
        note_unsafe(parts.prose, parts.prose_line, log)
        note_worked(parts.prose, parts.prose_line, log)
        tree = read_tree(parts.yaml, log, parts.yaml_line)
        fields = {**given, "body": parts.prose.strip()}
        return read_record(tree, cls, Shape(log), fields) if tree is not None else None

    def items(self, name: str, key: str, item: type[Any], by: str) -> tuple[Any, ...]:
        """Return the list under the one key of a file, each value of the field `by` once."""
        if not (self.root / name).exists():
            return ()
        top: type = item
        found = self.record(name, _list_of(key, top))
        listed: tuple[Any, ...] = getattr(found, key) if found is not None else ()
        self._note_repeated(name, [getattr(entry, by) for entry in listed])
        return listed

    def _note_repeated(self, name: str, ids: list[str]) -> None:
        for key in dict.fromkeys(key for key in ids if ids.count(key) > 1):
            self._log(name).add(DUPLICATE_ID, f"{show(key)} is in the list more than once")

    def _log(self, name: str) -> Log:
        return Log(f"{self.log.file}/{printable(name)}", findings=self.log.findings)

    def _text(self, name: str, log: Log) -> str | None:
        self.seen.add(name)
        data = read_bytes(self.root / name, CASE_BYTES)
        if data is None:
            log.add(CASE_FILE_MISSING, "the file is missing, or is a link")
            return None
        return read_text(data, log)


@cache
def _list_of(key: str, item: type) -> type:
    """Return a class with one field, a list of items: the shape of a file of the framework."""
    fields = [(key, tuple.__class_getitem__((item, ...)))]
    return make_dataclass(f"{item.__name__}s", fields, repr=False, eq=False)
