"""Charts of measures in a real browser: nothing overlaps on a phone, all of it is reachable."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

NARROW, WIDE = 320, 1280
BOXES = """(drawing) => [...drawing.querySelectorAll("text")].map((text) => {
    const box = text.getBoundingClientRect();
    return [text.textContent, box.left, box.top, box.right, box.bottom];
})"""
Box = tuple[str, float, float, float, float]
SLACK = 2
"""Pixels by which the boxes of two lines of text may meet: a box is taller than its letters."""


def with_series(site: Path) -> list[Path]:
    pages = sorted(site.glob("cases/*/index.html"))
    return [page for page in pages if "cv-series" in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("part", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, 2))])
def test_no_words_of_a_chart_overlap_or_stick_out(site: Path, page: Page, part: int) -> None:
    pages = with_series(site)
    assert len(pages) >= 10
    wrong: list[tuple[object, ...]] = []
    for path in pages[part::3]:
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        for width in (NARROW, 600, WIDE):
            page.set_viewport_size({"width": width, "height": 900})
            for boxes in page.locator(".cv-series").evaluate_all(f"all => all.map({BOXES})"):
                assert boxes
                wrong += [(path.parent.name, width, *fault) for fault in _faults(boxes, width)]
    assert not wrong


def _faults(boxes: list[Box], width: int) -> list[tuple[str, ...]]:
    out = [(words,) for words, left, _, right, _ in boxes if left < 0 or right > width]
    pairs = combinations(boxes, 2)
    return [*out, *((one[0], other[0]) for one, other in pairs if _overlap(one, other))]


def _overlap(one: Box, other: Box) -> bool:
    across = min(one[3], other[3]) - max(one[1], other[1])
    down = min(one[4], other[4]) - max(one[2], other[2])
    return across > 0 and down > SLACK


def test_twenty_series_are_charted_in_the_library(site: Path) -> None:
    pages = [page.read_text(encoding="utf-8") for page in with_series(site)]
    assert sum(page.count('class="cv-drawing cv-series"') for page in pages) >= 20


def test_a_chart_is_reached_and_its_table_opened_by_keyboard(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": NARROW, "height": 900})
    page.goto((site / "cases/skin-check-rounds/index.html").as_uri())
    summary = page.locator("#chart-ulcers summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('aria-labelledby')")
    assert focused == "chart-ulcers-table-caption"


def test_charts_stand_whole_without_javascript(site: Path, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto((site / "cases/check-in-screens/index.html").as_uri())
    for drawing in page.locator(".cv-series").all():
        box = drawing.bounding_box()
        assert box is not None
        assert box["height"] > 200
    assert page.locator(".cv-states .cv-icon").count() >= 5
    page.close()


def test_print_has_the_charts_and_leaves_long_tables_to_the_files(site: Path, page: Page) -> None:
    page.goto((site / "cases/check-in-screens/index.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".cv-series").first.is_visible()
    assert page.locator(".cv-key").first.is_visible()
    assert not page.locator("#chart-queue-table").is_visible()
