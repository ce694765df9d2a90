"""What the engine says when it stops, without the lines that only its makers can use."""

import re
from collections.abc import Iterator

_LAST_LINES = 12
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_WARNED = re.compile(r"^(?:WARNING +- |Warning: )", re.MULTILINE)
_PICTURED = re.compile(
    r"^(?:Warning|Error): (?P<what>.+)\n\s*╭─\[ (?P<page>.+?)(?::\d+)* \]\n"
    r".*\n\s*\d+ │(?P<text>.*)\n\s*│(?P<marked>.*)$",
    re.MULTILINE,
)
"""How Zensical shows the line of a page and underlines what is wrong in it."""

_LEVEL = re.compile(r"(?:WARNING|ERROR|CRITICAL) +- +")
_INNER = re.compile(
    r"\s+(?!\s|- )|[\s^~]*$|INFO |DEBUG |Traceback \(|During handling of the above|"
    r"The above exception was|Aborted with a configuration error!|RuntimeError: Aborted|"
    r"Build (?:started|finished)|\d+ issues? found|No issues found|─"
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
    (
        re.compile(r".*non-existing template \"\.icons/(.+?)\.svg\".*"),
        r"mkdocs.yml: theme.icon: the theme has no picture \1",
    ),
    (
        re.compile(r".*non-existing template \"partials/languages/(.+?)\.html\".*"),
        r"mkdocs.yml: theme.language: the theme does not know \1",
    ),
    (re.compile(r"Doc file '(.+?)'"), r"page \1"),
)


def warned(output: str) -> bool:
    """Whether the engine warned of something, however it ended."""
    return bool(_WARNED.search(_COLOUR.sub("", output)))


def reason(output: str, code: int) -> str:
    """Return the engine's last words, page or setting first; its exit code if it said nothing."""
    lines = list(dict.fromkeys(_said(output)))
    return "\n".join(lines[-_LAST_LINES:]) or f"it ended with {code} and gave no reason"


def _said(output: str) -> Iterator[str]:
    plain = _PICTURED.sub(_in_words, _COLOUR.sub("", output))
    for line in plain.splitlines():
        if not _INNER.match(line):
            text = _LEVEL.sub("", line.rstrip())
            for pattern, instead in _PLAIN:
                text = pattern.sub(instead, text)
            yield text


def _in_words(found: re.Match[str]) -> str:
    """Return a pictured fault in one line: page, fault, and the piece of text that has it."""
    marked = found["marked"]
    start, end = len(marked) - len(marked.lstrip()), len(marked.rstrip())
    return f"page {found['page']}: {found['what']}: {found['text'][start:end]}"
