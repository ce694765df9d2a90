"""The top of a case's page: what it is, how far it has come, who did it and when."""

from collections.abc import Iterator

from civalue_build.model.case import Case
from civalue_build.model.enums import Claim, Status
from civalue_build.model.evidence import Evaluation
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.addresses import SETTINGS
from civalue_build.present.case.base import Material
from civalue_build.present.case.trust import profile
from civalue_build.present.labels import DESIGNS, LEVELS
from civalue_build.present.library.views import INVENTED
from civalue_build.present.views import Fact, Tag

_TONES = {
    Status.PLANNED: "grey",
    Status.UNDER_WAY: "blue",
    Status.COMPLETED: "green",
    Status.STOPPED: "orange",
    Status.ARCHIVED: "grey",
}

ALL = "All of the headline’s benefits"
MADE_UP = "This is an invented teaching case. Its people, places and figures are made up."


@record
class Header:
    """Title, summary, tags, a banner that cannot be missed, notices and key facts."""

    title: str
    summary: str
    tags: tuple[Tag, ...]
    invented: str
    banner: str
    notices: tuple[str, ...]
    facts: tuple[Fact, ...]


def header(known: Material) -> Header:
    """Return the top of the page."""
    case = known.case
    return Header(
        title=case.title,
        summary=case.summary,
        tags=tags_of(known),
        invented=MADE_UP if case.illustrative else "",
        banner=_banner(known),
        notices=tuple(_notices(known)),
        facts=tuple(_facts(known)),
    )


def tags_of(known: Material) -> tuple[Tag, ...]:
    """Return the tags that a case carries wherever it is shown."""
    case = known.case
    return (
        *((INVENTED,) if case.illustrative else ()),
        Tag(text=wording.label(case.status), tone=_TONES[case.status]),
        Tag(text=wording.label(case.record), tone="white"),
    )


def strongest_claim(known: Material) -> Claim | None:
    """Return the strongest claim under which a benefit is counted; none without benefits."""
    order = list(Claim)
    counted = {line.id: line.claim for line in known.appraisal.lines}
    benefits = known.case.benefits or ()
    own = ((line.id, line.claim or known.case.claim) for line in benefits)
    claims = [counted.get(name, claim) or Claim.PLANNED for name, claim in own]
    return max(claims, key=order.index, default=None)


def _banner(known: Material) -> str:
    """Return what a reader must know before anything else: archived, or due for review."""
    case = known.case
    if case.status is Status.ARCHIVED:
        why = f": {case.because}" if case.because else ""
        return wording.sentence(f"Archived{why}")
    if case.review_by and known.today and known.today > case.review_by.last_day:
        return f"Due for review since {wording.date(case.review_by)}."
    return ""


def _notices(known: Material) -> Iterator[str]:
    case = known.case
    if case.because and case.status is not Status.ARCHIVED:
        yield wording.sentence(f"{wording.label(case.status)}: {case.because}")
    if not case.has_money:
        yield "Not yet valued: this case puts no money on its costs or benefits."


def _facts(known: Material) -> Iterator[Fact]:
    case, terms = known.case, known.framework
    sector = wording.title(terms.sectors, case.organisation.sector)
    setting = wording.title(terms.settings, case.setting)
    yield Fact(term="Organisation", value=case.organisation.name, note=sector)
    more = known.to(f"{SETTINGS}#{case.setting}") if case.setting in terms.settings else ""
    yield Fact(term="Setting", value=setting, href=more)
    yield Fact(term="When", value=wording.period(case.period))
    if claim := strongest_claim(known):
        title = wording.title(terms.claims, claim)
        lowered = sum(gate.is_lowered for gate in known.appraisal.gates)
        note = " ".join(filter(None, (_claimed(known, claim), _lowered(lowered))))
        more = "#shown" if lowered else ""
        yield Fact(term="Strongest claim", value=title, note=note, href=more)
    yield evidence(case.evaluation)
    if grades := profile(known):
        yield grades
    if case.reviewed:
        yield Fact(term="Last reviewed", value=wording.date(case.reviewed), note=_next(case))


def _lowered(claims: int) -> str:
    if not claims:
        return ""
    said = wording.counted(claims, "benefit is", "benefits are")
    return f"{said} counted as less than the case states."


def _next(case: Case) -> str:
    return f"next by {wording.date(case.review_by)}" if case.review_by else ""


def _claimed(known: Material, claim: Claim) -> str:
    """Say how much of the headline's benefits the claim covers, and what it means."""
    term = known.framework.claims.get(claim)
    says = covered(known, claim)
    return " ".join(filter(None, (says and f"{says}.", term.means if term else "")))


def covered(known: Material, claim: Claim) -> str:
    """Return how much of the headline's benefits a claim covers; empty where there are none."""
    rungs = [rung for rung in known.appraisal.claims if rung.lines]
    own = next((rung.claimed for rung in rungs if rung.claim is claim), None)
    if not rungs:
        return ""
    if all(round(rung.claimed) == 0 for rung in rungs):
        return f"The headline’s benefits come to {known.about(0)}"
    if own is None:
        best = max((rung.claim for rung in rungs), key=list(Claim).index)
        most = "" if len(rungs) == 1 else " at most"
        return f"True of benefits outside the headline; the headline’s own {LEVELS[best]}{most}"
    if len(rungs) == 1:
        is_loss = round(own) < 0
        lead = "The headline’s benefits are below zero, and all of them" if is_loss else ALL
        return f"{lead} {LEVELS[claim]}"
    total = sum(rung.claimed for rung in rungs)
    if not 0 <= own <= total or round(total) == 0:
        some, whole = known.about(own), known.about(total)
        others = "with other gains and losses, the headline’s benefits come to"
        return f"{some} {LEVELS[claim]}; {others} {whole}"
    return f"{wording.part(own / total)} of the headline’s benefits {LEVELS[claim]}"


def evidence(study: Evaluation | None) -> Fact:
    """Return how the work was studied, and how far that is from a randomised trial."""
    term = "Strength of evidence"
    if study is None:
        return Fact(term=term, value="Not stated")
    value = wording.capital(DESIGNS.get(study.design, wording.plain(study.design)))
    if study.maryland is None:
        return Fact(term=term, value=value)
    scale = f"{study.maryland} on the scale from 0 (a model) to 5 (a randomised trial)"
    return Fact(term=term, value=value, note=scale)
