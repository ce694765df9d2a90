"""Facts for an approach that have a form are read strictly; all others stay as they were."""

import pytest

from civalue_build.model.approach_facts import COSTS_AT, PATHWAY_AT, Stage
from tests.source.texts import read, told, with_keys

TABLE = b"from,to,before,after\n0,2000,110,135\n2000,,95,60\n"
COSTS = """\
approaches:
  evo:
    plics:
      table: plics.csv
      price_year: 2023/24
      source: costing
      before: 2022/23
      after: 2024/25
"""
PATHWAY = """\
approaches:
  st-vincents:
    pathway:
      - stage: Ward
        held_by: self
        issue: Found late
        change: Found early
      - A visit at home
"""


def test_bands_are_read_with_what_the_case_says_of_them() -> None:
    reading = read(with_keys(COSTS), {"plics.csv": TABLE})
    assert told(reading) == []
    assert reading.case is not None
    costs = reading.case.patient_costs
    assert costs is not None
    assert (str(costs.price_year.label), costs.source, costs.who) == ("2023/24", "costing", None)
    assert (costs.before, costs.after) == ("2022/23", "2024/25")
    assert [(band.before, band.after) for band in costs.bands] == [(110, 135), (95, 60)]
    assert reading.places.marks[*COSTS_AT, "source"] == (15, 15)


@pytest.mark.parametrize("words", ["held by the costing team", "", "2023", "ward 6.5"])
def test_words_in_place_of_bands_stay_words(words: str) -> None:
    reading = read(with_keys(f"approaches: {{evo: {{plics: {words}}}}}\n"))
    assert told(reading) == []
    assert reading.case is not None
    assert reading.case.patient_costs is None


@pytest.mark.parametrize("value", ["plics.csv", "costs.xlsx", "[plics.csv]", "[]"])
def test_a_file_alone_says_too_little_to_be_drawn(value: str) -> None:
    reading = read(with_keys(f"approaches: {{evo: {{plics: {value}}}}}\n"))
    assert [f.code for f in reading.findings] == ["CV021"]
    assert reading.case is None
    assert reading.not_judged


@pytest.mark.parametrize("key", ["table", "price_year", "source", "before", "after"])
def test_each_key_of_the_bands_is_needed_and_its_lack_is_told(key: str) -> None:
    lines = [line for line in COSTS.splitlines() if not line.strip().startswith(f"{key}:")]
    reading = read(with_keys("\n".join(lines) + "\n"), {"plics.csv": TABLE})
    messages = [finding.message for finding in reading.findings if finding.code == "CV020"]
    assert messages == [f"“{key}” is missing in “plics”"]


def test_a_fault_of_a_table_stands_in_the_table_and_nothing_is_drawn() -> None:
    reading = read(with_keys(COSTS), {"plics.csv": TABLE.replace(b"95", b"-5")})
    assert [str(finding.place) for finding in reading.findings] == ["cases/x/plics.csv:3:3"]
    assert reading.case is not None
    assert reading.case.patient_costs is not None
    assert reading.case.patient_costs.bands == ()


def test_stages_stand_in_their_order_with_their_places() -> None:
    reading = read(with_keys(PATHWAY))
    assert told(reading) == []
    assert reading.case is not None
    assert reading.case.pathway == (
        Stage(stage="Ward", held_by="self", issue="Found late", change="Found early"),
        Stage(stage="A visit at home"),
    )
    assert reading.places.marks[*PATHWAY_AT, 0, "held_by"] == (14, 18)


@pytest.mark.parametrize("pathway", ["From the ward to home", "{ward: late, home: later}", ""])
def test_a_pathway_in_other_words_stays_as_it_is(pathway: str) -> None:
    reading = read(with_keys(f"approaches: {{st-vincents: {{pathway: {pathway}}}}}\n"))
    assert told(reading) == []
    assert reading.case is not None
    assert reading.case.pathway == ()


def test_a_misspelt_key_of_a_stage_is_told_with_the_nearest_right_one() -> None:
    reading = read(with_keys(PATHWAY.replace("held_by", "heldby")))
    assert told(reading) == ["14:9: CV019 unknown key “heldby”; did you mean “held_by”"]


@pytest.mark.parametrize("facts", ["evo", "[evo]", "{evo: {sessions: [{date: 2023-05}]}}"])
def test_other_facts_are_read_as_before(facts: str) -> None:
    reading = read(with_keys(f"approaches: {{evo: {facts}, other: {{pathway: [a, {{b: 1}}]}}}}\n"))
    assert told(reading) == []
    assert reading.case is not None
    assert (reading.case.patient_costs, reading.case.pathway) == (None, ())


def test_what_stands_inside_free_facts_has_its_place() -> None:
    reading = read(with_keys("approaches:\n  evo:\n    sessions:\n      - {date: 2023-05}\n"))
    assert reading.places.marks["approaches", "evo", "sessions", 0, "date"] == (13, 16)
