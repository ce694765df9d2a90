"""Four kinds of readers find their way in, and no way leads to what is not there."""

import re
from dataclasses import replace

from civalue_build.model.site import Asset
from civalue_build.present.board.papers import papers
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_readers import board_downloads, readers
from civalue_build.present.case.page import case_page

BOOK = Asset(path="cases/x/x.xlsx", content=b"x" * 2000)


def page(known: Material, book: Asset | None = None) -> str:
    made = case_page(
        known.case,
        known.appraisal,
        known.judgement,
        known.framework,
        book=book,
        papers=papers(known),
    )
    return made.page.body


def test_each_reader_has_a_way_in(known: Material) -> None:
    found = readers(known, papers(known), BOOK, charts=True)
    assert [one.who for one in found] == [
        "Board", "Clinicians", "Finance", "Patients and the public",
    ]  # fmt: skip
    board, _, finance, _ = found
    assert [re.sub(r" \(.*", "", link.text) for link in board.links] == [
        "one page for a board paper", "PDF", "Word",
    ]  # fmt: skip
    assert "spreadsheet (2 kB)" in [link.text for link in finance.links]


def test_finance_is_not_sent_to_money_that_a_case_does_not_state(known: Material) -> None:
    plain = replace(known, appraisal=replace(known.appraisal, headline=None))
    assert "Finance" not in [one.who for one in readers(plain, None, None, charts=False)]


def test_every_way_on_the_page_leads_to_a_part_of_it(known: Material) -> None:
    body = page(known, BOOK)
    block = body[body.index('class="cv-readers"') : body.index('class="cv-jump"')]
    anchors = re.findall(r'href="#([^"]+)"', block)
    assert anchors
    assert all(f'id="{anchor}"' in body for anchor in anchors)


def test_the_list_of_files_has_the_page_for_a_board_and_both_files(known: Material) -> None:
    links = board_downloads(papers(known))
    assert [link.href.rpartition(".")[2] for link in links] == ["html", "pdf", "docx"]
    assert all(link.text.startswith("One page for a board paper") for link in links)
    assert board_downloads(None) == ()
