"""Counts of people that a case tells in its words, as in “4 patients died”."""

import re
from collections.abc import Iterator

from civalue_build.check.hints import lines_with, seldom
from civalue_build.check.pages import pages
from civalue_build.model.case import Case
from civalue_build.model.place import KeyPath

_GAP = " "
_KINDS = (
    "category|stage|grade|type|level|band|ward|tier|phase|step|class|group|priority|cohort|score"
)
_NOT_AFTER = "".join(rf"(?<!{word} )" for word in _KINDS.split("|"))
_NO_COUNT = "".join(
    rf"(?<!{words} )"
    for words in (r"\d in", "one in", "two in", "fewer than", "less than", "under", "every", "per")
)
_WHICH = (
    rf"(?:{_GAP}(?:of (?:the|our|these|those|all)|older|elderly|young|younger|female|male|adult"
    "|more|other|new|frail|pregnant))?"
)
_WHO = (
    "patients?|inpatients?|outpatients?|people|persons?|residents?|carers?|women|woman|men|man"
    "|children|child|babies|baby|mothers?|families|family|clients?|service users?"
    "|deaths?|stillbirths?|suicides?|(?:of them )?died"
)
_EACH = (
    r"(?:a|an|per|each|every|for each|for every|in|in a|in each|in every|to a|to each)"
    r" (?:hour|day|night|shift|session|clinic|round|visit|nurse|doctor|bed|bay|room|team|week"
    r"|hundred|thousand|\d)"
)
_COUNTED = rf"\*{{0,2}}{_WHICH}{_GAP}(?:{_WHO})\b"
_HINT = re.compile(rf"[0-9]{_COUNTED}", re.IGNORECASE)
_TOLD = seldom(
    rf"(?<![\w.,/£$€–-]){_NOT_AFTER}{_NO_COUNT}(?:\d{{1,3}}[–-])?(\d{{1,3}}){_COUNTED}"
    rf"(?!{_GAP}(?:{_EACH}|at a time|at once))",
    re.IGNORECASE,
)
"""A number and whom it counts: no share, no rate, and no name of a class such as category 2."""


def told_counts(case: Case) -> Iterator[tuple[KeyPath, int]]:
    """Yield each number in the words of a case that counts people, with the path of its line.

    Titles of sources are left out, and rows of tables that hold prices.
    """
    for page in pages(case)[1:]:
        for start, number in numbers_told(page.text):
            path = page.path_at(start)
            if path[:1] != ("sources",):
                yield path, number


def numbers_told(text: str) -> Iterator[tuple[int, int]]:
    """Yield each number that counts people in a text, after where it begins."""
    for start, line in lines_with(_HINT, text):
        is_priced = line.lstrip().startswith("|") and "£" in line
        for match in () if is_priced else _TOLD().finditer(line):
            yield start + match.start(1), int(match[1])
