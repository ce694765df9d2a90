"""Findings in order, waivers that count, and verdicts that rest on evidence."""

import pytest

from civalue_build.check.judge import judge
from civalue_build.check.registry import RULES
from civalue_build.model.case import HEADINGS
from civalue_build.model.enums import Level, Standing
from civalue_build.model.finding import Judgement
from civalue_build.model.place import Place, SourceMap
from civalue_build.source.case import RawCase
from tests.check.library import SOUND, framework, judged, load, overlaid, raw, subject_of

PRINCIPLES = [principle.id for principle in framework().principles]
STORY = """
format: 1
title: Skin-check rounds on six wards
summary: Nurses and carers check skin together twice a day.
record: team
organisation: {name: Example Hospitals}
setting: acute
status: completed
period: {start: 2023-04}
"""
YES = {principle: {"how": "Yes, we did this"} for principle in PRINCIPLES}
EVIDENCE = {
    "clarify-purpose": ("aim", "measures"),
    "co-design": ("people",),
    "culture-readiness": ("readiness",),
    "common-definition": ("benefits", "partners", "appraisal", "outcomes"),
    "simple-language": ("outcomes",),
    "learn-and-adapt": ("measures", "learning", "sources"),
    "leaders-own": ("sponsor", "contact", "review_by"),
    "co-operate": ("partners", "costs", "benefits", "appraisal", "learning"),
    "strategic-priorities": ("strategy", "measures", "benefits", "partners", "appraisal"),
    "population-health": ("population",),
}
"""Parts of the sound case in which the evidence for each principle stands."""

RESTS_ON = {
    "aim": "clarify-purpose",
    "people": "co-design",
    "readiness": "culture-readiness",
    "benefits": "common-definition",
    "outcomes": "common-definition",
    "measures": "learn-and-adapt",
    "learning": "learn-and-adapt",
    "sources": "learn-and-adapt",
    "sponsor": "leaders-own",
    "contact": "leaders-own",
    "review_by": "leaders-own",
    "partners": "co-operate",
    "strategy": "strategic-priorities",
    "population": "population-health",
}


def _standings(judgement: Judgement) -> dict[str, Standing]:
    return {name: verdict.standing for name, verdict in judgement.verdicts.items()}


def test_a_case_that_only_says_yes_is_shown_on_no_principle_and_not_partly_either() -> None:
    judgement = judged(raw(load(STORY) | {"principles": YES}, {}))
    assert _standings(judgement) == dict.fromkeys(PRINCIPLES, Standing.NOT_SHOWN)


def test_boxes_filled_with_yes_everywhere_show_nothing() -> None:
    filled = """
        aim: {statement: "Yes", value: "Yes, we did this"}
        readiness: {how: "Yes, we did this"}
        population: {who: "Yes", inequalities: n/a, prevention: none}
        people: [{group: "Yes", role: co-designed}]
        strategy: [{priority: safer-care, how: "Yes"}]
        sponsor: {role: "Yes", how: "Yes"}
        contact: {role: tbc}
        learning: {adapt: None, spread: not applicable}
        outcomes: [{who: patients, what: "Yes"}]
    """
    parts = dict.fromkeys(("The problem", "What we changed"), "Yes, we did this.")
    judgement = judged(raw(load(STORY) | load(filled), parts))
    assert _standings(judgement) == dict.fromkeys(PRINCIPLES, Standing.NOT_SHOWN)


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_words_alone_change_no_verdict(principle: str) -> None:
    words = {principle: {"how": "We thought hard about this and did all of it."}}
    front = load(STORY)
    assert _standings(judged(raw(front | {"principles": words}, {}))) == _standings(
        judged(raw(front, {}))
    )


def _only(keys: tuple[str, ...], principle: str) -> RawCase:
    """Return a case that says much about a principle, with these parts of the sound case."""
    _, front, _ = (SOUND / "case.md").read_text("utf-8").split("---\n", 2)
    sound = load(front)
    title = next(one.title for one in framework().principles if one.id == principle)
    told = f"{title}. We did this from the first day, with a number, a date and many people."
    words = {"summary": told, "principles": {principle: {"how": told, "evidence": ["charter"]}}}
    evidence = {key: sound[key] for key in keys} | {"sources": sound["sources"]}
    parts = {heading: f"{heading}: {told}" for heading in HEADINGS}
    return raw(load(STORY) | words | evidence, parts)


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_words_alone_prove_nothing_and_evidence_does(principle: str) -> None:
    said = judged(_only((), principle)).verdicts[principle]
    assert said.standing in (Standing.NOT_SHOWN, Standing.PARTLY_SHOWN)
    assert said.missing
    shown = judged(_only(EVIDENCE[principle], principle)).verdicts[principle]
    assert shown.standing is Standing.SHOWN
    assert len(shown.seen) >= 2


@pytest.mark.parametrize("key", RESTS_ON)
def test_a_principle_is_not_shown_without_what_its_verdict_rests_on(key: str) -> None:
    found = _standings(judged(overlaid(removed=(key,))))
    assert found[RESTS_ON[key]] in (Standing.PARTLY_SHOWN, Standing.NOT_SHOWN)


def test_no_principle_needs_the_words_of_the_author_to_be_shown() -> None:
    found = _standings(judged(overlaid(removed=("principles",))))
    assert set(found.values()) == {Standing.SHOWN}


