"""The figures of a case's money in a real browser: alive from a server, drawn in a folder."""

from pathlib import Path

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


def test_no_words_of_a_drawing_stick_out_of_it_on_a_phone(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto((site / CASE).as_uri())
    assert page.locator("#matrix g[text-anchor=middle] text").count()
    assert page.evaluate(STICKS_OUT) == []
    assert page.evaluate(TOO_WIDE) == []
