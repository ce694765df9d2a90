"""Counts in bands and stages of a pathway are held against the rules for all counts and parties."""

from dataclasses import replace

import pytest

from civalue_build.check.counts import counts_of_people
from civalue_build.check.judge import inquire
from civalue_build.source.case import RawCase
from tests.check.library import judged, overlaid, subject_of

COSTS = """
approaches:
  evo:
    sessions: [{{people: [finance], decided: More}}]
    plics: {{table: plics.csv, price_year: 2023/24, source: {source}, before: 2022/23, after: 2024/25}}
{more}
"""  # noqa: E501 one line of a file
PATHWAY = "approaches: {{st-vincents: {{pathway: [Ward, {{stage: Home, held_by: {holder}}}]}}}}"


def _with_bands(last: str, source: str = "audit", more: str = "") -> RawCase:
    table = f"from,to,before,after\n0,2000,110,135\n2000,,{last}\n"
    files = overlaid(COSTS.format(source=source, more=more))
    return replace(files, others={**files.others, "plics.csv": table.encode()})


def test_each_count_of_a_band_counts_people_and_stands_in_its_row() -> None:
    subject, _ = subject_of(_with_bands("95,0"))
    found = dict(counts_of_people(subject.case))
    bands = {path[1:]: number for path, number in found.items() if path[0] == "files"}
    assert bands == {
        ("plics.csv", 2, 3): 110,
        ("plics.csv", 2, 4): 135,
        ("plics.csv", 3, 3): 95,
        ("plics.csv", 3, 4): 0,
    }


@pytest.mark.parametrize(("last", "places"), [("8,0", []), ("1,7", ["3:3", "3:4"])])
def test_few_people_in_a_band_could_be_known(last: str, places: list[str]) -> None:
    found = judged(_with_bands(last)).findings
    small = [f.place for f in found if f.code == "CV3006"]
    assert [str(place) for place in small] == [f"cases/sound/plics.csv:{at}" for at in places]
    assert {f.code for f in found} <= {"CV3006"}


def test_a_small_count_of_a_national_table_may_be_waived() -> None:
    judgement = judged(_with_bands("5,9", more="waivers: {small-count: The figure is national}"))
    assert judgement.findings == ()
    assert [waived.finding.code for waived in judgement.waived] == ["CV3006"]


def test_a_table_of_costs_comes_from_a_source_of_the_case() -> None:
    (found,) = judged(_with_bands("95,60", source="audits")).findings
    assert (found.code, found.message) == (
        "CV059",
        "unknown source “audits”; did you mean “audit”?",
    )


@pytest.mark.parametrize(("holder", "wrong"), [("self", 0), ("council", 0), ("counsil", 1)])
def test_a_stage_is_held_by_a_party_of_the_case(holder: str, wrong: int) -> None:
    subject, _ = subject_of(overlaid(PATHWAY.format(holder=holder)))
    found = [place for rule, (place, _) in inquire(subject) if rule.code == "CV057"]
    assert found == [("approaches", "st-vincents", "pathway", 1, "held_by")] * wrong
