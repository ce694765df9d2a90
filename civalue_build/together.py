"""Programmes, and cases beside each other: what cannot be said of one case alone."""

from collections.abc import Iterable, Sequence

from civalue_build.appraise import in_brief
from civalue_build.appraise.programme import programme_value
from civalue_build.check.across.former_names import judge_former_names
from civalue_build.check.across.members import Roll, judge_members
from civalue_build.check.across.programme import judge_programme
from civalue_build.check.across.savings import judge_savings
from civalue_build.model.card import CaseCard
from civalue_build.model.finding import Judgement, in_order
from civalue_build.model.framework import Framework
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import ProgrammeAppraisal, ValuedProgramme
from civalue_build.model.record import record
from civalue_build.model.together import AssessedProgramme, Together
from civalue_build.source.build_day import Day
from civalue_build.source.programme import ProgrammeReading


def assess_programme(
    reading: ProgrammeReading, framework: Framework, today: Day | None
) -> AssessedProgramme:
    """Judge a programme's own file; its cases are not looked at."""
    programme, findings = reading.programme, reading.findings
    if programme:
        costs = in_brief(programme.as_case(), framework)
        judged = judge_programme(programme, costs, reading.places, framework, today)
        findings = in_order((*findings, *judged))
    sound = not Judgement(findings=findings).has_error
    return AssessedProgramme(
        id=reading.id,
        programme=programme if sound else None,
        places=reading.places,
        findings=findings,
    )


@record
class Ground:
    """What programmes are valued on; `discounting` is a schedule in place of each one's own."""

    framework: Framework
    programmes: tuple[AssessedProgramme, ...]
    discounting: str | None


def beside(ground: Ground, slugs: Sequence[str], cards: Sequence[CaseCard]) -> Together:
    """Judge the published cases beside each other, and value the programmes.

    `slugs` are all cases of the library, published or not.
    """
    names = judge_former_names(slugs, cards)
    savings = judge_savings(cards)
    valued, findings = [], [*names.findings, *savings.findings]
    for found in ground.programmes:
        findings += found.findings
        if found.programme is None:
            continue
        value = _value(found.programme, ground, cards)
        valued.append(ValuedProgramme(programme=found.programme, appraisal=value))
        roll = Roll(
            programme=found.programme,
            value=value,
            places=found.places,
            cards=cards,
            slugs=slugs,
            told=savings.savings,
        )
        findings += judge_members(roll)
    return Together(findings=in_order(findings), former=names.redirects, valued=tuple(valued))


def _value(programme: Programme, ground: Ground, cards: Iterable[CaseCard]) -> ProgrammeAppraisal:
    own = (card.contribution for card in cards if card.programme == programme.id)
    given = [share for share in own if share]
    return programme_value(programme, ground.framework, given, ground.discounting)
