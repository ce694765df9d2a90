"""Every line of a case: quantity × price × shares = claimed, then corrected."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.lines import SELF
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.group import anchor_of_line
from civalue_build.present.case.line_cells import price_cell, quantity_cell, share_cell
from civalue_build.present.case.trust import trust_note, trust_tag
from civalue_build.present.case.unit_values import unit_values_table
from civalue_build.present.views import Cell, Column, Row, Table, Tag

LOSS = Tag(text="a loss", tone="orange")
TRANSFER = Tag(text="transfer", tone="grey")


class Fold(NamedTuple):
    """A table that is opened under a line of words."""

    text: str
    table: Table


@record
class LinesView:
    """Costs, benefits, and the unit values used."""

    costs: Table | None
    no_costs: str
    benefits: Table | None
    unit_values: Table | None

    @property
    def folds(self) -> Iterator[Fold]:
        """The tables, each under what it holds."""
        named = (
            ("What it took", "line", self.costs),
            ("What it changed", "line", self.benefits),
            ("Unit values of the framework used here", "value", self.unit_values),
        )
        for text, what, table in named:
            if table:
                count = wording.counted(len(table.rows), what, f"{what}s")
                yield Fold(text=f"{text}: {count}", table=table)


def lines_view(known: Material) -> LinesView:
    """Return the lines of a case as tables."""
    costs = [line for line in known.appraisal.lines if line.side is Side.COST]
    benefits = [line for line in known.appraisal.lines if line.side is Side.BENEFIT]
    return LinesView(
        costs=_table(known, "costs", "What it took", costs),
        no_costs=_no_costs(known),
        benefits=_table(known, "benefits", "What it changed", benefits),
        unit_values=unit_values_table(known),
    )


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
        note=f"Where nobody else is named, it is {wording.midway(known.case.organisation.name)}.",
    )


def _cells(known: Material, line: LineValue) -> Iterator[Cell]:
    what = wording.label(line.cost_type) if line.cost_type else ""
    kind = wording.title(known.framework.kinds, line.kind) if line.kind else what
    note = "; ".join(filter(None, (wording.capital(kind), _whose(known, line), _when(line))))
    stated = next(item for item in known.case.lines if item.id == line.id)
    rests_on = trust_note(known, line, stated)
    yield Cell(
        text=line.label,
        note="; ".join(filter(None, (note, rests_on))),
        tags=(*_marks(line), trust_tag(known, line)),
    )
    yield quantity_cell(known, line, stated)
    yield price_cell(known, line)
    yield share_cell(line)
    if line.undefined:
        yield Cell(text="not given", note=line.undefined, empty=True)
        yield from (Cell(text="not given", empty=True) for _ in range(2))
        return
    how = f"#{anchor_of_line(line.id)}"
    for amount in (line.total_claimed, line.pv_claimed, line.pv_corrected):
        yield known.amount(amount)._replace(href=how)


def _whose(known: Material, line: LineValue) -> str:
    """Say who pays or gains, where it is not the organisation itself."""
    if line.party == SELF:
        return ""
    verb = "paid by" if line.side is Side.COST else "gained by"
    return f"{verb} {wording.midway(known.party(line.party))}"


def _marks(line: LineValue) -> Iterator[Tag]:
    if line.side is Side.BENEFIT and line.total_claimed < 0:
        yield LOSS
    if line.kind and line.kind.is_transfer:
        yield TRANSFER


def _when(line: LineValue) -> str:
    return wording.years(item.year for item in line.by_year) if line.by_year else "no amount"
