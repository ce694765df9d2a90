"""Short forms and heavy words in the author's own words."""

from dataclasses import replace
from time import perf_counter

import pytest

from civalue_build.check.wording import heavy_words, short_forms, unexplained, worded_texts
from civalue_build.model.framework import PlainWord
from tests.check.library import framework, overlaid, subject_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ICB and A&E", ["ICB", "A&E"]),
        ("Two ICBs", ["ICB"]),
        ("Phase II of X", []),
        ("PMC6001849 and CO2", []),
        ("I was HERE", ["HERE"]),
    ],
)
def test_short_forms_are_words_in_capitals(text: str, found: list[str]) -> None:
    assert short_forms(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The integrated care board (ICB) agreed. The ICB pays.",
        "The ICB (the body that plans) pays.",
        "The integrated care board pays, as the ICB does.",
        "The NHS pays.",
        "Software called PRISM told us. PRISM was wrong.",
        "It is RAID: rapid help. RAID works at night.",
    ],
)
def test_a_short_form_is_explained_by_the_case_or_known_to_readers(text: str) -> None:
    subject, _ = subject_of(overlaid(f"prose: {{The problem: {text!r}}}"))
    assert unexplained(subject.case, framework()) == set()


def test_a_name_in_the_title_needs_no_explanation_and_a_term_of_the_framework_does() -> None:
    example = "{title: RAID and the ICB, prose: {The problem: RAID helps the ICB.}}"
    subject, _ = subject_of(overlaid(example))
    assert unexplained(subject.case, framework()) == {"ICB"}


def test_words_of_sources_and_quotations_are_not_the_authors() -> None:
    example = """
        sources: [{id: audit, title: Utilise}, {id: accounts, title: A}, {id: charter, title: B},
                  {id: council-report, title: C}]
        prose: {The problem: "> Utilise it"}
    """
    subject, _ = subject_of(overlaid(example))
    assert not any("tilise" in text for _, text in worded_texts(subject.case))


@pytest.mark.parametrize(
    ("text", "found"),
    [("We utilised it", ["utilise"]), ("Leverage!", ["Leverage"]), ("wasteland", []), ("use", [])],
)
def test_heavy_words_are_found_in_their_simple_forms(text: str, found: list[str]) -> None:
    subject, _ = subject_of(overlaid(f"prose: {{The problem: {text}}}"))
    pattern = heavy_words(subject.case, framework())
    assert (pattern.findall(text) if pattern else []) == found


def test_hostile_capitals_take_linear_time() -> None:
    began = perf_counter()
    for seed in ("A", "A&", "AB ", "AAAAAAA&", "As"):
        short_forms(seed * (200_000 // len(seed)))
    assert perf_counter() - began < 20


@pytest.mark.parametrize(
    ("avoid", "said"),
    [
        ("utilise", "Utilised"),
        ("in order to", "(in order to)"),
        ("re-use", "re-used"),
        ("caf\u00e9", "caf\u00e9s"),
        ("\u03bb\u03cc\u03b3\u03bf", "\u03bb\u03cc\u03b3\u03bf"),
    ],
)
def test_a_listed_word_is_found_whatever_letters_and_signs_it_is_made_of(
    avoid: str, said: str
) -> None:
    subject, _ = subject_of(overlaid(f"prose: {{What we changed: Staff {said} it.}}"))
    listed = replace(framework(), plain_words=(PlainWord(avoid=avoid, say="other"),))
    assert heavy_words(subject.case, listed) is not None
