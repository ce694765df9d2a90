"""The tables of a programme's money. Nothing is ranked: cases stand in the order of titles."""

from collections.abc import Iterable, Sequence

from civalue_build.model.appraisal import LineValue, Rung, Undefined
from civalue_build.model.enums import Perspective, Side
from civalue_build.model.programme_value import Member
from civalue_build.present import wording
from civalue_build.present.case.base import perspective
from civalue_build.present.programme.base import Known
from civalue_build.present.views import Cell, Column, Row, Table

BOTH = ("as claimed", "corrected for evidence")


def summary(known: Known, whole: Rung, alone: Rung) -> Table:
    """Return the figures with the shared costs beside those without them."""
    one = wording.one_pound(known.material.currency)
    four = (whole.claimed, whole.corrected, alone.claimed, alone.corrected)
    amount, ratio, net = known.material.amount, known.material.ratio, known.material.net_ratio
    rows = (
        _row("Costs", (amount(r.pv_costs) for r in four)),
        _row("Benefits", (amount(r.pv_benefits) for r in four)),
        _row("Net present value", (amount(r.npv) for r in four), total=True),
        _row(f"Return per {one}", (ratio(r.return_per_pound) for r in four), "benefits ÷ costs"),
        _row(
            f"Net return per {one}",
            (net(r.net_return) for r in four),
            "(benefits − costs) ÷ costs",
        ),
    )
    heads = [f"{words}, {how}" for words in ("All costs", "Without shared costs") for how in BOTH]
    return _table(
        "programme-summary",
        f"For the NHS {known.over}, with the shared costs and without them",
        ("Present value", *heads),
        rows,
    )


def cases(known: Known, whole: Rung, alone: Rung) -> Table:
    """Return each case's part, then all cases together, then with the shared costs."""
    rows = (
        *(_member(known, member) for member in known.value.counted),
        _account(known, Cell(text="All cases together"), alone, total=True),
        _account(known, Cell(text="With the shared costs"), whole, total=True),
    )
    return _table(
        "programme-cases",
        f"What each case brings, for the NHS {known.over}, in order of title",
        ("Case", *_heads(known)),
        rows,
        "In the prices of the programme, discounted from its first year. The cases are not "
        f"ranked. Of a saving that several cases claim, each has its share. {wording.ROUNDED}",
    )


def who_is_counted(known: Known) -> Table:
    """Return the figures from each perspective."""
    rows = tuple(
        _account(known, Cell(text=_counted(known, rung.perspective)), rung)
        for rung in known.value.whole
    )
    caption = f"Who is counted, {known.over}, shared costs included"
    return _table("programme-who", caption, ("Who is counted", *_heads(known)), rows)


def ladder(known: Known) -> Table:
    """Return the figures at each step of the realisation ladder."""
    rows = tuple(_account(known, _step(known, rung), rung) for rung in known.value.ladder)
    caption = f"How far the value reaches a budget, {known.over}, shared costs included"
    return _table("programme-ladder", caption, ("Counting", *_heads(known)), rows)


def shared(known: Known) -> Table | None:
    """Return the shared costs; none where no line states any."""
    lines = [line for line in known.value.shared if line.side is Side.COST]
    if not lines:
        return None
    return Table(
        id="programme-shared",
        caption=f"The shared costs, present value {known.over}",
        columns=(
            Column(text="What"),
            Column(text="Who pays"),
            *(Column(text=wording.capital(how), numeric=True) for how in BOTH),
        ),
        rows=tuple(_line(known, line) for line in lines),
        stacked=True,
    )


def _line(known: Known, line: LineValue) -> Row:
    missing = Undefined(line.undefined)
    return Row(
        cells=(
            Cell(text=line.label, note=wording.capital(wording.label(line.cost_type))),
            Cell(text=known.material.party(line.party)),
            known.material.amount(missing if line.undefined else line.pv_claimed),
            known.material.amount(missing if line.undefined else line.pv_corrected),
        )
    )


def _member(known: Known, member: Member) -> Row:
    cell = known.case_cell(member, note=member.organisation)
    found = member.rung(Perspective.NHS)
    return _account(known, cell, found) if found else Row(cells=(cell,))


def _counted(known: Known, who: Perspective) -> str:
    if who is Perspective.ORGANISATION:
        return "The organisations that do the work"
    return perspective(known.material, who)


def _step(known: Known, rung: Rung) -> Cell:
    return Cell(
        text=wording.capital(wording.label(rung.step)),
        note=perspective(known.material, rung.perspective),
    )


def _heads(known: Known) -> Sequence[str]:
    one = wording.one_pound(known.material.currency)
    nets = ("Net present value, claimed", "Net present value, corrected")
    return ("Costs", "Benefits", *nets, f"Return per {one}, claimed")


def _account(known: Known, head: Cell, rung: Rung, *, total: bool = False) -> Row:
    amount = known.material.amount
    claimed, corrected = rung.claimed, rung.corrected
    figures = (claimed.pv_costs, claimed.pv_benefits, claimed.npv, corrected.npv)
    ratio = known.material.ratio(claimed.return_per_pound)
    return Row(cells=(head, *map(amount, figures), ratio), total=total)


def _row(head: str, cells: Iterable[Cell], note: str = "", *, total: bool = False) -> Row:
    return Row(cells=(Cell(text=head, note=note), *cells), total=total)


def _table(
    name: str, caption: str, heads: Sequence[str], rows: tuple[Row, ...], note: str = ""
) -> Table:
    first, *others = heads
    return Table(
        id=name,
        caption=caption,
        columns=(Column(text=first), *(Column(text=head, numeric=True) for head in others)),
        rows=rows,
        note=note,
        stacked=True,
    )
