"""Beside a figure stands in words how far it can be trusted."""

from dataclasses import replace

from civalue_build.model.enums import Claim, Side
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import SignOff
from civalue_build.present.case.base import Material
from civalue_build.present.case.trust import profile, trust_note, trust_tag


def test_the_grade_is_told_in_words_of_the_framework(known: Material) -> None:
    line = known.appraisal.lines[0]
    titles = {row.grade: row.title.lower() for row in known.framework.grades.grades}
    for grade, title in titles.items():
        assert title in trust_tag(known, replace(line, grade=grade)).text.lower()


def test_a_line_without_a_grade_says_so(known: Material) -> None:
    line = replace(known.appraisal.lines[0], grade=None)
    assert trust_tag(known, line).text == "evidence not graded"


def test_weak_evidence_never_looks_like_strong(known: Material) -> None:
    line = known.appraisal.lines[0]
    tones = [trust_tag(known, replace(line, grade=grade)).tone for grade in range(1, 7)]
    assert tones == ["green", "green", "yellow", "yellow", "orange", "orange"]


def test_a_note_says_what_was_claimed_signed_and_checked(known: Material) -> None:
    line = next(one for one in known.appraisal.lines if one.side is Side.BENEFIT and one.claim)
    stated = next(one for one in known.case.lines if one.id == line.id)
    bare = replace(known, case=replace(known.case, sign_off=None))
    assert "signed by finance" not in trust_note(bare, line, stated)
    signed = SignOff(by="Finance", date=PartialDate(year=2026), covers=(line.id,))
    both = replace(known, case=replace(known.case, sign_off=signed))
    assert "signed by finance" in trust_note(both, line, stated)
    priced = next(one for one in known.case.lines if one.unit_value and one.unit_value.id)
    value = next(one for one in known.appraisal.lines if one.id == priced.id)
    assert priced.unit_value is not None
    name = priced.unit_value.id or ""
    unsure = replace(known, appraisal=replace(known.appraisal, assumed=(name,)))
    sure = replace(known, appraisal=replace(known.appraisal, assumed=()))
    assert "price not checked by a person yet" in trust_note(unsure, value, priced)
    assert "not checked" not in trust_note(sure, value, priced)


def test_the_top_of_a_page_tells_which_grades_stand_behind_the_money(known: Material) -> None:
    lines = known.appraisal.lines
    graded = tuple(replace(line, grade=grade) for line, grade in zip(lines, (2, 4), strict=False))
    shown = profile(replace(known, appraisal=replace(known.appraisal, lines=graded)))
    assert shown is not None
    first, last = (known.framework.grades.of(grade).title for grade in (2, 4))
    assert shown.value == (f"{first} to {last.lower()}")
    bare = tuple(replace(line, grade=None) for line in graded)
    unknown = profile(replace(known, appraisal=replace(known.appraisal, lines=bare)))
    assert unknown is not None
    assert unknown.value == "Not graded"
    assert profile(replace(known, appraisal=replace(known.appraisal, lines=()))) is None


def test_a_lowered_claim_is_told_beside_the_figure(known: Material) -> None:
    line = next(one for one in known.appraisal.lines if one.side is Side.BENEFIT)
    stated = next(one for one in known.case.lines if one.id == line.id)
    lowered = replace(line, claim=Claim.FORECAST, lowered_from=Claim.MEASURED)
    assert "forecast, though stated as measured" in trust_note(known, lowered, stated)
