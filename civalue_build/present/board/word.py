"""The sheet as a Word document, written as the parts of its format (Office Open XML).

What is the same in every document (styles, bullets, settings) lies in the folder `word`. The rest
is a few kinds of paragraph, so that no library is needed: one that builds a tree of objects takes
ten times as long.
"""

import io
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import chain
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from civalue_build.present.case.board_views import Board, Grid, Part, Reference, Said, Size

_MADE = (1980, 1, 1, 0, 0, 0)
"""The first day that the format knows, so that a document does not tell when it was made."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIXED = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
"""The parts that are the same in every document, with the files that they are read from."""
_OWN_RELATIONS = ("styles", "numbering", "settings")
_SIZED = re.compile(r'((?:<w:szC?s? w:val|w:line|w:before|w:after)=")(\d+)')
"""What grows with the type: its size, and the height of lines with the space around them."""
_WIDTH = 10206
"""The width within the margins, in twentieths of a point."""
_RULE = (
    '<w:pBdr><w:top w:val="single" w:sz="4" w:space="3" w:color="768692"/></w:pBdr>'
    '<w:spacing w:before="140"/>'
)
_APART = '<w:spacing w:before="80"/>'
_RIGHT = '<w:jc w:val="right"/>'
_A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="850" w:bottom="850" '
    'w:left="850" w:header="425" w:footer="425" w:gutter="0"/></w:sectPr>'
)


def word(board: Board) -> bytes:
    """Return the sheet as a document of Word. The same board gives the same bytes on every day."""
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in chain(_fixed(board.size), _parts(board)):
            entry = ZipInfo(name, _MADE)
            entry.create_system = 0  # the same on every system
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


@cache
def _fixed(size: Size) -> tuple[tuple[str, str], ...]:
    folder = Path(__file__).parent / "word"
    texts = ((name, (folder / file).read_text(encoding="utf-8")) for name, file in _FIXED.items())
    return tuple((name, _SIZED.sub(partial(_scaled, size), text)) for name, text in texts)


def _scaled(size: Size, found: re.Match[str]) -> str:
    return f"{found[1]}{round(int(found[2]) * size.scale)}"


def _parts(board: Board) -> Iterator[tuple[str, str]]:
    yield "word/document.xml", _document(board)
    yield "word/_rels/document.xml.rels", _relations(board.foot)
    yield "docProps/core.xml", _properties(board.title)


def _properties(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-GB</dc:language>"
        "</cp:coreProperties>"
    )


def _relations(foot: Iterable[Reference]) -> str:
    own = (
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in _OWN_RELATIONS
    )
    links = (
        f'<Relationship Id="link{at}" Type="{_OFFICE}/hyperlink" '
        f'Target="{_quoted(line.href)}" TargetMode="External"/>'
        for at, line in enumerate(foot)
        if line.href
    )
    inside = "".join((*own, *links))
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _quoted(address: str) -> str:
    return escape(address, {'"': "&quot;"})


def _document(board: Board) -> str:
    inside = "".join(
        (
            _paragraph(_run(board.title), "Heading1"),
            *(_paragraph(_said(item)) for item in board.facts),
            *(_paragraph(_run(notice, "Strong")) for notice in board.notices),
            _paragraph(_run(board.summary)),
            *(xml for part in board.parts for xml in _part(part)),
            *(_reference(at, line) for at, line in enumerate(board.foot)),
        )
    )
    return (
        f'{_HEAD}<w:document xmlns:w="{_WORDS}" xmlns:r="{_OFFICE}">'
        f"<w:body>{inside}{_A4}</w:body></w:document>"
    )


def _part(part: Part) -> Iterator[str]:
    yield _paragraph(_run(part.heading), "Heading2")
    yield from (_paragraph(_said(item)) for item in part.says)
    if part.grid:
        yield _paragraph(_run(part.grid.caption), "Caption")
        yield _table(part.grid)
    for at, item in enumerate(part.points):
        apart = _APART if part.grid and not at else ""
        yield _paragraph(_said(item), "ListBullet", apart)


def _reference(at: int, line: Reference) -> str:
    run = _run(line.text, "Hyperlink" if line.href else "")
    inside = f'<w:hyperlink r:id="link{at}">{run}</w:hyperlink>' if line.href else run
    return _paragraph(inside, "Source", "" if at else _RULE)


def _said(said: Said) -> str:
    term = _run(f"{said.term}: ", "Strong") if said.term else ""
    return term + _run(said.text)


def _paragraph(inside: str, style: str = "", more: str = "") -> str:
    """Return a paragraph; `more` are properties of its own, in the order of the format."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>"


def _run(text: str, look: str = "") -> str:
    named = f'<w:rPr><w:rStyle w:val="{look}"/></w:rPr>' if look else ""
    return f'<w:r>{named}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _table(grid: Grid) -> str:
    count = len(grid.head)
    columns = f'<w:gridCol w:w="{_WIDTH // count}"/>' * count
    rows = "".join(_row(row) for row in grid.rows)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Sheet"/>'
        f'<w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{_quoted(grid.caption)}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{_row(grid.head, heads=True)}{rows}</w:tbl>"
    )


def _row(cells: Iterable[str], *, heads: bool = False) -> str:
    texts = tuple(cells)
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTH // len(texts)}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(_run(text), 'Cell', _RIGHT if at else '')}</w:tc>"
        for at, text in enumerate(texts)
    )
    marked = "<w:tblHeader/>" if heads else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{marked}</w:trPr>{inside}</w:tr>"
