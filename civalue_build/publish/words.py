"""Words of ours that the engine must not read: it gets a marker and we put them back."""

import re
from html import escape

from civalue_build.publish import markers

_ELSEWHERE = "https://civalue.invalid/"
"""Stands before the marker of a link that the engine must take for one to another host."""

_WORD = re.compile(r"CIVALUEWORD(\d+)MARK")


class Words:
    """Titles and descriptions by marker.

    The theme puts a title into text, attributes and JSON with the same escaping, or none: one
    of them is always wrong for a title with `&`. A marker is right everywhere.
    """

    def __init__(self) -> None:
        self._texts: list[str] = []

    def hide(self, text: str) -> str:
        """Return the marker for this text."""
        if text not in self._texts:
            self._texts.append(text)
        return markers.word(self._texts.index(text))

    def hide_link(self, link: str) -> str:
        """Return the marker for a link to a page that the engine does not draw."""
        return _ELSEWHERE + self.hide(link)

    def show(self, text: str) -> str:
        """Put the words back as plain text."""
        return _WORD.sub(self._text, _here(text))

    def show_html(self, html: str) -> str:
        """Put the words back into markup: text or quoted attributes."""
        return _WORD.sub(lambda found: escape(self._text(found)), _here(html))

    def _text(self, found: re.Match[str]) -> str:
        return self._texts[int(found.group(1))]


def _here(text: str) -> str:
    """Return a text with its links to hidden words as links inside the site."""
    return text.replace(f"{_ELSEWHERE}CIVALUEWORD", "CIVALUEWORD")
