"""Texts as they were typed become texts that can stand in a file, and names become ids.

The form in the browser has the same rules in `present/static/case_text.js`.
"""

import re
import unicodedata
from collections.abc import Container

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that nobody sees, which a case may not hold: they come along when text is pasted."""
_MARKS = re.compile("[\u0300-\u036f]")
_OTHER = re.compile("[^A-Za-z0-9]+")
LONGEST_ID = 40


def seen(text: str) -> str:
    """Return a text without what nobody sees, and with line feeds alone at the ends of lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HIDDEN.sub("", lines).strip()


def one_line(text: str) -> str:
    """Return a text of one line."""
    return " ".join(part.strip() for part in text.split("\n") if part.strip())


def slug_from(text: str) -> str:
    """Return a short name made from a title, empty where it has no Latin letter or digit."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    words = _OTHER.sub("-", bare).strip("-").lower()
    if len(words) <= LONGEST_ID:
        return words
    return words[: LONGEST_ID + 1].rpartition("-")[0] or words[:LONGEST_ID]


def free_id(text: str, fallback: str, taken: Container[str]) -> str:
    """Return an id made from a name, with a number where it is taken."""
    base = slug_from(text) or fallback
    name, count = base, 2
    while name in taken:
        name, count = f"{base}-{count}", count + 1
    return name
