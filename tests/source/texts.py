"""Small texts to read in tests."""

from civalue_build.source.case import RawCase, Reading, parse_case

STORY = """\
---
format: 1
title: Skin-check rounds on six wards
summary: Nurses and carers check skin together twice a day.
record: team
organisation: {name: Example Hospitals}
setting: acute
status: completed
period: {start: 2023-04}
---

## The problem

Too many patients got pressure ulcers.
"""
BASIS = "appraisal: {price_year: 2023/24, horizon: 2}\n"


def with_keys(keys: str) -> str:
    """The story with more keys in its front matter."""
    head, end, prose = STORY.partition("---\n\n")
    return f"{head}{keys}{end}{prose}"


def with_prose(prose: str) -> str:
    """The story with another text."""
    return STORY[: STORY.index("## The problem")] + prose


def read(text: str | bytes, others: dict[str, bytes] | None = None) -> Reading:
    """Read a text as the case `x`."""
    data = text.encode() if isinstance(text, str) else text
    return parse_case(RawCase(slug="x", file="cases/x/case.md", text=data, others=others or {}))


def told(reading: Reading) -> list[str]:
    """The findings of a reading as line:col: CODE message."""
    return [f"{f.place.line}:{f.place.column}: {f.code} {f.message}" for f in reading.findings]
