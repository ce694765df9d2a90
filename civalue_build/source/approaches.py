"""Approaches to value, in their order."""

from pathlib import Path

from civalue_build.model.approach import Approach
from civalue_build.source.framework_files import Reader

FOLDER = "approaches"


def read_approaches(reader: Reader) -> dict[str, Approach]:
    """Return the approaches of the framework by the names of their files, in their order."""
    named = ((Path(name).stem, _approach(reader, name)) for name in reader.names(FOLDER, ".yml"))
    found = {name: approach for name, approach in named if approach is not None}
    return dict(sorted(found.items(), key=lambda entry: entry[1].number))


def _approach(reader: Reader, name: str) -> Approach | None:
    return reader.record(name, Approach)
