"""The sheet of sensitivity: the headline at each end of each input, corners, switching values."""

from collections.abc import Mapping, Sequence

from civalue_build.model.appraisal import OneInput, Uncertainty, Undefined
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.workbook.inputs import Input, Inputs
from civalue_build.present.workbook.paper import Sheet
from civalue_build.present.workbook.terms import Term, total
from civalue_build.present.workbook.worth import Worth

HEADS = (
    "Input", "Value", "Low", "High", "What one more does to the net", "Net at the low end",
    "Net at the high end", "Switching value", "Worst end", "Best end", "Unit", "Key",
)  # fmt: skip
_VALUE, _LOW, _HIGH, _SLOPE, _AT_LOW, _AT_HIGH, _SWITCH, _WORST, _BEST = range(1, 10)
NEVER = "never"
BENT = "no straight line"
_NOTE = (
    "The headline net present value, as claimed, with one input moved and all others as they are."
)
_SWITCHES = (
    "Switching value: where the net is nothing. “Never”: no value that the input can have does it."
)
_STATIC = "Where the net is no straight line, the switching value is of the case as published."
_CUT = "Some sums over many years are too long for a formula: those do not follow changes here."
_OTHER_CORNER = (
    "Two ranges of this case hang together: over all combinations of ends the site finds"
)
SAME = 1e-9
FLAT = 1e-12
"""A slope below which an input does nothing, and the slack at the ends of what it can be."""


@record
class _Found:
    """Where the ends of one input stand that hurt, and that help."""

    worst: Term
    best: Term


def write_sensitivity(
    sheet: Sheet,
    known: Material,
    inputs: Inputs,
    lines: Sequence[Worth],
    headline: Term | None,
) -> None:
    """Write one row for each input, and the corners; the reason where there is no headline."""
    sheet.widths(44, 13, 13, 13, 16, 15, 15, 15, 13, 13, 18, 30)
    sheet.text(1, 0, "Sensitivity of the headline", "title")
    found = known.appraisal.uncertainty
    if headline is None:
        why = known.appraisal.headline and known.appraisal.headline.claimed.npv
        reason = wording.reason(why) if isinstance(why, Undefined) else "there is no headline"
        sheet.text(3, 0, f"There is no net present value to be unsure of: {reason}.", "label")
        return
    for row, note in enumerate((_NOTE, _SWITCHES, _STATIC), start=2):
        sheet.text(row, 0, note, "label")
    sheet.head(6, HEADS, range(_VALUE, _BEST + 1))
    sheet.freeze(6, 1)
    each = found.one_at_a_time if isinstance(found, Uncertainty) else ()
    tried = {one.input: one for one in each}
    ends = {
        key: _row(sheet, row, item, lines, headline, tried.get(key))
        for row, (key, item) in enumerate(inputs.by_key.items(), start=7)
    }
    _corners(sheet, 8 + len(ends), lines, ends, found)
    if sheet.is_cut:
        sheet.text(5, 0, _CUT, "label")


def _row(  # noqa: PLR0913, PLR0917 all that a row is made of
    sheet: Sheet,
    row: int,
    item: Input,
    lines: Sequence[Worth],
    headline: Term,
    tried: OneInput | None,
) -> _Found:
    look = _look(item)
    sheet.text(row, 0, item.told.label)
    for col, term in ((_VALUE, item.value), (_LOW, item.low), (_HIGH, item.high)):
        sheet.term(row, col, term, look)
    users = [line for line in lines if line.uses(item.key)]
    if any(line.bends(item.key) for line in users):
        at = _bent(sheet, row, item, users, headline)
        _static(sheet, row, tried, look)
    else:
        slope = total(line.slope(item.key) for line in users)
        at = _straight(sheet, row, item, slope, headline)
        _switch(sheet, row, item, slope.value, headline, is_share=_is_share(users, item.key))
    worst = sheet.term(row, _WORST, _end(at, item.high, item.low), look)
    best = sheet.term(row, _BEST, _end(at, item.low, item.high), look)
    sheet.texts(row, (item.told.unit, item.key), start=_BEST + 1)
    return _Found(worst=worst, best=best)


def _is_share(users: Sequence[Worth], key: str) -> bool:
    return any(key in line.row.rests.shares.values() for line in users)


def _straight(
    sheet: Sheet, row: int, item: Input, slope: Term, headline: Term
) -> tuple[Term, Term]:
    put = sheet.term(row, _SLOPE, slope, "price")
    value = sheet.at(row, _VALUE)
    low, high = (
        sheet.formula(
            row,
            col,
            f"{headline.text}+({sheet.at(row, end)}-{value})*{put.text}",
            headline.value + (term.value - item.value.value) * slope.value,
            "money",
        )
        for col, end, term in ((_AT_LOW, _LOW, item.low), (_AT_HIGH, _HIGH, item.high))
    )
    return low, high


