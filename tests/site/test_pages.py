"""Every page of the real site, in a real browser, from a plain folder."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, Request

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


@pytest.mark.parametrize("path", ["search/index.html?q=falls", "contribute/form/index.html"])
@pytest.mark.parametrize("width", [NARROW, 768, WIDE])
def test_what_comes_late_moves_nothing_that_can_be_seen(
    browser: Browser, served: str, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{served}/{path}")
    page.locator(".search-result, [data-intake=form]").first.wait_for(state="visible")
    moved = page.evaluate(
        """() => new Promise((done) => {
            let moved = 0;
            new PerformanceObserver((list) => {
                for (const entry of list.getEntries()) moved += entry.value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => done(moved), 300);
        })"""
    )
    page.close()
    assert moved < 0.05


def test_what_scrolls_sideways_on_a_phone_can_be_reached_and_has_a_name(
    site: Path, page: Page
) -> None:
    page.set_viewport_size({"width": NARROW, "height": 900})
    found = []
    for path in sorted(hardest_pages(site))[::3]:
        page.goto((site / path).as_uri())
        found += page.eval_on_selector_all(
            "main *",
            """all => all.filter((one) => {
                const { overflowX } = getComputedStyle(one);
                return one.clientWidth && one.scrollWidth > one.clientWidth + 1
                    && ["auto", "scroll"].includes(overflowX);
            }).map((one) => [one.tabIndex, one.getAttribute("aria-label")
                || document.getElementById(one.getAttribute("aria-labelledby"))?.textContent])""",
        )
    assert found
    assert [one for one in found if one[0] != 0 or not one[1]] == []


def test_the_running_result_hides_no_control_that_has_the_focus(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(f"{(site / 'cases/skin-check-rounds/index.html').as_uri()}#here")
    bar = page.locator(".cv-here__now")
    page.locator(".cv-here__form select").first.focus()
    for _ in range(4):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.getBoundingClientRect().bottom")
        box = bar.bounding_box()
        assert box
        assert focused <= box["y"]


def _scroll_through(page: Page) -> None:
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 600) {
                window.scrollTo(0, y);
                await new Promise(done => setTimeout(done, 20));
            }
        }"""
    )
