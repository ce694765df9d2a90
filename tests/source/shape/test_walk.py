"""Short spellings, text as written, and where things are."""

from typing import Any

import pytest

from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, YearAmount, Years
from civalue_build.model.lines import UnitPrice
from tests.source.texts import BASIS, read, told, with_keys


def case_of(keys: str) -> Case:
    reading = read(with_keys(keys))
    assert told(reading) == []
    assert reading.case is not None
    return reading.case


def line_of(keys: str) -> Any:
    line = f"- {{id: a, label: A, type: direct, paid_by: self, source: s, {keys}}}"
    costs = case_of(f"{BASIS}volumes: {{rounds: 12}}\ncosts:\n  {line}\n").costs
    assert costs
    return costs[0]


@pytest.mark.parametrize(
    ("spelling", "estimate"),
    [
        ("12", Estimate(central=12)),
        ("12.5", Estimate(central=12.5)),
        ("{central: 3, low: 1, high: 4}", Estimate(central=3, low=1, high=4)),
        ("{low: 1, high: 4}", Estimate(low=1, high=4)),
        ("rounds", Estimate(volume="rounds")),
        ("{volume: rounds}", Estimate(volume="rounds")),
        ("not-stated", Estimate(stated=False)),
        ("{total: 660, over: 0-2}", Estimate(total=660, over=Years(each=(0, 1, 2)))),
    ],
)
def test_a_number_is_spelt_in_six_ways(spelling: str, estimate: Estimate) -> None:
    assert line_of(f"years: 0, amount: {spelling}").amount == estimate


@pytest.mark.parametrize(
    ("spelling", "years"),
    [
        ("0", (0,)),
        ("0-2", (0, 1, 2)),
        ("0–2", (0, 1, 2)),
        ('"1"', (1,)),
        ("[0, 2]", (0, 2)),
        ("200", (200,)),
    ],
)
def test_years_are_spelt_in_several_ways(spelling: str, years: tuple[int, ...]) -> None:
    assert line_of(f"years: {spelling}, amount: 1").years == Years(each=years)


def test_each_year_may_have_a_number_of_its_own() -> None:
    assert line_of("years: {0: 1650, 2: {low: 1, high: 2}}").years == Years(
        by_year=(
            YearAmount(year=0, value=Estimate(central=1650)),
            YearAmount(year=2, value=Estimate(low=1, high=2)),
        )
    )


def test_a_unit_value_is_an_id_or_a_price() -> None:
    named = line_of("years: 0, quantity: 1, unit_value: bed-day")
    priced = line_of("years: 0, quantity: 1, unit_value: {amount: 73, price_year: 2011}")
    assert named.unit_value == UnitPrice(id="bed-day")
    assert priced.unit_value == UnitPrice(
        amount=Estimate(central=73), price_year=PriceYear(first=2011, financial=False)
    )


@pytest.mark.parametrize(
    ("spelling", "date"),
    [
        ("2023", PartialDate(year=2023)),
        ("2023-04", PartialDate(year=2023, month=4)),
        ("2024-02-29", PartialDate(year=2024, month=2, day=29)),
        ('"2023-04"', PartialDate(year=2023, month=4)),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(spelling: str, date: PartialDate) -> None:
    assert case_of(f"reviewed: {spelling}\n").reviewed == date


@pytest.mark.parametrize("date", ["2023-02-29", "2023-00", "2023-1", "0023-01", "9999", "12023"])
def test_an_impossible_date_is_a_finding(date: str) -> None:
    (found,) = read(with_keys(f"reviewed: {date}\n")).findings
    assert found.code == "CV025"


def test_a_text_takes_a_number_or_a_word_as_it_is_written() -> None:
    case = case_of("programme: 017\nbecause: 1.50\ntags: [2025, true, no, null]\n")
    assert (case.programme, case.because) == ("017", "1.50")
    assert case.tags == ("2025", "true", "no", "null")


def test_the_key_from_is_the_field_from_party_and_both_have_a_place() -> None:
    keys = (
        f"{BASIS}benefits:\n"
        "  - {id: a, label: A, kind: income, gained_by: self, from: payer, amount: 1, "
        "years: 0, source: s}\n"
    )
    reading = read(with_keys(keys))
    assert reading.case is not None
    assert reading.case.benefits is not None
    assert reading.case.benefits[0].from_party == "payer"
    marks = reading.places.marks
    assert marks["benefits", 0, "from_party"] == marks["benefits", 0, "from"] == (12, 60)


def test_an_empty_key_counts_as_not_written() -> None:
    case = case_of("tags:\ncosts:\naim: null\nprogramme: ''\n")
    assert (case.tags, case.costs, case.aim, case.programme) == ((), None, None, None)


def test_no_costs_is_not_the_same_as_unknown_costs() -> None:
    assert case_of("costs: []\n").costs == ()


def test_a_benefit_for_health_may_have_a_quantity_alone_or_nothing() -> None:
    line = "id: {}, label: A, kind: health, gained_by: self, years: 0, source: s"
    case = case_of(
        f"{BASIS}benefits:\n  - {{{line.format('a')}, quantity: 3}}\n  - {{{line.format('b')}}}\n"
    )
    assert case.benefits is not None
    assert [benefit.quantity for benefit in case.benefits] == [Estimate(central=3), None]


def test_places_are_of_values_and_for_lists_and_keys_of_their_keys() -> None:
    marks = read(with_keys("aim:\n  statement: Halve\ntags: [a, b]\n")).places.marks
    assert marks["title",] == (3, 8)
    assert marks["aim",] == (10, 1)
    assert marks["aim", "statement"] == (11, 14)
    assert marks["tags",] == (12, 1)
    assert marks["tags", 1] == (12, 11)


def test_a_misspelt_key_is_told_once_and_its_value_still_looked_at() -> None:
    text = with_keys("").replace("title:", "titel:").replace("status: completed", "statos: done")
    assert told(read(text)) == [
        "3:1: CV019 unknown key “titel”; did you mean “title”",
        "8:1: CV019 unknown key “statos”; did you mean “status”",
        (
            "8:9: CV024 “status”: “done” is not a word for this; expected planned, under-way, "
            "completed, stopped or archived"
        ),
    ]


def test_a_case_with_an_unknown_key_is_still_built_for_the_rules() -> None:
    reading = read(with_keys("xylophone: 1\n"))
    assert reading.case is not None
    assert reading.not_judged == ""


def test_a_case_that_lost_a_value_is_not_built() -> None:
    reading = read(with_keys("").replace("completed", "done"))
    assert reading.case is None
    assert reading.not_judged


def test_the_words_of_the_library_never_reach_the_author() -> None:
    keys = "aim: 3\ntags: x\nillustrative: 2\npeople: [{group: [], role: 1, number: 1.5}, 7]\n"
    messages = " ".join(told(read(with_keys(keys))))
    for word in ("valid", "tuple", "dataclass", "Input", "dictionary", "integer", "string"):
        assert word not in messages
