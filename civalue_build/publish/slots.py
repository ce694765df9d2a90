"""Slots: the places of a drawn page that differ from page to page."""

import json
import re
from collections.abc import Iterator
from enum import Enum, auto
from html import escape
from urllib.parse import quote

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.publish import markers


class Holds(Enum):
    """What a slot is filled with."""

    TITLE = auto()
    DESCRIPTION = auto()
    ADDRESS = auto()
    """The name of the page's folder."""
    BODY = auto()


class Place(Enum):
    """Where a slot stands, which decides how its text is escaped."""

    MARKUP = auto()
    """Between tags or in a quoted attribute: one escape is right for both."""
    SCRIPT = auto()
    """Inside a string of JSON or JavaScript."""


@record
class Slot:
    """One place to fill."""

    holds: Holds
    place: Place = Place.MARKUP

    def fill(self, page: Page) -> str:
        """Return the page's text for this slot, escaped for where it stands."""
        match self.holds:
            case Holds.BODY:
                return _body(page)
            case Holds.DESCRIPTION:
                return _description(page)
            case Holds.ADDRESS:
                return self._escape(quote(page.path.split("/")[-2]))
            case Holds.TITLE:
                return self._escape(page.title)

    def _escape(self, text: str) -> str:
        return escape(text) if self.place is Place.MARKUP else script_text(text)


def script_text(text: str) -> str:
    """Return text for the inside of a string in a script; it cannot end the script."""
    quoted = json.dumps(text)[1:-1]
    return quoted.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'"})


def _body(page: Page) -> str:
    """Return the body, under a heading made of the title unless it has its own."""
    own = "<h1" in page.body
    return page.body if own else f"<h1>{escape(page.title)}</h1>\n{page.body}"


def _description(page: Page) -> str:
    """Return what the head of a page says of it to search engines and other programs."""
    told = (
        ("name", "description", page.description),
        ("property", "og:description", page.description),
        ("name", "last-reviewed", page.reviewed),
    )
    metas = [f'<meta {key}="{name}" content="{escape(text)}">' for key, name, text in told if text]
    return "\n".join((*metas, _data(page.data)) if page.data else metas)


def _data(text: str) -> str:
    """Return JSON as a block that no browser runs, and that no word in it can end."""
    return f'<script type="application/ld+json">{text.replace("<", _LESS)}</script>'


def missing(what: str) -> CivalueError:
    """Return the error for a drawn page without a place for something."""
    return CivalueError(f"the page that the site engine drew has no place for the {what}; {_NEW}")


def misplaced(what: str) -> CivalueError:
    """Return the error for a drawn page that shows something where it cannot be filled in."""
    return CivalueError(
        f"the page that the site engine drew has the {what} where it cannot stand; {_NEW}"
    )


_LESS = "\\u003c"
_NEW = "this version of the theme is not one that civalue knows"
_MARKED = {
    markers.TITLE: Holds.TITLE,
    markers.ADDRESS: Holds.ADDRESS,
}
_BETWEEN = re.compile(f"({'|'.join(map(re.escape, _MARKED))})")


def split(text: str, place: Place) -> Iterator[str | Slot]:
    """Give the literal parts and the slots of a piece of text that stands in one place.

    Raises CivalueError if a marker is left that cannot stand there.
    """
    for part in _BETWEEN.split(text):
        if part in _MARKED:
            yield Slot(holds=_MARKED[part], place=place)
        elif left := markers.ANY.search(part):
            raise misplaced(markers.NAMES.get(left.group().upper(), left.group()))
        elif part:
            yield part
