"""Worked examples on pages of the framework: what a page asks for, and what a case answers.

A page asks with a fenced block of `key: value` lines, which opens with ```worked.
"""

import re
from collections.abc import Iterator
from itertools import product

from civalue_build.model.record import record

KEYS = ("figure", "case", "line", "year")
"""What a block may say; only `figure` must be there."""
_SIGNS = ("```", "~~~")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([^`]*)$")
_WHO = ("headline", "organisation", "public-sector", "society", "cash")
_RESULTS = ("costs", "benefits", "npv", "return-per-pound", "net-return")
_PLAIN = ("costs", "benefits", "net", "return-per-pound", "payback")
_AMOUNTS = ("gross", "claimed", "corrected", "present-value")

RESULTS = tuple(map(".".join, product(_WHO, ("claimed", "corrected"), _RESULTS)))
UNDISCOUNTED = tuple(f"headline.undiscounted.{what}" for what in _PLAIN)
LINES = tuple(map(".".join, product(("benefit", "cost"), _AMOUNTS)))
BESIDE = (
    "headline.claimed.payback",
    "headline.corrected.payback",
    "price-factor",
    "discount-factor.money",
    "discount-factor.health",
    "ladder",
    "claims",
    "parties",
    "capacity",
    "health.units",
    "society.part.claimed",
    "society.part.corrected",
    "forgone.cost",
    "forgone.net-cost",
    "scaled",
)
UNSURE = ("one-at-a-time", "corners", "draws", "switching-value", "delay")
OF_CASES = frozenset((*RESULTS, *UNDISCOUNTED, *LINES, *BESIDE, *UNSURE))
"""Figures that a case answers for itself."""
OF_LIBRARY = frozenset(
    ("editions", "portfolio.returns", "portfolio.totals", "shared-saving", "programme.return")
)
"""Figures that need what a library keeps of its cases, or several of them."""
FIGURES = OF_CASES | OF_LIBRARY


@record
class Asked:
    """One example that a page asks of cases: of a line and a year, where it names them."""

    figure: str
    line: str = ""
    year: int | None = None


@record
class WorkedStep:
    """One figure of an example: the formula in words, with the numbers put in, and a remark.

    `about` is the line or the input that it is a figure of, where that is not in its name.
    """

    name: str
    figure: str
    formula: str = ""
    numbers: str = ""
    note: str = ""
    about: str = ""


@record
class WorkedExample:
    """What a case answers; `anchor` is where its own page has more of it, empty for the top."""

    asked: Asked
    steps: tuple[WorkedStep, ...]
    anchor: str = ""


@record
class Block:
    """A block of a text: its lines from `start` to before `end`, from 0, the fences included."""

    start: int
    end: int
    said: tuple[tuple[int, str, str], ...] = ()
    """Each line that says something, with its key and its value; a line without `:` has no key."""

    @property
    def asked(self) -> Asked:
        """What the block asks for, whatever it says wrongly left out."""
        year = self._value("year")
        return Asked(
            figure=self._value("figure"),
            line=self._value("line"),
            year=int(year) if is_year(year) else None,
        )

    @property
    def case(self) -> str:
        """The case that the block would have it from; empty where any will do."""
        return self._value("case")

    def _value(self, wanted: str) -> str:
        return next((value for _, key, value in self.said if key == wanted), "")


def is_year(text: str) -> bool:
    """Whether a text is a year of a case, counted from 0."""
    return text.isascii() and text.isdigit() and len(text) < 4


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a Markdown text; a fence within another one is text."""
    if "worked" not in text:
        return
    lines = text.split("\n")
    opened, mark, is_ours = 0, "", False
    for at, signs, words in _fences(lines):
        if not mark:
            opened, mark, is_ours = at, signs, words == "worked"
        elif signs.startswith(mark) and not words:
            if is_ours:
                said = tuple(_said(lines[opened + 1 : at], opened + 1))
                yield Block(start=opened, end=at + 1, said=said)
            mark = ""


def _fences(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Yield the lines that may be fences: which line, its signs, and the words after them."""
    for at, line in enumerate(lines):
        if line.lstrip(" ")[:3] in _SIGNS and (found := _FENCE.match(line)):
            yield at, found[1], found[2].strip()


def _said(lines: list[str], first: int) -> Iterator[tuple[int, str, str]]:
    for at, line in enumerate(lines, first):
        words = line.partition(" #")[0].strip()
        if not words or words.startswith("#"):
            continue
        key, colon, value = words.partition(":")
        yield (at, key.strip(), value.strip()) if colon else (at, "", words)
