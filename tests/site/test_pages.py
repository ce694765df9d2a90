"""Every page of the real site, in a real browser, from a plain folder."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

NARROW, WIDE = 320, 1280
KINDS = (
    "index.html",
    "cases/index.html",
    "cases/skin-check-rounds/index.html",
    "cases/leeds-waste-reduction/index.html",
    "cases/hip-fracture-improvement/index.html",
    "framework/index.html",
    "framework/principles/co-design/index.html",
    "checks/index.html",
    "unit-values/index.html",
    "methods/index.html",
    "contribute/format/index.html",
)


def every_page(site: Path) -> list[str]:
    return sorted(str(path.relative_to(site)) for path in site.rglob("*.html"))


@pytest.mark.slow
def test_no_page_scrolls_sideways_on_a_phone_or_a_desk(site: Path, browser: Browser) -> None:
    too_wide = []
    for width in (NARROW, WIDE):
        page = browser.new_page(viewport={"width": width, "height": 900})
        for path in every_page(site):
            page.goto((site / path).as_uri())
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append((path, width))
        page.close()
    assert not too_wide


@pytest.mark.parametrize("path", KINDS)
def test_a_page_asks_no_other_host_sets_no_cookie_and_raises_no_error(
    site: Path, browser: Browser, path: str
) -> None:
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / path).as_uri())
    page.wait_for_load_state("load")
    _scroll_through(page)
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert page.context.cookies() == []
    assert errors == []
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_headings_go_down_one_level_at_a_time(site: Path, browser: Browser, path: str) -> None:
    page = browser.new_page()
    page.goto((site / path).as_uri())
    levels = page.eval_on_selector_all(
        "main h1, main h2, main h3, main h4", "all => all.map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    page.close()


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
    site: Path, browser: Browser, served: str
) -> None:
    page = browser.new_page(viewport={"width": WIDE, "height": 900})
    path = "cases/skin-check-rounds/index.html"
    page.goto((site / path).as_uri())
    _scroll_through(page)
    assert page.locator("figure svg").first.is_visible()
    assert page.locator(".js-plotly-plot").count() == 0
    page.goto(f"{served}/{path}")
    page.locator("figure").first.scroll_into_view_if_needed()
    page.locator(".js-plotly-plot").first.wait_for(state="visible", timeout=10_000)
    page.close()


def test_print_has_no_navigation(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator("nav.md-nav--primary").first.is_visible()
    assert page.locator("main h1").is_visible()
    page.close()


def _scroll_through(page: Page) -> None:
    page.evaluate(
        """async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 600) {
                window.scrollTo(0, y);
                await new Promise(done => setTimeout(done, 20));
            }
        }"""
    )
