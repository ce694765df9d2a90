"""The miniature library, and cases laid over its sound one."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from civalue_build.appraise import appraise
from civalue_build.check.judge import judge
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.model.subject import Subject
from civalue_build.source.case import RawCase, parse_case
from civalue_build.source.framework import read_framework

ROOT = Path(__file__).parents[1] / "data" / "library"
SOUND = ROOT / "cases" / "sound"
TODAY = (2026, 11, 22)


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which dates stay text, as in the format."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@cache
def framework() -> Framework:
    """Return the framework of the miniature library."""
    return read_framework(ROOT)


def load(text: str) -> dict[str, Any]:
    """Read an example of a rule."""
    read: dict[str, Any] = yaml.load(text, Loader=_Loader) or {}  # noqa: S506 a safe loader
    return read


def overlaid(example: str = "", *, removed: tuple[str, ...] = ()) -> RawCase:
    """Return the sound case with an example laid over it, less the keys that are removed.

    Mappings merge, lists are replaced, and null removes a key; `prose` does so by heading.
    """
    front, told = _sound()
    changes = load(example)
    sections = _merged(told, changes.pop("prose", {}))
    merged = _merged(front, changes)
    return raw({key: value for key, value in merged.items() if key not in removed}, sections)


def raw(front: dict[str, Any], sections: dict[str, str]) -> RawCase:
    """Return the files of a case with this front matter and these parts of a story."""
    keys = yaml.dump(front, Dumper=_DUMPER, sort_keys=False, allow_unicode=True)
    prose = "".join(f"\n## {heading}\n\n{text}\n" for heading, text in sections.items())
    used = {"ulcers.csv": (SOUND / "ulcers.csv").read_bytes()} if "ulcers.csv" in keys else {}
    text = f"---\n{keys}---\n{prose}".encode()
    return RawCase(slug="sound", file="cases/sound/case.md", text=text, others=used, findings=())


def subject_of(files: RawCase, **changes: Any) -> tuple[Subject, SourceMap]:
    """Read and appraise a case that has no fault of structure."""
    reading = parse_case(files)
    assert reading.findings == ()
    assert reading.case is not None
    case = reading.case
    found: dict[str, Any] = {
        "case": case,
        "appraisal": appraise(case, framework()),
        "framework": framework(),
        "today": TODAY,
    }
    return Subject(**(found | changes)), reading.places


def judged(files: RawCase, **changes: Any) -> Judgement:
    """Return the judgement of a case that has no fault of structure."""
    return judge(*subject_of(files, **changes))


@cache
def _sound() -> tuple[dict[str, Any], dict[str, str]]:
    front, prose = _parts((SOUND / "case.md").read_text("utf-8"))
    return load(front), _sections(prose)


def _parts(text: str) -> tuple[str, str]:
    _, front, prose = text.split("---\n", 2)
    return front, prose


def _sections(prose: str) -> dict[str, str]:
    _, *parts = re.split(r"^## (.*)\n", prose, flags=re.MULTILINE)
    return {heading: text.strip() for heading, text in zip(parts[::2], parts[1::2], strict=True)}


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    result = dict(below)
    for key, value in above.items():
        if value is None:
            result.pop(key, None)
        elif isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = _merged(result[key], value)
        else:
            result[key] = value
    return result
