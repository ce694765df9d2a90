"""Markdown for GitHub in which what contributors wrote is only text."""

import html
import re

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.model.enums import Level
from civalue_build.report.findings import printable
from civalue_build.report.markdown import SUMMARY_LIMIT, plain, summary
from tests.report.made import HOSTILE, finding

GITHUB = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_MATH
)
UNSEEN = "\u200b"


def rendered(markdown: str) -> str:
    return pyromark.html(markdown, options=GITHUB)


def shown(text: str) -> str:
    """What a reader sees of a text, with the invisible spaces."""
    made = rendered(f"x {plain(text)} x")
    inner = re.fullmatch(r"<p>x (.*) x</p>\n", made, re.DOTALL)
    assert inner, made
    return html.unescape(inner[1]) if "<" not in inner[1] else inner[1]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    assert shown(text).replace(UNSEEN, "") == printable(text)


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    assert shown(f"a{text}b").replace(UNSEEN, "") == printable(f"a{text}b")


@pytest.mark.parametrize("text", HOSTILE)
def test_github_finds_nobody_to_notify_and_nothing_to_link(text: str) -> None:
    """What GitHub looks for in a finished text: people, numbers of issues, addresses."""
    seen = shown(text)
    assert not re.search(r"@\w", seen)
    assert not re.search(r"#\d", seen)
    assert not re.search(r"\bGH-\d", seen, re.IGNORECASE)
    assert "://" not in seen
    assert "www." not in seen.lower()


def cells(row: str) -> list[str]:
    return re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)


@pytest.mark.parametrize("message", HOSTILE)
def test_a_message_keeps_to_its_cell(message: str) -> None:
    made = rendered(summary([finding(message), finding("next", line=9)]))
    rows = re.findall(r"<tr>.*?</tr>", made, re.DOTALL)
    assert [len(cells(row)) for row in rows] == [4, 4, 4]
    assert cells(rows[2])[2] == "next"
    tags = set(re.findall(r"</?(\w+)", made))
    assert tags <= {"h2", "h3", "p", "code", "table", "thead", "tbody", "tr", "th", "td", "strong"}


def test_there_is_a_table_for_each_file_those_with_errors_first() -> None:
    found = [
        finding("words", level=Level.ADVICE, file="cases/a/case.md"),
        finding("broken", file="cases/b/case.md", line=7),
        finding("missing", level=Level.GAP, file="cases/b/case.md", line=2),
    ]
    made = summary(found)
    assert "1 error, 1 gap, 1 piece of advice." in made
    assert re.findall("(words|broken|missing)", made) == ["missing", "broken", "words"]
    assert "| 7 | **To mend** | broken | CV101 late |" in made


def test_a_summary_stays_below_what_github_takes_and_says_so() -> None:
    found = [finding("é" * 3000, line=n + 1) for n in range(1000)]
    made = summary(found)
    assert SUMMARY_LIMIT - 10_000 < len(made.encode()) <= SUMMARY_LIMIT < 2**20
    assert made.endswith("Not all could be shown here.\n")


def test_a_library_without_findings_is_told_that_all_is_well() -> None:
    assert "All is well" in summary([])
