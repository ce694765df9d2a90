"""What the engine says when it stops, without the lines that only its makers can use."""

import re
from collections.abc import Iterator

_LAST_LINES = 12
_LEVEL = re.compile(r"(?:WARNING|ERROR|CRITICAL) +- +")
_INNER = re.compile(
    r"\s+(?!\s|- )|[\s^~]*$|INFO |DEBUG |Traceback \(|During handling of the above|"
    r"The above exception was|Aborted with a configuration error!"
)
"""Lines of a traceback, and what is said of every build; a list's lines begin with `  - `."""

_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Config value '(\w+)': (?:Sub-option '(\w+)': )?"), r"mkdocs.yml: \1: "),
    (
        re.compile(r".*TemplateNotFound: '?\.icons/(.+?)\.svg.*"),
        r"mkdocs.yml: theme.icon: the theme has no picture \1",
    ),
    (
        re.compile(r".*TemplateNotFound: '?partials/languages/(.+?)\.html.*"),
        r"mkdocs.yml: theme.language: the theme does not know \1",
    ),
    (re.compile(r"Doc file '(.+?)'"), r"page \1"),
)


def reason(output: str, code: int) -> str:
    """Return the engine's last words, page or setting first; its exit code if it said nothing."""
    lines = list(dict.fromkeys(_said(output)))
    return "\n".join(lines[-_LAST_LINES:]) or f"it ended with {code} and gave no reason"


def _said(output: str) -> Iterator[str]:
    for line in output.splitlines():
        if not _INNER.match(line):
            text = _LEVEL.sub("", line.rstrip())
            for pattern, instead in _PLAIN:
                text = pattern.sub(instead, text)
            yield text
