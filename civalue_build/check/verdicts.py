"""How a case stands on each principle: by evidence found in it, never by its own word."""

from collections.abc import Mapping, Sequence

from civalue_build.check.rule import Fault, Rule
from civalue_build.model.enums import Record, Standing
from civalue_build.model.finding import Verdict
from civalue_build.model.subject import Subject


def verdicts(
    subject: Subject,
    hits: Sequence[tuple[Rule, Fault]],
    rules: Sequence[Rule],
    reasons: Mapping[str, str],
) -> dict[str, Verdict]:
    """Return a verdict on each principle of the framework, in the framework's order.

    `hits` are all faults of the case, waived ones too; `reasons` the waivers that count.
    """
    messages: dict[str, list[str]] = {}
    for rule, (_, message) in hits:
        messages.setdefault(rule.name, []).append(message)
    judges: dict[str | None, list[Rule]] = {}
    for rule in rules:
        if rule.evidence:
            judges.setdefault(rule.principle, []).append(rule)
    return {
        principle.id: _verdict(
            principle.id,
            judges.get(principle.id, []),
            messages,
            reasons,
            silent=_silent(subject),
        )
        for principle in subject.framework.principles
    }


def _silent(subject: Subject) -> Standing:
    published = subject.case.record is Record.FROM_PUBLISHED_SOURCES
    return Standing.SOURCE_DOES_NOT_SAY if published else Standing.NOT_SHOWN


def _verdict(
    principle: str,
    rules: Sequence[Rule],
    messages: Mapping[str, list[str]],
    reasons: Mapping[str, str],
    *,
    silent: Standing,
) -> Verdict:
    seen = [rule.name for rule in rules if rule.name not in messages]
    absent = [rule.name for rule in rules if rule.name in messages]
    open_ones = [name for name in absent if name not in reasons]
    return Verdict(
        principle=principle,
        standing=_standing(seen, absent, open_ones, silent),
        missing=tuple(message for name in open_ones for message in messages[name]),
        reasons=tuple(reasons[name] for name in absent if name in reasons),
        seen=tuple(seen),
    )


def _standing(
    seen: Sequence[str], absent: Sequence[str], open_ones: Sequence[str], silent: Standing
) -> Standing:
    if not seen and not absent:
        return Standing.FOR_A_REVIEWER
    if not absent:
        return Standing.SHOWN
    if not open_ones:
        return Standing.WAIVED
    return Standing.PARTLY_SHOWN if seen else silent
