"""How each line was worked out: what it rests on, and every year of it with its numbers."""

from collections.abc import Iterator

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Claim
from civalue_build.model.explained import Explained, How, Origin, What, Where, of_line
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.present import wording
from civalue_build.present.addresses import UNIT_VALUES
from civalue_build.present.case.base import Material
from civalue_build.present.case.capacity import harvest_note
from civalue_build.present.case.explained import group as how
from civalue_build.present.case.explained.line_groups import inputs
from civalue_build.present.case.explained.names import name, shown
from civalue_build.present.case.explained.origins import TAKEN, origin
from civalue_build.present.case.explained.sums import formula, numbers
from civalue_build.present.case.explained.working import Working
from civalue_build.present.case.unit_values import entry
from civalue_build.present.library.views import checked_tag
from civalue_build.present.views import Cell, Column, Fact, Row, Table, Tag


def line_workings(known: Material) -> Iterator[Working]:
    """Yield the working of every line, in the order of the case."""
    stated = {line.id: line for line in known.case.lines}
    for line in known.appraisal.lines:
        yield Working(
            id=how.anchor_of_line(line.id),
            label=line.label,
            facts=tuple(_facts(known, line, stated[line.id])),
            table=_years(known, line),
        )


def _facts(known: Material, line: LineValue, stated: Line) -> Iterator[Fact]:
    if line.undefined:
        yield Fact(term="No amount, because", value=line.undefined)
    if line.from_party:
        value = f"{known.party(line.from_party)}: the same amount is booked as its loss"
        yield Fact(term="Paid by", value=value, note=_alone(known, line))
    yield from (_input(known, line, stated, node) for node in _inputs(known, line))
    if line.price_factor != 1:
        yield _price_factor(known, line)
    if line.grade or not line.undefined:
        yield _grade(known, line)
    if isinstance(stated, BenefitLine):
        yield _claim(known, line)
        yield from _benefit(known, stated)
    source = known.source(stated.source)
    yield Fact(term="Source", value=source, href=known.source_href(stated.source))
    if stated.note:
        yield Fact(term="Note", value=stated.note)


def _alone(known: Material, line: LineValue) -> str:
    """Return how the loss of a payer is corrected where nobody who gains is counted."""
    key = of_line(line.id, f"alone.{What.DISCOUNTED_CORRECTED}")
    node = known.appraisal.explained.get(key)
    if node is None:
        return ""
    years = " + ".join(numbers(known, year) for year in node.terms)
    return f"counted alone, the loss is corrected upwards, to {shown(known, node)} = {years}"


def _inputs(known: Material, line: LineValue) -> tuple[Explained, ...]:
    found = known.appraisal.explained
    years = [found.get(of_line(line.id, view)) for view in (What.DISCOUNTED, What.CLAIMED)]
    return inputs(node for node in years if node)


def _input(known: Material, line: LineValue, stated: Line, node: Explained) -> Fact:
    sums = "" if node.how in _GIVEN else numbers(known, node)
    ends = _ends(known, line, stated, node)
    return Fact(
        term=wording.capital(name(known, node)),
        value=", ".join(filter(None, (_with_unit(known, line, node), ends))),
        note="; ".join(filter(None, (sums, origin(known, node, beside=stated.source)))),
        tags=_checked(known, stated) if node.what is What.PRICE else (),
        href=_value_page(known, node.origin),
    )


def _value_page(known: Material, found: Origin | None) -> str:
    """Return the way to a unit value of the framework; empty for any other number."""
    if found is None or found.where is not Where.UNIT_VALUE:
        return ""
    return known.to(f"{UNIT_VALUES}#{found.at}")


def _with_unit(known: Material, line: LineValue, node: Explained) -> str:
    text = shown(known, node)
    if node.what is not What.QUANTITY or not line.unit:
        return text
    unit = known.framework.units.get(line.unit)
    return f"{text} {wording.unit_name(text, unit, line.unit)}"


_GIVEN = (How.STATED, How.TAKEN, How.COUNTED)


def _ends(known: Material, line: LineValue, stated: Line, node: Explained) -> str:
    if node.what is What.PRICE and line.price:
        return wording.ends(line.price, known.price)
    if node.what is What.QUANTITY and line.quantity and ".years." not in node.id:
        return wording.ends(line.quantity, wording.rounded)
    if node.what in _SHARES:
        number = known.range(getattr(stated, node.what.replace("-", "_")))
        return wording.ends(number, wording.percent) if number else ""
    return ""


