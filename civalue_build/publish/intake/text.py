"""A tree of keys and the story become the text of a case.

The form in the browser writes the same text: see `present/static/case_text.js`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from civalue_build.publish.intake.values import Plain

Tree: TypeAlias = "str | Mapping[str, Tree] | Sequence[Tree]"

_WORD = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)
_NOT_TEXT = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that some readers of YAML take for something else."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_INLINE = re.compile(r"[\\`*_\[\]<~|]|&(?=#?[A-Za-z0-9])")
_AT_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)|([#+=>-])")
_POINT = re.compile(r"- +(?=\S)")


def case_text(front: Mapping[str, Tree], story: Mapping[str, str]) -> str:
    """Return the text of a case from its keys and its story by heading."""
    yaml = "".join(f"{line}\n" for line in _keys(front, ""))
    parts = (f"\n## {heading}\n\n{prose(text)}\n" for heading, text in story.items())
    return f"---\n{yaml}---\n{''.join(parts)}"


def _keys(keys: Mapping[str, Tree], indent: str) -> Iterator[str]:
    for key, value in keys.items():
        if isinstance(value, str):
            yield f"{indent}{key}: {scalar(value)}"
        elif not value:
            yield f"{indent}{key}: []"
        else:
            yield f"{indent}{key}:"
            yield from _below(value, f"{indent}  ")


def _below(value: Mapping[str, Tree] | Sequence[Tree], indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _keys(value, indent)
        return
    for item in value:
        if isinstance(item, Mapping):
            first, *others = _keys(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip(' ')}"
            yield from others


def scalar(text: str) -> str:
    """Return a value as it is written: quoted, unless nobody can take it for anything else."""
    if isinstance(text, Plain) or (_WORD.fullmatch(text) and text not in _NOT_TEXT):
        return text
    return f'"{text.translate(_ESCAPES)}"'


def prose(text: str) -> str:
    """Return plain text as Markdown that shows it as it was typed; lines with hyphens are a list.

    A line end inside a paragraph stays one.
    """
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    bare = line.strip()
    point = _POINT.match(bare)
    start = "- " if point else ""
    rest = _INLINE.sub(r"\\\g<0>", bare[point.end() :] if point else bare)
    return start + _AT_START.sub(_escaped_start, rest, count=1) if _starts(rest) else start + rest


def _starts(rest: str) -> bool:
    return bool(_AT_START.match(rest))


def _escaped_start(found: re.Match[str]) -> str:
    return f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}"
