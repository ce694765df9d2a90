"""Health and wider value, apart from money, and what the same money could do elsewhere."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Kind
from civalue_build.model.record import record
from civalue_build.model.worth import (
    CostPerQaly,
    Counted,
    Forgone,
    HealthAndWider,
    OpportunityCost,
    WiderItem,
)
from civalue_build.present import wording
from civalue_build.present.addresses import UNIT_VALUES
from civalue_build.present.case.base import Material
from civalue_build.present.case.line_cells import later_prices
from civalue_build.present.library.views import checked_tag
from civalue_build.present.views import Cell, Column, Fact, Row, Table

QALY = "qaly"
"""So many digits of an estimate are told: its prices are no more exact."""
APART = (
    "Health and wider value count for society alone. They are no money in a budget, and no part "
    "of any figure for the NHS or the organisation."
)
NOT_COVERED = "No benefit of the headline covers any of it, so these QALYs are forgone elsewhere."
A_YEAR = "A QALY, a quality-adjusted life year, is a year of life in full health."


@record
class Wider:
    """What only society counts: words, a table with its own subtotals, how it joins the money."""

    says: tuple[str, ...]
    table: Table
    sums: Table | None


@record
class Elsewhere:
    """What the NHS's money could gain elsewhere, in words, and the prices that this rests on."""

    says: tuple[str, ...]
    rates: tuple[Fact, ...]


def wider(known: Material) -> Wider | None:
    """Return the part about health and wider value; none where no line is of these kinds."""
    found = known.appraisal.health_and_wider
    if found is None:
        return None
    says = (APART, *_gained(known, found))
    return Wider(says=says, table=_table(known, found), sums=_sums(known, found))


def elsewhere(known: Material) -> Elsewhere | None:
    """Return what the costs to the NHS could have gained; none where it bears no cost."""
    found = known.appraisal.opportunity_cost
    if isinstance(found, Undefined) or not isinstance(found.of_cost, Forgone):
        return None
    return Elsewhere(
        says=(*_forgone(known, found), *(tuple(_beside(known)) or (A_YEAR,))),
        rates=tuple(_rate(known, rate) for rate in found.rates),
    )


def _gained(known: Material, found: HealthAndWider) -> Iterator[str]:
    if counted := found.counted(QALY):
        plain, now = wording.short(counted.total), wording.short(counted.discounted)
        later = "" if now == plain else f", or {now} with later years discounted"
        yield f"It gains {plain} QALYs {known.over}{later}. {A_YEAR}"


def _table(known: Material, found: HealthAndWider) -> Table:
    heads = ("Number in all", "Discounted", "Value of one", "Present value, claimed",
             "Corrected for evidence")  # fmt: skip
    return Table(
        stacked=True,
        id="wider-table",
        caption=f"Health and wider value, for society alone, {known.over}",
        columns=(Column(text="What"), *(Column(text=head, numeric=True) for head in heads)),
        rows=tuple(_row(known, item) for item in found.items),
        note=" ".join(filter(None, (_joined(known, found), known.ungraded))),
    )


def _row(known: Material, item: WiderItem) -> Row:
    label = next(line.label for line in known.appraisal.lines if line.id == item.line)
    kind = wording.title(known.framework.kinds, item.kind)
    return Row(
        cells=(
            Cell(text=label, note=f"{kind}; gained by {wording.midway(known.party(item.party))}"),
            *_units(known, item.units),
            _price(known, item),
            known.amount(item.claimed),
            known.amount(item.corrected),
        )
    )


def _units(known: Material, counted: Counted | None) -> tuple[Cell, Cell]:
    """Return a number of units, and discounted where each is an effect of its own."""
    if counted is None:
        return Cell(text="not stated", empty=True), Cell(text="not stated", empty=True)
    unit = known.framework.units.get(counted.unit)
    plain = wording.short(counted.total)
    number = Cell(text=plain, note=wording.unit_name(plain, unit, counted.unit))
    if unit and unit.society_only:
        return number, Cell(text=wording.short(counted.discounted))
    return number, Cell(text="only in money", empty=True)


def _price(known: Material, item: WiderItem) -> Cell:
    if item.price is None:
        return Cell(text="no value put on it", empty=True)
    year = f"{item.price_year} prices" if item.price_year else ""
    line = next(line for line in known.appraisal.lines if line.id == item.line)
    edition = item.edition or "the case’s own price"
    note = "; ".join(filter(None, (*later_prices(known, line), year, edition)))
    value = known.framework.unit_values.get(item.unit_value or "")
    entry = known.case.entry_of(value) if value else None
    return Cell(
        text=known.price(item.price.central),
        note=note,
        href=known.to(f"{UNIT_VALUES}#{item.unit_value}") if value else "",
        tags=(checked_tag(entry.source.checked),) if entry else (),
    )


