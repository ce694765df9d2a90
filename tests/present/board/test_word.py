"""The Word document says what the sheet says, with real headings, and holds nothing that runs."""

import io
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.table import Table
from pypdf import PdfReader

from civalue_build.present.board.word import word
from civalue_build.present.case.board_views import Board
from tests.present.board.boards import HOSTILE, LONG, boards, brimming, full, letters

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
HAS_WRITER = OFFICE is not None and Path(OFFICE).resolve().with_name("libswlo.so").exists()


def opened(content: bytes) -> Opened:
    return Document(io.BytesIO(content))


def text_of(document: Opened) -> str:
    texts = []
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            texts += [cell.text for row in item.rows for cell in row.cells]
        else:
            texts.append(item.text)
    return letters(texts)


@pytest.mark.parametrize("board", boards(), ids=lambda board: board.slug)
def test_every_case_of_the_library_has_the_words_of_its_record(board: Board) -> None:
    assert text_of(opened(word(board))) == letters(board.texts())


def test_its_headings_and_lists_are_styles_that_a_screen_reader_finds() -> None:
    board = boards()[0]
    styles = [(item.style.name, item.text) for item in opened(word(board)).paragraphs if item.style]
    assert [text for name, text in styles if name == "Heading 1"] == [board.title]
    assert [text for name, text in styles if name == "Heading 2"] == [
        part.heading for part in board.parts
    ]
    points = sum(len(part.points) for part in board.parts)
    assert [name for name, _ in styles].count("List Bullet") == points


def test_its_table_has_a_row_of_heads_that_is_marked_as_such() -> None:
    board = next(one for one in boards() if one.slug == "skin-check-rounds")
    (table,) = opened(word(board)).tables
    marked = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True] + [False] * (len(table.rows) - 1)


def test_it_has_a_title_and_a_language_on_a_sheet_of_a4() -> None:
    board = boards()[0]
    made = opened(word(board))
    assert made.core_properties.title == board.title
    assert made.core_properties.language == "en-GB"
    assert made.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]


def test_what_a_case_says_is_never_markup() -> None:
    assert letters([HOSTILE]) in text_of(opened(word(full(HOSTILE))))


def test_every_part_is_sound_and_none_can_run_or_ask_another_host() -> None:
    archive = ZipFile(io.BytesIO(word(boards()[0])))
    for name in archive.namelist():
        ET.fromstring(archive.read(name))  # noqa: S314 our own
    assert not [name for name in archive.namelist() if "vba" in name.lower()]
    relations = ET.fromstring(archive.read("word/_rels/document.xml.rels"))  # noqa: S314
    outside = [item for item in relations if item.get("TargetMode") == "External"]
    assert all((item.get("Type") or "").endswith("/hyperlink") for item in outside)


def test_it_is_the_same_on_every_day() -> None:
    made = word(boards()[0])
    assert word(boards()[0]) == made
    assert {entry.date_time for entry in ZipFile(io.BytesIO(made)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


@pytest.mark.slow
@pytest.mark.skipif(not HAS_WRITER, reason="no LibreOffice Writer on this computer")
def test_it_is_one_sheet_whatever_a_case_says(tmp_path: Path) -> None:
    pages = {board.slug: board for board in boards()}
    pages |= {f"full-{at}": full(text) for at, text in enumerate(LONG.values())}
    pages |= {f"brimming-{size}": one for size, one in brimming().items()}
    for name, board in pages.items():
        (tmp_path / f"{name}.docx").write_bytes(word(board))
    settings = f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"
    subprocess.run(
        [str(OFFICE), settings, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        + [str(path) for path in sorted(tmp_path.glob("*.docx"))],
        check=True,
        capture_output=True,
        timeout=300,
    )
    found = {path.stem: len(PdfReader(path).pages) for path in tmp_path.glob("*.pdf")}
    assert found == dict.fromkeys(pages, 1)
