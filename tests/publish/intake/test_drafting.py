"""Answers become a case: without a fault told, the program finds no error in it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build import pipeline
from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.intake import Facts, Field, Sort, choices
from civalue_build.model.intake_parts import ORDER, PARTS
from civalue_build.publish.intake.drafting import Draft, draft
from civalue_build.source.case import RawCase
from tests.conftest import ROOT, examples
from tests.filled import FILLED

AROUND = pipeline.surroundings(ROOT, (2026, 11, 1))
FRAMEWORK = AROUND.framework
LISTS = choices(FRAMEWORK)
NAMES = {part.id: part.named_by for part in PARTS if part.named_by}


def errors(made: Draft) -> list[Finding]:
    others = {name: text.encode() for name, text in made.files.items()}
    raw = RawCase(slug=made.slug, file="case.md", text=made.text.encode(), others=others,
                  findings=())  # fmt: skip
    found = pipeline.assess(raw, AROUND).judgement.findings
    return [one for one in found if one.level is Level.ERROR]


def changed(part: str, row: int = 0, **answers: str | None) -> Facts:
    """The filled-in case with other answers in one row; `__` stands for a dot in a path."""
    told = {path.replace("__", "."): text for path, text in answers.items()}
    facts: dict[str, list[dict[str, str]]] = {
        name: [dict(one) for one in rows] for name, rows in FILLED.items()
    }
    held: dict[str, Any] = facts[part][row]
    held.update(told)
    facts[part][row] = {path: text for path, text in held.items() if text is not None}
    return facts


def test_a_filled_in_case_has_no_fault_and_no_error() -> None:
    made = draft(FILLED, FRAMEWORK)
    assert made.faults == ()
    assert errors(made) == []


def test_no_answers_at_all_are_told_and_not_a_crash() -> None:
    made = draft({}, FRAMEWORK)
    assert {fault.path for fault in made.faults} == {
        field.path for field in PARTS[0].fields if field.required
    }


RIGHT = {
    Sort.NUMBER: ("0", "12", "1,200", "0.5", "-3"),
    Sort.WHOLE: ("0", "3", "201"),
    Sort.PEOPLE: ("0", "3", "60"),
    Sort.SHARE: ("0", "60", "100"),
    Sort.DATE: ("2023", "2024-02", "2025-03-01", "1950", "2030-01"),
    Sort.PRICE_YEAR: ("2023/24", "2019", "1950", "2030/31"),
    Sort.YEARS: ("0", "0-2", "5", "0-30"),
    Sort.ADDRESS: ("https://a.uk/c", "http://a.uk", "https://[x"),
    Sort.MAILBOX: ("team@a.uk",),
    Sort.TEXT: ("no", "2025", "Mary's “x”: y", "team@a.uk"),
    Sort.LONG: ("Long text.\n\n- x", "y"),
    Sort.STORY: ("Words.", "- x\n- y", "<5 & more", "| a | b |\n|---|---|"),
    Sort.SERIES: ("2024-01,3\n2024-02,4", "2024-02\t1\n2024-01\t2", "2024-01\t1\n2024-01\t2"),
    Sort.SLUG: ("abc", "con"),
}


def answers_to(field: Field) -> st.SearchStrategy[str | None]:
    if field.sort is Sort.CHOICE:
        return st.sampled_from((None, *LISTS[field.of]))
    if field.sort is Sort.NAME:
        named = tuple(row[NAMES[field.of]] for row in FILLED[field.of])
        return st.sampled_from((None, *named, "Our organisation"))
    return st.sampled_from((None, *RIGHT[field.sort]))


CHANGES = st.lists(
    st.sampled_from([(part, field) for part in PARTS for field in part.fields]).flatmap(
        lambda one: st.tuples(
            st.just(one[0]), st.just(one[1]), st.integers(0, 1), answers_to(one[1])
        )
    ),
    min_size=1,
    max_size=3,
)


@examples(150)
@given(changes=CHANGES)
def test_answers_without_a_fault_make_a_case_without_an_error(changes: list[Any]) -> None:
    facts = {name: [dict(one) for one in rows] for name, rows in FILLED.items()}
    for part, field, row, text in changes:
        held = facts[part.id][min(row, len(facts[part.id]) - 1)]
        if text is None:
            held.pop(field.path, None)
        else:
            held[field.path] = text
    made = draft(facts, FRAMEWORK)
    if not made.faults:
        assert errors(made) == []


def line_of(made: Draft, key: str) -> str:
    return next(line.strip() for line in made.text.splitlines() if line.strip().startswith(key))


def test_a_number_that_nobody_gave_is_not_stated_and_never_nothing() -> None:
    made = draft(changed("costs", 0, amount="not known"), FRAMEWORK)
    assert made.faults == ()
    assert line_of(made, "amount") == "amount: not-stated"
    zero = draft(changed("costs", 0, amount="0"), FRAMEWORK)
    assert line_of(zero, "amount") == "amount: 0"


def test_no_costs_are_stated_only_where_somebody_said_so() -> None:
    facts = {**changed("sums", costs_are=None), "costs": []}
    assert "costs:" not in draft(facts, FRAMEWORK).text
    facts["sums"] = [{**FILLED["sums"][0], "costs-are": "There were no costs at all (none)"}]
    assert "\ncosts: []\n" in draft(facts, FRAMEWORK).text


def test_a_quantity_takes_the_unit_of_its_price() -> None:
    made = draft(FILLED, FRAMEWORK)
    assert line_of(made, "unit: bed") == "unit: bed-day"
    assert line_of(made, "attribution") == "attribution: 0.6"


@pytest.mark.parametrize(
    ("part", "answers", "path"),
    [
        ("costs", {"amount": "-5"}, "amount"),
        ("costs", {"quantity": "5"}, "quantity"),
        ("costs", {"paid_by": "Nobody"}, "paid_by"),
        ("costs", {"amount": None, "quantity": "5", "unit_value": "qaly"}, "unit_value"),
        ("benefits", {"kind": "income"}, "from"),
        ("benefits", {"from": "Example Council"}, "from"),
        ("benefits", {"kind": "income", "from": "Our organisation"}, "from"),
        ("people", {"number": "3"}, "number"),
        ("sums", {"appraisal__horizon": None}, "appraisal.horizon"),
        ("sums", {"appraisal__price_year": "1900"}, "appraisal.price_year"),
        ("sums", {"costs-are": "none"}, "costs-are"),
        ("case", {"period__end": "2020"}, "period.end"),
        ("case", {"contact__role": None}, "contact.role"),
        ("case", {"slug": "Two Words"}, "slug"),
        ("why", {"aim__statement": None}, "aim.statement"),
        ("story", {"The problem": "Ask jo.smith@trust.nhs.uk"}, "The problem"),
        ("sources", {"url": "javascript:alert(1)"}, "url"),
        ("measures", {"series": "2024-02\t1\n2024-01\t2"}, "series"),
    ],
)
def test_what_the_program_would_refuse_is_told_at_its_field(
    part: str, answers: dict[str, str | None], path: str
) -> None:
    made = draft(changed(part, 0, **answers), FRAMEWORK)
    assert [(fault.part, fault.path) for fault in made.faults] == [(part, path)]


def test_two_rows_of_one_name_are_told_and_have_ids_of_their_own() -> None:
    label = FILLED["costs"][0]["label"]
    made = draft(changed("costs", 1, label=label), FRAMEWORK)
    assert [fault.path for fault in made.faults] == ["label"]
    other = draft(changed("costs", 1, label=f"{label}!"), FRAMEWORK)
    assert other.faults == ()
    assert other.text.count("id: therapist-two-mornings-a-week\n") == 1
    assert other.text.count("id: therapist-two-mornings-a-week-2\n") == 1


def test_every_key_that_is_asked_has_its_place_in_the_file() -> None:
    asked = {part.id if part.many else field.path.partition(".")[0]
             for part in PARTS if part.id != "story" for field in part.fields}  # fmt: skip
    assert asked - {"slug", "costs-are"} == set(ORDER) - {"format"}
