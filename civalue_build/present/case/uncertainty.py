"""How sure the money is: draws, corners, where it breaks even, and what waiting costs."""

from collections.abc import Sequence
from dataclasses import replace

from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.enums import Step
from civalue_build.model.explained import What
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained import group as how
from civalue_build.present.case.explained.links import linked
from civalue_build.present.case.uncertainty_names import named
from civalue_build.present.case.uncertainty_words import (
    NEVER,
    beside,
    by_swing,
    chances,
    delay,
    never,
    of_claim,
    telling,
)
from civalue_build.present.views import Cell, Column, Fact, FigureView, Row, Table

NO_RANGE = (
    "No range is stated, so there is no chance, no span and no best or worst case to give. What "
    "can be said is how far each number alone could move until the work just breaks even."
)
DRAWN = (
    "Each draw takes every number that has a range anew from it (PERT distribution, the claimed "
    "value the likeliest). The draws are seeded, so that they are the same at every build."
)
NEVER_MEANS = (
    "“Never” means that no feasible value of this number alone changes the sign: shares stay "
    "between 0% and 100%, and amounts keep their sign."
)


@record
class UncertaintyView:
    """The part of the page on how sure the headline is, in order."""

    basis: str = ""
    says: tuple[str, ...] = ()
    tornado: FigureView | None = None
    spread: FigureView | None = None
    telling: tuple[Fact, ...] = ()
    never: str = ""
    drawn: bool = False
    """Whether there are draws to show the working of; `alone` the same of single numbers."""
    alone: bool = False
    inputs: Table | None = None
    delay: str = ""


def uncertainty(known: Material, figures: Sequence[FigureView]) -> UncertaintyView | None:
    """Return the part on how sure the headline is; none where the case is not valued."""
    found, headline = known.appraisal.uncertainty, known.appraisal.headline
    if headline is None:
        return None
    basis = f"Of the headline as claimed, counting {wording.label(Step.CAPACITY)}."
    waits = delay(known, known.appraisal.cost_of_delay)
    npv = headline.claimed.npv
    if isinstance(npv, Undefined):
        return _unsaid(npv)
    if isinstance(found, Undefined):
        return _unsaid(found)
    drawn = {view.id: view for view in figures}
    table = linked(inputs_table(known, found), how.INPUTS, within=(2, 3, 4, 5))
    tornado = drawn.get("tornado")
    return UncertaintyView(
        basis=f"{basis} {DRAWN}" if found.draws else basis,
        says=_says(known, found),
        tornado=replace(tornado, table=table) if tornado else None,
        spread=drawn.get("spread"),
        telling=telling(known, found, npv),
        never=never(known, found),
        drawn=f"uncertainty.{What.CHANCE}" in known.appraisal.explained,
        alone=bool(table.rows),
        inputs=table if table.rows and not tornado else None,
        delay=waits,
    )


def _unsaid(why: Undefined) -> UncertaintyView:
    says = f"It cannot be said how sure the result is: {wording.reason(why)}."
    return UncertaintyView(says=(says,))


def _says(known: Material, found: Uncertainty) -> tuple[str, ...]:
    if not found.draws:
        return (NO_RANGE,)
    return tuple(filter(None, (*chances(known, found), beside(known, found))))


def inputs_table(known: Material, found: Uncertainty) -> Table:
    """Return every input of the headline with its ends and where it breaks even."""
    items = [item for item in by_swing(found.one_at_a_time) if _is_telling(item)]
    left = sum(item.is_counted for item in found.one_at_a_time) - len(items)
    heads = ("As claimed", "Net value at low end", "Net value at high end", "Breaks even at")
    return Table(
        stacked=True,
        id="inputs",
        caption=f"Every number behind the headline, one at a time, {known.over}",
        columns=(
            Column(text="Input"),
            *(Column(text=head, numeric=True) for head in (*heads, "As a share of the claim")),
        ),
        rows=tuple(_row(known, item) for item in items),
        note=f"{NEVER_MEANS} {_left_out(left)}".strip(),
    )


def _is_telling(item: OneInput) -> bool:
    return not (item.range.is_certain and isinstance(item.switching_value, Undefined))


def _left_out(count: int) -> str:
    if not count:
        return ""
    return (
        f"Left out: {wording.counted(count, 'number', 'numbers')} without a range, "
        "of which no feasible value changes the sign. The data file of the case has them."
    )


def _row(known: Material, item: OneInput) -> Row:
    name, value = named(known, item.input), item.switching_value
    users = f"used by {wording.listed(name.lines)}" if len(name.lines) > 1 else ""
    is_never = isinstance(value, Undefined)
    return Row(
        cells=(
            Cell(text=name.name, note=users),
            Cell(
                text=name.stated(item.range.central),
                note=name.ends(item.range),
            ),
            *_ends(known, item),
            Cell(text=NEVER if isinstance(value, Undefined) else name.found(value), empty=is_never),
            Cell(text=of_claim(item), empty=is_never),
        )
    )


def _ends(known: Material, item: OneInput) -> tuple[Cell, Cell]:
    if item.range.is_certain:
        return Cell(text="no range", empty=True), Cell(text="no range", empty=True)
    return known.amount(item.low), known.amount(item.high)
