"""What a page is on paper: without what only a screen can use, and broken where it reads well."""

import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, PdfMargins
from pypdf import PdfReader

from civalue_build.model.site import ProsePage
from civalue_build.publish.edit import EditLink

EDGES: PdfMargins = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
EDIT = EditLink(edit_base="https://example.org/edit/").fill(
    ProsePage(path="a/index.html", title="A", markdown="", source="a.md")
)


def test_print_has_no_navigation(site: Path, page: Page) -> None:
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator("nav.md-nav--primary").first.is_visible()
    assert page.locator("main h1").is_visible()


def test_of_a_case_as_others_tell_it_the_approach_that_was_chosen_is_printed_alone(
    site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((site / "cases/skin-check-rounds/approaches.html").as_uri())
    page.emulate_media(media="print")
    sections = page.locator("main section")
    assert not page.locator("nav").is_visible()
    assert all(one.is_visible() for one in sections.all())
    page.emulate_media(media="screen")
    page.get_by_role("link", name="EVO").first.click()
    assert all(one.is_visible() for one in sections.all())
    page.emulate_media(media="print")
    shown = [one.get_attribute("id") for one in sections.all() if one.is_visible()]
    assert shown == ["evo"]
    page.close()


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads what was printed by Poppler")
def test_the_three_views_of_a_case_are_printed_on_one_sheet(
    site: Path, page: Page, tmp_path: Path
) -> None:
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    views = [
        " ".join(view.split()) for view in page.locator(".cv-lens > .cv-note").all_inner_texts()
    ]
    page.pdf(path=tmp_path / "page.pdf", format="A4", margin=EDGES)
    command = ["pdftotext", str(tmp_path / "page.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sheets = [" ".join(sheet.split()) for sheet in printed.split("\f")]
    sheet = next(sheet for sheet in sheets if "Three ways to look at it" in sheet)
    assert len(views) == 3
    assert [view for view in views if view not in sheet] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads what was printed by Poppler")
def test_four_cases_side_by_side_print_in_six_pages(
    page: Page, served: str, tmp_path: Path
) -> None:
    slugs = (
        "raid-liaison-psychiatry,skin-check-rounds,leeds-waste-reduction,hip-fracture-improvement"
    )
    page.goto(f"{served}/compare/index.html?cases={slugs}")
    page.locator(".compare__result").wait_for(state="visible")
    page.pdf(path=tmp_path / "page.pdf", format="A4", margin=EDGES)
    assert len(PdfReader(tmp_path / "page.pdf").pages) <= 6


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads what was printed by Poppler")
@pytest.mark.parametrize("name", ["value-in-wards", "leeds-improvement-partnership"])
def test_no_printed_page_ends_with_the_head_of_a_table(
    site: Path, page: Page, tmp_path: Path, name: str
) -> None:
    page.goto((site / "programmes" / name / "index.html").as_uri())
    heads = [set(head.split()) for head in page.locator("thead").all_inner_texts()]
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    command = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sheets = [sheet.strip() for sheet in printed.split("\f") if sheet.strip()]
    lasts = [sheet.splitlines()[-1].split() for sheet in sheets]
    assert len(heads) > 1
    assert len(lasts) > 2
    assert [last for last in lasts if any(set(last) <= head for head in heads)] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="reads what was printed by Poppler")
def test_a_case_prints_in_ten_pages_with_what_its_reader_has_opened(
    site: Path, browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.goto((site / "cases/raid-liaison-psychiatry/index.html").as_uri())
    page.get_by_text("What it changed: 1 line").click()
    page.pdf(path=tmp_path / "page.pdf", format="A4", margin=EDGES)
    assert page.locator("details[data-opened]").count() == 0
    assert page.locator("details[open]").count() == 1
    page.close()
    command = ["pdftotext", "-layout", str(tmp_path / "page.pdf"), "-"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sheets = [sheet for sheet in printed.split("\f") if sheet.strip()]
    assert len(sheets) <= 10
    assert "A short form of this case is its one page for a board paper." in sheets[0]
    assert "What it changed: quantity × price" in printed
    for words in ("What it took: quantity × price", "Downloads", "Table of the data"):
        assert words not in printed


def test_print_has_no_link_to_suggest_a_change(site: Path, page: Page) -> None:
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    page.locator("main article").evaluate(
        "(main, link) => main.insertAdjacentHTML('beforeend', link)", EDIT
    )
    assert page.locator(".cv-edit").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".cv-edit").is_visible()
