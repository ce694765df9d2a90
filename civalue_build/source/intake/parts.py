"""The files inside a workbook, opened with care: it may come from anybody."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from civalue_build.errors import CivalueError

BYTES = 5_000_000
"""How large a workbook may be."""
OPENED = 20_000_000
"""How large one of the files in it may be once it is unpacked."""
FILES = 500
_ZIP = b"PK\x03\x04"


def workbook_parts(path: Path) -> "Parts":
    """Open a workbook. Raises CivalueError where it is none, or too large to be one of ours."""
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError as fault:
        raise CivalueError(f"{path} cannot be read: {fault.strerror}") from fault
    if len(content) > BYTES:
        raise CivalueError(f"{path} has more than {BYTES:,} bytes; that is no case to fill in")
    if not content.startswith(_ZIP):
        raise CivalueError(not_ours(path))
    try:
        return Parts(path, zipfile.ZipFile(io.BytesIO(content)))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as fault:
        raise CivalueError(f"{path} is damaged: {fault}") from fault


def not_ours(path: Path) -> str:
    """Return what is said of a file of another kind, such as .xls, .ods or .csv."""
    return (
        f"{path} is no Excel workbook (.xlsx): open it in your spreadsheet program and "
        "choose Save as, then Excel workbook (.xlsx)"
    )


class Parts:
    """The XML files of a workbook by name."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self._names = set(archive.namelist())
        if len(self._names) > FILES:
            raise CivalueError(f"{path} holds too many files")

    def tree(self, name: str) -> Element | None:
        """Return the root of a file's tree, its names without namespaces; none if not there."""
        if name not in self._names:
            return None
        try:
            with self._archive.open(name) as file:
                content = file.read(OPENED + 1)
        except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError) as fault:
            raise CivalueError(f"{self.path} is damaged: {name}: {fault}") from fault
        except NotImplementedError as fault:
            raise CivalueError(f"{self.path} is packed in an unusual way: save it again") from fault
        if len(content) > OPENED:
            raise CivalueError(f"{self.path}: {name} is too large")
        return _tree(content, f"{self.path}: {name}")


def _tree(content: bytes, name: str) -> Element:
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: builder.start(
        _local(tag), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(_local(tag))
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = _Refusal(name)
    try:
        parser.Parse(content, True)  # noqa: FBT003 expat's own way to say that it is the whole
    except expat.ExpatError as fault:
        raise CivalueError(f"{name} cannot be read: {fault}") from fault
    return builder.close()


class _Refusal:
    """Refuses a document type: only there can entities be declared, which grow without end."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, *_: object) -> None:
        raise CivalueError(f"{self.name} declares a document type, which no workbook does")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """Give the elements at a path below one, in order."""
    if element is not None:
        yield from element.iterfind("/".join(path))


def attribute(element: Element, name: str, otherwise: str = "") -> str:
    """Return an attribute as text."""
    found: Mapping[str, str] = element.attrib
    return found.get(name, otherwise)
