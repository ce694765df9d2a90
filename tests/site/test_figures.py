"""The figures of a case's money in a real browser: alive from a server, drawn in a folder."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

CASE = "cases/skin-check-rounds/index.html"
KINDS = ("waterfall", "realisation", "matrix", "payers", "tornado", "spread", "payback")
STICKS_OUT = """() => {
    const texts = document.querySelectorAll(".cv-figure .cv-drawing text");
    return [...texts].filter((text) => {
    const words = text.getBoundingClientRect();
    const frame = text.closest("figure").getBoundingClientRect();
    return words.left < frame.left - 2 || words.right > frame.right + 2;
}).map((text) => text.textContent); }"""
DOTS = """([frame, dots]) => {
    const edge = document.querySelector(frame).getBoundingClientRect();
    return [...document.querySelectorAll(`${frame} ${dots}`)].map((dot) => {
        const { left, width, top, height } = dot.getBoundingClientRect();
        return [Math.round(left + width / 2 - edge.left), Math.round(top + height / 2 - edge.top)];
    }).sort(([x, y], [across, down]) => y - down || x - across);
}"""
"""The middle of each dot, from the corner of its drawing."""
TOO_WIDE = """() => {
    const boxes = [...document.querySelectorAll("#matrix g rect")];
    const cells = boxes.map((box) => box.getBoundingClientRect());
    const texts = document.querySelectorAll("#matrix g[text-anchor=middle] text");
    return [...texts].filter((text) => {
        const words = text.getBoundingClientRect();
        const middle = [words.left + words.width / 2, words.top + words.height / 2];
        const cell = cells.find((r) => r.left < middle[0] && r.right > middle[0]
            && r.top < middle[1] && r.bottom > middle[1]);
        return !cell || words.width > cell.width;
    }).map((text) => text.textContent);
}"""


def test_each_kind_of_figure_comes_alive_and_keeps_its_name(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{served}/{CASE}")
    assert page.locator("figure svg.cv-drawing").count() >= len(KINDS)
    for kind in KINDS:
        figure = page.locator(f"#{kind}")
        title = figure.locator(".cv-figure__title").inner_text()
        figure.locator(".cv-figure__drawing").scroll_into_view_if_needed()
        figure.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=10_000)
        assert figure.locator("svg.cv-drawing").count() == 0, kind
        assert figure.get_by_role("img", name=title, exact=True).count() == 1, kind
    assert errors == []
    page.close()


def test_a_link_that_was_cut_short_stops_no_figure(browser: Browser, served: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}/{CASE}#%E0%A4")
    page.locator(f"#{KINDS[0]} .cv-figure__drawing").scroll_into_view_if_needed()
    page.locator(f"#{KINDS[0]} .js-plotly-plot .main-svg").first.wait_for(timeout=10_000)
    page.close()


def test_no_words_of_a_drawing_stick_out_of_it_on_a_phone(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto((site / CASE).as_uri())
    assert page.locator("#matrix g[text-anchor=middle] text").count()
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(TOO_WIDE) == []


def test_dots_stand_and_say_the_same_alive_and_drawn(
    site: Path, browser: Browser, served: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    for path, name in (
        ("insights/index.html", "returns"),
        ("insights/priorities/index.html", "alignment"),
    ):
        page.goto((site / path).as_uri())
        figure = page.locator(f"#{name}")
        drawn = figure.locator("svg.cv-drawing text").all_text_contents()
        dots = page.evaluate(DOTS, [f"#{name} .cv-drawing", "circle"])
        assert len(dots) > 20
        assert page.evaluate(STICKS_OUT) == []
        page.goto(f"{served}/{path}")
        figure.locator(".cv-figure__drawing").scroll_into_view_if_needed()
        figure.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=10_000)
        assert figure.locator(".annotation-text").all_text_contents() == drawn
        assert page.evaluate(DOTS, [f"#{name} .main-svg", ".scatterlayer .points path"]) == dots
        assert page.evaluate(STICKS_OUT.replace(".cv-drawing text", ".annotation-text")) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_a_pyramid_says_the_same_alive_and_drawn_and_no_word_sticks_out_on_a_phone(
    site: Path, browser: Browser, served: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    for path in (
        "cases/skin-check-rounds/approaches.html",
        "framework/approaches/elft-pyramid/index.html",
    ):
        page.goto((site / path).as_uri())
        figure = page.locator("#elft-pyramid-levels")
        drawn = figure.locator("svg.cv-drawing text").all_text_contents()
        assert len(drawn) >= 18
        assert page.evaluate(STICKS_OUT) == []
        page.goto(f"{served}/{path}")
        figure.locator(".cv-figure__drawing").scroll_into_view_if_needed()
        figure.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=10_000)
        assert figure.locator(".annotation-text").all_text_contents() == drawn
        assert page.evaluate(STICKS_OUT.replace(".cv-drawing text", ".annotation-text")) == []
        assert figure.locator(".scatterlayer .trace").count() == 6
    page.close()


def test_the_tracker_says_the_same_alive_and_drawn_and_no_word_sticks_out_on_a_phone(
    site: Path, browser: Browser, served: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.goto((site / "insights/tracker/index.html").as_uri())
    figure = page.locator("#tracker-1")
    drawn = figure.locator("svg.cv-drawing text").all_text_contents()
    assert "Plan" in drawn
    assert page.evaluate(STICKS_OUT) == []
    page.goto(f"{served}/insights/tracker/index.html")
    figure.locator(".cv-figure__drawing").scroll_into_view_if_needed()
    figure.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=10_000)
    alive = figure.locator(".annotation-text, .xtick text, .ytick text").all_text_contents()
    assert sorted(alive) == sorted(drawn)
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_costs_of_patients_come_alive_and_nothing_sticks_out(
    browser: Browser, served: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{served}/cases/skin-check-rounds/approaches.html")
    assert page.evaluate(STICKS_OUT) == []
    figure = page.locator("#evo-patient-costs")
    title = figure.locator(".cv-figure__title").inner_text()
    figure.locator(".cv-figure__drawing").scroll_into_view_if_needed()
    figure.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=10_000)
    assert figure.get_by_role("img", name=title, exact=True).count() == 1
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_stages_of_a_pathway_stand_below_each_other_within_the_page(
    browser: Browser, served: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, forced_colors="active")
    page.goto(f"{served}/cases/skin-check-rounds/approaches.html")
    stages = page.get_by_role("list", name="From end to end").get_by_role("listitem")
    boxes = [box for stage in stages.all() if (box := stage.bounding_box())]
    assert len(boxes) == 5
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)
    tops = [box["y"] for box in boxes]
    assert tops == sorted(tops)
    frame = "e => [getComputedStyle(e).borderTopStyle, getComputedStyle(e).borderTopWidth]"
    assert page.locator(".cv-pathway__number").first.evaluate(frame) == ["solid", "2px"]
    page.close()
