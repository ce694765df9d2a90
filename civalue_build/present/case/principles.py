"""The ten principles, what was set aside and why, and what the checks found."""

from collections import Counter
from collections.abc import Iterable, Iterator

from civalue_build.model.enums import Level, Standing
from civalue_build.model.finding import Finding, Verdict
from civalue_build.model.framework import Principle
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.addresses import check_address, principle_address
from civalue_build.present.case.base import Material
from civalue_build.present.views import Link, Tag

_TONES = {
    Standing.SHOWN: "green",
    Standing.PARTLY_SHOWN: "yellow",
    Standing.NOT_SHOWN: "grey",
    Standing.SOURCE_DOES_NOT_SAY: "white",
    Standing.WAIVED: "grey",
    Standing.FOR_A_REVIEWER: "blue",
}


@record
class PrincipleView:
    """One principle: the verdict, what is missing, and the author's words."""

    number: int
    title: Link
    verdict: Tag
    missing: str = ""
    reasons: tuple[str, ...] = ()
    words: str = ""
    evidence: tuple[str, ...] = ()


@record
class WaiverView:
    """A check that the author set aside, with the reason."""

    name: str
    reason: str
    found: tuple[str, ...] = ()


@record
class CheckGroup:
    """Findings of one level."""

    heading: str
    findings: tuple[Link, ...]


def principle_views(known: Material) -> tuple[PrincipleView, ...]:
    """Return the ten principles in order."""
    ordered = sorted(known.framework.principles, key=lambda principle: principle.number)
    return tuple(_principle(known, principle) for principle in ordered)


def tally(views: Iterable[PrincipleView]) -> str:
    """Return how many principles have each verdict, as in `Shown: 3. For a reviewer: 7`."""
    counts = Counter(view.verdict.text for view in views)
    words = {wording.label(standing): standing for standing in Standing}
    return " ".join(f"{wording.capital(text)}: {counts[text]}." for text in words if counts[text])


def waiver_views(known: Material) -> tuple[WaiverView, ...]:
    """Return what the author set aside, whether or not a check asked about it."""
    return tuple(
        WaiverView(name=wording.plain(name), reason=reason, found=tuple(_waived(known, name)))
        for name, reason in known.case.waivers.items()
    )


def check_groups(known: Material) -> tuple[CheckGroup, ...]:
    """Return gaps, then advice, as sentences that lead to the page of their check."""
    wanted = ((Level.GAP, "What a reader would still want to know"), (Level.ADVICE, "Advice"))
    return tuple(
        CheckGroup(heading=heading, findings=found)
        for level, heading in wanted
        if (found := tuple(_findings(known, level)))
    )


def _principle(known: Material, principle: Principle) -> PrincipleView:
    verdict = known.judgement.verdicts.get(principle.id)
    standing = verdict.standing if verdict else Standing.FOR_A_REVIEWER
    note = known.case.principles.get(principle.id)
    return PrincipleView(
        number=principle.number,
        title=Link(text=principle.title, href=known.to(principle_address(principle.id))),
        verdict=Tag(text=wording.label(standing), tone=_TONES[standing]),
        missing=_missing(verdict),
        reasons=verdict.reasons if verdict else (),
        words=(note.how or "") if note else "",
        evidence=tuple(known.source(item) for item in note.evidence) if note else (),
    )


def _missing(verdict: Verdict | None) -> str:
    return " ".join(wording.sentence(text) for text in verdict.missing) if verdict else ""


def _waived(known: Material, name: str) -> Iterator[str]:
    for item in known.judgement.waived:
        if item.finding.name == name:
            yield wording.sentence(item.finding.message)


def _findings(known: Material, level: Level) -> Iterator[Link]:
    for finding in known.judgement.findings:
        if finding.level is level:
            yield _link(known, finding)


def _link(known: Material, finding: Finding) -> Link:
    return Link(
        text=finding.code,
        href=known.to(check_address(finding.code)),
        note=wording.sentence(finding.message),
    )