_SHARES = (What.ATTRIBUTION, What.DEADWEIGHT, What.DISPLACEMENT, What.DROP_OFF)


def _checked(known: Material, stated: Line) -> tuple[Tag, ...]:
    found = entry(known, stated)
    return (checked_tag(found.source.checked),) if found else ()


def _price_factor(known: Material, line: LineValue) -> Fact:
    node = known.appraisal.explained.get(f"price-factors.{line.price_index}.{line.price_year}")
    return Fact(
        term="To the case’s prices",
        value=f"× {wording.exact(line.price_factor)}",
        note="; ".join(filter(None, (_levels(known, line, node), _own_index(known, line)))),
        href=f"#{how.PRICES}",
    )


def _own_index(known: Material, line: LineValue) -> str:
    """Say why a line goes by another index than its case."""
    vintage = known.appraisal.vintage
    if vintage is None or line.price_index == vintage.price_index:
        return ""
    own = known.framework.price_indices.get(vintage.price_index)
    title = own.title if own else vintage.price_index
    return f"not by the case’s index, “{title}”, since the NHS does not buy what is priced here"


def _levels(known: Material, line: LineValue, node: Explained | None) -> str:
    if node is None:
        return f"from {line.price_year} prices"
    to, start = node.terms
    levels = f"index {to.of} ({shown(known, to)}) ÷ index {start.of} ({shown(known, start)})"
    return f"{levels}; {origin(known, node)}"


def _claim(known: Material, line: LineValue) -> Fact:
    title = wording.title(known.framework.claims, line.claim or Claim.PLANNED)
    return Fact(term="Claim", value=title, note="" if line.claim else TAKEN)


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
        href=f"#{how.EVIDENCE}" if line.by_year else "",
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


def _years(known: Material, line: LineValue) -> Table | None:
    """Return the line year by year, each amount with the numbers that it is made from."""
    if not line.by_year:
        return None
    heads = ("Before shares", "Claimed", "Present value", "Present value, corrected")
    rows = [_year(known, line, item.year) for item in line.by_year]
    if len(rows) > 1:
        rows.append(_all_years(known, line))
    anchor = how.anchor_of_line(line.id)
    return Table(
        id=f"{anchor}-years",
        caption=f"{line.label}, year by year",
        caption_hidden=True,
        stacked=True,
        columns=(Column(text="Year"), *(Column(text=head, numeric=True) for head in heads)),
        rows=tuple(rows),
        note=_formula(known, line),
    )


_COLUMNS = (What.GROSS, What.CLAIMED, What.DISCOUNTED, What.DISCOUNTED_CORRECTED)


def _year(known: Material, line: LineValue, year: int) -> Row:
    found = known.appraisal.explained
    nodes = (_whole(found[of_line(line.id, what, year)]) for what in _COLUMNS)
    return Row(cells=(Cell(text=f"Year {year}"), *(_cell(known, node) for node in nodes)))


def _whole(node: Explained) -> Explained:
    """Return a present value after correction as one product, from what is claimed."""
    if node.what is not What.DISCOUNTED_CORRECTED:
        return node
    corrected, factor = node.terms
    return node._replace(terms=(*corrected.terms, factor))


def _cell(known: Material, node: Explained) -> Cell:
    if node.how in _GIVEN:
        return Cell(text=shown(known, node), note=name(known, node))
    note = "" if len(node.terms) == 1 else numbers(known, node)
    return Cell(text=shown(known, node), note=note)


def _all_years(known: Material, line: LineValue) -> Row:
    found = known.appraisal.explained
    sums = (found[of_line(line.id, what)] for what in _COLUMNS)
    cells = (Cell(text=shown(known, node)) for node in sums)
    return Row(cells=(Cell(text="In all"), *cells), total=True)


def _formula(known: Material, line: LineValue) -> str:
    """Return in words how a year of the line is worked out, step by step."""
    found = known.appraisal.explained
    last = line.by_year[-1].year
    steps = [_whole(found[of_line(line.id, what, last)]) for what in _COLUMNS]
    words = [
        f"{name(known, node)} = {formula(known, node)}" for node in steps if node.how not in _GIVEN
    ]
    return wording.sentence("; ".join(words).replace(f" of year {last}", " of the year"))
