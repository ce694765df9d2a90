"""Every page of the real site, in a real browser, from a plain folder."""

import re
import shutil
import subprocess
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, PdfMargins, Request

from civalue_build.model.site import ProsePage
from civalue_build.publish.edit import EditLink

NARROW, WIDE = 320, 1280
KINDS = (
    "index.html",
    "cases/index.html",
    "cases/skin-check-rounds/index.html",
    "cases/leeds-waste-reduction/index.html",
    "cases/hip-fracture-improvement/index.html",
    "framework/index.html",
    "framework/reading-charts/index.html",
    "framework/principles/co-design/index.html",
    "checks/index.html",
    "unit-values/index.html",
    "methods/index.html",
    "contribute/format/index.html",
    "framework/approaches/elft-pyramid/index.html",
    "cases/skin-check-rounds/approaches.html",
)


FAMILIES = ("cases", "checks", "framework/approaches", "framework/principles", "programmes")
"""Folders whose pages are all of one kind; every other page is a kind of its own."""

EDIT = EditLink(edit_base="https://example.org/edit/").fill(
    ProsePage(path="a/index.html", title="A", markdown="", source="a.md")
)


@cache
def hardest_pages(site: Path) -> set[str]:
    """Every page that is a kind of its own, and of each family the pages least likely to fit."""
    families: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("index.html")):
        path = page.parent.relative_to(site)
        family = path.parent.as_posix()
        families.setdefault(family if family in FAMILIES else path.as_posix(), []).append(page)
    return {path for pages in families.values() for path in hardest(site, pages)}


def hardest_readings(site: Path) -> set[str]:
    """Of the cases as other approaches tell them, which have no frame, those that hardly fit."""
    return hardest(site, sorted(site.glob("cases/*/approaches.html")))


def hardest(site: Path, pages: list[Path]) -> set[str]:
    """The pages of one kind that are least likely to fit."""
    measures = (longest_word, longest_title, most_columns)
    return {max(pages, key=measure).relative_to(site).as_posix() for measure in measures}


def longest_word(page: Path) -> int:
    """The length of the longest piece of text that a browser cannot break."""
    main = page.read_text(encoding="utf-8").partition("<main")[2]
    return max(map(len, re.split(r"<[^>]*>|[\s–—-]", main)))


def longest_title(page: Path) -> int:
    return len(page.read_text(encoding="utf-8").partition("</title>")[0].rpartition("<title>")[2])


def most_columns(page: Path) -> int:
    rows = page.read_text(encoding="utf-8").split("<tr")
    return max(row.count("<th") + row.count("<td") for row in rows)


@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2))])
def test_no_page_scrolls_sideways_on_a_phone_or_a_desk(site: Path, page: Page, part: int) -> None:
    paths = hardest_pages(site) | hardest_readings(site)
    assert "search/index.html" in paths
    assert {*FAMILIES} <= {Path(path).parent.parent.as_posix() for path in paths}
    too_wide = []
    for path in sorted(paths)[part::3]:
        page.goto((site / path).as_uri(), wait_until="domcontentloaded")
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append((path, width))
    assert not too_wide


@pytest.mark.parametrize("width", [NARROW, 700, WIDE])
def test_a_long_title_does_not_stick_out_of_the_header(site: Path, page: Page, width: int) -> None:
    """The theme keeps the title of the page beside that of the site, ready to take its place."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    wide = page.evaluate(
        """() => {
            const topic = document.querySelector("[data-md-component=header-topic] .md-ellipsis");
            topic.textContent = "A title of many words ".repeat(20);
            const header = document.querySelector(".md-header");
            return Math.max(header.scrollWidth, document.documentElement.scrollWidth);
        }"""
    )
    assert wide <= width


@pytest.mark.parametrize("path", KINDS)
def test_a_page_asks_no_other_host_sets_no_cookie_and_raises_no_error(
    site: Path, page: Page, path: str
) -> None:
    page.set_viewport_size({"width": WIDE, "height": 900})
    asked: list[str] = []
    errors: list[str] = []

    def note_request(request: Request) -> None:
        asked.append(request.url)

    def note_error(error: Error) -> None:
        errors.append(str(error))

    page.on("request", note_request)
    page.on("pageerror", note_error)
    page.goto((site / path).as_uri())
    page.wait_for_load_state("load")
    _scroll_through(page)
    page.remove_listener("request", note_request)
    page.remove_listener("pageerror", note_error)
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.context.cookies() == []
    assert errors == []


@pytest.mark.parametrize("path", KINDS)
def test_headings_go_down_one_level_at_a_time(site: Path, page: Page, path: str) -> None:
    page.goto((site / path).as_uri(), wait_until="domcontentloaded")
    levels = page.eval_on_selector_all(
        "main h1, main h2, main h3, main h4", "all => all.map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_a_case_reads_whole_without_javascript(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    text = page.inner_text("main")
    for words in ("Social", "Economic", "Business", "Net present value", "Invented"):
        assert words.lower() in text.lower()
    assert page.locator("figure svg").first.is_visible()
    context.close()


def test_charts_come_alive_from_a_server_and_stay_drawings_in_a_folder(
    site: Path, page: Page, served: str
) -> None:
    page.set_viewport_size({"width": WIDE, "height": 900})
    path = "cases/skin-check-rounds/index.html"
    page.goto((site / path).as_uri())
    _scroll_through(page)
    assert page.locator("figure svg").first.is_visible()
    assert page.locator(".js-plotly-plot").count() == 0
    page.goto(f"{served}/{path}")
    page.locator("figure").first.scroll_into_view_if_needed()
    page.locator(".js-plotly-plot").first.wait_for(state="visible", timeout=10_000)


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
    edges: PdfMargins = {"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"}
    page.pdf(path=tmp_path / "page.pdf", format="A4", margin=edges)
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


def _scroll_through(page: Page) -> None:
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 600) {
                window.scrollTo(0, y);
                await new Promise(done => setTimeout(done, 20));
            }
        }"""
    )