def test_part_of_the_evidence_shows_a_principle_partly_and_says_what_is_missing() -> None:
    verdict = judged(overlaid("learning: {adapt: null}")).verdicts["learn-and-adapt"]
    assert verdict.standing is Standing.PARTLY_SHOWN
    assert verdict.missing == ("nothing says what would be done otherwise next time",)
    assert verdict.seen == ("change-not-followed-in-data", "data-without-a-source")


def test_a_principle_whose_missing_evidence_is_waived_is_waived_for_the_reason() -> None:
    example = """
        learning: {adapt: null}
        waivers: {lesson-not-recorded: The team was disbanded before anybody could ask}
    """
    judgement = judged(overlaid(example))
    verdict = judgement.verdicts["learn-and-adapt"]
    assert verdict.standing is Standing.WAIVED
    assert verdict.missing == ()
    assert verdict.reasons == ("The team was disbanded before anybody could ask",)
    assert judgement.findings == ()
    assert [waived.finding.code for waived in judgement.waived] == ["CV602"]


def test_a_principle_with_evidence_missing_beside_what_is_waived_is_not_waived() -> None:
    example = """
        population: {prevention: none, inequalities: null}
        waivers: {prevention-not-considered: Only direct care can help here}
    """
    verdict = judged(overlaid(example)).verdicts["population-health"]
    assert verdict.standing is Standing.PARTLY_SHOWN
    assert verdict.missing == ("nothing says who is reached least well",)
    assert verdict.reasons == ("Only direct care can help here",)


def test_a_waiver_without_a_real_reason_sets_nothing_aside() -> None:
    judgement = judged(overlaid("{learning: {adapt: null}, waivers: {lesson-not-recorded: TBC}}"))
    assert {finding.code for finding in judgement.findings} == {"CV066", "CV602"}
    assert judgement.verdicts["learn-and-adapt"].standing is Standing.PARTLY_SHOWN


def test_an_error_stays_an_error_although_it_is_waived() -> None:
    judgement = judged(overlaid("{tags: [fals], waivers: {unknown-tag: We like it so}}"))
    assert {finding.code for finding in judgement.findings} == {"CV051", "CV067"}
    assert judgement.has_error


def test_a_misspelt_waiver_is_told_its_nearest_name() -> None:
    judgement = judged(overlaid("waivers: {no-balancing-measures: Not collected here}"))
    messages = [finding.message for finding in judgement.findings]
    assert messages == [
        "unknown check “no-balancing-measures”; did you mean “no-balancing-measure”?"
    ]


def test_what_a_published_source_leaves_out_is_a_verdict_and_no_finding() -> None:
    record = {"record": "from-published-sources"}
    judgement = judged(raw(load(STORY) | record, {}))
    assert judgement.findings == ()
    assert set(_standings(judgement).values()) == {Standing.SOURCE_DOES_NOT_SAY}


def test_a_story_of_a_team_has_gaps_and_no_error() -> None:
    judgement = judged(raw(load(STORY), {"The problem": "Too many ulcers."}))
    assert {finding.level for finding in judgement.findings} == {Level.GAP}
    assert not judgement.has_error


def test_findings_are_in_the_order_of_their_places_and_then_of_their_codes() -> None:
    example = "{setting: accute, tags: [fals], benefits: [], learning: null, readiness: null}"
    findings = judged(overlaid(example)).findings
    keys = [(finding.place, int(finding.code[2:])) for finding in findings]
    assert len(keys) > 5
    assert keys == sorted(keys)


def test_a_finding_carries_its_place_case_and_principle() -> None:
    subject, _ = subject_of(overlaid("learning: {adapt: null}"))
    places = SourceMap(file="cases/sound/case.md", marks={("learning",): (77, 3)})
    (finding,) = judge(subject, places).findings
    assert finding.place == Place("cases/sound/case.md", 77, 3)
    assert finding.case == "sound"
    assert finding.principle == "learn-and-adapt"
    assert finding.name == "lesson-not-recorded"


def test_the_real_place_of_a_fault_is_the_line_on_which_it_is_written() -> None:
    files = overlaid("setting: accute")
    assert files.text is not None
    (finding,) = judged(files).findings
    lines = files.text.decode().splitlines()
    assert lines[finding.place.line - 1][finding.place.column - 1 :] == "accute"


def test_a_review_date_is_not_judged_overdue_without_a_day_of_the_build() -> None:
    files = overlaid("review_by: 2020-01-01")
    assert judged(files, today=None).findings == ()
    assert [finding.code for finding in judged(files).findings] == ["CV703"]


def test_a_principle_without_rules_is_left_to_a_reviewer(monkeypatch: pytest.MonkeyPatch) -> None:
    others = tuple(rule for rule in RULES if rule.principle != "co-design")
    monkeypatch.setattr("civalue_build.check.judge.RULES", others)
    assert judged(overlaid()).verdicts["co-design"].standing is Standing.FOR_A_REVIEWER


def test_verdicts_may_be_left_out_and_nothing_else_changes() -> None:
    subject, places = subject_of(overlaid("lesson: null"))
    whole, brief = judge(subject, places), judge(subject, places, with_verdicts=False)
    assert whole.verdicts
    assert brief.verdicts == {}
    assert (brief.findings, brief.waived) == (whole.findings, whole.waived)
