"""Findings as lines of text or as data.

Text is `path:line:column: CODE message [level: name]`. Control characters never reach a terminal.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding

COLOURS = {Level.ERROR: "31", Level.GAP: "33", Level.ADVICE: "36"}
NOUNS = {
    Level.ERROR: ("error", "errors"),
    Level.GAP: ("gap", "gaps"),
    Level.ADVICE: ("piece of advice", "pieces of advice"),
}


def line(finding: Finding, *, colour: bool = False) -> str:
    """Return one finding as one line of text."""
    level = str(finding.level)
    shown = f"\x1b[{COLOURS[finding.level]}m{level}\x1b[0m" if colour else level
    place, message = printable(str(finding.place)), printable(finding.message)
    return f"{place}: {finding.code} {message} [{shown}: {finding.name}]"


def printable(text: str) -> str:
    """Return text in which nothing can move a cursor, hide, or pass for a command of a runner."""
    plain = text if text.isprintable() else "".join(map(_printable, text))
    return plain.replace("::", ": :").replace("##[", "# #[")


def _printable(char: str) -> str:
    return char if char.isprintable() else f"\\u{ord(char):04x}"


def tally(findings: Iterable[Finding]) -> str:
    """Return how many there are of each level, in words: `2 errors, 1 gap`."""
    counts = Counter(finding.level for finding in findings)
    parts = [f"{counts[level]} {NOUNS[level][counts[level] != 1]}" for level in Level]
    return ", ".join(part for level, part in zip(Level, parts, strict=True) if counts[level])


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as one JSON document."""
    return json.dumps({"findings": [_data(f) for f in findings]}, ensure_ascii=False, indent=2)


def _data(finding: Finding) -> dict[str, Any]:
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.code,
        "name": finding.name,
        "level": finding.level,
        "case": finding.case,
        "principle": finding.principle,
        "message": finding.message,
    }
