"""Charts of measures in a real browser: nothing overlaps on a phone, all of it is reachable."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser

NARROW, WIDE = 320, 1280
BOXES = """(drawing) => [...drawing.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left, box.top, box.right, box.bottom];
})"""
SLACK = 2
"""Pixels by which the boxes of two lines of text may meet: a box is taller than its letters."""


def with_series(site: Path) -> list[Path]:
    pages = sorted(site.glob("cases/*/index.html"))
    return [page for page in pages if "cv-series" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("width", [NARROW, 600, WIDE])
def test_no_words_of_a_chart_overlap_or_stick_out(site: Path, browser: Browser, width: int) -> None:
    pages = with_series(site)
    assert len(pages) >= 10
    page = browser.new_page(viewport={"width": width, "height": 900})
    wrong: list[tuple[str, ...]] = []
    for path in pages:
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        for drawing in page.locator(".cv-series").all():
            boxes = drawing.evaluate(BOXES)
            assert boxes
            wrong += [(path.parent.name, b[0]) for b in boxes if b[1] < 0 or b[3] > width]
            wrong += [
                (path.parent.name, one[0], other[0])
                for one, other in combinations(boxes, 2)
                if _overlap(one, other)
            ]
    page.close()
    assert not wrong


def _overlap(one: list[float], other: list[float]) -> bool:
    across = min(one[3], other[3]) - max(one[1], other[1])
    down = min(one[4], other[4]) - max(one[2], other[2])
    return across > 0 and down > SLACK


def test_twenty_series_are_charted_in_the_library(site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in with_series(site)]
    assert sum(page.count('class="cv-drawing cv-series"') for page in pages) >= 20


def test_a_chart_is_reached_and_its_table_opened_by_keyboard(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": NARROW, "height": 900})
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    summary = page.locator("#chart-ulcers summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-labelledby')")
    assert focused == "chart-ulcers-table-caption"
    page.close()


def test_charts_stand_whole_without_javascript(site: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "cases/check-in-screens/index.html").as_uri())
    for drawing in page.locator(".cv-series").all():
        box = drawing.bounding_box()
        assert box is not None
        assert box["height"] > 200
    assert page.locator(".cv-states .cv-icon").count() >= 5
    page.close()


def test_print_has_the_charts_and_leaves_long_tables_to_the_files(
    site: Path, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto((site / "cases/check-in-screens/index.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".cv-series").first.is_visible()
    assert page.locator(".cv-key").first.is_visible()
    assert not page.locator("#chart-queue-table").is_visible()
    page.close()
