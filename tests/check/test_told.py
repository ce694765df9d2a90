"""Which numbers in words count people."""

from json import dumps
from time import perf_counter

import pytest

from civalue_build.check.told import numbers_told
from tests.check.library import judged, overlaid


def _numbers(text: str) -> list[int]:
    return [number for _, number in numbers_told(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In the year 4 patients died.", 4),
        ("3 residents moved away", 3),
        ("**3** residents moved away", 3),
        ("only 2 older women were seen", 2),
        ("of these 5 died", 5),
        ("between 3-5 patients fell", 5),
        ("We saw 4 patients a year.", 4),
        ("1,204 beds and 1 death", 1),
        ("| 3 patients | died |", 3),
    ],
)
def test_a_number_before_people_is_a_count(text: str, number: int) -> None:
    assert _numbers(text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "1 in 7 patients had an ulcer",
        "3 patients a day",
        "a nurse sees 4 patients per shift",
        "6 patients to each nurse, 4 patients in a bay",
        "7 deaths in every 1,000 births",
        "fewer than 5 patients",
        "category 2 patients",
        "2.4 patients",
        "1,003 patients",
        "on 4 wards, patients met",
        "band 5 nurses and people",
        "| A visit for 2 people | £40 |",
    ],
)
def test_a_rate_a_class_or_a_price_is_no_count(text: str) -> None:
    assert _numbers(text) == []


def test_a_count_is_found_on_the_line_of_the_story_on_which_it_stands() -> None:
    story = "All went well.\nThen 3\npatients died."
    findings = judged(overlaid(dumps({"prose": {"What happened": story}}))).findings
    assert [f.code for f in findings] == ["CV3006"]
    heading = judged(overlaid("prose: {What happened: All went well and 3 patients died}"))
    assert findings[0].place.line == heading.findings[0].place.line + 1


def test_a_count_in_a_note_of_the_front_matter_is_found_and_one_in_a_title_of_a_source_is_not() -> (
    None
):
    example = """
        follow_up: {date: 2026-03, note: 2 patients asked for it}
        sources:
          - {id: charter, title: A report of 3 patients}
          - {id: accounts, title: Ward cost centre reports}
          - {id: audit, title: Monthly skin audit}
          - {id: council-report, title: Report of the council}
    """
    assert [f.code for f in judged(overlaid(example)).findings] == ["CV3006"]


@pytest.mark.parametrize("seed", ["1", "1 ", "7 of ", "3-", "category ", "1 in 7 ", "4 patients "])
def test_a_hostile_text_takes_linear_time(seed: str) -> None:
    text = seed * (200_000 // len(seed))
    began = perf_counter()
    list(numbers_told(text))
    assert perf_counter() - began < 20
