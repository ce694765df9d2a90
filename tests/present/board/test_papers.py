"""The sheet of the site says what the record says, prints on one page and leads to its files."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Browser
from pypdf import PdfReader

from civalue_build.present.board import papers as module
from civalue_build.present.board.papers import papers
from civalue_build.present.case.base import Material
from civalue_build.present.case.board import board
from civalue_build.present.case.board_views import Board
from civalue_build.present.static_files import static_assets
from tests.present.board.boards import HOSTILE, LONG, boards, brimming, full, letters, materials

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


class Words(HTMLParser):
    """Keeps the words of the part of a page that is printed."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._inside = self._inside or tag == "main"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words.append(data)


def page_of(board: Board) -> str:
    return module._page(board, (), "").content.decode()


@pytest.mark.parametrize("board", boards(), ids=lambda board: board.slug)
def test_every_case_of_the_library_has_the_words_of_its_record(board: Board) -> None:
    found = Words()
    found.feed(page_of(board))
    assert letters(found.words) == letters(board.texts())


def test_it_leads_to_its_files_and_back_to_the_case() -> None:
    made = papers(materials()[0])
    slug = materials()[0].case.slug
    assert [file.path for file in made.files] == [
        f"cases/{slug}/board.html",
        f"cases/{slug}/{slug}-board.pdf",
        f"cases/{slug}/{slug}-board.docx",
    ]
    page = made.page.content.decode()
    assert re.findall(r'<li><a href="([^"]+)">([^<(]+)', page) == [
        ("index.html", "Back to the case"),
        (f"{slug}-board.pdf", "PDF "),
        (f"{slug}-board.docx", "Word "),
    ]


def test_downloads_can_be_left_out_and_the_page_stays() -> None:
    made = papers(materials()[0], downloads=False)
    assert made.files == (made.page,)
    assert b".pdf" not in made.page.content


def test_the_address_of_the_case_is_told_where_the_site_has_one() -> None:
    known = materials()[0]
    told = f"https://example.org/value/cases/{known.case.slug}/index.html"
    assert told in list(board(known, "https://example.org/value/").texts())[-1]
    assert not any("example.org" in text for text in board(known).texts())


def test_search_engines_are_told_of_the_case_in_place_of_its_sheet() -> None:
    known = materials()[0]
    case = f"https://example.org/value/cases/{known.case.slug}/index.html"
    sheet = papers(known, "https://example.org/value/", downloads=False).page.content.decode()
    assert f'<link rel="canonical" href="{case}">' in sheet
    assert 'rel="canonical"' not in papers(known, downloads=False).page.content.decode()
    assert f'<meta name="description" content="{escape(known.case.summary)}">' in sheet
    assert f'<meta property="og:url" content="{case}">' in sheet
    title = f"{escape(known.case.title)}: one page for a board"
    assert f'<meta property="og:title" content="{title}">' in sheet


def test_what_a_case_says_is_never_markup() -> None:
    page = page_of(full(HOSTILE))
    assert str(escape(HOSTILE.strip())) in page
    assert "<script" not in page


def test_nothing_on_the_page_runs_or_has_a_style_of_its_own() -> None:
    page = page_of(boards()[0])
    assert not re.search(r"<(script|style|iframe|object)|\s(style|on\w+)=", page)
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_the_same_case_gives_the_same_files(known: Material) -> None:
    assert papers(known) == papers(known)


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no browser on this computer")
def test_it_prints_on_one_sheet_whatever_a_case_says(browser: Browser, tmp_path: Path) -> None:
    pages = {board.slug: board for board in boards()}
    pages |= {f"full-{at}": full(text) for at, text in enumerate(LONG.values())}
    pages |= {f"brimming-{size}": one for size, one in brimming().items()}
    style = next(file for file in static_assets() if file.path.endswith("board.css"))
    (tmp_path / "assets").mkdir()
    (tmp_path / style.path).write_bytes(style.content)
    found = {}
    tab = browser.new_page()
    for name, one in pages.items():
        file = tmp_path / "cases" / name / "board.html"
        file.parent.mkdir(parents=True)
        file.write_text(page_of(one), encoding="utf-8")
        tab.goto(file.as_uri())
        assert tab.evaluate("document.styleSheets.length") == 1
        tab.pdf(path=file.with_suffix(".pdf"), prefer_css_page_size=True)
        found[name] = len(PdfReader(file.with_suffix(".pdf")).pages)
    tab.close()
    assert found == dict.fromkeys(pages, 1)
