"""The examples of the page about the format keep the format."""

import re

import pytest

from civalue_build.appraise import appraise
from civalue_build.check.judge import judge
from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.subject import Subject
from civalue_build.source.case import RawCase, parse_case
from civalue_build.source.framework import read_framework
from tests.check.library import TODAY
from tests.conftest import ROOT

PAGE = (ROOT / "framework" / "pages" / "contribute" / "format.md").read_text("utf-8")
BLOCKS = re.findall(r"```(?:yaml)?\n(.*?)```", PAGE, re.DOTALL)
CASES = [block for block in BLOCKS if block.startswith("---\n")]
STORY = (
    "\n## The problem\n\nPatients fell.\n\n## What we changed\n\nNurses walk with them.\n"
    "\n## What happened\n\nFewer fell.\n\n## What we learned\n\nBegin on one ward.\n"
)


def _findings(case: str) -> tuple[Finding, ...]:
    tables = {"falls.csv": "date,", "ledger.csv": "month,"}
    others = {
        name: next(block for block in BLOCKS if block.startswith(first)).encode()
        for name, first in tables.items()
        if name in case
    }
    files = RawCase(slug="x", file="x.md", text=(case + STORY).encode(), others=others, findings=())
    reading = parse_case(files)
    assert reading.case is not None
    framework = read_framework(ROOT)
    subject = Subject(
        case=reading.case,
        appraisal=appraise(reading.case, framework),
        framework=framework,
        today=TODAY,
    )
    return (*reading.findings, *judge(subject, reading.places).findings)


def test_the_page_has_an_example_of_each_size() -> None:
    assert len(CASES) == 3


@pytest.mark.parametrize("size", range(3))
def test_an_example_of_the_page_has_no_fault_but_what_a_principle_would_want(size: int) -> None:
    found = [f for f in _findings(CASES[size]) if f.level is not Level.ADVICE and not f.principle]
    assert [f"{f.place}: {f.code} {f.message}" for f in found] == []


def test_the_facts_for_an_approach_on_the_page_can_be_read() -> None:
    blocks = [block for block in BLOCKS if block.startswith("approaches:")]
    table = next(block for block in BLOCKS if block.startswith("from,"))
    story = CASES[0].rstrip().removesuffix("---")
    readings = [
        parse_case(
            RawCase(
                slug="x",
                file="x.md",
                text=f"{story}{block}---\n{STORY}".encode(),
                others={"plics.csv": table.encode()} if "plics.csv" in block else {},
                findings=(),
            )
        )
        for block in blocks
    ]
    assert [reading.findings for reading in readings] == [()] * 3
    cases = [reading.case for reading in readings if reading.case]
    assert [(bool(case.patient_costs), len(case.pathway)) for case in cases] == [
        (False, 0),
        (True, 0),
        (False, 3),
    ]
