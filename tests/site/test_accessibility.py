"""WCAG 2.2 AA as far as a program can tell: axe-core on every kind of page, in a real browser.

What a program cannot tell, such as whether words are plain, people have to look at.
"""

import hashlib
import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.test_pages import hardest_pages, hardest_readings

VENDOR = Path(__file__).parents[1] / "vendor" / "axe-core"
WIDTHS = (320, 1280)
PARTS = 6
"""The pages are looked at in so many parts, which can run at the same time."""

ACCEPTED = {("region", '<label class="md-overlay"'), ("region", '<input class="md-toggle"')}
"""What the theme does and the accessibility statement says: its switches stand in no landmark.

It is a best practice of axe's, and no rule of WCAG.
"""

RUN = """async () => {
    const found = await axe.run(document, {resultTypes: ["violations"]});
    return found.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.html]));
}"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The checker, as its makers published it."""
    source = (VENDOR / "axe.min.js").read_bytes()
    expected = (VENDOR / "axe.min.js.sha256").read_text(encoding="ascii").split()[0]
    assert hashlib.sha256(source).hexdigest() == expected
    return source.decode()


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_kind_of_page(
    site: Path, served: str, browser: Browser, axe: str, part: int
) -> None:
    page = browser.new_page()
    faults = set()
    for path in sorted(hardest_pages(site) | hardest_readings(site))[part::PARTS]:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{served}/{path}")
            _wake_charts(page)
            page.evaluate(axe)
            faults |= {(path, width, *fault) for fault in _faults(page)}
    page.close()
    assert not faults, json.dumps(sorted(faults), indent=1)


def _faults(page: Page) -> list[tuple[str, str]]:
    """What axe finds on a page, but for what is accepted: the rule, and the element."""
    found = [(rule, html[:200]) for rule, html in page.evaluate(RUN)]
    return [
        (rule, html)
        for rule, html in found
        if not any(rule == known and html.startswith(start) for known, start in ACCEPTED)
    ]


def _wake_charts(page: Page) -> None:
    """Bring the first chart of each kind into view, so that the live one is looked at too."""
    figures = page.locator("figure[data-live]")
    if figures.count():
        figures.first.scroll_into_view_if_needed()
        page.locator(".js-plotly-plot").first.wait_for(state="visible", timeout=20_000)
        page.evaluate("window.scrollTo(0, 0)")
        page.wait_for_timeout(500)  # the theme's tabs fade in again


def test_axe_finds_what_is_wrong(page: Page, axe: str) -> None:
    page.set_content("<html lang='en'><title>x</title><main><h1>A</h1><img src='a.png'></main>")
    page.evaluate(axe)
    assert ("image-alt", '<img src="a.png">') in _faults(page)


@pytest.mark.slow
def test_no_page_scrolls_sideways_when_it_is_enlarged_twice(site: Path, browser: Browser) -> None:
    """At 200 % a desk of 1280 pixels has room for 640."""
    page = browser.new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    too_wide = []
    for path in sorted(hardest_pages(site) | hardest_readings(site)):
        page.goto((site / path).as_uri(), wait_until="domcontentloaded")
        if page.evaluate("document.documentElement.scrollWidth") > 640:
            too_wide.append(path)
    page.close()
    assert not too_wide


def test_every_page_has_its_landmarks_once_and_each_menu_a_name(site: Path, page: Page) -> None:
    for path in sorted(hardest_pages(site))[::4]:
        page.goto((site / path).as_uri(), wait_until="domcontentloaded")
        for landmark in ("main", "body > header, .md-header", "footer.md-footer"):
            assert page.locator(landmark).count() == 1, (path, landmark)
        names = page.eval_on_selector_all(
            "nav",
            "all => all.map(one => one.getAttribute('aria-label') || "
            "document.getElementById(one.getAttribute('aria-labelledby'))?.textContent || '')",
        )
        assert all(names), path


def test_every_figure_has_a_name_and_a_table_of_its_data(site: Path, page: Page) -> None:
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    figures = page.eval_on_selector_all(
        "figure.cv-figure",
        """all => all.map(one => ({
            name: document.getElementById(one.getAttribute("aria-labelledby"))?.textContent.trim(),
            table: one.querySelectorAll("details table").length,
            drawings: [...one.querySelectorAll(".cv-figure__drawing > svg")]
                .map(drawing => drawing.getAttribute("role")),
        }))""",
    )
    assert len(figures) > 8
    for figure in figures:
        assert figure["name"].startswith("Figure "), figure
        assert figure["table"] == 1, figure
        assert set(figure["drawings"]) <= {"img", None}, figure


def test_in_forced_colours_focus_can_still_be_seen(site: Path, browser: Browser) -> None:
    """Shadows and backgrounds go where the reader's own colours are forced; outlines stay."""
    page = browser.new_page(forced_colors="active")
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    for selector in ("article p > a", "article summary", ".search-bar__words"):
        page.locator(selector).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        style, width = page.evaluate(
            "[getComputedStyle(document.activeElement).outlineStyle,"
            " parseFloat(getComputedStyle(document.activeElement).outlineWidth)]"
        )
        assert (style, width >= 2) == ("solid", True), selector
    page.close()


def test_a_page_is_read_from_its_start_by_keyboard(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    opened = page.locator("main details.cv-details").first
    opened.locator("summary").focus()
    page.keyboard.press("Enter")
    assert opened.evaluate("one => one.open")
