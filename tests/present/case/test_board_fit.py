"""A text is cut at the end of a word, and whatever a case says takes one sheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from civalue_build.present.board import pdf
from civalue_build.present.case.board_fit import (
    CUT,
    CUT_SHORT,
    LEVELS,
    cut,
    fitted,
    shortened,
)
from civalue_build.present.case.board_measure import ROOM, Sheet, width
from civalue_build.present.case.board_views import Board, Size
from tests.conftest import examples
from tests.present.board.boards import LONG, boards, unfitted


@pytest.mark.parametrize(
    ("text", "letters", "found"),
    [
        ("as it is", 8, "as it is"),
        ("cut at the end of a word", 12, f"cut at the{CUT}"),
        ("no comma, stays before it", 12, f"no comma{CUT}"),
        ("unbroken" * 9, 20, f"{'unbroken' * 2}un{CUT}"),
        ("lines\nof\ttext\u2028here", 40, "lines of text here"),
        ("un\u202eseen\u200b \x07marks", 40, "unseen marks"),
    ],
)
def test_a_text_is_one_line_and_ends_at_a_word(text: str, letters: int, found: str) -> None:
    assert cut(text, letters) == found


@examples(100)
@given(st.text(max_size=300), st.integers(min_value=5, max_value=200))
def test_no_text_is_longer_than_it_may_be_or_holds_what_no_document_may(
    text: str, letters: int
) -> None:
    found = cut(text, letters)
    assert len(found) <= letters
    assert found.replace(CUT, "").isprintable()


def height(board: Board) -> float:
    return Sheet(board.size).height(board)


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_whatever_a_case_says_takes_one_sheet(text: str) -> None:
    assert height(unfitted(text)) > ROOM
    assert height(fitted(unfitted(text))) <= ROOM


def test_where_there_is_room_nothing_is_cut() -> None:
    few = shortened(unfitted("short"), LEVELS[0])
    assert CUT_SHORT not in list(few.texts())


def test_what_leaves_room_is_set_in_larger_type_that_fits_too() -> None:
    sizes = {board.size for board in boards()}
    assert Size.LARGE in sizes
    assert all(height(board) <= ROOM for board in boards())
    assert all(board.size is Size.SMALL for board in boards() if CUT_SHORT in list(board.texts()))


def test_a_page_with_a_text_cut_short_says_so() -> None:
    cut_short = [board for board in boards() if any(text.endswith(CUT) for text in board.texts())]
    assert cut_short
    assert all(CUT_SHORT in list(board.texts()) for board in cut_short)


@pytest.mark.parametrize("text", ["The quick brown fox, 1,234.50 (£)", "WMwmilj|@%", "naïve café"])
def test_widths_are_those_of_the_letters_that_it_is_set_in(text: str) -> None:
    font = ImageFont.truetype(str(pdf._HERE / "fonts" / "LiberationSans-Regular.ttf"), 1000)
    assert width(text) * 1000 >= font.getlength(text) * 0.999
    ascii_only = "".join(letter for letter in text if letter.isascii())
    assert width(ascii_only) * 1000 == pytest.approx(font.getlength(ascii_only), rel=0.002)
