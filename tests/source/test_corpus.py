"""The corpus of invalid cases gives exactly the findings that stand beside each of them."""

from pathlib import Path
from typing import Any

import pytest

from civalue_build.model.case import Case
from civalue_build.source.case import RawCase, parse_case
from civalue_build.source.faults.catalogue import FAULTS
from civalue_build.source.shape.expected import hint_at
from tests.make_wrong_types import ENDING, INVALID, author_paths, file_name, text_of
from tests.source.corpus import Sample, found_in, samples

SAMPLES = samples()
MADE_IN_TESTS = {
    "CV001": "test_files",
    "CV002": "test_files, test_text",
    "CV003": "test_text",
    "CV006": "test_files",
    "CV007": "test_files",
    "CV008": "test_files",
    "CV032": "test_case",
    "CV095": "test_framework",
    "CV097": "test_worked",
}
"""Faults of folders, and of bytes that a repository does not keep well."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_an_invalid_case_gives_exactly_the_findings_beside_it(
    sample: Sample, tmp_path: Path
) -> None:
    assert found_in(sample, tmp_path) == sample.expected


def test_no_sample_is_without_a_finding() -> None:
    assert [sample.name for sample in SAMPLES if not sample.expected] == []


def test_every_expectation_has_its_sample() -> None:
    names = {sample.name for sample in SAMPLES}
    assert {path.stem for path in INVALID.glob("*.txt")} == names


def test_every_structural_fault_has_a_sample_or_a_test_of_its_own() -> None:
    lines = [line for sample in SAMPLES for line in sample.expected]
    seen = {code for line in lines for code in line.split() if code.startswith("CV0")}
    assert {doc.code for doc in FAULTS} - seen == set(MADE_IN_TESTS)


def test_every_key_of_the_format_has_a_sample_of_its_wrong_type() -> None:
    keys = {file_name(path) for path in author_paths() if hint_at(Case, path) is not Any}
    kept = {sample.name for sample in SAMPLES if sample.name.endswith(ENDING)}
    assert kept == keys


def test_no_two_samples_of_wrong_types_have_the_same_code_and_path() -> None:
    seen: dict[tuple[str, tuple[str, ...]], str] = {}
    for sample in SAMPLES:
        if sample.name.endswith(ENDING):
            text = sample.place.read_bytes()
            reading = parse_case(RawCase(slug="x", file="cases/x/case.md", text=text))
            (found,) = reading.findings
            mark = (found.place.line, found.place.column)
            path = min(path for path, place in reading.places.marks.items() if place == mark)
            key = (found.code, tuple(str(step) for step in path))
            assert seen.setdefault(key, sample.name) == sample.name


def test_samples_of_wrong_types_are_as_their_script_makes_them() -> None:
    for path in author_paths():
        if hint_at(Case, path) is not Any:
            kept = (INVALID / f"{file_name(path)}.md").read_text("utf-8")
            assert kept == text_of(path)
