"""Findings for the tests of reports."""

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place

HOSTILE = (
    "a\nb\r\n::error file=x::y",
    "##[error]y ::stop-commands::z",
    "100% sure, 50%0A off: `code` | cell",
    "@nurse and @team/leads, owner/repo#7, #12, GH-3, a@b.org",
    "![x](https://evil.example/x.png) [y](javascript:alert(1)) <https://evil.example>",
    "https://evil.example www.evil.example",
    "<img src=x onerror=alert(1)></td></table><script>",
    "\x1b[31mred\x07 \u202eright to left\u200b hidden",
    "**bold** _it_ ~~no~~ $x^2$ \\| &copy; &#64;nurse",
    "--- \n# heading\n- [ ] box",
    "<!-- civalue: findings -->",
    "a lone half \ud800 of a pair",
)
"""Messages that try to be more than text."""


def finding(
    message: str = "the date has passed",
    *,
    level: Level = Level.ERROR,
    file: str = "cases/a/case.md",
    line: int = 3,
) -> Finding:
    return Finding(
        code="CV101", name="late", level=level, message=message, place=Place(file, line, 5)
    )
