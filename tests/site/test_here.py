"""“What would it mean here?” in a real browser: what it scales, shows, tells and prints."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import isclose
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from civalue_build.appraise.scaling import scaled
from civalue_build.model.appraisal import Figure, Returns, Undefined
from civalue_build.model.enums import Perspective
from civalue_build.model.scaling import Dial, Scalable, Setting, Sums
from civalue_build.pipeline import Surroundings, assess, surroundings
from civalue_build.present import wording
from civalue_build.present.case.base import Material, returns_table
from civalue_build.present.views import Cell
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.conftest import ROOT

SLUGS = case_slugs(ROOT)
RICH, GROSS = "skin-check-rounds", "predicting-missed-appointments"
NAMES = ("pv_costs", "pv_benefits", "npv", "return_per_pound", "net_return")
TABLE = """table => [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => ({
    text: cell.firstChild.textContent, empty: cell.classList.contains("cv-empty"),
    value: cell.dataset.value ?? null })))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A setting, and the address that asks for it."""

    setting: Setting
    query: str


@cache
def around() -> Surroundings:
    return surroundings(ROOT, None)


@cache
def material(slug: str) -> Material:
    found = assess(load_case(ROOT, slug), around(), in_full=True)
    assert found.case is not None
    assert found.appraisal is not None
    return Material(
        case=found.case,
        appraisal=found.appraisal,
        judgement=found.judgement,
        framework=around().framework,
    )


def scalable(slug: str) -> Scalable:
    found = material(slug).appraisal.scalable
    assert found is not None
    return found


def can_scale(slug: str) -> bool:
    found = material(slug).appraisal.scalable
    return found is not None and bool(found.lines)


def base_of(dial: Dial) -> float:
    return dial.stated.central if dial.stated else 100.0


def any_setting(known: Scalable, random: Random) -> Asked:
    who, years = random.choice(list(Perspective)), random.randint(1, known.horizon)
    volume, share = random.choice((0, 25, 100, 130.5, 250)), random.choice((0, 35, 80, 100))
    follow = random.random() < 0.5
    typed = {
        dial.key: round(base_of(dial) * random.uniform(0, 2.5), 3)
        for dial in known.dials
        if random.random() < 0.4
    }
    fields = {"who": who, "years": years, "volume": volume, "share": share, **typed}
    bases = {dial.key: base_of(dial) for dial in known.dials}
    return Asked(
        query=urlencode(fields if follow else {**fields, "costs": "stay"}),
        setting=Setting(
            perspective=who,
            horizon=years,
            volume=volume / 100,
            achieved=share / 100,
            costs_follow=follow,
            turned={key: value / bases[key] for key, value in typed.items()},
        ),
    )


def unchanged(known: Scalable) -> Iterator[Asked]:
    for who in Perspective:
        setting = Setting(perspective=who, horizon=known.horizon)
        yield Asked(query=urlencode({"who": who}), setting=setting)


def check_page(page: Page, address: str, slug: str, asked: Asked) -> None:
    """Compare what the page shows with what Python makes of the same numbers."""
    page.goto(f"{address}?{asked.query}#here", wait_until="domcontentloaded")
    rows: list[list[dict[str, Any]]] = page.locator("#here-result").evaluate(TABLE)
    both = scaled(scalable(slug), asked.setting)
    for column, sums in ((1, both.claimed), (2, both.corrected)):
        for row, name in zip(rows, NAMES, strict=True):
            assert same(row[column]["value"], getattr(sums, name)), (asked.query, name)
    table = returns_table(
        material(slug), "here-result", "", returns_of(both.claimed), returns_of(both.corrected)
    )
    for row, wanted in zip(rows, table.rows, strict=True):
        assert [drawn(cell) for cell in row] == [told(cell) for cell in wanted.cells], asked.query
    assert page.locator("[data-here-part=note]").inner_text() == table.note, asked.query


def drawn(cell: dict[str, Any]) -> tuple[str, bool]:
    return cell["text"], cell["empty"]


def told(cell: Cell) -> tuple[str, bool]:
    return cell.text, cell.empty


def same(value: str | None, figure: Figure) -> bool:
    if value is None or isinstance(figure, Undefined):
        return value is None and isinstance(figure, Undefined)
    return isclose(float(value), figure, rel_tol=1e-6, abs_tol=1e-6)


def returns_of(sums: Sums) -> Returns:
    """Figures as a case has them, of which a table shows only those that were scaled."""
    headline = material(RICH).appraisal.headline
    assert headline is not None
    return replace(headline.claimed, **{name: getattr(sums, name) for name in NAMES})


def address_of(site: Path, slug: str) -> str:
    return (site / f"cases/{slug}/index.html").as_uri()


@pytest.mark.slow
@pytest.mark.parametrize("slug", [slug for slug in SLUGS if can_scale(slug)])
def test_the_browser_scales_every_case_as_python_does(site: Path, page: Page, slug: str) -> None:
    known = scalable(slug)
    random = Random(slug)  # noqa: S311 no secret: any settings will do
    settings = (*unchanged(known), *(any_setting(known, random) for _ in range(6)))
    for asked in settings:
        check_page(page, address_of(site, slug), slug, asked)


@pytest.mark.parametrize("slug", [RICH, GROSS])
def test_the_browser_scales_as_python_does(site: Path, page: Page, slug: str) -> None:
    random = Random(slug)  # noqa: S311 no secret
    for asked in (*unchanged(scalable(slug)), any_setting(scalable(slug), random)):
        check_page(page, address_of(site, slug), slug, asked)


def test_the_two_ways_to_scale_differ_where_the_numbers_do() -> None:
    known = scalable(RICH)
    one, other = (
        scaled(known, Setting(perspective=Perspective.NHS, horizon=3, volume=volume))
        for volume in (1.0, 1.01)
    )
    assert not same(str(one.claimed.npv), other.claimed.npv)


def test_numbers_read_in_the_browser_as_they_do_in_python(page: Page) -> None:
    random = Random("words")  # noqa: S311 no secret: any numbers will do
    values = [random.uniform(-10, 10) * 10.0 ** random.randint(-8, 13) for _ in range(2000)]
    values += [n / 8 for n in range(-400, 400)] + [n / 1000 for n in range(-1500, 1500)]
    values += [0.0, -0.0, 999.5, -999.5, 1e15, 1.005, -1.005, -0.005, 0.1 + 0.2]
    script = files("civalue_build.present") / "static" / "words.js"
    page.add_script_tag(content=script.read_text(encoding="utf-8"))
    shown: list[list[str]] = page.evaluate(
        """values => values.map(value => { const say = civalueWords; return [
            say.money(value, "GBP"), say.money(value, "USD"), say.ratio(value, "GBP"),
            say.netRatio(value, "USD"), say.number(value, 1), say.rounded(value),
            say.brief(value, number => say.money(number, "GBP"))]; })""",
        values,
    )
    wrong = [
        (value, text, words_of(value))
        for value, text in zip(values, shown, strict=True)
        if text != words_of(value)
    ]
    assert wrong == []


def words_of(value: float) -> list[str]:
    return [
        wording.money(value),
        wording.money(value, "USD"),
        wording.ratio(value),
        wording.net_ratio(value, "USD"),
        wording.number(value, 1),
        wording.rounded(value),
        wording.brief(value, wording.money),
    ]


def test_reasons_read_in_the_browser_as_they_do_in_python(page: Page) -> None:
    reasons = ["no cost stated", "x" * 40, "x" * 41, "ends with a stop. ", "", "y" * 60, "x" * 41]
    script = files("civalue_build.present") / "static" / "words.js"
    page.add_script_tag(content=script.read_text(encoding="utf-8"))
    shown = page.evaluate(
        """reasons => [reasons.map(why => civalueWords.brief(why, String)),
                       civalueWords.notGiven([1, ...reasons])]""",
        reasons,
    )
    undefined = [Undefined(reason) for reason in reasons]
    assert shown[0] == [wording.brief(one, wording.money) for one in undefined]
    assert shown[1] == wording.not_given([1.0, *undefined])


def test_the_browser_sees_as_python_does_where_rounding_breaks_a_sum(page: Page) -> None:
    random = Random("sums")  # noqa: S311 no secret: any numbers will do
    pairs = [(random.uniform(0, 5000), random.uniform(-900, 5000)) for _ in range(500)]
    sums = [(costs, benefits, benefits - costs) for costs, benefits in pairs]
    script = files("civalue_build.present") / "static" / "words.js"
    page.add_script_tag(content=script.read_text(encoding="utf-8"))
    shown, unknown, told = page.evaluate(
        """sums => [sums.map(([costs, benefits, npv]) =>
                       civalueWords.addsUp({ costs, benefits, npv })),
                     civalueWords.addsUp({ costs: "no cost stated", benefits: 1, npv: "x" }),
                     civalueWords.ROUNDED]""",
        sums,
    )
    assert shown == [wording.adds_up(*one) for one in sums]
    assert {True, False} <= set(shown)
    assert unknown
    assert told == wording.ROUNDED


def test_a_change_is_seen_told_and_kept_in_the_address(served: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{served}/cases/{RICH}/index.html#here")
    page.locator("#here-volume").fill("50")
    page.locator("#here-share").fill("80")
    expect(page.locator("[data-here-part=now]")).to_contain_text("Net present value")
    expect(page.get_by_role("status")).to_contain_text("scaled")
    expect(page.locator("#here-result caption")).to_have_text("For the NHS over 3 years, scaled")
    assert page.evaluate("location.search") == "?volume=50&share=80"
    again = browser.new_page()
    again.goto(page.url)
    assert again.locator("#here-result").inner_text() == page.locator("#here-result").inner_text()
    assert again.locator("[data-here-part=changed]").inner_text().count("%") == 2
    again.get_by_role("button", name="Back to the case").click()
    expect(again.locator("[data-here-part=changed]")).to_be_empty()
    expect(again).to_have_url(f"{served}/cases/{RICH}/index.html#here")
    for one in (page, again):
        one.close()


def test_sliders_work_by_keyboard_and_move_their_fields(site: Path, page: Page) -> None:
    page.goto(address_of(site, RICH))
    before = page.locator("#here-result").inner_text()
    page.get_by_label("Volume: slider").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert page.locator("#here-volume").input_value() == "97"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "here-volume"
    assert page.locator("#here-result").inner_text() != before


def test_a_line_that_was_not_touched_follows_the_volume(site: Path, page: Page) -> None:
    page.goto(f"{address_of(site, RICH)}?volume=200&benefits.bed-days=300&costs=stay#here")
    fields = {
        field.evaluate("field => field.labels[0].textContent"): field.input_value()
        for field in page.locator(".cv-here details input[type=number]").all()
    }
    values = {dial.key: base_of(dial) for dial in scalable(RICH).dials}
    assert fields["Bed days no longer needed"] == "300"
    assert float(fields["Wounds at home"]) == values["volumes.wounds-at-home"] * 2
    assert (
        float(fields["Extra minutes of the rounds, beyond the single checks that they replace"])
        == values["costs.round-time"]
    )


@pytest.mark.parametrize(
    "query", ["who=nobody&years=99&volume=-5&share=900", "volume=x&years=", "volume=1e999"]
)
def test_an_address_with_nonsense_in_it_gives_a_result_within_bounds(
    site: Path, page: Page, query: str
) -> None:
    errors: list[str] = []

    def note(error: Error) -> None:
        errors.append(str(error))

    page.on("pageerror", note)
    page.goto(f"{address_of(site, RICH)}?{query}#here")
    assert page.locator("#here-years").input_value() == "3"
    assert float(page.locator("#here-share").input_value()) <= 100
    assert "NaN" not in page.locator(".cv-here").inner_text()
    page.remove_listener("pageerror", note)
    assert errors == []


def test_without_javascript_the_section_tells_what_it_is_and_shows_the_case(
    site: Path, browser: Browser
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address_of(site, RICH))
    text = page.locator(".cv-here").inner_text()
    assert "not an appraisal" in text
    assert "where JavaScript runs" in text
    assert page.locator(".cv-here input").count() == 0
    cells = [
        page.locator(f"{table} td").all_inner_texts() for table in ("#headline", "#here-result")
    ]
    assert cells[0] == cells[1]
    page.close()


def test_the_chosen_numbers_are_printed_and_an_unchanged_section_is_not(
    site: Path, page: Page
) -> None:
    page.emulate_media(media="print")
    page.goto(address_of(site, RICH))
    assert not page.locator(".cv-here").is_visible()
    page.goto(f"{address_of(site, RICH)}?volume=50#here")
    assert page.locator("[data-here-part=changed]").is_visible()
    assert "50%" in page.locator("[data-here-part=changed]").inner_text()
    assert not page.locator(".cv-here form").is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_of_it_sticks_out(site: Path, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address_of(site, RICH)}?volume=123456789#here")
    page.eval_on_selector_all(".cv-here details", "all => all.forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
