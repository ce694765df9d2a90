"""Words of ours that the engine must not read: it gets a marker and we put them back."""

import json
import re
from html import escape

from civalue_build.publish import markers

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

    def show(self, text: str) -> str:
        """Put the words back as plain text."""
        return _WORD.sub(self._text, text)

    def show_html(self, html: str) -> str:
        """Put the words back into markup: text or quoted attributes."""
        return _WORD.sub(lambda found: escape(self._text(found)), html)

    def show_json(self, index: str) -> str:
        """Put the words back into the theme's search index, whose strings are HTML."""
        return _WORD.sub(
            lambda found: json.dumps(escape(self._text(found), quote=False))[1:-1], index
        )

    def _text(self, found: re.Match[str]) -> str:
        return self._texts[int(found.group(1))]
