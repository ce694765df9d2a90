"""Every text of a case is found, with the path that its author would know."""

from json import dumps
from time import perf_counter

import pytest

from civalue_build.check.near import MOST
from civalue_build.check.texts import all_texts
from tests.check.library import judged, overlaid, subject_of


def test_texts_have_the_keys_of_the_file_as_paths() -> None:
    example = """
        record: from-published-sources
        benefits:
          - {id: clinics, label: Extra clinics, kind: income, gained_by: self, from: council,
             amount: 5, years: 0, source: accounts, grade: 3, price_year: 2023/24}
    """
    subject, _ = subject_of(overlaid(example))
    found = dict(all_texts(subject.case))
    assert found["title",] == "Skin-check rounds on six wards"
    assert found["benefits", 0, "from"] == "council"
    assert found["principles", "clarify-purpose", "evidence", 0] == "charter"
    assert ("setting",) in found


def test_words_of_closed_lists_are_not_texts_of_an_author() -> None:
    subject, _ = subject_of(overlaid())
    found = dict(all_texts(subject.case))
    assert ("record",) not in found
    assert ("benefits", 0, "kind") not in found


def test_each_line_of_a_story_stands_at_its_distance_from_the_heading() -> None:
    subject, _ = subject_of(overlaid('prose: {The problem: "One.\\n\\nThree."}'))
    found = dict(all_texts(subject.case))
    assert found["prose", "The problem"] == "The problem"
    assert found["prose", "The problem", 2] == "One."
    assert found["prose", "The problem", 4] == "Three."


def test_two_cases_after_one_another_keep_their_own_texts() -> None:
    one, _ = subject_of(overlaid("title: One"))
    two, _ = subject_of(overlaid("title: Two"))
    titles = [dict(all_texts(subject.case))["title",] for subject in (one, two, one)]
    assert titles == ["One", "Two", "One"]


@pytest.mark.parametrize(
    "seed", ["AB", "utilise ", "a@b.c ", "07700 900123\n", "x. ", "NHS (", "LS1 4AP "]
)
def test_a_long_story_is_judged_in_linear_time(seed: str) -> None:
    story = "\n".join([seed * 50] * (150_000 // (50 * len(seed))))
    began = perf_counter()
    judged(overlaid(f"prose: {{The problem: {dumps(story)}}}"))
    assert perf_counter() - began < 20


def test_many_different_short_forms_are_looked_up_in_linear_time() -> None:
    letters = "ABCDEFGHJKLMNOPQRSTU"
    forms = [a + b + c for a in letters for b in letters for c in letters]
    story = "\n".join(" ".join(forms[at : at + 100]) for at in range(0, len(forms), 100))
    began = perf_counter()
    findings = judged(overlaid(f"prose: {{The problem: {dumps(story)}}}")).findings
    assert perf_counter() - began < 20
    assert len([f for f in findings if f.code == "CV4003"]) > 5000


def test_many_strangers_among_many_names_are_told_in_linear_time() -> None:
    tags = [f"strange-{at}" for at in range(400)]
    began = perf_counter()
    findings = judged(overlaid(f"tags: {tags}")).findings
    assert perf_counter() - began < 20
    assert len(findings) == MOST + 1
    assert findings[-1].message.startswith("and 350 more of the same")


def test_a_message_that_quotes_a_long_text_is_cut() -> None:
    printed = {"label": "very " * 58 + "long", "of": "costs", "value": 1, "source": "audit"}
    (finding,) = judged(overlaid(dumps({"printed": [printed]}))).findings
    assert len(finding.message) <= 300
    assert finding.message.endswith("…")
