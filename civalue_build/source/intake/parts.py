"""The files inside a workbook, opened with care: it may come from anybody."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from civalue_build.errors import CivalueError

BYTES = 5_000_000
"""How large a workbook may be."""
OPENED = 20_000_000
"""How large what is read of it may be once it is unpacked."""
ELEMENTS = 500_000
"""Elements of XML in all that is read of it: one takes some hundred bytes of memory."""
FILES = 500
_ZIP = b"PK\x03\x04"
_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a workbook begins that has a password, or that an old Excel has saved."""
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def workbook_parts(path: Path) -> "Parts":
    """Open a workbook. Raises CivalueError where it is none, or too large to be one of ours."""
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except OSError as fault:
        raise CivalueError(f"{path} cannot be read: {fault.strerror}") from fault
    if len(content) > BYTES:
        raise CivalueError(f"{path} has more than {BYTES:,} bytes; no more is read")
    if content.startswith(_OFFICE):
        raise CivalueError(
            f"{path} has a password, or is of an old kind: open it in your spreadsheet program and "
            "choose Save as, then Excel workbook (.xlsx), without a password"
        )
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
    """The XML files of a workbook by name. All that is read of them together has a limit."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self.path = path
        self._archive = archive
        self._names = set(archive.namelist())
        self._bytes, self._elements = OPENED, ELEMENTS
        if len(self._names) > FILES:
            raise CivalueError(f"{path} holds too many files")

    def tree(self, name: str) -> Element | None:
        """Return the root of a file's tree, its names without namespaces; none if not there."""
        return self._tree(self._content(name), name) if name in self._names else None

    def _content(self, name: str) -> bytes:
        if self._archive.getinfo(name).compress_type not in _PACKED:
            raise CivalueError(f"{self.path} is packed in an unusual way: save it again")
        try:
            with self._archive.open(name) as file:
                content = file.read(self._bytes + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError) as fault:
            raise CivalueError(f"{self.path} is damaged: {name}: {fault}") from fault
        except EOFError as fault:
            raise CivalueError(f"{self.path} is damaged: {name} breaks off") from fault
        self._bytes -= len(content)
        if self._bytes < 0:
            raise self._too_large(name)
        return content

    def _tree(self, content: bytes, name: str) -> Element:
        builder = TreeBuilder()

        def start(tag: str, attributes: Mapping[str, str]) -> None:
            self._elements -= 1
            if self._elements < 0:
                raise self._too_large(name)
            builder.start(_local(tag), {_local(key): text for key, text in attributes.items()})

        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda tag: builder.end(_local(tag))
        parser.CharacterDataHandler = builder.data
        parser.StartDoctypeDeclHandler = _Refusal(f"{self.path}: {name}")
        try:
            parser.Parse(content, True)  # noqa: FBT003 expat's own way to say that it is the whole
        except (expat.ExpatError, LookupError, ValueError) as fault:  # or an unusual encoding
            raise CivalueError(f"{self.path}: {name} cannot be read: {fault}") from fault
        return builder.close()

    def _too_large(self, name: str) -> CivalueError:
        return CivalueError(f"{self.path}: {name} is too large")


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
