"""The narrative: its parts by heading, the pictures it shows, and what must not be in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any
from urllib.parse import unquote

from civalue_build.model.case import HEADINGS, Section
from civalue_build.source.faults.files import HIDDEN_CHARACTER
from civalue_build.source.faults.prose import (
    HEADING_NOT_KNOWN,
    HEADING_NOT_USABLE,
    LINK_NOT_ALLOWED,
    PROSE_TOO_COMPLEX,
    RAW_HTML,
)
from civalue_build.source.log import Log, Mark
from civalue_build.source.markdown import Lines, TooComplex, events, hidden_in
from civalue_build.source.text import LINE_LENGTH, name_of
from civalue_build.source.words import GUESSES, clean, near, show

SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060\ufeff]")
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{1,40};")
_Told = tuple[str, Any, int, int]
"""A heading, an opening or HTML: what it is, of what, its first byte and the byte after."""
_KNOWN = {heading.casefold(): heading for heading in HEADINGS}


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that the text shows: a file of the folder by name, and where it is shown."""

    name: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Prose:
    """The narrative. `headings` has the line of each part, by heading.

    `is_whole` is false where it goes beyond a limit, and then nothing of it is here.
    """

    sections: tuple[Section, ...] = ()
    headings: dict[str, int] = field(default_factory=dict)
    pictures: tuple[Shown, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class _Heading:
    level: int
    text: str
    line: int
    """The last line of the heading, from 1 in the file: the line below it is text."""
    mark: Mark


def read_prose(prose: str, first_line: int, log: Log) -> Prose:
    """Return the parts of a narrative that begins at `first_line` of its file."""
    lines = Lines(prose, first_line)
    headings: list[_Heading] = []
    pictures: list[Shown] = []
    try:
        for told in _telling(prose, lines, log):
            if told[0] == "Heading":
                headings.append(_heading(told, lines))
            else:
                pictures += _looked_at(told, lines, log)
    except TooComplex as fault:
        log.add(PROSE_TOO_COMPLEX, str(fault), lines.mark(fault.start))
        return Prose(is_whole=False)
    parts = _parts(headings, lines, log)
    return Prose(parts, {part.heading: part.line for part in reversed(parts)}, tuple(pictures))


def note_unsafe(prose: str, first_line: int, log: Log) -> None:
    """Report HTML and unsafe links in a page of the framework, which the site's engine renders."""
    lines = Lines(prose, first_line)
    try:
        for told in _telling(prose, lines, log):
            _looked_at(told, lines, log)
    except TooComplex as fault:
        log.add(PROSE_TOO_COMPLEX, str(fault), lines.mark(fault.start))


def _telling(prose: str, lines: Lines, log: Log) -> Iterator[_Told]:
    """Yield what a page is judged by: headings outside any other block, openings, HTML.

    A heading comes once, with its level and its text.
    """
    words: list[str] | None = None
    has_codes = "&" in prose
    for name, body, start, end, depth in events(prose):
        if has_codes and (hidden := hidden_in(body)):
            message = f"{name_of(hidden)}, written as {_written(lines, start)}; take it out"
            log.add(HIDDEN_CHARACTER, message, lines.mark(start))
        if words is not None and name in ("Text", "Code"):
            words.append(str(body))
        elif name == "Start" and depth == 0 and "Heading" in body:
            words = []
        elif name == "End" and depth == 1 and words is not None:
            yield "Heading", (int(body["Heading"][1:]), "".join(words)), start, end
            words = None
        elif name == "InlineHtml" or (name == "Start" and _may_lead_out(body)):
            yield name, body, start, end


def _may_lead_out(body: Any) -> bool:
    """Whether what starts is HTML, or has keys of its own as links and pictures have."""
    return body == "HtmlBlock" or isinstance(body, dict)


def _written(lines: Lines, start: int) -> str:
    found = _ENTITY.search(lines.cut(start, start + 2 * LINE_LENGTH))
    return clean(found[0]) if found else "a code"


def _heading(told: _Told, lines: Lines) -> _Heading:
    _, (level, text), start, end = told
    last = lines.mark(max(start, end - 1))[0]
    return _Heading(level, " ".join(text.split()), last, lines.mark(start))


def _looked_at(told: _Told, lines: Lines, log: Log) -> tuple[Shown, ...]:
    """Report what must not be in a text; return the picture that an event shows."""
    name, body, start, end = told
    match name, body:
        case "Start", "HtmlBlock":
            _note_html(lines.cut(start, end), lines.mark(start), log)
        case "InlineHtml", html if not html.startswith("</"):
            _note_html(html, lines.mark(start), log)
        case "Start", {"Link": {"dest_url": url}}:
            _note_link(url, lines.mark(start), log)
        case "Start", {"Image": {"dest_url": url}}:
            return _picture(url, lines.mark(start), log)
    return ()


def _note_html(html: str, mark: Mark, log: Log) -> None:
    tag = html.strip().split("\n")[0]
    word = "an HTML comment" if tag.startswith("<!--") else f"HTML ({show(tag, 30)})"
    log.add(RAW_HTML, f"{word} is not published; use Markdown or take it out", mark)


def _scheme(url: str) -> str:
    """Return the scheme of an address as a browser would read it, empty where it has none."""
    match = _SCHEME.match(_BLANKS.sub("", url))
    return match[1].lower() if match else ""


def _note_link(url: str, mark: Mark, log: Log) -> None:
    scheme = _scheme(url)
    if scheme and scheme not in SCHEMES:
        log.add(LINK_NOT_ALLOWED, f"a link to {scheme}: is not allowed; use https://", mark)
    elif re.match(r"[/\\]{2}", _BLANKS.sub("", url)):
        log.add(LINK_NOT_ALLOWED, "a link that begins with //; write https://", mark)


def _picture(url: str, mark: Mark, log: Log) -> tuple[Shown, ...]:
    name = unquote(url)
    if _scheme(url) or re.search(r"[/\\?#]", name) or name in ("", ".", ".."):
        message = f"the picture {show(url)} is not in the folder of the case; put it there"
        log.add(LINK_NOT_ALLOWED, message, mark)
        return ()
    return (Shown(name, mark),)


def _parts(headings: list[_Heading], lines: Lines, log: Log) -> tuple[Section, ...]:
    _note_first_level(headings, log)
    second = [heading for heading in headings if heading.level == 2]
    sections = _opening(second, lines, log)
    end = lines.first_line + len(lines.lines)
    seen: set[str] = set()
    for heading, following in zip_longest(second, second[1:]):
        name = _KNOWN.get(heading.text.casefold(), heading.text)
        last = following.mark[0] if following else end
        _note_second_level(name, heading, seen, log)
        seen.add(name)
        sections.append(Section(heading=name, text=_text(lines, heading, last), line=heading.line))
    return tuple(sections)


def _text(lines: Lines, heading: _Heading, end: int) -> str:
    first = heading.line - lines.first_line + 1
    return "\n".join(lines.lines[first : end - lines.first_line]).rstrip()


def _opening(second: list[_Heading], lines: Lines, log: Log) -> list[Section]:
    end = second[0].mark[0] - lines.first_line if second else len(lines.lines)
    text = "\n".join(lines.lines[:end])
    if not text.strip():
        return []
    row = next(row for row, line in enumerate(lines.lines) if line.strip())
    message = f"text above the first part; put it under a heading such as “## {HEADINGS[0]}”"
    log.add(HEADING_NOT_KNOWN, message, (row + lines.first_line, 1))
    return [Section(heading="", text=text.rstrip(), line=lines.first_line - 1)]


def _note_first_level(headings: list[_Heading], log: Log) -> None:
    for heading in headings:
        if heading.level == 1:
            message = f"{show(heading.text)} is a heading of the first level; write ## before it"
            log.add(HEADING_NOT_USABLE, message, heading.mark)


def _note_second_level(name: str, heading: _Heading, seen: set[str], log: Log) -> None:
    if name in seen:
        message = f"the heading {show(name)} stands here for the second time; keep one"
        log.add(HEADING_NOT_USABLE, message, heading.mark)
    elif name not in HEADINGS:
        found = near(name, HEADINGS, 1, 0.7) if len(seen) < GUESSES else []
        asked = f"did you mean {found[0]}" if found else f"the parts are {', '.join(HEADINGS)}"
        log.add(HEADING_NOT_KNOWN, f"{show(name)} is none of the four parts; {asked}", heading.mark)
