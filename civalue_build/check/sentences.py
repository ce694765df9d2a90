"""Sentences of a narrative, where each begins, and how many words it has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from civalue_build.check.texts import Same
from civalue_build.model.case import Case, Section
from civalue_build.model.place import PROSE, KeyPath

_LINK = re.compile(r"\]\([^()\s]*\)")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)]) ")
_END = re.compile(r"[.!?][\"'”’)*_\]]*$")
_LAST = frozenset(".!?\"'”’)*_]")
_WORDLIKE = re.compile(r"\w")
SKIPPED = ("|", "#", "```", "~~~", "[^")
"""Beginnings of lines that hold no sentence: tables, headings, fences, footnotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The words of a sentence and the path of the line on which it begins."""

    path: KeyPath
    words: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """A sentence that is being gathered."""

    path: KeyPath = ()
    words: list[str] = field(default_factory=list)

    def take(self) -> Iterator[Sentence]:
        """Yield the sentence, if it has words, and begin anew."""
        if self.words:
            yield Sentence(path=self.path, words=tuple(self.words))
        self.words = []


def sentences(case: Case) -> tuple[Sentence, ...]:
    """Return the sentences of all sections; each list item and each table row stands alone."""
    return _sentences(Same(case))


@lru_cache(maxsize=1)
def _sentences(same: Same) -> tuple[Sentence, ...]:
    return tuple(one for section in same.case.sections for one in _of_section(section))


def split(text: str, path: KeyPath) -> Iterator[Sentence]:
    """Yield the sentences of a text that stands at one path."""
    for sentence in _of_section(Section(heading="", text=text, line=1)):
        yield replace(sentence, path=path)


def _of_section(section: Section) -> Iterator[Sentence]:
    current = _Open()
    fenced = False
    for offset, line in enumerate(section.text.splitlines(), start=1):
        bare = line.strip().lstrip("> ")
        fenced ^= bare.startswith(("```", "~~~"))
        if fenced or not bare or bare.startswith(SKIPPED):
            yield from current.take()
            continue
        if item := _ITEM.match(bare):
            yield from current.take()
            bare = bare[item.end() :]
        yield from _of_line(bare, (PROSE, section.heading, offset), current)
    yield from current.take()


def _of_line(line: str, path: KeyPath, current: _Open) -> Iterator[Sentence]:
    bare = _LINK.sub("]", line) if "](" in line else line
    for word in bare.split():
        is_plain = word.isalnum()
        if not is_plain and not _WORDLIKE.search(word):
            continue
        if not current.words:
            current.path = path
        current.words.append(word)
        if not is_plain and word[-1] in _LAST and _END.search(word):
            yield from current.take()
