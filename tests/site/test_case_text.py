"""The browser and the program write the same case from the same answers, and it is read back."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from civalue_build.model.case import Case
from civalue_build.model.intake import Facts, Part, Sort, choices
from civalue_build.model.intake_parts import PARTS
from civalue_build.present.intake.plan import plan
from civalue_build.publish.intake.drafting import Draft, draft
from civalue_build.publish.intake.words import seen
from civalue_build.source.case import RawCase, parse_case
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT, examples

SCRIPT = ROOT / "civalue_build/present/static/case_text.js"
FRAMEWORK = read_framework(ROOT)
LISTS = choices(FRAMEWORK)

HOSTILE = (
    "no", "yes", "true", "null", "~", "017", "1e3", "12:30", "2025-03-01", "-", "- a", "# a",
    "a: b",
    "a #b", "'", '"', "\\", "\\n", "{a}", "[a]", "&a", "*a", "!a", "%a", "@a", "`a`", "|", ">",
    "? a", "---", "...", "<<", "a\tb", "\ta", "a\n\n- b", "## The problem", "===", "~~~", "```",
    "<b>x</b>", "&amp; R&D", "[a](b)", "1. a", "東京 Ünïcode ߷ עברית", "👩🏽‍⚕️",
    "a\u200bb", "a\u2028b", "\ufeffa", "\x07", "a\u200d\u2640b",
    "=1+1", "self", "Our organisation", "x" * 40, "a_b_c", "*a*", "C:\\dir", "a\r\nb", "´\u0301İ",
)  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map("\n".join),
)
NUMBERS = st.sampled_from(
    ["0", "-0", "1,234.50", "£12", "-4", "−4", "0.000", ".5", "5.", "1,23", "1e5", "12%", "100",
     "60", "not known", "99999999999999", "0.1234567890123456", "007", "٣", "a", "33.3", "1 000",
     "0.6", "0.5%"]
)  # fmt: skip
DATES = st.sampled_from(
    ["2025", "2025-03", "2025-02-30", "31/3/2025", "3/2025", "March 2025", "Mar-25", "29 feb 2024",
     "29/2/2025", "2024/25", "2024-25", "2024/27", "2024/2025", "1899", "soon", "?", "0000-01"]
)  # fmt: skip
YEARS = st.sampled_from(["0", "0-2", "2-0", "0 to 3", "1–1", "a", "100", "00-02"])
ROWS = st.text("0123456789-/\t,\nabc. %", max_size=40)


def answers(part: Part) -> st.SearchStrategy[dict[str, str]]:
    """Answers to some of what a part asks, most of them of the right sort."""
    known = {field.path: _of(field.sort, field.of) for field in part.fields}
    return st.fixed_dictionaries({}, optional=known)


def _of(sort: Sort, of: str) -> st.SearchStrategy[str]:
    match sort:
        case Sort.CHOICE:
            right: st.SearchStrategy[str] = st.sampled_from(LISTS[of])
        case Sort.NAME:
            right = st.sampled_from(["Ledger", "self", "Our organisation", *HOSTILE])
        case Sort.NUMBER | Sort.WHOLE | Sort.SHARE | Sort.PEOPLE:
            right = NUMBERS
        case Sort.DATE | Sort.PRICE_YEAR:
            right = DATES
        case Sort.YEARS:
            right = YEARS
        case Sort.SERIES:
            right = ROWS
        case Sort.MAILBOX:
            right = st.sampled_from(["a@b.co", "a..b@c.uk", "team@x-.org", "A+b@c.d-e.org"])
        case _:
            return st.one_of(TEXTS, st.just("x" * 301))
    return st.one_of(right, right, right, right, TEXTS)


ANY = st.fixed_dictionaries(
    {part.id: st.lists(answers(part), max_size=3 if part.many else 1) for part in PARTS}
)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(f"<script>window.plan = {plan(FRAMEWORK)}</script>")
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))
    yield page
    page.close()


def in_browser(page: Page, facts: Facts) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("facts => civalueCase.draft(plan, facts)", facts)
    return found


def as_told(made: Draft) -> dict[str, Any]:
    return {
        "slug": made.slug,
        "text": made.text,
        "files": dict(made.files),
        "faults": [
            {key: getattr(fault, key) for key in ("part", "row", "path", "message", "line")}
            for fault in made.faults
        ],
    }


@examples(120)
@given(facts=ANY)
def test_the_browser_writes_the_same_bytes_and_finds_the_same_faults(
    page: Page, facts: Facts
) -> None:
    assert in_browser(page, json.loads(json.dumps(facts))) == as_told(draft(facts, FRAMEWORK))


def reading(made: Draft) -> Case:
    others = {name: text.encode() for name, text in made.files.items()}
    raw = RawCase(slug=made.slug, file="case.md", text=made.text.encode(), others=others,
                  findings=())  # fmt: skip
    found = parse_case(raw)
    assert [one.message for one in found.findings] == []
    assert found.case is not None
    return found.case


def plain_case(**more: str) -> dict[str, str]:
    return {
        "title": "Rounds",
        "summary": "Fewer falls.",
        "record": "team",
        "organisation.name": "A",
        "setting": "acute",
        "status": "completed",
        "period.start": "2025-03",
        **more,
    }


def shown(text: str) -> str:
    """A text as a reader sees it: spaces are alike, and so are line ends."""
    return " ".join(text.split())


@examples(200)
@given(one=TEXTS.filter(seen), other=TEXTS.filter(seen))
def test_texts_are_read_back_as_they_were_typed(one: str, other: str) -> None:
    facts = {
        "case": [
            plain_case(slug="rounds", title=one, summary=other) | {"organisation.name": other}
        ],
        "why": [{"aim.statement": one, "sponsor.role": other}],
        "people": [{"group": one, "role": "led"}],
        "outcomes": [{"who": "staff", "what": other}],
        "learning": [{"learning.adapt": one}],
    }
    made = draft(facts, FRAMEWORK)
    assert made.faults == ()
    case = reading(made)
    line = " ".join(part.strip() for part in seen(one).split("\n") if part.strip())
    assert case.title == case.people[0].group == line
    assert case.summary == case.outcomes[0].what == seen(other)
    assert case.aim is not None
    assert case.aim.statement == seen(one)
    assert case.learning is not None
    assert case.learning.adapt == seen(one)


@examples(200)
@given(text=TEXTS.filter(seen))
def test_a_story_is_shown_as_it_was_typed_and_stays_under_its_heading(text: str) -> None:
    facts = {
        "case": [plain_case()],
        "story": [{"The problem": text, "What we learned": text}],
    }
    case = reading(draft(facts, FRAMEWORK))
    assert [one.heading for one in case.sections] == ["The problem", "What we learned"]
    for section in case.sections:
        html = pyromark.html(section.text, options=pyromark.Options.ENABLE_TABLES)
        points = (re.sub(r"\A- +(?=\S)", "", line.strip()) for line in seen(text).split("\n"))
        assert shown(unescape(re.sub("<[^>]*>", "", html))) == shown("\n".join(points))
