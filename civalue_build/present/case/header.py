"""The top of a case's page: what it is, how far it has come, who did it and when."""

from collections.abc import Iterator
from dataclasses import dataclass

from civalue_build.model.case import Evaluation
from civalue_build.model.enums import Claim, Status
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.labels import DESIGNS
from civalue_build.present.library.views import INVENTED
from civalue_build.present.prose import safe_url
from civalue_build.present.views import Fact, Tag

_TONES = {
    Status.PLANNED: "grey",
    Status.UNDER_WAY: "blue",
    Status.COMPLETED: "green",
    Status.STOPPED: "orange",
    Status.ARCHIVED: "grey",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Title, summary, tags, notices and key facts."""

    title: str
    summary: str
    tags: tuple[Tag, ...]
    notices: tuple[str, ...]
    facts: tuple[Fact, ...]


def header(known: Material) -> Header:
    """Return the top of the page."""
    case = known.case
    return Header(
        title=case.title,
        summary=case.summary,
        tags=tags_of(known),
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
    """Return the strongest claim that any line makes; a case without benefits makes none."""
    order = list(Claim)
    benefits = known.case.benefits or ()
    claims = [line.claim or known.case.claim or Claim.PLANNED for line in benefits]
    return max(claims, key=order.index, default=None)


def _notices(known: Material) -> Iterator[str]:
    case = known.case
    if case.illustrative:
        yield "This is an invented teaching case. Its people, places and figures are made up."
    if case.because:
        yield wording.sentence(f"{wording.label(case.status)}: {case.because}")
    if not case.has_money:
        yield "Not yet valued: this case puts no money on its costs or benefits."


def _facts(known: Material) -> Iterator[Fact]:
    case, terms = known.case, known.framework
    sector = wording.title(terms.sectors, case.organisation.sector)
    yield Fact(term="Organisation", value=case.organisation.name, note=sector)
    yield Fact(term="Setting", value=wording.title(terms.settings, case.setting))
    yield Fact(term="When", value=wording.period(case.period))
    if case.aim:
        yield Fact(term="Aim", value=case.aim.statement, note=_aim_note(known))
    if claim := strongest_claim(known):
        term = terms.claims.get(claim)
        title = wording.title(terms.claims, claim)
        yield Fact(term="Strongest claim", value=title, note=term.means if term else "")
    if case.evaluation:
        value, note = _evidence(case.evaluation)
        yield Fact(term="Evidence", value=value, note=note)
    yield from _owners(known)
    if case.tags:
        topics = wording.listed(wording.title(terms.tags, tag) for tag in case.tags)
        yield Fact(term="Topics", value=topics)


def _aim_note(known: Material) -> str:
    aim = known.case.aim
    parts = (
        aim and aim.by and f"by {wording.date(aim.by)}",
        aim and aim.measure and f"shown by: {known.measure(aim.measure)}",
        aim and aim.value and f"value meant: {aim.value}",
    )
    return wording.sentence("; ".join(part for part in parts if part))


def _evidence(study: Evaluation) -> tuple[str, str]:
    value = wording.capital(DESIGNS.get(study.design, wording.plain(study.design)))
    if study.maryland is not None:
        value += f": {study.maryland} on the Maryland scale from 0 (a model) to 5 (randomised)"
    chosen = "Chosen because results were high." if study.selected_because_high else ""
    return value, " ".join(part for part in (chosen, study.note) if part)


def _owners(known: Material) -> Iterator[Fact]:
    case = known.case
    if case.sponsor:
        yield Fact(term="Sponsor", value=case.sponsor.role, note=case.sponsor.how or "")
    if case.contact:
        address = safe_url(f"mailto:{case.contact.email}") if case.contact.email else ""
        yield Fact(term="Contact", value=case.contact.role, href=address)
    if case.reviewed or case.review_by:
        yield Fact(term="Reviewed", value=_review(known))
    if case.programme:
        yield Fact(term="Programme", value=wording.capital(wording.plain(case.programme)))


def _review(known: Material) -> str:
    done, due = known.case.reviewed, known.case.review_by
    last = wording.date(done) if done else "not yet"
    return f"{last}; next by {wording.date(due)}" if due else last
