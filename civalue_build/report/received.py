"""Findings read from a file of which nothing can be trusted.

A run that anybody may cause has written it, so every part is looked at before it is used.
"""

import json
import re
from typing import Any

from civalue_build.errors import CivalueError
from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place

MOST_BYTES = 4_000_000
MOST_FINDINGS = 20_000
LONGEST_TEXT = 4_000
LAST_LINE = 10_000_000

_CODE = re.compile(r"CV[0-9]{3,4}")
_NAME = re.compile(r"[a-z0-9-]{1,80}")


def received(raw: bytes) -> tuple[Finding, ...]:
    """Return the findings of a JSON document as `civalue check` writes it.

    Raises CivalueError for anything that it would not have written.
    """
    if len(raw) > MOST_BYTES:
        raise CivalueError(f"the findings are larger than {MOST_BYTES:,} bytes")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise CivalueError("the findings are not JSON") from None
    items = data.get("findings") if isinstance(data, dict) else None
    if not isinstance(items, list) or len(items) > MOST_FINDINGS:
        raise CivalueError(f"the findings are not a list of up to {MOST_FINDINGS:,}")
    return tuple(_finding(item) for item in items)


def _finding(item: Any) -> Finding:
    if not isinstance(item, dict):
        raise CivalueError("a finding is not an object")
    return Finding(
        code=_like(_CODE, item, "code"),
        name=_like(_NAME, item, "name"),
        level=Level(_like(re.compile("|".join(Level)), item, "level")),
        message=_text(item, "message"),
        place=Place(_path(item), _number(item, "line"), _number(item, "column")),
    )


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_TEXT:
        raise CivalueError(f"a finding's {key} is not a text of up to {LONGEST_TEXT:,} characters")
    return value


def _like(pattern: re.Pattern[str], item: dict[str, Any], key: str) -> str:
    if not pattern.fullmatch(value := _text(item, key)):
        raise CivalueError(f"a finding's {key} is not one that is known")
    return value


def _path(item: dict[str, Any]) -> str:
    path = _text(item, "file")
    if path.startswith("/") or ".." in path.split("/"):
        raise CivalueError("a finding's file is not in the library")
    return path


def _number(item: dict[str, Any], key: str) -> int:
    value = item.get(key)
    if type(value) is not int or not 1 <= value <= LAST_LINE:
        raise CivalueError(f"a finding's {key} is not a number from 1 up")
    return value
