from html.parser import HTMLParser

import pytest

from civalue_build.present.prose import prose, safe_url

LIVE = {"script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "link"}


class Elements(HTMLParser):
    """What a browser would find: tags with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<<b>script>alert(1)<</b>/script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](\u2028javascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    '[x](https://a.example "\\" onmouseover=alert(1) ")',
    "```<script>\nalert(1)\n```",
    "# x {onclick=alert(1)}",
    '<a href="javascript:alert(1)" id="main">x</a>',
    "<div id='search'></div>",
    "<!-- --><script>alert(1)</script>",
    "<svg/onload=alert(1)>",
    "a[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    'a[^x"y]\n\n[^x"y]: note',
    "{{ 7 * 7 }}{% for x in y %}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_live_comes_out(text: str) -> None:
    for tag, attributes in Elements(prose(text)).found:
        assert tag not in LIVE
        assert not [name for name in attributes if name.startswith("on")]
        assert str(attributes.get("href") or "#").startswith(
            ("#prose-", "#", "https://", "http://")
        )
        assert attributes.get("src") is None
        assert str(attributes.get("id") or "prose-").startswith("prose-")


def test_raw_html_is_left_out_even_where_it_is_harmless() -> None:
    assert prose("one <em>two</em> three") == "<p>one two three</p>\n"


def test_templates_in_prose_are_only_words() -> None:
    assert "{{ 7 * 7 }}" in prose("{{ 7 * 7 }}")


def test_headings_start_below_those_of_the_page() -> None:
    tags = [tag for tag, _ in Elements(prose("# a\n\n## b\n\n### c\n\n###### d")).found]
    assert tags == ["h3", "h3", "h4", "h6"]


def test_tables_scroll_by_themselves_and_their_heads_have_a_scope() -> None:
    found = Elements(prose("| a | b |\n|---|--:|\n| 1 | 2 |")).found
    assert found[0] == (
        "div",
        {
            "class": "cv-scroll",
            "role": "group",
            "tabindex": "0",
            "aria-label": "Table, scrolls sideways",
        },
    )
    assert [a["scope"] for tag, a in found if tag == "th"] == ["col", "col"]


def test_footnotes_lead_to_their_notes() -> None:
    found = Elements(prose("a[^n]\n\n[^n]: b")).found
    targets = [a["href"] for tag, a in found if tag == "a"]
    ids = [f"#{a['id']}" for _, a in found if "id" in a]
    assert targets == ids == ["#prose-n"]


def test_only_the_cases_own_pictures_are_shown() -> None:
    found = Elements(prose("![a](chart.png) ![b](other.png) ![c](../x/chart.png)", {"chart.png"}))
    assert [a.get("src") for tag, a in found.found if tag == "img"] == ["chart.png", None, None]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=c", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://example.org/\nx", False),
        ("//example.org", False),
        (None, False),
    ],
)
def test_addresses_are_of_the_web_or_of_mail(address: str | None, *, kept: bool) -> None:
    assert safe_url(address) == (address if kept else "")
