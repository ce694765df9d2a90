"""What a line of Markdown says once it is shown: no codes, no marks, plain blanks and hyphens.

Every pattern is linear, and characters are folded one by one: composing long runs of accents
would not be.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from unicodedata import category, decimal, normalize
from urllib.parse import unquote

from civalue_build.check.hints import lines_with

_WRITTEN = re.compile(
    r"[\\&%*`~_](?:"
    r"(?<=\\)(?:([!-/:-@\[-`{-~])|$)"
    r"|(?<=&)((?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?<=%)([0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*)"
    r"|(?<=[*`~])[*`~]*"
    r"|(?<=_)(?:(?<![^\W_]_)_*|_*(?![^\W_])))"
)
"""An escape, an entity, a code of an address, or marks of emphasis; not the _ inside a word.

It begins with a set of marks, which is far quicker than to try each of these at every letter.
"""

_ODD = (re.compile(r"[^\n -$'()+-\[\]^a-}]"), re.compile("  "), re.compile("--"))
"""Marks, what is not of ASCII, runs: without these a line is as it is written; most are."""
_LINK = re.compile(
    r"\]\((?:[^()\n]|\([^()\n]*\))*+\)|\[\^[^\[\]\s]{1,40}\]|\]\[[^\[\]\n]*\]|!?\[|\]"
)
_BRACKET = re.compile(r"[\[\]]")
_UNUSUAL = re.compile(r"[^ -~]")
_MANY = re.compile(r"([ -])\1+")
_BEGINNING = re.compile(r"[\s>]*")
_DASHES = "\u2212\u2043\u02d7"
_DOTS = "\u00b7\u2022\u2219\u22c5\u2027\u3002"
_SLASHES = "\u2044\u2215"
_BLANKS = "\u2800\u3164\u115f\u1160\uffa0"
_ALIKE = {
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_DOTS, "."),
    **dict.fromkeys(_SLASHES, "/"),
    **dict.fromkeys(_BLANKS, " "),
}
_BY_CATEGORY = {"Zs": " ", "Zl": " ", "Zp": " ", "Cc": " ", "Pd": "-", "Cf": "", "Mn": "", "Me": ""}


def plain(line: str) -> str:
    """Return a line as it reads, addresses of links included."""
    read = line[_BEGINNING.match(line).end() :].rstrip()  # type: ignore[union-attr] # may be empty
    read = _WRITTEN.sub(_read, read)
    if unusual := _UNUSUAL.findall(read):
        read = read.translate({ord(char): _folded(char) for char in unusual})
    if "  " in read or "--" in read:
        read = _MANY.sub(r"\1", read)
    return read.strip()


def plain_lines(lines: Sequence[str]) -> list[str]:
    """Return how each line reads: one look at all of them finds those that are not plain."""
    whole = "\n".join(lines)
    odd = dict(found for hint in _ODD for found in lines_with(hint, whole))
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [
        plain(line) if start in odd else line.lstrip(" >").rstrip()
        for start, line in zip(starts, lines, strict=False)
    ]


def shown(line: str) -> str:
    """Return a line as it reads, with the words of links but not where they lead."""
    return plain(_LINK.sub("", line) if _BRACKET.search(line) else line)


def _read(match: re.Match[str]) -> str:
    escaped, entity, coded = match.groups()
    if entity:
        from html import unescape  # noqa: PLC0415 seldom needed
        from html.entities import html5  # noqa: PLC0415

        return unescape(match[0]) if entity[0] == "#" else html5.get(entity, match[0])
    return unquote(match[0]) if coded else escaped or ""


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if (digit := decimal(char, None)) is not None:
        return str(digit)
    kind = category(char)
    if char in _ALIKE or kind in _BY_CATEGORY:
        return _ALIKE.get(char, _BY_CATEGORY.get(kind, ""))
    return normalize("NFKC", char)
