"""What a check looks for, as text."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from textwrap import fill, indent

from civalue_build.errors import CivalueError
from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc

WEIGHS = {
    Level.ERROR: "error: the case is not published until this is mended",
    Level.GAP: "gap: the case is published, and a reader would want this too",
    Level.ADVICE: "advice: the case is published, and would read better",
}


def find(checks: Sequence[CheckDoc], wanted: str) -> CheckDoc:
    """Return the check with a code or a name. Raises CivalueError with the nearest names."""
    known = {check.code: check for check in checks} | {check.name: check for check in checks}
    asked = wanted.strip().replace("_", "-")
    for spelling in (asked.upper(), asked.lower()):
        if spelling in known:
            return known[spelling]
    near = get_close_matches(asked, known, n=3) or get_close_matches(asked.upper(), known, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise CivalueError(f"there is no check “{wanted}”{hint}")


def text(check: CheckDoc) -> str:
    """Return the documentation of one check for a terminal."""
    return "\n\n".join(_parts(check))


def _parts(check: CheckDoc) -> Iterator[str]:
    yield f"{check.code} {check.name}\n{fill(WEIGHS[check.level], 88)}"
    yield fill(check.summary, 88)
    for paragraph in filter(None, check.explanation.split("\n\n")):
        yield fill(" ".join(paragraph.split()), 88)
    if check.fails:
        yield f"This is found:\n\n{indent(check.fails.strip(), '    ')}"
    if check.passes:
        yield f"This is well:\n\n{indent(check.passes.strip(), '    ')}"
