"""Every line of a case: quantity × price × shares = claimed, then corrected; and its working."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.estimate import Range
from civalue_build.model.framework import DatedValue
from civalue_build.model.lines import SELF, BenefitLine, Line
from civalue_build.present import wording
from civalue_build.present.addresses import UNIT_VALUES
from civalue_build.present.case.base import Material
from civalue_build.present.case.capacity import harvest_note
from civalue_build.present.library.views import checked_tag
from civalue_build.present.views import Cell, Column, Fact, Row, Table, Tag

LOSS = Tag(text="a loss", tone="orange")
TRANSFER = Tag(text="transfer", tone="grey")


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """How one line was worked out."""

    label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesView:
    """Costs, benefits, the working of each line, and the unit values used."""

    costs: Table | None
    no_costs: str
    benefits: Table | None
    workings: tuple[Working, ...]
    unit_values: Table | None


def lines_view(known: Material) -> LinesView:
    """Return the lines of a case as tables."""
    costs = [line for line in known.appraisal.lines if line.side is Side.COST]
    benefits = [line for line in known.appraisal.lines if line.side is Side.BENEFIT]
    stated = {line.id: line for line in known.case.lines}
    return LinesView(
        costs=_table(known, "costs", "What it took", costs),
        no_costs=_no_costs(known),
        benefits=_table(known, "benefits", "What it changed", benefits),
        workings=tuple(
            Working(label=line.label, facts=tuple(_facts(known, line, stated[line.id])))
            for line in known.appraisal.lines
        ),
        unit_values=_unit_values(known),
    )


def entry(known: Material, line: Line) -> DatedValue | None:
    """Return the entry of the framework that prices a line, if it names one."""
    price = line.unit_value
    value = known.framework.unit_values.get(price.id or "") if price else None
    day = known.case.appraisal.valued_on if known.case.appraisal else None
    return value.on(day.last_day if day else None) if value else None


def _no_costs(known: Material) -> str:
    if known.case.costs is None:
        return "No cost is stated, so every benefit here is gross."
    return "" if known.case.costs else "The case states that there were no costs."


def _table(known: Material, name: str, caption: str, lines: Sequence[LineValue]) -> Table | None:
    if not lines:
        return None
    heads = ("Quantity a year", "Price of one", "Share claimed", "Claimed in all", "Present value",
             "Corrected for evidence")  # fmt: skip
    return Table(
        stacked=True,
        id=name,
        caption=f"{caption}: quantity × price × shares = claimed, then corrected for evidence",
        columns=(Column(text="Line"), *(Column(text=head, numeric=True) for head in heads)),
        rows=tuple(Row(cells=tuple(_cells(known, line))) for line in lines),
        note=f"Where nobody else is named, it is {known.case.organisation.name}.",
    )


def _cells(known: Material, line: LineValue) -> Iterator[Cell]:
    what = wording.label(line.cost_type) if line.cost_type else ""
    kind = wording.title(known.framework.kinds, line.kind) if line.kind else what
    note = "; ".join(filter(None, (wording.capital(kind), _whose(known, line), _when(line))))
    yield Cell(text=line.label, note=note, tags=tuple(_marks(line)))
    yield _quantity(known, line)
    yield _price(known, line)
    yield Cell(text=_kept(line), note=_drop(line))
    if line.undefined:
        yield Cell(text="not given", note=line.undefined, empty=True)
        yield from (Cell(text="not given", empty=True) for _ in range(2))
        return
    yield known.amount(line.total_claimed)
    yield known.amount(line.pv_claimed)
    yield known.amount(line.pv_corrected)


def _whose(known: Material, line: LineValue) -> str:
    """Say who pays or gains, where it is not the organisation itself."""
    if line.party == SELF:
        return ""
    verb = "paid by" if line.side is Side.COST else "gained by"
    return f"{verb} {known.party(line.party)}"


def _marks(line: LineValue) -> Iterator[Tag]:
    if line.side is Side.BENEFIT and line.total_claimed < 0:
        yield LOSS
    if line.kind and line.kind.is_transfer:
        yield TRANSFER


def _when(line: LineValue) -> str:
    return wording.years(item.year for item in line.by_year) if line.by_year else "no amount"


def _quantity(known: Material, line: LineValue) -> Cell:
    if line.quantity is None:
        by_year = "see its working" if line.price else "an amount of money"
        return Cell(text="not stated" if line.undefined else by_year, empty=True)
    unit = known.framework.units.get(line.unit or "")
    name = unit.title if unit else wording.plain(line.unit or "")
    return Cell(
        text=_number(line.quantity), note=" ".join(filter(None, (_ends(line.quantity), name)))
    )


def _price(known: Material, line: LineValue) -> Cell:
    if line.price is None:
        return Cell(text="not stated" if line.undefined else "no unit price", empty=True)
    ends = "" if line.price.is_certain else _price_ends(known, line.price)
    notes = (ends, f"{line.price_year} prices" if line.price_year else "", _factor(known, line))
    note = ", ".join(filter(None, notes))
    return Cell(text=wording.price(line.price.central, known.currency), note=note)


def _factor(known: Material, line: LineValue) -> str:
    if line.price_factor == 1 or known.appraisal.vintage is None:
        return ""
    factor = wording.exact(round(line.price_factor, 4))
    return f"× {factor} to {known.appraisal.vintage.price_year}"


def _price_ends(known: Material, price: Range) -> str:
    ends = (wording.price(end, known.currency) for end in (price.low, price.high))
    return wording.span(*ends)


def _number(quantity: Range) -> str:
    return wording.exact(round(quantity.central, 1 if abs(quantity.central) >= 10 else 4))


def _ends(quantity: Range) -> str:
    if quantity.is_certain:
        return ""
    return f"({wording.span(wording.exact(quantity.low), wording.exact(quantity.high))})"


def _kept(line: LineValue) -> str:
    share = 1.0
    for item in line.shares:
        if item.name == "attribution":
            share *= item.value
        elif item.name in ("deadweight", "displacement"):
            share *= 1 - item.value
    return wording.percent(share)


def _drop(line: LineValue) -> str:
    shares = {share.name: share for share in line.shares}
    lost = shares["drop_off"].value if "drop_off" in shares else 0.0
    notes = (
        "" if all(s.stated for s in shares.values() if s.name == "attribution") else "not stated",
        f"less {wording.percent(lost)} each later year" if lost else "",
    )
    return "; ".join(note for note in notes if note)


def _facts(known: Material, line: LineValue, stated: Line) -> Iterator[Fact]:
    yield from _terms(known, line, stated)
    yield from _shares(line)
    yield from _by_year(known, line)
    yield _grade(known, line)
    if line.claim:
        yield Fact(term="Claim", value=wording.title(known.framework.claims, line.claim))
    if isinstance(stated, BenefitLine):
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


def _shares(line: LineValue) -> Iterator[Fact]:
    for share in line.shares:
        said = "" if share.stated else "not stated, so this is taken"
        name = wording.capital(wording.share(share.name))
        yield Fact(term=name, value=wording.percent(share.value), note=said)


def _price_fact(known: Material, line: LineValue, stated: Line) -> Fact:
    price = wording.price(line.price.central if line.price else 0, known.currency)
    found = entry(known, stated)
    if found and stated.unit_value and stated.unit_value.id:
        title = known.framework.unit_values[stated.unit_value.id].title
        note = f"{title}, {wording.label(found.basis)}; {found.source.title}"
        tags = (checked_tag(found.source.checked),)
        return Fact(term="Price of one", value=price, note=note, tags=tags)
    own = stated.unit_value.source if stated.unit_value else None
    note = f"the case’s own price, from: {known.source(own or stated.source)}"
    return Fact(term="Price of one", value=price, note=note)


def _by_year(known: Material, line: LineValue) -> Iterator[Fact]:
    for item in line.by_year:
        actual = ", from the ledger’s actual amounts" if item.year in line.from_ledger else ""
        now = known.money(item.discounted)
        yield Fact(
            term=f"Year {item.year}",
            value=f"{known.money(item.claimed)} claimed{actual}",
            note=f"before shares {known.money(item.gross)}; present value {now}; "
            f"corrected for evidence {known.money(item.discounted_corrected)}",
        )


def _grade(known: Material, line: LineValue) -> Fact:
    grade = known.framework.grades.of(line.grade)
    stated = "" if line.grade else "no grade is stated, so the weakest is taken; "
    note = f"{stated}this line is corrected by {wording.signed_percent(line.correction)}"
    return Fact(
        term="Strength of evidence", value=f"{grade.title} (grade {grade.grade})", note=note
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


def _unit_values(known: Material) -> Table | None:
    used = {line.unit_value.id: line for line in known.case.lines if line.unit_value}
    rows = tuple(
        _unit_value(known, identifier, found)
        for identifier, line in sorted(used.items(), key=lambda item: item[0] or "")
        if identifier and (found := entry(known, line))
    )
    if not rows:
        return None
    return Table(
        stacked=True,
        id="unit-values",
        caption="Unit values of the framework used here",
        columns=(
            Column(text="Unit value"),
            Column(text="Value", numeric=True),
            Column(text="Source"),
        ),
        rows=rows,
    )


def _unit_value(known: Material, identifier: str, found: DatedValue) -> Row:
    value = found.value.range
    shown = wording.price(value.central, known.currency) if value else "not stated"
    tag = checked_tag(found.source.checked)
    return Row(
        cells=(
            Cell(
                text=known.framework.unit_values[identifier].title,
                href=known.to(f"{UNIT_VALUES}#{identifier}"),
                note=wording.capital(wording.label(found.basis)),
            ),
            Cell(text=shown, note=f"{found.price_year.label} prices"),
            Cell(text=found.source.title, note=found.source.publisher or "", tags=(tag,)),
        )
    )