def _bent(
    sheet: Sheet, row: int, item: Input, users: Sequence[Worth], headline: Term
) -> tuple[Term, Term]:
    """Write the headline at both ends with the lines that use the input worked out anew."""
    sheet.text(row, _SLOPE, BENT)
    low, high = (
        sheet.term(row, col, _moved(users, item, end, headline), "money")
        for col, end in ((_AT_LOW, item.low), (_AT_HIGH, item.high))
    )
    return low, high


def _moved(users: Sequence[Worth], item: Input, end: Term, headline: Term) -> Term:
    inputs = users[0].ground.inputs.by_key

    def now(key: str) -> Term:
        return inputs[key].value

    new = total(line.at(lambda key: end if key == item.key else now(key)) for line in users)
    old = total(line.at(now) for line in users)
    value = headline.value + new.value - old.value
    return Term(f"{headline.text}+{new.text}-{old.text}", value)


def _static(sheet: Sheet, row: int, tried: OneInput | None, look: str) -> None:
    switch = tried.switching_value if tried else Undefined("not worked out")
    if isinstance(switch, Undefined):
        sheet.text(row, _SWITCH, NEVER if tried else switch.why)
    else:
        sheet.number(row, _SWITCH, switch, look)


def _switch(  # noqa: PLR0913 all that the formula needs
    sheet: Sheet, row: int, item: Input, slope: float, headline: Term, *, is_share: bool
) -> None:
    value, low, high, by = (sheet.at(row, col) for col in (_VALUE, _LOW, _HIGH, _SLOPE))
    found = f"{value}-{headline.text}/{by}"
    feasible = f"AND({found}>=-{FLAT!r},{found}<=1+{FLAT!r})"
    if not is_share:
        slack = f"{FLAT!r}*ABS({value})"
        feasible = f"AND(OR({low}<0,{found}>=-{slack}),OR({high}>=0,{found}<={slack}))"
    formula = f'IF(ABS({by})<{FLAT!r},"{NEVER}",IF({feasible},{found},"{NEVER}"))'
    shown = _switching(item, slope, headline.value, is_share=is_share)
    sheet.formula(row, _SWITCH, formula, shown, _look(item))


def _look(item: Input) -> str:
    return "rounded" if item.told.look == "quantity" else item.told.look


def _switching(item: Input, slope: float, headline: float, *, is_share: bool) -> float | str:
    if abs(slope) < FLAT:
        return NEVER
    found = item.value.value - headline / slope
    slack = FLAT if is_share else FLAT * abs(item.value.value)
    if is_share:
        return found if -slack <= found <= 1 + slack else NEVER
    is_positive, is_negative = item.low.value >= 0, item.high.value < 0
    is_feasible = (not is_positive or found >= -slack) and (not is_negative or found <= slack)
    return found if is_feasible else NEVER


def _end(at: tuple[Term, Term], falling: Term, rising: Term) -> Term:
    """Return one end where the headline falls from the low to the high one, else the other."""
    low, high = at
    value = falling.value if low.value > high.value else rising.value
    return Term(f"IF({low.text}>{high.text},{falling.text},{rising.text})", value)


def _corners(
    sheet: Sheet,
    row: int,
    lines: Sequence[Worth],
    ends: Mapping[str, _Found],
    found: Uncertainty | Undefined,
) -> None:
    """Write what each line adds where every input is at its worst, and at its best, end."""
    sheet.text(row, 0, "Every input at its worst end, and at its best end", "heading")
    sheet.head(row + 1, ("Line", "Worst", "Best"), (1, 2))
    first = row + 2
    sums = [0.0, 0.0]
    for at, line in enumerate(lines, start=first):
        sheet.text(at, 0, line.row.label)
        for side, name in enumerate(("worst", "best")):
            worth = line.at(lambda key, name=name: getattr(ends[key], name))  # type: ignore[misc]
            sums[side] += sheet.term(at, 1 + side, worth, "money").value
    last = first + len(lines)
    sheet.text(last, 0, "Net present value", "bold")
    for side, value in enumerate(sums):
        span = sheet.down(first, max(first, last - 1), 1 + side)
        formula = f"SUM({span})" if lines else "0"
        sheet.formula(last, 1 + side, formula, value, "money total")
    if isinstance(found, Uncertainty) and not _agree(found, sums):
        text = f"{_OTHER_CORNER} {found.worst_corner:,.0f} and {found.best_corner:,.0f}."
        sheet.text(last + 1, 0, text, "label")


def _agree(found: Uncertainty, sums: Sequence[float]) -> bool:
    pairs = zip((found.worst_corner, found.best_corner), sums, strict=True)
    return all(abs(one - two) <= SAME * max(1.0, abs(one), abs(two)) for one, two in pairs)
