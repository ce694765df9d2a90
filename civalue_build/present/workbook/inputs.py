"""The sheet of inputs: every number of the case once, to be changed there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Side
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.gate import FromMeasureWorking
from civalue_build.model.record import record
from civalue_build.model.rests import Rests
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.workbook.paper import Sheet
from civalue_build.present.workbook.terms import Term
from civalue_build.present.workbook.words import Told, told

HEADS = (
    "What it is", "Value (change it here)", "Low", "High", "Unit", "Prices of", "How it is stated",
    "Source", "Key",
)  # fmt: skip
VALUE, LOW, HIGH = 1, 2, 3
TAKEN = {"attribution": 1.0, "deadweight": 0.0, "displacement": 0.0}
"""What is taken of a share that a benefit does not state; nothing is lost by year."""


@record
class Input:
    """Where one number stands, with its ends."""

    key: str
    told: Told
    value: Term
    low: Term
    high: Term


@dataclass(slots=True, kw_only=True)
class Inputs:
    """Where the numbers of a case stand: inputs by key, what is taken, corrections by grade."""

    by_key: dict[str, Input] = field(default_factory=dict)
    taken: dict[str, Term] = field(default_factory=dict)
    gains: dict[int, Term] = field(default_factory=dict)
    losses: dict[int, Term] = field(default_factory=dict)


def write_inputs(sheet: Sheet, known: Material, rests: Rests) -> Inputs:
    """Write every number of the case, what is taken in its place, and the corrections."""
    words, found = told(known, rests), Inputs()
    sheet.widths(44, 14, 12, 12, 18, 9, 26, 34, 30)
    sheet.text(1, 0, "Inputs: every number of the case", "title")
    sheet.text(
        2, 0, "Yellow cells with blue figures are inputs. Change the column “Value”.", "label"
    )
    sheet.head(4, HEADS, (VALUE, LOW, HIGH))
    sheet.freeze(4, 2)
    row = 5
    for key, number in _numbers(rests).items():
        found.by_key[key] = _input(sheet, row, key, number, words[key])
        row += 1
    for key in rests.unstated:
        _not_stated(sheet, row, key, words.get(key))
        row += 1
    row = _taken(sheet, row, known, found)
    _corrections(sheet, row + 1, known, found)
    return found


def _numbers(rests: Rests) -> Mapping[str, Range]:
    """Return the inputs of a case, and the amounts that its ledger shows."""
    paid = {
        f"{side}.{line.line}.ledger.{year}": Range.of(amount)
        for line in rests.lines
        for side in ("benefits" if line.shares else "costs",)
        for year, amount in line.actuals.items()
    }
    return {**rests.inputs, **paid}


def _input(sheet: Sheet, row: int, key: str, number: Range, words: Told) -> Input:
    look = f"{words.look} input"
    sheet.text(row, 0, words.label)
    made = _made_of(sheet, row, words.by, number)
    value = (
        sheet.formula(row, VALUE, made, number.central, look)
        if made
        else sheet.number(row, VALUE, number.central, look)
    )
    low, high = _ends(sheet, row, number, look)
    said = (words.unit, words.price_year, _said(words.by, number), words.source, key)
    sheet.texts(row, said, start=HIGH + 1)
    return Input(key=key, told=words, value=value, low=low, high=high)


def _ends(sheet: Sheet, row: int, number: Range, look: str) -> tuple[Term, Term]:
    if not number.is_certain or number.is_midpoint:  # a midpoint is made of its ends
        return sheet.number(row, LOW, number.low, look), sheet.number(row, HIGH, number.high, look)
    same = sheet.at(row, VALUE)
    bare = look.removesuffix(" input")
    low, high = (sheet.formula(row, col, same, number.central, bare) for col in (LOW, HIGH))
    return low, high


def _made_of(
    sheet: Sheet, row: int, by: Estimate | FromMeasureWorking | None, number: Range
) -> str:
    """Return how a number is worked out from others that the case states, if it is."""
    if isinstance(by, FromMeasureWorking):
        return f"{_change(by)}*{by.exposure!r}*{by.per_unit!r}"
    if by and by.total is not None:
        return f"{by.total!r}/{len(tuple(by.over or ())) or 1}"
    if number.is_midpoint:
        return f"({sheet.at(row, LOW)}+{sheet.at(row, HIGH)})/2"
    return ""


def _change(by: FromMeasureWorking) -> str:
    if by.is_net:
        return f"(({by.own!r})-({by.controls!r}))"
    return f"({by.change!r})"


def _said(by: Estimate | FromMeasureWorking | None, number: Range) -> str:
    if isinstance(by, FromMeasureWorking):
        each = f" × {wording.exact(by.per_unit)} for each" if by.per_unit != 1 else ""
        less = ", less the change where the work was not done," if by.is_net else ""
        exposed = f"× {wording.exact(by.exposure)} exposed{each}"
        return f"change of the measure “{by.measure}”{less} {exposed}"
    if by and by.total is not None:
        over = wording.years(by.over or ())
        return f"a total of {wording.exact(by.total)} over {over}, spread evenly"
    if number.is_midpoint:
        return "the middle of its two ends"
    return "one number" if number.is_certain else "a range"


def _not_stated(sheet: Sheet, row: int, key: str, words: Told | None) -> None:
    sheet.text(row, 0, words.label if words else key)
    sheet.text(row, VALUE, "not stated", "bold")
    said = "the case does not state it: what needs it has no value here, and says why"
    unit, source = (words.unit, words.source) if words else ("", "")
    sheet.texts(row, (unit, "", said, source, key), start=HIGH + 1)


def _taken(sheet: Sheet, row: int, known: Material, found: Inputs) -> int:
    for name, value in TAKEN.items():
        lines = [line.label for line in known.appraisal.lines if not _states(line, name)]
        if not lines:
            continue
        words = wording.capital(wording.share(name))
        sheet.text(row, 0, f"{words}, where none is stated")
        found.taken[name] = sheet.number(row, VALUE, value, "share input")
        labels = wording.listed(f"“{label}”" for label in lines)
        sheet.texts(row, ("share of 1", "", f"not stated, so this is taken, for {labels}"), start=4)
        row += 1
    return row


def _states(line: LineValue, name: str) -> bool:
    return line.side is Side.COST or any(s.name == name and s.stated for s in line.shares)


def _corrections(sheet: Sheet, row: int, known: Material, found: Inputs) -> None:
    sheet.text(row, 0, "Correction for the strength of evidence", "heading")
    row += 1
    sheet.text(row, 0, f"Source: {known.framework.grades.source.title}", "label")
    for grade in sorted(set(_grades(known))):
        of = known.framework.grades.of(grade)
        words = f"Grade {of.grade} ({wording.lower_first(of.title)})"
        pairs = (
            ("gains change by", of.benefit_correction, found.gains),
            ("costs and losses change by", of.cost_correction, found.losses),
        )
        for what, share, into in pairs:
            row += 1
            sheet.text(row, 0, f"{words}: {what}")
            into[of.grade] = sheet.number(row, VALUE, share, "share input")
            sheet.text(row, HIGH + 1, "share of 1")


def _grades(known: Material) -> Iterator[int]:
    for line in known.appraisal.lines:
        if not line.undefined:
            yield known.framework.grades.of(line.grade).grade
