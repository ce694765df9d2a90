"""Worked examples that pages of the framework ask for, read as strictly as a case."""

from collections.abc import Iterable

from civalue_build.model.framework import ProsePage
from civalue_build.model.worked import FIGURES, KEYS, OF_LIBRARY, Asked, Block, blocks, is_year
from civalue_build.source.faults.prose import EXAMPLE_NOT_KNOWN
from civalue_build.source.log import Log
from civalue_build.source.words import near, show


def note_worked(prose: str, first_line: int, log: Log) -> None:
    """Report blocks that ask for nothing known, in a text that begins at a line of its file."""
    for block in blocks(prose):
        _note(block, first_line, log)


def asked_by(pages: Iterable[ProsePage]) -> tuple[Asked, ...]:
    """Return what all pages ask of cases, each once and in an order of its own.

    A case that lacks the line or the year of a block may still have the figure of another.
    """
    asked = {block.asked for page in pages for block in blocks(page.body)}
    found = {*asked, *(Asked(figure=item.figure) for item in asked)}
    of_cases = (item for item in found if item.figure not in OF_LIBRARY)
    return tuple(sorted(of_cases, key=repr))


def _note(block: Block, first_line: int, log: Log) -> None:
    seen: set[str] = set()
    for at, key, value in block.said:
        if message := _wrong(key, value, seen):
            log.add(EXAMPLE_NOT_KNOWN, message, (first_line + at, 1))
        seen.add(key)
    if "figure" not in seen:
        message = "the example does not say which figure; add a line such as figure: benefit.gross"
        log.add(EXAMPLE_NOT_KNOWN, message, (first_line + block.start, 1))


def _wrong(key: str, value: str, seen: set[str]) -> str:
    if key not in KEYS:
        return f"{show(key or value)} is no key of an example{_near(key, KEYS)}"
    if key in seen:
        return f"the key {show(key)} stands here for the second time; keep one"
    if not value:
        return f"the key {show(key)} has no value"
    if key == "figure" and value not in FIGURES:
        return f"{show(value)} is no figure of an example{_near(value, FIGURES)}"
    if key == "year" and not is_year(value):
        return f"{show(value)} is no year of a case; write 0 for the first, then 1, 2 and so on"
    return ""


def _near(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    found = near(word, names, 2, 0.6)
    return f"; did you mean {' or '.join(found)}?" if found else f"; known are {', '.join(names)}"
