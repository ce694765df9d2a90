"""Findings as commands that GitHub Actions shows beside the lines of a proposal.

A step may show ten errors, ten warnings and ten notices; what is more is dropped without a word.
So findings are put together by file where there are more, and the last one says how many are left.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place
from civalue_build.report.findings import NOUNS, line, printable

MOST = 10
"""Annotations of each kind that GitHub keeps for one step."""

LINES = 20
"""Findings that are told in one annotation of a file."""

LETTERS = 4000
"""Of all that one annotation tells; GitHub drops what comes after 4,096 without a word."""

LONGEST = 1000
"""Letters of one finding in an annotation."""

KINDS: Mapping[Level, str] = {
    Level.ERROR: "error",
    Level.GAP: "warning",
    Level.ADVICE: "notice",
}


def log(findings: Sequence[Finding]) -> str:
    """Return the output of a step: annotations, then every finding as a line, folded away."""
    if not findings:
        return ""
    every = (line(finding) for finding in findings)
    return "\n".join((*annotations(findings), "::group::Every finding", *every, "::endgroup::"))


def annotations(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return workflow commands, errors first, never more than GitHub shows of each kind."""
    found = tuple(findings)
    return tuple(
        command
        for level in Level
        for command in _of_level(level, [f for f in found if f.level is level])
    )


def _of_level(level: Level, found: Sequence[Finding]) -> Iterator[str]:
    if len(found) <= MOST:
        yield from (_of_file(level, [finding]) for finding in found)
        return
    in_order = sorted(found, key=lambda f: f.place)
    files = [list(group) for _, group in groupby(in_order, key=lambda f: f.place.file)]
    shown = files if len(files) <= MOST else files[: MOST - 1]
    yield from (_of_file(level, group) for group in shown)
    if left := len(found) - sum(map(len, shown)):
        yield _command(level, {"title": f"{left:,} more"}, [_more(left)])


def _of_file(level: Level, found: Sequence[Finding]) -> str:
    first = found[0]
    if len(found) == 1:
        title = f"{first.code} {first.name}"
        return _command(level, _head(first.place, title), [_short(first.message)])
    told = _fitting([f"line {f.place.line}: {f.code} {_short(f.message)}" for f in found[:LINES]])
    if left := len(found) - len(told):
        told.append(_more(left))
    return _command(level, _head(first.place, f"{len(found):,} {NOUNS[level][1]} here"), told)


def _short(message: str) -> str:
    plain = printable(message)
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST]}…"


def _fitting(told: Sequence[str]) -> list[str]:
    """Return the first lines, as many as one annotation can tell beside how many are left."""
    ends = accumulate(_length(line) + 1 for line in told)
    return [line for line, end in zip(told, ends, strict=True) if end <= LETTERS]


def _length(text: str) -> int:
    """Return how long GitHub takes a text to be, which counts in units of UTF-16."""
    return len(printable(text).encode("utf-16-le")) // 2


def _more(left: int) -> str:
    return f"and {left:,} more: see the summary of this run"


def _head(place: Place, title: str) -> Mapping[str, object]:
    return {"file": place.file, "line": place.line, "col": place.column, "title": title}


def _command(level: Level, head: Mapping[str, object], told: Iterable[str]) -> str:
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in head.items())
    return f"::{KINDS[level]} {properties}::{'%0A'.join(map(_data, told))}"


def _data(text: str) -> str:
    """Escape a message; line breaks inside it have become visible before."""
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
