"""Pages of prose say how the people who publish the library are reached, or that nobody is."""

from dataclasses import replace

import pytest

from civalue_build.model.framework import Framework, ProsePage
from civalue_build.present.library.prose import curled, prose_pages
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT

PAGE = ProsePage(path="contribute/ask", title="Ask", body="Ask us: {contact}. Or not.")


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (
            "mailto:improvement@example.org",
            "Ask us: [improvement@example.org](mailto:improvement@example.org). Or not.",
        ),
        (
            "https://example.org/ask",
            "Ask us: [https://example.org/ask](https://example.org/ask). Or not.",
        ),
        (None, "Ask us: **they have given no address to write to yet**. Or not."),
    ],
)
def test_the_address_stands_where_a_page_asks_for_it(
    framework: Framework, contact: str | None, words: str
) -> None:
    known = replace(framework, contact=contact, pages=(PAGE,))
    (page,) = prose_pages(known, ())
    assert page.markdown.strip() == words


def test_every_page_on_which_somebody_looks_for_us_asks_for_it() -> None:
    pages = {page.path: page.body for page in read_framework(ROOT).pages}
    for path in ("about/accessibility", "contribute/browser", "contribute/correcting-a-case"):
        assert "{contact}" in pages[path]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the work's own", "the work’s own"),
        ('write "corrected" with it', "write “corrected” with it"),
        ('("gross")', "(“gross”)"),
        ("nurses' hours", "nurses’ hours"),
        ('it is **"so"** said', "it is **“so”** said"),
        ('`a: "b"` isn\'t', '`a: "b"` isn’t'),
        ('``a ` "b"`` and "c"', '``a ` "b"`` and “c”'),
        ('[a](b.md "A title") "c"', '[a](b.md "A title") “c”'),
        ('```yaml\na: "b"\n```\n"c"', '```yaml\na: "b"\n```\n“c”'),
        ("~~~\n'a'\n", "~~~\n'a'\n"),
    ],
)
def test_straight_marks_are_printed_as_in_print_and_code_stays(typed: str, printed: str) -> None:
    assert curled(typed) == printed
