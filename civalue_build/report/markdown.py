"""Findings as Markdown for GitHub, and the summary of a run.

What a contributor wrote is text here: no link, no picture, no tag, nobody notified.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.report.findings import printable, tally

SUMMARY_LIMIT = 1_000_000
"""Bytes of a summary; GitHub takes 1,048,576 for a step and shows nothing beyond."""

UNSEEN = "&#8203;"
"""A space without width, as Markdown. It parts what GitHub would turn into a link by itself."""

WEIGHTS = {
    Level.ERROR: "**To mend**",
    Level.GAP: "Missing",
    Level.ADVICE: "Advice",
}

HEADS = "| Line | Weight | What was found | Check |\n|--:|---|---|---|\n"

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$&<>^=\"'])")
_LINKS = re.compile(r"@|#|:(?=//)|\bwww|\bGH(?=\\-)", re.IGNORECASE)


def plain(text: str) -> str:
    """Return Markdown that shows `text` as it is, on one line, whoever wrote it."""
    marked = _MARKS.sub(r"\\\1", printable(text))
    return _LINKS.sub(lambda found: f"{found[0]}{UNSEEN}", marked)


def code(text: str) -> str:
    """Return Markdown that shows a name, such as a file's, in the letters of code."""
    return f"<code>{plain(text)}</code>"


def summary(findings: Iterable[Finding]) -> str:
    """Return the summary of a run: a table for each file, cut off before GitHub refuses it."""
    found = worst_first(findings)
    if not found:
        return "## The cases\n\nAll is well: the checks found nothing.\n"
    head = f"## The cases\n\n{tally(found)[0].upper()}{tally(found)[1:]}.\n"
    return capped(head, list(_tables(found)), SUMMARY_LIMIT)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings file by file, files with errors first: what is cut off weighs least."""
    found = sorted(findings, key=lambda f: (f.place, f.code))
    bad = {f.place.file for f in found if f.level is Level.ERROR}
    return sorted(found, key=lambda f: f.place.file not in bad)


def capped(head: str, blocks: Sequence[str], limit: int) -> str:
    """Return as many blocks below a head as fit into a number of bytes, and say what is left."""
    left = limit - len(head.encode()) - 100
    for count, block in enumerate(blocks):
        left -= len(block.encode())
        if left < 0:
            return f"{head}{''.join(blocks[:count])}\nNot all could be shown here.\n"
    return head + "".join(blocks)


def _tables(found: Sequence[Finding]) -> Iterator[str]:
    """Give the lines of the tables one by one, so that a long table is cut inside."""
    for file, group in groupby(found, key=lambda f: f.place.file):
        yield f"\n### {code(file)}\n\n{HEADS}"
        yield from map(_row, group)


def _row(finding: Finding) -> str:
    cells = (
        str(finding.place.line),
        WEIGHTS[finding.level],
        plain(finding.message),
        f"{finding.code} {plain(finding.name)}",
    )
    return f"| {' | '.join(cells)} |\n"
