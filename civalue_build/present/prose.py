"""Contributors' prose: CommonMark with tables and footnotes, rendered, then made harmless.

What comes out can hold words, lists, tables, links and the case's own pictures, and no more.
"""

import re
from collections.abc import Collection
from functools import lru_cache, partial
from urllib.parse import quote, unquote

import nh3
import pyromark
from markupsafe import Markup

PREFIX = "prose-"
SCHEMES = {"http", "https", "mailto"}
TAGS = {
    "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "img", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "sup", "div",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"style"},
    "td": {"style"},
    "div": {"id"},
}
CLASSES = {
    "div": {"footnote-definition"},
    "sup": {"footnote-reference", "footnote-definition-label"},
}

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
)
_WEB = re.compile(r"(?:https?://|mailto:)[!-~\u00a1-\uffff]+", re.IGNORECASE)
_HEADING = re.compile(r"(</?h)([1-6])>")
_TABLE = (
    '<div class="cv-scroll" role="group" tabindex="0" aria-label="Table, scrolls sideways">'
    '<table class="cv-table">'
)


def safe_url(address: str | None) -> str:
    """Return an address of the web or of mail as it is, and nothing for any other."""
    return address if address and _WEB.fullmatch(address) else ""


def prose(markdown: str, pictures: Collection[str] = ()) -> Markup:
    """Return CommonMark as harmless HTML whose highest heading is of level 3.

    Raw HTML is left out. `pictures` are the names of images that stand beside the page; any
    other image is reduced to its alternative text.
    """
    rendered = pyromark.html(_without_html(markdown), options=_OPTIONS)
    clean = _cleaner(frozenset(pictures)).clean(_HEADING.sub(_demoted, rendered))
    framed = clean.replace("<table>", _TABLE).replace("</table>", "</table></div>")
    return Markup(framed)  # noqa: S704 cleaned above


@lru_cache(maxsize=16)
def _cleaner(pictures: frozenset[str]) -> nh3.Cleaner:
    """Return what makes HTML harmless; to set one up takes longer than to use it."""
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        attribute_filter=partial(_attribute, pictures=pictures),
        filter_style_properties={"text-align"},
        set_tag_attribute_values={"th": {"scope": "col"}},
        url_schemes=SCHEMES,
        link_rel="nofollow noopener noreferrer",
        id_prefix=PREFIX,
    )


def _without_html(markdown: str) -> str:
    if "<" not in markdown:
        return markdown
    raw = markdown.encode()
    for event, span in reversed(list(pyromark.events_with_range(markdown, options=_OPTIONS))):
        if isinstance(event, dict) and not {"Html", "InlineHtml"}.isdisjoint(event):
            raw = raw[: span["start"]] + raw[span["end"] :]
    return raw.decode()


def _demoted(found: re.Match[str]) -> str:
    level = min(max(int(found[2]) + 1, 3), 6)
    return f"{found[1]}{level}>"


def _attribute(tag: str, name: str, value: str, *, pictures: Collection[str]) -> str | None:
    if (tag, name) == ("a", "href"):
        return f"#{PREFIX}{value[1:]}" if value.startswith("#") else safe_url(value) or None
    if (tag, name) == ("img", "src"):
        picture = unquote(value).removeprefix("./")
        return quote(picture) if picture in pictures else None
    return value
