"""The PDF is one tagged sheet, says what the sheet says, and runs nothing of what a case says."""

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from civalue_build.present.board.pdf import pdf
from civalue_build.present.case.board_views import Board, Size
from tests.present.board.boards import HOSTILE, LONG, boards, brimming, full, letters

UA = "<pdfuaid:part>1</pdfuaid:part>"


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def metadata_of(made: PdfReader) -> str:
    stream = made.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    return stream.get_data().decode()


def text_of(content: bytes) -> str:
    return letters(page.extract_text() for page in opened(content).pages).replace("•", "")


def tags(node: object) -> list[str]:
    """Return the kinds of a structure tree's elements in reading order."""
    if isinstance(node, IndirectObject):
        return tags(node.get_object())
    if isinstance(node, ArrayObject):
        return [tag for child in node for tag in tags(child)]
    if not isinstance(node, DictionaryObject):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + tags(node.get("/K"))


@pytest.mark.parametrize("board", boards(), ids=lambda board: board.slug)
def test_every_case_of_the_library_is_one_sheet_with_the_words_of_its_record(board: Board) -> None:
    made = pdf(board)
    assert len(opened(made).pages) == 1
    assert text_of(made) == letters(board.texts())


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_however_long_the_texts_are_it_is_one_sheet(text: str) -> None:
    assert len(opened(pdf(full(text))).pages) == 1


def test_a_page_with_no_room_left_is_one_sheet_in_every_size_of_type() -> None:
    pages = brimming()
    assert set(pages) == set(Size)
    assert {len(opened(pdf(board)).pages) for board in pages.values()} == {1}


def test_it_is_tagged_has_a_title_and_a_language_and_says_that_it_is_accessible() -> None:
    board = boards()[0]
    made = opened(pdf(board))
    root = made.root_object
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]) == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert made.metadata is not None
    assert made.metadata.title == board.title
    assert UA in metadata_of(made)


def test_it_has_headings_lists_and_a_table_with_heads_in_reading_order() -> None:
    board = next(one for one in boards() if one.slug == "skin-check-rounds")
    found = tags(opened(pdf(board)).root_object["/StructTreeRoot"])
    assert found.count("/H1") == 1
    assert found.index("/H1") < found.index("/H2")
    assert found.count("/H2") == len(board.parts)
    grid = next(part.grid for part in board.parts if part.grid)
    assert found.count("/TH") == len(grid.head)
    assert found.count("/TR") == 1 + len(grid.rows)
    assert found.count("/LI") == sum(len(part.points) for part in board.parts)


def test_it_brings_the_letters_that_it_is_set_in() -> None:
    page = opened(pdf(boards()[0])).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    parts = [part.get_object() for font in fonts for part in font["/DescendantFonts"]]
    assert parts
    for part in parts:
        assert "LiberationSans" in part["/BaseFont"]
        assert "/FontFile2" in part["/FontDescriptor"].get_object()


def test_what_a_case_says_is_never_a_command() -> None:
    made = pdf(full(HOSTILE))
    assert letters([HOSTILE]) in text_of(made)
    assert "root:" not in text_of(made)


@pytest.mark.parametrize(("text", "accessible"), [("Ελλάδα ≥ ½", True), ("pain \U0001f600", False)])
def test_letters_that_no_font_has_stop_nothing_and_are_not_called_accessible(
    text: str, *, accessible: bool
) -> None:
    made = opened(pdf(full(text)))
    assert (UA in metadata_of(made)) is accessible
    assert made.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]


def test_it_is_the_same_on_every_day() -> None:
    made = pdf(boards()[0])
    assert pdf(boards()[0]) == made
    assert b"CreationDate" not in made
    assert b"CreateDate" not in made
