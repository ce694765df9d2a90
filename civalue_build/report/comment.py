"""What somebody who proposes a case is told about it, as a comment on the proposal.

The reader may never have used Git: the comment says in plain words what to mend, where, and how.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.record import record
from civalue_build.report.markdown import capped, code, plain, worst_first

MARK = "<!-- civalue: findings -->"
"""The first line of the comment, by which it is found again when the checks have run anew."""

LIMIT = 60_000
"""Bytes of a comment; GitHub refuses one of more than 65,536 characters."""

LIBRARY = ("cases/", "programmes/", "framework/")

FOLDED = 50
"""Points that are told of each weight below an error in a file; nobody reads more."""

TO_MEND = "\n**To mend, before this can be published**\n\n"
SUMMARIES = {
    Level.GAP: "What a reader would miss, {count:,} in all: this holds nothing up",
    Level.ADVICE: "Advice, {count:,} in all: yours to follow or not",
}
HOW = """
---
**How to change your text**

1. Choose **Edit this file** above. (Or open **Files changed** at the top of this page, then the \
three dots beside your file, then **Edit file**.)
2. Change the line, then choose **Commit changes**, and once more to confirm.
3. Wait a few minutes. The checks run again, and this comment is then written anew.

You cannot break anything, and nothing is published before a person has read it. If a point is \
not clear, ask below.
"""
SEE = """
**How to see your page:** open [the page of the checks]({run}), choose `site-preview` at its foot, \
unpack the file, and open `index.html` in the folder that comes out.
"""
WELL = """
The checks found nothing to mend in what you propose. A person will now read it and answer here.
"""


@record
class Proposal:
    """What a proposal changes: `files` by their paths, edited at `edit` followed by a path.

    `run` is the address of the checks, where the site that they built can be had.
    """

    files: frozenset[str]
    edit: str
    run: str


def comment(findings: Iterable[Finding], proposal: Proposal) -> str:
    """Return the comment as Markdown, empty where there is nothing to say.

    Findings in other people's files are left out unless they are errors, which the change may
    have caused.
    """
    spots = {_spot(path) for path in proposal.files}
    found = worst_first(findings)
    own = [f for f in found if _spot(f.place.file) in spots]
    others = [f for f in found if f.level is Level.ERROR and _spot(f.place.file) not in spots]
    if not own and not others and not any(path.startswith(LIBRARY) for path in proposal.files):
        return ""
    head = f"{MARK}\n**Thank you for your proposal.** {_in_short(own, others)}\n"
    blocks = [*_told(own, proposal), *_elsewhere(others, proposal)]
    foot = f"{HOW if blocks else WELL}{SEE.format(run=proposal.run)}"
    return capped(head, blocks, LIMIT - len(foot)) + foot


def _spot(path: str) -> str:
    """Return what belongs together: the folder of a case, else the file itself."""
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "cases" and len(parts) > 2 else path


def _in_short(own: Sequence[Finding], others: Sequence[Finding]) -> str:
    if errors := sum(f.level is Level.ERROR for f in (*own, *others)):
        points = "1 point" if errors == 1 else f"{errors:,} points"
        return f"There {'is' if errors == 1 else 'are'} {points} to mend."
    return "It can be published as it is; below is what would make it better." if own else ""


def _told(found: Sequence[Finding], proposal: Proposal) -> Iterator[str]:
    for file, group in groupby(found, key=lambda f: f.place.file):
        here = list(group)
        yield f"\n### {code(file)}\n\n{_link(file, proposal)}\n"
        if errors := [f for f in here if f.level is Level.ERROR]:
            yield TO_MEND
            yield from map(_point, errors)
        for level in SUMMARIES:
            if points := [f for f in here if f.level is level]:
                yield _folded(level, points)


def _folded(level: Level, points: Sequence[Finding]) -> str:
    """Return points that hold nothing up, folded away as one block: it is never cut inside."""
    told = "".join(map(_point, points[:FOLDED]))
    more = f"- and {len(points) - FOLDED:,} more\n" if len(points) > FOLDED else ""
    head = SUMMARIES[level].format(count=len(points))
    return f"\n<details><summary>{head}</summary>\n\n{told}{more}\n</details>\n"


def _elsewhere(found: Sequence[Finding], proposal: Proposal) -> Iterator[str]:
    if found:
        yield (
            "\n## In files that you did not change\n\n"
            "Perhaps your change has caused these, perhaps they were there before.\n"
        )
        yield from _told(found, proposal)


def _point(finding: Finding) -> str:
    line = finding.place.line
    where = f"**Line {line}:** " if line > 1 else ""  # the first line stands for the whole file
    return f"- {where}{plain(finding.message)} ({finding.code})\n"


def _link(file: str, proposal: Proposal) -> str:
    return f"[Edit this file]({proposal.edit}{quote(file, errors='replace')})"
