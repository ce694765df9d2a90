"""Which numbers of a case count people."""

from dataclasses import replace

import pytest

from civalue_build.check.counts import counts_of_people
from civalue_build.check.judge import inquire
from civalue_build.source.case import RawCase
from tests.check.library import judged, overlaid, subject_of

LINE = """
record: from-published-sources
benefits:
  - {{id: home, label: People who stay at home, kind: wider, gained_by: council,
     quantity: {quantity}, unit: {unit}, unit_value: {{amount: 5, price_year: 2023/24,
     source: audit}}, years: {years}, grade: 3, source: audit}}
"""


def _paths(example: str) -> dict[object, float]:
    subject, _ = subject_of(overlaid(example))
    return dict(counts_of_people(subject.case))


def test_people_who_took_part_and_the_population_are_counts() -> None:
    found = _paths("population: {size: 5200}")
    assert found["people", 0, "number"] == 42
    assert found["population", "size"] == 5200


@pytest.mark.parametrize("unit", ["patient", "person", "service users"])
def test_each_end_of_a_quantity_of_people_is_a_count(unit: str) -> None:
    example = LINE.format(quantity="{central: 9, low: 5, high: 12}", unit=unit, years=0)
    findings = judged(overlaid(example)).findings
    assert [f.code for f in findings if f.code != "CV054"] == ["CV3006"]


def test_quantities_of_things_are_no_counts_of_people() -> None:
    example = LINE.format(quantity=3, unit="month", years=0)
    assert ("benefits", 0, "quantity") not in _paths(example)


def test_the_smallest_point_of_a_series_of_people_is_a_count() -> None:
    example = """
        measures:
          - {id: ulcers, label: Patients with ulcers, unit: patients, better: lower,
             points: [{date: 2023-01, value: 12}, {date: 2023-02, value: 4},
                      {date: 2023-03, value: 0}], source: audit}
    """
    assert _paths(example)["measures", 0, "points"] == 4


def test_observations_of_people_and_their_number_are_counts() -> None:
    example = """
        measures:
          - {id: ulcers, label: Patients with ulcers, unit: of 38 patients, better: lower,
             before: {value: 12, period: "2022", n: 38}, source: audit}
    """
    found = _paths(example)
    assert found["measures", 0, "before", "value"] == 12
    assert found["measures", 0, "before", "n"] == 38


def test_a_count_of_nobody_points_at_nobody() -> None:
    found = judged(overlaid("population: {size: 8}")).findings
    assert "CV3006" not in [finding.code for finding in found]


def test_a_national_figure_may_be_waived_with_its_reason() -> None:
    example = "{population: {size: 6}, waivers: {small-count: The country has six such units}}"
    judgement = judged(overlaid(example))
    assert judgement.findings == ()
    assert [waived.finding.code for waived in judgement.waived] == ["CV3006"]


def _with_table(example: str, table: str) -> RawCase:
    return replace(overlaid(example), others={"ulcers.csv": table.encode()})


def _series(unit: str) -> str:
    return f"""
        record: from-published-sources
        measures:
          - {{id: wounds, label: Patients with ulcers, unit: {unit}, better: lower,
             series: ulcers.csv, source: audit}}
        aim: null
        outcomes: []
        benefits: []
        costs: []
        printed: []
    """


def test_a_table_beside_the_case_goes_by_the_id_of_its_measure() -> None:
    subject, _ = subject_of(_with_table(_series("patients"), "date,value\n2023-01,12\n2023-02,4\n"))
    assert dict(counts_of_people(subject.case))["measures", 0, "series"] == 4


@pytest.mark.parametrize(("seen", "codes"), [(5, ["CV3006"]), (50, [])])
def test_how_many_were_observed_in_a_month_is_a_count(seen: int, codes: list[str]) -> None:
    table = f"date,value,denominator\n2023-01,40,90\n2023-02,20,{seen}\n"
    found = judged(_with_table(_series("percent"), table)).findings
    assert [f.code for f in found if f.level == "error"] == codes


def test_a_quantity_of_people_through_a_shared_volume_is_a_count() -> None:
    example = "volumes: {few: 3}\n" + LINE.format(quantity="few", unit="patient", years=0)
    assert _paths(example)["benefits", 0, "quantity"] == 3


def test_numbers_of_each_year_through_a_shared_volume_are_counts() -> None:
    line = LINE.replace("quantity: {quantity}, ", "")
    example = "volumes: {few: 3}\n" + line.format(unit="patient", years="{0: few}")
    assert _paths(example)["benefits", 0, "years"] == 3


def test_a_change_followed_in_a_table_beside_the_case_is_followed() -> None:
    rows = "".join(f"{year}-{month:02},20\n" for year in (2022, 2023) for month in range(1, 8))
    subject, _ = subject_of(_with_table(_series("percent"), "date,value\n" + rows))
    assert "CV601" not in {rule.code for rule, _ in inquire(subject)}


def test_a_table_that_is_too_short_is_told_with_its_length() -> None:
    files = _with_table(_series("percent"), "date,value\n2023-01,12\n2023-02,14\n")
    told = [message for rule, (_, message) in inquire(subject_of(files)[0]) if rule.code == "CV601"]
    assert told == [
        "the longest series has 2 of 13 points, and no measure has a value before and after"
    ]
