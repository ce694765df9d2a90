"""Bytes of a file become text that is safe to read on."""

import re

from civalue_build.source.faults.files import (
    FILE_TOO_LARGE,
    HIDDEN_CHARACTER,
    LINE_TOO_LONG,
    NOT_UTF_8,
)
from civalue_build.source.log import Log, Mark

CASE_BYTES = 512_000
TABLE_BYTES = 2_000_000
LINE_LENGTH = 10_000
_MOST = 20

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that print nothing: control, direction, zero width, line separators, tags."""
_PLAIN = b"\t\n" + bytes(range(0x20, 0x7F))

_NAMES = {
    "\x00": "a NUL character",
    "\r": "a carriage return without a line feed",
    "\x1b": "an escape character",
    "\u00ad": "a soft hyphen",
    "\u200b": "a space of no width",
    "\ufeff": "a byte order mark inside the text",
}


def name_of(character: str) -> str:
    """Return what a hidden character is called, with its number."""
    number = f"U+{ord(character):04X}"
    if character in _NAMES:
        return f"{_NAMES[character]} ({number})"
    if character in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return f"a mark that turns the direction of writing ({number})"
    kind = "a control character" if ord(character) < 0xA0 else "a character that nobody can see"
    return f"{kind} ({number})"


def read_text(data: bytes, log: Log, most: int = CASE_BYTES) -> str | None:
    """Return the text of a file with line feeds only and hidden characters turned into spaces.

    Returns none where nothing can be read: too large, not UTF-8, or a line far too long to be
    looked at in a reasonable time. Every fault goes to `log`.
    """
    if len(data) > most:
        log.add(FILE_TOO_LARGE, f"the file has {len(data):,} bytes; at most {most:,} are read")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        mark = _mark_of_byte(data, error.start)
        log.add(NOT_UTF_8, "the file is not saved as UTF-8 from here on; save it as UTF-8", mark)
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return None if _has_long_line(text, log) else _without_hidden(text, log)


def _mark_of_byte(data: bytes, offset: int) -> Mark:
    before = data[:offset].removeprefix(b"\xef\xbb\xbf")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return before.count(b"\n") + 1, column


def _has_long_line(text: str, log: Log) -> bool:
    if len(text) <= LINE_LENGTH:
        return False
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE_LENGTH:
            message = f"the line has {len(line):,} characters; at most {LINE_LENGTH:,} are read"
            log.add(LINE_TOO_LONG, message, (number, LINE_LENGTH + 1))
            return True
    return False


def _without_hidden(text: str, log: Log) -> str:
    # Nearly all of a text is plain ASCII, which is quick to leave out.
    if not HIDDEN.search(text.encode().translate(None, _PLAIN).decode()):
        return text
    for found, match in enumerate(HIDDEN.finditer(text)):
        if found == _MOST:
            break
        log.add(HIDDEN_CHARACTER, f"{name_of(match[0])}; delete it", mark_of(text, match.start()))
    return HIDDEN.sub(" ", text)


def mark_of(text: str, offset: int) -> Mark:
    """Return the line and column of a position in `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
