"""The list of cases in a real browser: narrowed, put in order, kept in the address."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

ROWS = ".explorer__list tbody tr:not([hidden])"
COUNT = "#cases"


@pytest.fixture
def cases(browser: Browser, served: str) -> Iterator[Page]:
    """The list, with nothing asked for; it complains of nothing."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text))
    page.goto(f"{served}/cases/index.html")
    expect(page.locator(".explorer")).to_have_attribute("data-ready", "")
    yield page
    assert complaints == []
    page.close()


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def option(page: Page, facet: str, value: str) -> Locator:
    """The box of an option."""
    return page.locator(f'input[name="{facet}"][value="{value}"]')


def left(page: Page, facet: str, value: str) -> int:
    """How many cases an option says that it would leave."""
    words = option(page, facet, value).locator("xpath=..").text_content()
    found = re.search(r"\((\d[^()]*)\)", words or "")
    assert found
    return sum(map(int, re.findall(r"\d+", found.group(1))))


def settings(page: Page) -> list[str]:
    return page.locator(f"{ROWS} td:nth-of-type(3) span:nth-child(2)").all_text_contents()


def test_a_facet_leaves_as_many_cases_as_it_said_and_only_those(cases: Page) -> None:
    whole = cases.locator(ROWS).count()
    said = left(cases, "setting", "acute"), left(cases, "setting", "mental-health")
    option(cases, "setting", "acute").check()
    assert cases.locator(ROWS).count() == said[0]
    assert set(settings(cases)) == {"Acute hospital"}
    assert left(cases, "setting", "mental-health") == said[1]
    option(cases, "setting", "mental-health").check()
    assert cases.locator(ROWS).count() == sum(said)
    invented = left(cases, "case", "invented")
    cases.locator('[data-facet="case"] > summary').click()
    option(cases, "case", "invented").check()
    assert cases.locator(ROWS).count() == invented
    words = f"0 of {whole - invented} cases and {invented} invented teaching cases"
    expect(cases.locator(COUNT)).to_have_text(words)
    expect(cases.get_by_role("status")).to_have_text(words)


def test_invented_cases_are_counted_apart_before_and_after_the_script_runs(
    cases: Page, site: Path
) -> None:
    drawn = (site / "cases" / "index.html").read_text(encoding="utf-8")
    counted = cases.locator(COUNT).text_content() or ""
    assert re.fullmatch(r"\d+ cases and \d+ invented teaching cases", counted)
    assert f'data-explorer="count">{counted}</h2>' in drawn
    shown = option(cases, "setting", "acute").locator("xpath=..").text_content() or ""
    assert re.search(r"\(\d+, and \d+ invented\)$", shown)


def test_all_words_must_be_there_without_regard_to_accents_or_capitals(cases: Page) -> None:
    words = cases.get_by_label("Words in the title")
    words.fill("HÓME noon")
    expect(cases.locator(f"{ROWS} a")).to_have_text(["Home before noon"])
    words.fill("home noon zzzz")
    expect(cases.get_by_text("No case fits all of this.")).to_be_visible()
    expect(cases.get_by_role("status")).to_have_text("No case fits all of this")


def test_the_address_holds_what_was_asked_and_the_way_back_undoes_one_choice(
    cases: Page,
) -> None:
    before = cases.evaluate("history.length")
    cases.get_by_label("Words in the title").press_sequentially("care")
    assert cases.evaluate("history.length") == before
    option(cases, "status", "completed").check()
    cases.get_by_label("In order of").select_option("newest")
    cases.get_by_role("radio", name="Table").check()
    assert query(cases) == {
        "q": ["care"], "status": ["completed"], "sort": ["newest"], "view": ["table"],
    }  # fmt: skip
    shown = cases.locator(f"{ROWS} a").all_text_contents()
    began = [int(day) for day in cases.locator(ROWS).evaluate_all(
        "rows => rows.map(row => row.dataset.began)")]  # fmt: skip
    assert began == sorted(began, reverse=True)
    cases.reload()
    expect(option(cases, "status", "completed")).to_be_checked()
    assert cases.locator(f"{ROWS} a").all_text_contents() == shown
    cases.go_back()
    expect(cases.get_by_role("radio", name="Cards")).to_be_checked()
    cases.go_back()
    cases.go_back()
    expect(option(cases, "status", "completed")).not_to_be_checked()
    assert query(cases) == {"q": ["care"]}


def test_a_filter_in_use_is_taken_away_by_its_button_and_all_of_them_by_one(cases: Page) -> None:
    whole = cases.locator(ROWS).count()
    option(cases, "setting", "acute").check()
    option(cases, "status", "completed").check()
    cases.get_by_role("button", name="Remove filter Setting: Acute hospital").press("Enter")
    expect(option(cases, "setting", "acute")).not_to_be_checked()
    chips = cases.get_by_role("list", name="Filters in use")
    expect(chips.get_by_role("button")).to_be_focused()
    option(cases, "status", "stopped").check()
    cases.get_by_role("button", name="Clear all", exact=True).click()
    assert cases.locator(ROWS).count() == whole
    assert query(cases) == {}
    expect(chips).to_be_hidden()


def test_cases_are_chosen_to_be_compared_and_no_more_than_four(cases: Page) -> None:
    boxes = cases.locator(f"{ROWS} td:last-child input")
    boxes.nth(0).check()
    go = cases.get_by_role("link", name="Compare them side by side")
    expect(go).to_be_hidden()
    for at in (1, 2, 3):
        boxes.nth(at).check()
    boxes.nth(4).click()
    expect(boxes.nth(4)).not_to_be_checked()
    expect(cases.get_by_role("region", name="Cases to compare")).to_contain_text("No more than 4")
    slugs = boxes.evaluate_all("all => all.filter(box => box.checked).map(box => box.value)")
    further = cases.get_by_role("link", name="Compare cases side by side")
    assert further.get_attribute("href") == go.get_attribute("href")
    go.click()
    cases.wait_for_url("**/compare/index.html?**")
    assert query(cases) == {"cases": [",".join(slugs)]}
    cases.go_back()
    expect(boxes.nth(3)).to_be_checked()


def test_a_list_that_the_address_narrows_is_drawn_without_a_shift(
    browser: Browser, served: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.moved += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{served}/cases/index.html?setting=mental-health")
    expect(page.locator(COUNT)).to_contain_text(" of ")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.05
    page.close()


def test_without_scripts_all_cases_are_listed_and_no_filter_is_offered(
    browser: Browser, served: str, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/cases/index.html?setting=acute")
    folders = [
        folder for folder in (site / "cases").iterdir() if (folder / "compare.json").exists()
    ]
    assert page.locator(ROWS).count() == len(folders)
    assert not page.locator("main form").is_visible()
    assert not page.get_by_label("Compare").first.is_visible()
    expect(page.get_by_text("Filters on this page need JavaScript.")).to_be_visible()
    context.close()


def test_a_list_opened_from_a_folder_is_narrowed_too(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((site / "cases/index.html").as_uri())
    option(page, "setting", "mental-health").check()
    assert set(settings(page)) == {"Mental health"}


def test_a_list_that_the_address_does_not_narrow_is_shown_before_its_script_has_come(
    cases: Page,
) -> None:
    nothing = {"body": "", "content_type": "text/javascript"}
    cases.route("**/assets/explorer.js", lambda route: route.fulfill(**nothing))
    hides = "document.querySelector('.explorer__list').getAnimations().length"
    for query, hidden in (("", 0), ("?status=completed", 1)):
        cases.goto(cases.url.partition("?")[0] + query)
        assert cases.evaluate(hides) == hidden
