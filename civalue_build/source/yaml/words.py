"""What went wrong in a YAML text, in the words of somebody who writes cases."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

Spot = tuple[int, int]
"""A line and a column of the YAML text, both from 0."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of syntax. `kind` is syntax, tag, alias or documents."""

    message: str
    mark: Spot
    kind: str = "syntax"


@dataclass(frozen=True, slots=True)
class _Trouble:
    """The parser's view of a fault: where it stopped, where what it was reading had begun."""

    problem: str
    context: str
    at: Spot
    begun: Spot
    lines: list[str]

    @property
    def line(self) -> str:
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def before(self) -> str:
        return self.line[: self.at[1]]


def fault_in_words(error: yaml.MarkedYAMLError, lines: list[str]) -> Fault:
    """Return what an author should mend for the parser's `error` in a text of these lines."""
    at = _spot(error.problem_mark) or (0, 0)
    trouble = _Trouble(
        problem=error.problem or "",
        context=error.context or "",
        at=at,
        begun=_spot(error.context_mark) or at,
        lines=lines,
    )
    for words, explain in _EXPLANATIONS:
        if words in trouble.problem or words in trouble.context:
            return explain(trouble)
    return Fault("this cannot be read; look at the colons, quotes and indentation here", at)


def _spot(mark: yaml.Mark | None) -> Spot | None:
    return (mark.line, mark.column) if mark else None


def _tab(trouble: _Trouble) -> Fault | None:
    row = trouble.at[0]
    found = re.match(r" *\t", trouble.line)
    if not found:
        return None
    return Fault("a tab; indent with spaces", (row, found.end() - 1))


def _quote_left_open(trouble: _Trouble) -> Fault:
    row, column = trouble.begun
    quote = trouble.lines[row][column : column + 1]
    return Fault(f"the quote ({quote}) that opens here is not closed", trouble.begun)


def _bracket_left_open(trouble: _Trouble) -> Fault:
    row, column = trouble.begun
    bracket = trouble.lines[row][column : column + 1]
    closing = {"[": "]", "{": "}"}.get(bracket, "bracket")
    if trouble.at[0] == row and trouble.line[trouble.at[1] : trouble.at[1] + 1] == ":":
        message = "a colon inside a value; put the value in quotes"
        return Fault(message, trouble.at)
    return Fault(f"the {bracket} that opens here is not closed with {closing}", trouble.begun)


def _colon(trouble: _Trouble) -> Fault:
    row, column = trouble.at
    if ":" in trouble.before:
        return Fault("a colon inside a value; put the value in quotes", trouble.at)
    above = _line_above(trouble)
    if above is not None and (glued := re.match(r"\s*(?:- )?\w[\w-]*(:)\S", trouble.lines[above])):
        return Fault("a space is missing after the colon", (above, glued.start(1)))
    if above is not None and not re.search(r":(?:\s|$)", trouble.lines[above]):
        start = len(trouble.lines[above]) - len(trouble.lines[above].lstrip())
        return Fault("this line has no key and no colon", (above, start))
    start = len(trouble.line) - len(trouble.line.lstrip())
    return Fault("this line is indented further than the line above it", (row, start or column))


def _line_above(trouble: _Trouble) -> int | None:
    rows = range(trouble.at[0] - 1, -1, -1)
    return next((row for row in rows if trouble.lines[row].strip()), None)


def _key_expected(trouble: _Trouble) -> Fault:
    if tab := _tab(trouble):
        return tab
    before = trouble.before.rstrip()
    if trouble.line[trouble.at[1] :].startswith(":"):
        return Fault("a space is missing after the colon", trouble.at)
    if before.endswith(('"', "'")):
        message = "text after a closing quote; put all of the value in quotes"
        return Fault(message, trouble.at)
    if re.search(r"[:-] +\*\S*$", before):
        return Fault("an alias (*); put the value in quotes", trouble.at, "alias")
    if before.endswith(("]", "}")):
        return Fault("text after a closing bracket", trouble.at)
    return Fault("the indentation of this line fits no line above it", trouble.at)


def _bad_start(trouble: _Trouble) -> Fault:
    if tab := _tab(trouble):
        return tab
    sign = trouble.line[trouble.at[1] : trouble.at[1] + 1]
    if sign == "\t":
        return Fault("a tab; use spaces", trouble.at)
    return Fault(f"a value cannot begin with {sign}; put it in quotes", trouble.at)


def _item(trouble: _Trouble) -> Fault:
    if trouble.before.strip():
        message = "a list item (-) begins on a line of its own, below the key"
        return Fault(message, trouble.at)
    return Fault("the indentation of this list item fits no line above it", trouble.at)


def _content(trouble: _Trouble) -> Fault:
    sign = trouble.line[trouble.at[1] : trouble.at[1] + 1]
    if trouble.line.startswith("..."):
        return Fault("a line of dots ends the document; remove it", trouble.at, "documents")
    return Fault(f"a value is missing before {sign or 'the end'}", trouble.at)


def _document_end(trouble: _Trouble) -> Fault:
    if trouble.lines[0].startswith("%"):
        return Fault("a line that begins with %; leave it out", (0, 0), "tag")
    if not any(line.startswith("...") for line in trouble.lines[: trouble.at[0]]):
        return _key_expected(trouble)
    message = "text after the end of the document; remove the line of dots above it"
    return Fault(message, trouble.at, "documents")


def _said(message: str, kind: str = "syntax", *, begun: bool = False) -> Callable[..., Fault]:
    def explain(trouble: _Trouble) -> Fault:
        return Fault(message, trouble.begun if begun else trouble.at, kind)

    return explain


_ALIAS = _said(
    "an anchor (&) or alias (*); put a text that begins so in quotes", "alias", begun=True
)
_TAG = _said("a tag (!); leave it out, or put the value in quotes", "tag", begun=True)

_EXPLANATIONS: tuple[tuple[str, Callable[[_Trouble], Fault]], ...] = (
    ("tab character", lambda t: _tab(t) or Fault("a tab; indent with spaces", t.at)),
    ("directive", _said("a line that begins with %; leave it out", "tag", begun=True)),
    ("undefined tag handle", _TAG),
    ("scanning a tag", _TAG),
    ("parsing a tag", _TAG),
    ("scanning an alias", _ALIAS),
    ("scanning an anchor", _ALIAS),
    ("YAML document", _said("a line that begins with %; leave it out", "tag")),
    ("escape c", _said("a backslash in double quotes; use single quotes, or write it twice")),
    ("hexdecimal", _said("a backslash in double quotes; use single quotes, or write it twice")),
    ("scanning a quoted scalar", _quote_left_open),
    ("document start", _document_end),
    ("mapping values", _colon),
    ("expected ':'", _colon),
    ("flow sequence", _bracket_left_open),
    ("flow mapping", _bracket_left_open),
    ("cannot start any token", _bad_start),
    ("scanning a block scalar", _said("nothing may follow the sign > or | on its line")),
    ("block sequence entries", _item),
    ("expected '-'", _said("the indentation of this line fits no list item above it")),
    ("expected key", _key_expected),
    ("expected node content", _content),
)
