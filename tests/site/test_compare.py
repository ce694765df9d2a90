"""Cases side by side in a real browser: as chosen, with what cannot be compared said in words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Error, Page, expect

INVENTED, REAL = "skin-check-rounds", "raid-liaison-psychiatry"
STORY = "hip-fracture-improvement"


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    page.set_viewport_size({"width": 1280, "height": 900})
    complaints: list[str] = []

    def note(error: Error) -> None:
        complaints.append(str(error))

    page.on("pageerror", note)
    yield page
    page.remove_listener("pageerror", note)
    assert complaints == []


def opened(page: Page, served: str, *slugs: str) -> None:
    page.goto(f"{served}/compare/index.html?cases={','.join(slugs)}")
    expect(page.get_by_role("heading", name="Side by side")).to_be_visible()


def titles(page: Page) -> list[str]:
    return page.locator(".compare__table thead a").all_inner_texts()


def of(site: Path, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (site / "cases" / slug / "compare.json").read_text(encoding="utf-8")
    )
    return found


def test_cases_stand_in_the_order_chosen_with_the_words_of_their_own_files(
    page: Page, served: str, site: Path
) -> None:
    opened(page, served, REAL, STORY, INVENTED)
    files = [of(site, slug) for slug in (REAL, STORY, INVENTED)]
    assert titles(page) == [file["title"] for file in files]
    for key in files[0]["rows"]:
        cells = page.locator(f'[data-row="{key}"] td')
        for at, file in enumerate(files):
            for words, note in file["rows"][key]:
                expect(cells.nth(at)).to_contain_text(words)
                expect(cells.nth(at)).to_contain_text(note)


def test_what_is_not_alike_is_said_first_and_again_in_each_row_it_bars(
    page: Page, served: str
) -> None:
    opened(page, served, INVENTED, REAL)
    differ = page.locator('[data-part="differ"]')
    for words in ("Price year", "2023/24 prices", "2010/11 prices", "invented", "Not comparable."):
        expect(differ).to_contain_text(words)
    alike = page.locator('[data-part="alike"]')
    expect(alike).to_contain_text("counting cash, released capacity and avoided cost")
    mark = page.locator('[data-row="npv"] .compare__mark')
    expect(mark).to_contain_text("Not comparable: an invented case stands beside a real one")
    expect(mark).to_contain_text("price years differ")
    expect(page.locator('[data-row="return"] .compare__mark')).not_to_contain_text("price years")
    expect(page.locator('[data-row="setting"] .compare__mark')).to_be_empty()
    expect(page.get_by_role("status")).to_contain_text("2 cases side by side. Not alike: Real")


def test_a_choice_stands_in_the_address_and_the_way_back_takes_it_back(
    page: Page, served: str
) -> None:
    opened(page, served, INVENTED, REAL)
    page.get_by_label("Third case").select_option(STORY)
    expect(page.locator(".compare__table thead a")).to_have_count(3)
    assert parse_qs(urlsplit(page.url).query) == {"cases": [f"{INVENTED},{REAL},{STORY}"]}
    page.go_back()
    expect(page.locator(".compare__table thead a")).to_have_count(2)
    expect(page.get_by_label("Third case")).to_have_value("")


def test_unknown_and_doubled_cases_are_left_out_and_one_alone_is_not_compared(
    page: Page, served: str
) -> None:
    page.goto(f"{served}/compare/index.html?cases={REAL},../../x,{REAL},<b>")
    expect(page.get_by_text("Choose two cases at least")).to_be_visible()
    expect(page.get_by_label("First case")).to_have_value(REAL)
    expect(page.get_by_role("heading", name="Side by side")).to_be_hidden()


def test_from_a_folder_and_without_scripts_the_page_leads_to_the_lists(
    browser: Browser, page: Page, served: str, site: Path
) -> None:
    page.goto((site / "compare/index.html").as_uri())
    expect(page.get_by_text("This page needs a web server")).to_be_visible()
    assert not page.get_by_label("First case").is_visible()
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{served}/compare/index.html")
    expect(bare.get_by_text("this page needs JavaScript")).to_be_visible()
    assert not bare.get_by_label("First case").is_visible()
    context.close()
