"""Whole cases with one fault each, and every line that checking them gives."""

from pathlib import Path

import pytest

from civalue_build.appraise import appraise
from civalue_build.check.judge import inquire, judge
from civalue_build.check.registry import RULES
from civalue_build.model.subject import Subject
from civalue_build.source.case import RawCase, Reading, parse_case
from civalue_build.source.faults.catalogue import FAULTS
from tests.check.library import TODAY, framework

INVALID = Path(__file__).parents[1] / "data" / "cases" / "invalid"
STRUCTURAL = {fault.code for fault in FAULTS}
"""Files with one of these codes are of the tests of reading."""


def _codes(file: Path) -> list[str]:
    lines = file.with_suffix(".txt").read_text("utf-8").splitlines()
    return [line.split()[1] for line in lines]


CASES = [file for file in sorted(INVALID.glob("*.md")) if STRUCTURAL.isdisjoint(_codes(file))]
ALL = pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)


def _read(file: Path) -> tuple[Reading, Subject]:
    name = f"cases/{file.stem}/case.md"
    files = RawCase(slug=file.stem, file=name, text=file.read_bytes(), others={}, findings=())
    reading = parse_case(files)
    assert reading.case is not None
    appraisal = appraise(reading.case, framework())
    return reading, Subject(
        case=reading.case, appraisal=appraisal, framework=framework(), today=TODAY
    )


@ALL
def test_a_case_gives_the_lines_beside_it_and_no_others(file: Path) -> None:
    reading, subject = _read(file)
    found = [*reading.findings, *judge(subject, reading.places).findings]
    lines = [f"{f.place.line}:{f.place.column}: {f.code} {f.message}" for f in found]
    assert lines == file.with_suffix(".txt").read_text("utf-8").splitlines()


def test_every_rule_has_a_case_of_its_own() -> None:
    assert {code for file in CASES for code in _codes(file)} == {rule.code for rule in RULES}


def test_no_two_cases_have_the_same_fault_at_the_same_path() -> None:
    seen: dict[tuple[str, object], str] = {}
    for file in CASES:
        expected = set(_codes(file))
        for rule, (path, _) in inquire(_read(file)[1]):
            if rule.code in expected:
                assert seen.setdefault((rule.code, path), file.stem) == file.stem
