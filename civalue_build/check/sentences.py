"""Sentences of a narrative, where each begins, and how many words it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from civalue_build.model.case import Case
from civalue_build.model.place import PROSE, KeyPath

_LINK = re.compile(r"\]\([^()\s]*\)")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)]) ")
_END = re.compile(r"[.!?][\"'”’)*_\]]*$")
_STOPS = frozenset(".!?")
_CLOSING = frozenset("\"'”’)*_]")
_WORDLIKE = re.compile(r"\w")
_Words = tuple[int, tuple[str, ...]]
"""The words of a sentence, after the number of the line on which it begins, from 1."""
SKIPPED = ("|", "#", "```", "~~~", "[^")
"""Beginnings of lines that hold no sentence: tables, headings, fences, footnotes."""


class Sentence(NamedTuple):
    """The words of a sentence and the path of the line on which it begins."""

    path: KeyPath
    words: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """A sentence that is being gathered."""

    number: int = 0
    words: list[str] = field(default_factory=list)

    def take(self) -> Iterator[_Words]:
        """Yield the sentence, if it has words, and begin anew."""
        if self.words:
            yield self.number, tuple(self.words)
            self.words = []


def sentences(case: Case) -> tuple[Sentence, ...]:
    """Return the sentences of all sections; each list item and each table row stands alone."""
    return tuple(
        Sentence((PROSE, section.heading, number), words)
        for section in case.sections
        for number, words in _split(section.text)
    )


def split(text: str, path: KeyPath) -> Iterator[Sentence]:
    """Return the sentences of a text that stands at one path."""
    return (Sentence(path, words) for _, words in _split(text))


def _split(text: str) -> Iterator[_Words]:
    current = _Open()
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip().lstrip("> ")
        if not bare:
            yield from current.take()
            continue
        fenced ^= bare.startswith(("```", "~~~"))
        if fenced or bare.startswith(SKIPPED):
            yield from current.take()
            continue
        if item := _ITEM.match(bare):
            yield from current.take()
            bare = bare[item.end() :]
        yield from _of_line(bare, number, current)
    yield from current.take()


def _of_line(line: str, number: int, current: _Open) -> Iterator[_Words]:
    if not current.words:
        current.number = number
    for word in (_LINK.sub("]", line) if "](" in line else line).split():
        if word.isalnum():
            current.words.append(word)
        elif word[0].isalnum() or _WORDLIKE.search(word):
            current.words.append(word)
            if word[-1] in _STOPS or (word[-1] in _CLOSING and _END.search(word)):
                yield from current.take()
                current.number = number
