"""From a case and its appraisal to findings and to a verdict on each principle."""

from collections.abc import Iterator

from civalue_build.check.registry import BY_NAME, RULES
from civalue_build.check.rule import Fault, Inquiry, Rule
from civalue_build.check.verdicts import verdicts
from civalue_build.check.words import says
from civalue_build.model.enums import Record
from civalue_build.model.finding import Finding, Judgement, Waived
from civalue_build.model.place import SourceMap
from civalue_build.model.subject import Subject

MESSAGE_LENGTH = 300
"""Letters of a message: what an author wrote may be quoted in it, at any length."""

Hit = tuple[Rule, Fault]
"""A rule and one fault that it found."""


def judge(subject: Subject, places: SourceMap, *, with_verdicts: bool = True) -> Judgement:
    """Return everything that checking one case gives, its findings in the order of their places.

    The verdicts may be left out where nobody reads them.

    The rules that a principle is judged by are listed as findings only where the team itself
    wrote the case: nobody can mend what a published source leaves out.
    """
    hits = inquire(subject)
    reasons = granted(subject)
    listed = [hit for hit in hits if is_listed(hit[0], subject)]
    kept = [hit for hit in listed if hit[0].name not in reasons]
    waived = [hit for hit in listed if hit[0].name in reasons]
    return Judgement(
        findings=_findings(kept, subject, places),
        waived=tuple(
            Waived(finding=finding, reason=reasons[finding.name])
            for finding in _findings(waived, subject, places)
        ),
        verdicts=verdicts(subject, hits, RULES, reasons) if with_verdicts else {},
    )


def inquire(subject: Subject) -> tuple[Hit, ...]:
    """Return every fault of a case with its rule, before waivers are looked at."""
    first = tuple(_hits(Inquiry(subject=subject), last=False))
    fired = frozenset(rule.name for rule, _ in first)
    then = Inquiry(subject=subject, rules=BY_NAME, fired=fired)
    return (*first, *_hits(then, last=True))


def granted(subject: Subject) -> dict[str, str]:
    """Return the waivers that count: of a rule that may be waived, with a reason."""
    return {
        name: reason.strip()
        for name, reason in subject.case.waivers.items()
        if says(reason) and name in BY_NAME and BY_NAME[name].waivable
    }


def _hits(inquiry: Inquiry, *, last: bool) -> Iterator[Hit]:
    for rule in RULES:
        if rule.last is last:
            for fault in rule.search(inquiry):
                yield rule, fault


def is_listed(rule: Rule, subject: Subject) -> bool:
    """Whether what a rule finds in a record of this sort becomes a finding."""
    return not rule.evidence or subject.case.record is Record.TEAM


def _findings(hits: list[Hit], subject: Subject, places: SourceMap) -> tuple[Finding, ...]:
    found = (finding_of(rule, fault, subject, places) for rule, fault in hits)
    return tuple(sorted(found, key=lambda f: (f.place, int(f.code.removeprefix("CV")), f.message)))


def finding_of(rule: Rule, fault: Fault, subject: Subject, places: SourceMap) -> Finding:
    """Return one fault of a rule as a finding at its place."""
    path, message = fault
    return Finding(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        message=_in_brief(message),
        place=places.place(path),
        case=subject.case.slug,
        principle=rule.principle,
    )


def _in_brief(message: str) -> str:
    line = " ".join(message.split())
    if len(line) <= MESSAGE_LENGTH:
        return line
    from textwrap import shorten  # noqa: PLC0415 seldom needed

    return shorten(line, MESSAGE_LENGTH, placeholder=" …")
