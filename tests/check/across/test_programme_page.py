"""The page about programmes: its example has no fault, and it names every key."""

import re

import pytest

from civalue_build.appraise import appraise
from civalue_build.check.across.programme import judge_programme
from civalue_build.model.programme import STORY, Programme
from civalue_build.source.framework import read_framework
from civalue_build.source.programme import ProgrammeReading, load_programmes, parse_programme
from civalue_build.source.shape.hints import keys_of
from tests.check.library import TODAY
from tests.conftest import ROOT

PAGE = (ROOT / "framework" / "pages" / "contribute" / "programmes.md").read_text("utf-8")
(EXAMPLE,) = (
    block
    for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    if block.startswith("format:")
)
TABLE = "\n".join(line for line in PAGE.splitlines() if line.startswith("|"))


def test_the_example_has_no_finding() -> None:
    framework = read_framework(ROOT)
    reading = parse_programme("x", "programmes/x.yml", EXAMPLE.encode())
    assert reading.findings == ()
    assert reading.programme
    shared = appraise(reading.programme.as_case(), framework, uncertain=False)
    assert judge_programme(reading.programme, shared, reading.places, framework, TODAY) == ()


@pytest.mark.parametrize("key", [*keys_of(Programme), *STORY])
def test_the_table_names_each_key(key: str) -> None:
    assert f"`{key}`" in TABLE


@pytest.mark.parametrize("reading", load_programmes(ROOT), ids=lambda reading: reading.id)
def test_a_programme_of_the_library_has_neither_error_nor_gap(reading: ProgrammeReading) -> None:
    framework = read_framework(ROOT)

    assert reading.findings == ()
    assert reading.programme
    shared = appraise(reading.programme.as_case(), framework, uncertain=False)
    judged = judge_programme(reading.programme, shared, reading.places, framework, TODAY)
    assert {finding.level.value for finding in judged} <= {"advice"}
