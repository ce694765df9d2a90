"""The working of every figure, in a terminal and as data."""

import json

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.data import explained_data
from civalue_build.present.case.explained.groups import all_groups
from civalue_build.present.case.explained.text import NONE, explained_text
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT


def text_of(known: Material, *, colour: bool = False) -> str:
    return explained_text(
        known.case, known.appraisal, known.judgement, known.framework, colour=colour
    )


def test_every_working_of_the_page_is_in_the_text(known: Material) -> None:
    text = text_of(known)
    assert all(group.title in text for group in all_groups(known))
    assert all(f"  {title} = " in text for g in all_groups(known) for title, _ in g.nodes if title)


def test_a_number_is_followed_to_the_key_that_states_it(known: Material) -> None:
    lines = text_of(known).splitlines()
    at = lines.index("Bed days no longer needed")
    quantity = next(i for i in range(at, len(lines)) if lines[i].startswith("  Quantity = "))
    assert lines[quantity + 1].startswith("    in the case at benefits › bed-days › quantity")


def test_escape_codes_are_written_only_where_colour_is_asked_for(known: Material) -> None:
    assert "\x1b" in text_of(known, colour=True)
    assert "\x1b" not in text_of(known)


def test_a_case_without_money_says_that_there_is_nothing_to_explain(
    story: Case, framework: Framework, judgement: Judgement
) -> None:
    found = appraise(story, framework)
    assert NONE in explained_text(story, found, judgement, framework, colour=False)
    assert explained_data(story, found, judgement, framework) == []


def test_data_names_the_entry_of_each_term_before_it_is_used(known: Material) -> None:
    data = explained_data(known.case, known.appraisal, known.judgement, known.framework)
    met: set[str] = set()
    for entry in json.loads(json.dumps(data, allow_nan=False)):
        assert {term["of"] for term in entry["terms"]} <= met
        met.add(entry["id"])
    assert {entry["id"] for entry in data} == set(known.appraisal.explained)


def test_a_figure_without_a_number_is_null_with_its_reason(known: Material) -> None:
    data = explained_data(known.case, known.appraisal, known.judgement, known.framework)
    missing = [entry for entry in data if entry["figure"] is None]
    assert all(entry["why_not"]["figure"] for entry in missing)
    assert not any("why_not" in entry for entry in data if entry["figure"] is not None)


def test_a_number_is_followed_to_the_line_of_its_file_where_the_file_is_at_hand() -> None:
    raw = load_case(ROOT, SLUG)
    reading = parse_case(raw)
    assert reading.case
    framework = read_framework(ROOT)
    found = appraise(reading.case, framework)
    text = explained_text(
        reading.case, found, Judgement(), framework, colour=False, places=reading.places
    )
    (line,) = [at for at, words in enumerate((raw.text or b"").splitlines(), 1) if PAY in words]
    assert f"in the case at costs › band-3-post › unit_value (cases/{SLUG}/case.md:{line})" in text
    data = explained_data(reading.case, found, Judgement(), framework, reading.places)
    (pay,) = [entry for entry in data if entry["id"] == "costs.band-3-post.unit_value"]
    assert pay["stated"]["place"] == f"cases/{SLUG}/case.md:{line}"


SLUG, PAY = "pressure-ulcer-validator", b"unit_value: {amount: 17794"