def _sums(known: Material, found: HealthAndWider) -> Table | None:
    """Return the subtotal of each kind and of all; none where one line says it all."""
    if len(found.items) < 2 or not found.by_kind:
        return None
    sums = [(wording.title(known.framework.kinds, t.kind), t) for t in found.by_kind]
    rows = [
        Row(cells=(Cell(text=name), known.amount(t.claimed), known.amount(t.corrected)))
        for name, t in sums
    ]
    both = (known.amount(found.claimed), known.amount(found.corrected))
    rows.append(Row(cells=(Cell(text="Health and wider value in all"), *both), total=True))
    return Table(
        id="wider-sums",
        caption=f"Subtotals of health and wider value, {known.over}",
        columns=(
            Column(text="Kind"),
            Column(text="Present value, claimed", numeric=True),
            Column(text="Corrected for evidence", numeric=True),
        ),
        rows=tuple(rows),
    )


def _joined(known: Material, found: HealthAndWider) -> str:
    """Say how this subtotal and money make up what society gains."""
    economic = known.appraisal.lenses.economic
    benefits = economic.claimed.pv_benefits if economic else Undefined("")
    if isinstance(benefits, Undefined) or not found.by_kind:
        return ""
    parts = (benefits - found.claimed, found.claimed, benefits)
    money, wide, whole = (known.money(part) for part in parts)
    if money == known.money(0.0):
        return f"For society, all of the benefits of {whole} as claimed are health and wider value."
    return (
        f"For society, benefits of {whole} as claimed are {money} of money and capacity, and "
        f"{wide} of health and wider value."
    )


def _forgone(known: Material, found: OpportunityCost) -> Iterator[str]:
    cost, net = found.of_cost, found.of_net_cost
    if isinstance(cost, Forgone):
        yield (
            f"What the NHS spends on this comes to {known.about(cost.amount)}, as claimed and as "
            f"present value. Spent elsewhere in the NHS, it would gain {_qalys(cost)}"
            f"{_corrected(cost, found.of_cost_corrected)}."
        )
    if isinstance(net, Forgone):
        left = _left(known, found, net)
        yield (
            f"{left} So {_qalys(net)} are forgone elsewhere"
            f"{_corrected(net, found.of_net_cost_corrected)}."
            if left
            else NOT_COVERED
        )
    elif isinstance(found.of_net_cost_corrected, Forgone):
        yield (
            "As claimed, benefits of the headline cover the cost. Corrected for evidence they do "
            f"not, and {_qalys(found.of_net_cost_corrected)} are forgone elsewhere."
        )
    elif wording.reason(net) == "the NHS has no net cost":
        condition = ", if freed capacity is put to use" if _frees(known) else ""
        yield f"Benefits of the headline cover that cost{condition}."


def _left(known: Material, found: OpportunityCost, net: Forgone) -> str:
    """Say what is not covered: more than the cost itself where the work made other costs grow.

    Empty where nothing of the cost is covered, so that it is the same amount again.
    """
    cost, left = found.of_cost, known.about(net.amount)
    if isinstance(cost, Forgone) and round(net.amount) == round(cost.amount):
        return ""
    if isinstance(cost, Forgone) and round(net.amount) > round(cost.amount):
        return f"The work also made other costs grow: in all, the NHS is {left} worse off."
    return f"The benefits in the headline leave {left} of it uncovered."


def _frees(known: Material) -> bool:
    freed = (cell for cell in known.appraisal.realised if cell.kind is Kind.RELEASED_CAPACITY)
    return any(cell.claimed > 0 for cell in freed)


def _corrected(claimed: Forgone, found: Forgone | Undefined) -> str:
    if not isinstance(found, Forgone):
        return ""
    same = _qalys(found) == _qalys(claimed)
    return f" ({'the same' if same else _qalys(found)} corrected for evidence)"


def _qalys(found: Forgone) -> str:
    return f"about {wording.near(found.low, found.high)} QALYs"


def _beside(known: Material) -> Iterator[str]:
    wide = known.appraisal.health_and_wider
    counted = wide.counted(QALY) if wide else None
    if counted:
        yield (
            f"This work itself gains {wording.short(counted.discounted)} QALYs, as claimed and "
            "discounted."
        )


def _rate(known: Material, rate: CostPerQaly) -> Fact:
    entry = known.case.entry_of(known.framework.unit_values[rate.unit_value])
    vintage = known.appraisal.vintage
    here = f"{known.money(rate.amount)} in {vintage.price_year if vintage else ''} prices"
    if isinstance(rate.amount, Undefined):
        here = f"not used: {wording.reason(rate.amount)}"
    return Fact(
        term=known.framework.unit_values[rate.unit_value].title,
        value=f"{known.money(rate.printed)} in {rate.price_year} prices; {here}",
        href=known.to(f"{UNIT_VALUES}#{rate.unit_value}"),
        note=entry.source.title if entry else "",
        tags=(checked_tag(entry.source.checked),) if entry else (),
    )
