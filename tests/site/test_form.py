"""The form in a real browser: what a newcomer types becomes a case, and nothing leaves the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from civalue_build.model.intake import Facts, Sort
from civalue_build.model.intake_parts import PARTS
from civalue_build.publish.intake.drafting import draft
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.filled import FILLED
from tests.site.test_accessibility import VENDOR, WIDTHS
from tests.site.test_accessibility import _faults as faults
from tests.site.test_case_text import HOSTILE

FORM = "contribute/form/index.html"
FRAMEWORK = read_framework(ROOT)
FEW = {
    "title": "Walking rounds",
    "summary": "Fewer patients fall.",
    "organisation.name": "Example Hospitals",
    "record": "team",
    "setting": "acute",
    "status": "completed",
    "period.start": "March 2025",
}


@pytest.fixture
def page(browser: Browser, served: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{served}/{FORM}")
    yield page
    assert complaints == []
    page.close()


def part_of(page: Page, part: str) -> Locator:
    return page.locator(f'[data-part="{part}"]')


def opened(page: Page, part: str) -> Locator:
    place = part_of(page, part)
    summary = place.locator("> summary")
    if summary.count() and place.get_attribute("open") is None:
        summary.click()
    return place


def answer(place: Locator, path: str, text: str) -> None:
    control = place.locator(f'[data-path="{path}"]').locator("input, select, textarea")
    if control.evaluate("one => one.tagName") == "SELECT":
        control.select_option(text)
    else:
        control.fill(text)


FILL = """([part, rows, names]) => {
    const home = document.querySelector(`[data-part="${part}"]`);
    if (home.tagName === "DETAILS") home.open = true;
    rows.forEach((row, at) => {
        if (!names) home.querySelector("[data-add]")?.click();
        const here = home.querySelectorAll(".intake__row")[at] ?? home;
        for (const [path, text] of Object.entries(row)) {
            const field = here.querySelector(`[data-path="${CSS.escape(path)}"]`);
            const control = field.querySelector("input, select, textarea");
            const named = [...control.options ?? []].find((option) => option.text === text);
            control.value = names ? named.value : text;
            control.dispatchEvent(new Event("input", {bubbles: true}));
        }
    });
}"""


def fill(page: Page, facts: Facts) -> None:
    """Answer everything at once, names of other rows last: they have to be there."""
    for names in (False, True):
        for part in PARTS:
            asked = {field.path for field in part.fields if (field.sort is Sort.NAME) is names}
            rows = [
                {path: text for path, text in row.items() if path in asked}
                for row in facts.get(part.id, ())
            ]
            page.evaluate(FILL, [part.id, rows, names])


def fill_few(page: Page) -> None:
    for path, text in FEW.items():
        answer(part_of(page, "case"), path, text)


def make(page: Page) -> None:
    page.get_by_role("button", name="Make the file").click()


def saved(page: Page, name: str) -> str:
    with page.expect_download() as found:
        page.get_by_role("button", name=f"Download {name}").click()
    assert found.value.suggested_filename == name
    return Path(found.value.path()).read_text(encoding="utf-8")


def test_a_form_filled_in_wholly_gives_the_same_bytes_as_the_program(page: Page) -> None:
    fill(page, FILLED)
    make(page)
    expect(page.get_by_role("heading", name="Your file is ready")).to_be_focused()
    made = draft(FILLED, FRAMEWORK)
    assert saved(page, "case.md") == page.get_by_label("What goes into").input_value() == made.text
    for name, text in made.files.items():
        assert saved(page, name) == text
    expect(page.locator('[data-intake="unstated"]')).to_contain_text("One number is written as")
    expect(page.locator('[data-intake="place"]')).to_have_text(f"cases/{made.slug}/case.md")


def test_hostile_texts_that_are_typed_come_out_as_the_program_writes_them(page: Page) -> None:
    lines = [text for text in HOSTILE if "\r" not in text]
    typed = "\n".join(lines)
    facts: Facts = {
        "case": [{**FEW, "slug": "rounds", "title": lines[7], "summary": typed}],
        "story": [{"The problem": typed, "What happened": "\n\n".join(lines)}],
        "learning": [{"learning.adapt": typed, "learning.spread": lines[0]}],
        "outcomes": [{"who": "staff", "what": text} for text in lines[10:22]],
    }
    fill(page, facts)
    make(page)
    made = draft(facts, FRAMEWORK)
    assert made.faults == ()
    assert saved(page, "case.md") == made.text


def test_few_answers_are_enough(page: Page) -> None:
    fill_few(page)
    make(page)
    text = saved(page, "case.md")
    assert text == draft({"case": [FEW]}, FRAMEWORK).text
    assert "start: 2025-03\n" in text


def test_what_is_missing_is_listed_at_the_top_and_said_at_its_field(page: Page) -> None:
    opened(page, "costs").locator("[data-add]").click()
    answer(part_of(page, "costs"), "amount", "a lot")
    part_of(page, "costs").locator("> summary").click()
    make(page)
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page.locator('[data-intake="result"]')).to_be_hidden()
    links = summary.locator("a").all_inner_texts()
    assert links[0] == "Title: this is needed"
    assert "Cost 1, What it is: this is needed" in links
    wrong = "Cost 1, Amount in pounds, for each year: enter a number alone, such as 1650 or 0.35"
    summary.get_by_text(wrong).click()
    amount = part_of(page, "costs").get_by_label("Amount in pounds")
    expect(amount).to_be_focused()
    assert amount.get_attribute("aria-invalid") == "true"
    told = amount.get_attribute("aria-describedby") or ""
    words = [page.locator(f"#{one}").text_content() for one in told.split()]
    assert words[-1] == "Error: Enter a number alone, such as 1650 or 0.35"
    fill_few(page)
    opened(page, "costs").locator("[data-remove]").click()
    make(page)
    expect(summary).to_be_hidden()
    assert page.locator("[aria-invalid], .intake__field--wrong").count() == 0


def test_lines_are_added_and_removed_by_keyboard_and_it_is_said(page: Page) -> None:
    place = opened(page, "sources")
    add = place.locator("[data-add]")
    expect(add).to_have_text("Add a source")
    add.focus()
    page.keyboard.press("Enter")
    said = page.locator('[data-intake="said"]')
    expect(said).to_have_text("Source 1 added.")
    expect(place.get_by_label("Title")).to_be_focused()
    page.keyboard.type("Ledger")
    expect(add).to_have_text("Add another source")
    add.click()
    expect(place.get_by_role("group", name="Source 2")).to_be_visible()
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))
    place.get_by_role("button", name="Remove source 1").focus()
    page.keyboard.press("Enter")
    expect(said).to_have_text("Source 1 removed.")
    expect(place.get_by_role("group", name="Source 1")).to_be_focused()
    assert place.get_by_label("Title").input_value() == ""


def test_a_list_of_names_follows_what_is_typed_elsewhere(page: Page) -> None:
    opened(page, "costs").locator("[data-add]").click()
    source = part_of(page, "costs").get_by_label("Where the figure comes from")
    assert source.locator("option").all_inner_texts() == [
        "Nothing listed yet under “Where it comes from”"
    ]
    opened(page, "sources").locator("[data-add]").click()
    title = part_of(page, "sources").get_by_label("Title")
    title.fill("Ledger")
    source.select_option(label="Ledger")
    title.fill("Ward ledger")
    assert source.evaluate("one => one.selectedOptions[0].text") == "Ward ledger"
    part_of(page, "sources").locator("[data-remove]").click()
    assert source.input_value() == ""


def test_a_kind_says_in_plain_words_what_it_means(page: Page) -> None:
    opened(page, "benefits").locator("[data-add]").click()
    part_of(page, "benefits").get_by_label("What kind of benefit").select_option("cost-avoided")
    told = part_of(page, "benefits").locator('[data-path="kind"] .intake__means')
    expect(told).to_have_text(FRAMEWORK.kinds["cost-avoided"].means)


def test_nothing_is_kept_and_nothing_is_sent(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fill_few(page)
    make(page)
    saved(page, "case.md")
    assert [url for url in asked if not url.startswith("blob:") and "favicon" not in url] == []
    kept = page.evaluate(
        "[document.cookie, ...Object.values({...localStorage, ...sessionStorage})]"
    )
    assert FEW["title"] not in "".join(kept)
    assert kept[0] == ""
    page.reload()
    assert page.get_by_label("Title").first.input_value() == ""


def test_it_warns_before_unsaved_text_is_lost_and_only_then(page: Page) -> None:
    leaving = "() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    assert not page.evaluate(leaving)
    fill_few(page)
    assert page.evaluate(leaving)
    make(page)
    saved(page, "case.md")
    assert not page.evaluate(leaving)


def test_a_change_after_the_file_was_made_asks_to_make_it_again(page: Page) -> None:
    fill_few(page)
    make(page)
    answer(part_of(page, "case"), "title", "Another title")
    expect(page.locator('[data-intake="result"]')).to_be_hidden()
    expect(page.locator('[data-intake="said"]')).to_contain_text("make the file again")


EDIT = """(base) => {
    const place = document.createElement("p");
    place.className = "cv-edit";
    place.innerHTML = `<a href="${base}/framework/pages/contribute/form.md">Suggest</a>`;
    document.querySelector("article").append(place);
}"""


def test_with_a_repository_on_github_the_text_is_carried_over(page: Page) -> None:
    page.evaluate(EDIT, "https://github.com/owner/repository/edit/main")
    fill_few(page)
    make(page)
    link = page.get_by_role("link", name="Open it on GitHub")
    href = link.get_attribute("href") or ""
    start = "https://github.com/owner/repository/new/main?filename=cases%2Fwalking-rounds%2Fcase.md"
    assert href.startswith(f"{start}&value=---%0Aformat%3A%201%0Atitle%3A%20%22Walking%20rounds%22")
    answer(part_of(page, "story"), "The problem", ("It was so. " * 100 + "\n\n") * 8)
    make(page)
    expect(link).to_be_hidden()
    empty = page.get_by_role("link", name="open an empty file there")
    assert empty.get_attribute("href") == start


def test_without_a_repository_github_is_not_spoken_of_as_a_button(page: Page) -> None:
    fill_few(page)
    make(page)
    expect(page.get_by_role("link", name="Open it on GitHub")).to_be_hidden()
    expect(page.locator('[data-intake="long"]')).to_be_hidden()


def test_without_javascript_it_says_what_else_there_is(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/{FORM}")
    expect(page.locator('[data-intake="without"]')).to_be_visible()
    expect(page.get_by_role("button", name="Make the file")).to_be_hidden()
    page.get_by_role("link", name="a spreadsheet", exact=True).click()
    with page.expect_download() as found:
        page.get_by_role("link", name="Download the spreadsheet").click()
    assert found.value.suggested_filename == "case-to-fill-in.xlsx"
    context.close()


@pytest.mark.parametrize("facts", [{part.id: [{}] for part in PARTS}, FILLED])
def test_a_long_form_and_what_it_makes_fit_a_narrow_screen(page: Page, facts: Facts) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    fill(page, facts)
    make(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_what_is_printed_is_the_file_or_a_word_that_the_form_is_not(page: Page) -> None:
    word = page.get_by_text("The form itself is not printed.")
    printed = page.locator('[data-intake="printed"]')
    expect(word).to_be_hidden()
    page.emulate_media(media="print")
    expect(word).to_be_visible()
    expect(page.get_by_role("button", name="Make the file")).to_be_hidden()
    page.emulate_media(media="screen")
    fill_few(page)
    make(page)
    expect(printed).to_be_hidden()
    page.emulate_media(media="print")
    expect(printed).to_be_visible()
    assert printed.text_content() == draft({"case": [FEW]}, FRAMEWORK).text
    expect(page.get_by_role("button", name="Download case.md")).to_be_hidden()


def test_what_is_chosen_from_is_asked_before_it_is_needed() -> None:
    places = {part.id: at for at, part in enumerate(PARTS)}
    asked = [
        (part.id, field.of)
        for part in PARTS
        for field in part.fields
        if field.sort is Sort.NAME and field.required
    ]
    assert ("costs", "sources") in asked
    assert all(places[of] < places[part] for part, of in asked)


def test_a_pasted_table_full_of_faults_says_a_few_and_counts_the_rest(page: Page) -> None:
    fill(page, {"case": [FEW], "measures": [{"series": "2024-01\tx\n" * 40}]})
    make(page)
    links = page.get_by_role("alert").locator("a").all_inner_texts()
    told = [text for text in links if "Values over time" in text]
    assert len(told) == 6
    assert told[0].startswith("Measure 1, Values over time: row 1: enter a number alone")
    assert told[-1] == "Measure 1, Values over time: 35 more rows cannot be read"
    error = part_of(page, "measures").locator('[data-path="series"] .intake__error')
    expect(error).to_contain_text("Row 1: enter a number alone")


@pytest.mark.slow
def test_axe_finds_nothing_with_every_part_open_and_faults_told(page: Page) -> None:
    fill(page, {part.id: [{}] for part in PARTS})
    make(page)
    page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert faults(page) == []
    page.reload()
    fill_few(page)
    make(page)
    page.evaluate((VENDOR / "axe.min.js").read_text(encoding="utf-8"))
    assert faults(page) == []


def test_in_forced_colours_what_is_wrong_and_what_has_focus_can_be_seen(
    browser: Browser, served: str
) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(f"{served}/{FORM}")
    make(page)
    wrong = page.locator(".intake__field--wrong").first
    style = "one => [getComputedStyle(one).borderLeftStyle, getComputedStyle(one).borderLeftWidth]"
    assert wrong.evaluate(style) == ["solid", "4px"]
    control = wrong.locator("input")
    control.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    outline = "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
    assert control.evaluate(outline) == ["solid", "3px"]
    page.close()
