"""Tables of how sure the headline is, each figure with the numbers that it is made from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from civalue_build.model.appraisal import OneInput, Undefined
from civalue_build.model.explained import Explained, How, What, of_input
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.group import VIEWS
from civalue_build.present.case.explained.names import shown, subject
from civalue_build.present.case.explained.sums import numbers
from civalue_build.present.case.explained.unsure import CORNERS, told
from civalue_build.present.case.uncertainty_names import named
from civalue_build.present.case.uncertainty_words import NEVER, of_claim
from civalue_build.present.views import Cell, Column, Row, Table

_INPUTS = (
    "Net value at an end = net present value − the lines that use the number, as claimed + the "
    "same lines with it at that end. Breaks even at = the number × (what it multiplies − net "
    "present value) ÷ what it multiplies. A share taken off counts as 1 − the share."
)
_SEARCHED = " Where no straight line leads there, the value was searched by halving a span."
_ENDS = ("hurts", "helps")
_CORNERS = (
    "Present values. A line is multiplied by each end ÷ the number as claimed. A share taken off "
    "counts as 1 − the share. A number that several lines use stands at the same end in all of "
    "them."
)
_DELAY = (
    "A year = benefits × the part that a month takes − costs × the part that a month takes. That "
    "part = (discount factor − that of the next year) ÷ 12; of the last year’s benefits, the whole "
    "discount factor ÷ 12."
)


def inputs_table(known: Material) -> Table:
    """Return every number of the headline at both ends, and where it breaks even."""
    items = told(known)
    nodes = (known.appraisal.explained.get(of_input(x.input, What.SWITCHING)) for x in items)
    searched = any(node is not None and node.how is How.SEARCHED for node in nodes)
    table = _table(
        "how-inputs-cells",
        "Each number alone",
        ("Number", "Net value at low end", "Net value at high end", "Breaks even at"),
        [_input(known, item) for item in items],
        _INPUTS + (_SEARCHED if searched else ""),
    )
    return replace(table, caption_hidden=True)


def _table(name: str, caption: str, heads: Sequence[str], rows: Iterable[Row], note: str) -> Table:
    """Return a table of numbers, each row with what it is of at its head."""
    first, *others = heads
    return Table(
        id=name,
        caption=caption,
        stacked=True,
        columns=(Column(text=first), *(Column(text=head, numeric=True) for head in others)),
        rows=tuple(rows),
        note=note,
    )


def _input(known: Material, item: OneInput) -> Row:
    name, found = named(known, item.input), known.appraisal.explained
    ends = (found.get(of_input(item.input, what)) for what in (What.LOW, What.HIGH))
    cells = (_end(known, node) if node else Cell(text="no range", empty=True) for node in ends)
    node, value = found.get(of_input(item.input, What.SWITCHING)), item.switching_value
    if node is None or isinstance(value, Undefined):
        switch = Cell(text=NEVER, empty=True)
    else:
        sums = numbers(known, node) if node.how is not How.SEARCHED else ""
        rest = numbers(known, node.terms[0]) if node.how is How.REST else ""
        how = f"1 {wording.MINUS} {rest}" if rest else sums
        note = "; ".join(filter(None, (how, _share(item))))
        switch = Cell(text=name.found(value), note=note)
    return Row(cells=(Cell(text=name.name), *cells, switch))


def _share(item: OneInput) -> str:
    if isinstance(item.share_of_claim, Undefined):
        return ""
    size = of_claim(item)
    return f"{size} the claim" if size.endswith("times") else f"{size} of the claim"


def _end(known: Material, node: Explained) -> Cell:
    return Cell(text=shown(known, node), note="".join(_terms(known, node)))


def _terms(known: Material, node: Explained) -> Iterator[str]:
    """Yield the terms of a sum with signs, a line that is moved with its own numbers."""
    for place, term in enumerate(node.terms):
        own = term.terms[0] if term.how is How.LOSS else term
        sign = wording.MINUS if term.how is How.LOSS else "+"
        text = numbers(known, own) if own.how is How.SCALED else shown(known, own)
        text = f"({text})" if place and text.startswith(wording.MINUS) else text
        yield f" {sign} {text}" if place else text


def corners_table(known: Material) -> Table:
    """Return every line of the headline as claimed, at the worst and at the best."""
    found = known.appraisal.explained
    worst, best = (found[f"uncertainty.{what}"] for what in CORNERS)
    rows = [_line(known, *pair) for pair in zip(worst.terms, best.terms, strict=True)]
    head = known.appraisal.headline
    npv = head.claimed.npv if head else Undefined("")
    sums = (known.brief(npv), shown(known, worst), shown(known, best))
    total = Row(cells=tuple(Cell(text=text) for text in ("In all", *sums)), total=True)
    return _table(
        "how-corners-cells",
        "Every line with its numbers at the ends of their ranges",
        ("Line", "As claimed", *(f"Every number at the end that {does}" for does in _ENDS)),
        (*rows, total),
        _CORNERS,
    )


def _line(known: Material, worst: Explained, best: Explained) -> Row:
    claimed = known.appraisal.explained[f"lines.{_own(worst).of}.{What.DISCOUNTED}"]
    sign = f"{wording.MINUS}{wording.JOINER}" if worst.how is How.LOSS else ""
    value = shown(known, claimed._replace(figure=_signed(claimed, worst)))
    ends = (_corner(known, term, sign) for term in (worst, best))
    return Row(cells=(Cell(text=subject(known, _own(worst))), Cell(text=value), *ends))


def _corner(known: Material, term: Explained, sign: str) -> Cell:
    own = _own(term)
    note = numbers(known, own) if own.how is How.SCALED else ""
    return Cell(text=shown(known, term), note=f"{sign}{note}" if note else "")


def _own(term: Explained) -> Explained:
    return term.terms[0] if term.how is How.LOSS else term


def _signed(claimed: Explained, term: Explained) -> float:
    figure = claimed.figure
    value = 0.0 if isinstance(figure, Undefined) else figure
    return -value if term.how is How.LOSS else value


def delay_table(known: Material) -> Table:
    """Return what a month takes from the flows of each year, as claimed and corrected."""
    found = known.appraisal.explained
    both = [found[f"delay.{name}"] for name in VIEWS]
    years = sorted({term.year or 0 for node in both for term in node.terms})
    rows = [
        Row(cells=(Cell(text=f"Year {year}"), *(_year(known, node, year) for node in both)))
        for year in years
    ]
    total = (Cell(text=shown(known, node)) for node in both)
    table = _table(
        "how-delay-cells",
        "What a month of delay costs, year by year",
        ("Year", "As claimed", "Corrected for evidence"),
        (*rows, Row(cells=(Cell(text="In all"), *total), total=True)),
        _DELAY,
    )
    return replace(table, caption_hidden=True)


def _year(known: Material, node: Explained, year: int) -> Cell:
    own = [term for term in node.terms if term.year == year]
    lost = sum(term.figure for term in own if not isinstance(term.figure, Undefined))
    parts = [_with_sign(known, term, place) for place, term in enumerate(own)]
    return Cell(text=known.money(lost), note="".join(parts))


def _with_sign(known: Material, term: Explained, place: int) -> str:
    is_cost = term.how is How.LOSS
    text = numbers(known, _own(term))
    if place:
        return f" {wording.MINUS if is_cost else '+'} {text}"
    return f"{wording.MINUS}{wording.JOINER}{text}" if is_cost else text
