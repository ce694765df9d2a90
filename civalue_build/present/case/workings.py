"""How each line of a case was worked out, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Claim
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.capacity import harvest_note
from civalue_build.present.case.line_cells import spread
from civalue_build.present.case.unit_values import entry
from civalue_build.present.library.views import checked_tag
from civalue_build.present.views import Fact

TAKEN = "not stated, so this is taken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """How one line was worked out."""

    label: str
    facts: tuple[Fact, ...]


def workings(known: Material) -> tuple[Working, ...]:
    """Return the working of every line, in the order of the case."""
    stated = {line.id: line for line in known.case.lines}
    return tuple(
        Working(label=line.label, facts=tuple(_facts(known, line, stated[line.id])))
        for line in known.appraisal.lines
    )


def _facts(known: Material, line: LineValue, stated: Line) -> Iterator[Fact]:
    yield from _terms(known, line, stated)
    yield from _shares(known, line, stated)
    yield from _by_year(known, line, stated)
    if line.grade or not line.undefined:
        yield _grade(known, line)
    if isinstance(stated, BenefitLine):
        yield _claim(known, line)
        yield from _benefit(known, stated)
    source = known.source(stated.source)
    yield Fact(term="Source", value=source, href=known.source_href(stated.source))
    if stated.note:
        yield Fact(term="Note", value=stated.note)


def _terms(known: Material, line: LineValue, stated: Line) -> Iterator[Fact]:
    if line.undefined:
        yield Fact(term="No amount, because", value=line.undefined)
    if line.from_party:
        value = f"{known.party(line.from_party)}: the same amount is booked as its loss"
        yield Fact(term="Paid by", value=value)
    if line.price:
        yield _price_fact(known, line, stated)
    if line.price_factor != 1:
        value = f"× {wording.exact(line.price_factor)}"
        yield Fact(term="To the case’s prices", value=value, note=f"from {line.price_year} prices")


def _claim(known: Material, line: LineValue) -> Fact:
    title = wording.title(known.framework.claims, line.claim or Claim.PLANNED)
    return Fact(term="Claim", value=title, note="" if line.claim else TAKEN)


def _shares(known: Material, line: LineValue, stated: Line) -> Iterator[Fact]:
    for share in line.shares:
        number = known.range(getattr(stated, share.name))
        said = wording.ends(number, wording.percent) if number else TAKEN
        name = wording.capital(wording.share(share.name))
        yield Fact(term=name, value=wording.percent(share.value), note=said)


def _price_fact(known: Material, line: LineValue, stated: Line) -> Fact:
    price = _price(known, line)
    found = entry(known, stated)
    if found and stated.unit_value and stated.unit_value.id:
        title = known.framework.unit_values[stated.unit_value.id].title
        note = f"{title}, {wording.label(found.basis)}; {found.source.title}"
        tags = (checked_tag(found.source.checked),)
        return Fact(term="Price of one", value=price, note=note, tags=tags)
    own = stated.unit_value.source if stated.unit_value else None
    note = f"the case’s own price, from: {known.source(own or stated.source)}"
    return Fact(term="Price of one", value=price, note=note)


def _price(known: Material, line: LineValue) -> str:
    if line.price is None:
        return "not stated"
    ends = wording.ends(line.price, known.price)
    return ", ".join(filter(None, (known.price(line.price.central), ends)))


def _by_year(known: Material, line: LineValue, stated: Line) -> Iterator[Fact]:
    show = known.price if stated.unit_value is None else wording.rounded
    given = {item.year: spread(known, item.value, show) for item in stated.years.by_year}
    for item in line.by_year:
        said = f"stated as {given[item.year]}; " if given.get(item.year) else ""
        actual = ", from the ledger’s actual amounts" if item.year in line.from_ledger else ""
        now = known.money(item.discounted)
        yield Fact(
            term=f"Year {item.year}",
            value=f"{known.money(item.claimed)} claimed{actual}",
            note=f"{said}before shares {known.money(item.gross)}; present value {now}; "
            f"corrected for evidence {known.money(item.discounted_corrected)}",
        )


def _grade(known: Material, line: LineValue) -> Fact:
    grade = known.framework.grades.of(line.grade)
    size = wording.signed_percent(line.correction)
    parts = (
        "" if line.grade else "no grade is stated, so the weakest is taken",
        "" if line.undefined else f"this line is corrected by {size}",
    )
    return Fact(
        term="Strength of evidence",
        value=f"{grade.title} (grade {grade.grade})",
        note="; ".join(filter(None, parts)),
    )


def _benefit(known: Material, line: BenefitLine) -> Iterator[Fact]:
    if line.measure:
        yield Fact(term="Shown by", value=known.measure(line.measure) or line.measure)
    if line.harvest:
        yield Fact(
            term="What became of it",
            value=wording.capital(wording.label(line.harvest.decision)),
            note=harvest_note(line.harvest),
        )
