"""The sheet of lines: price, share, correction, and who counts each line."""

from collections.abc import Iterator, Mapping, Sequence

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Claim, Perspective, Side
from civalue_build.model.record import record
from civalue_build.model.rests import Entry, LineRests, Rests
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.workbook.inputs import TAKEN, Inputs
from civalue_build.present.workbook.paper import Sheet
from civalue_build.present.workbook.terms import ONE, Term, product, rest

FIRST = 5
"""The row of the first line."""
HEADS = (
    "Line", "Id", "Side", "Kind", "Whose", "Paid by", "Claim", "Evidence grade",
    "Price of one, at the price base", "Share claimed", "Left each later year",
    "Gains change by", "Costs and losses change by",
)  # fmt: skip
_PRICE, _WEIGHTS = 8, 13
CASH = "cash"
"""The account of the ladder's first step, beside those of the perspectives."""
ACCOUNTS: tuple[Perspective | str, ...] = (*Perspective, CASH)


@record
class Row:
    """A line as one party books it, and where what it needs stands.

    `price` is of one unit at the price base, `share` what is claimed of the gross in its first
    year, `left` what is left of that each later year; all are none for a line without a value.
    """

    line: LineValue
    rests: LineRests
    entry: Entry
    price: Term = ONE
    share: Term = ONE
    left: Term = ONE
    gains: Term = ONE
    losses: Term = ONE
    weights: Mapping[Perspective | str, int]

    @property
    def label(self) -> str:
        """What the row is called."""
        return f"{self.line.label}, as its payer’s loss" if self.is_loss else self.line.label

    @property
    def is_loss(self) -> bool:
        """Whether it is what a transfer takes from its payer."""
        return self.entry.sign < 0

    @property
    def has_value(self) -> bool:
        """Whether the line has an amount."""
        return not self.line.undefined


@record
class Rows:
    """All rows, costs first, and where the columns that weigh them stand."""

    rows: tuple[Row, ...]
    sheet: Sheet

    def of(self, side: Side) -> tuple[int, int]:
        """Return the places of the first row of a side and of the one after its last."""
        costs = sum(row.line.side is Side.COST for row in self.rows)
        return (0, costs) if side is Side.COST else (costs, len(self.rows))

    def weights(self, account: Perspective | str, side: Side) -> str:
        """Return the way to the weights that an account gives the rows of a side."""
        start, end = self.of(side)
        col = _WEIGHTS + ACCOUNTS.index(account)
        return self.sheet.down(FIRST + start, FIRST + end - 1, col)


def write_lines(
    sheet: Sheet, known: Material, rests: Rests, inputs: Inputs, factors: Mapping[str, Term]
) -> Rows:
    """Write a row for each line, and for what a transfer takes from its payer."""
    sheet.widths(36, 16, 8, 16, 22, 22, 14, 9, 13, *(11,) * 9, 36)
    sheet.text(1, 0, "Lines", "title")
    sheet.text(2, 0, "1 = counted, 0 = not counted, or nets out in a transfer.", "label")
    counts = (f"Counted: {perspective(known, who)}" for who in Perspective)
    heads = (*HEADS, *counts, "Counted: cash of the NHS", "Why there is no amount")
    sheet.head(4, heads, range(_PRICE, len(heads) - 1))
    sheet.freeze(4, 1)
    rows = tuple(
        _row(sheet, FIRST + at, known, made, _terms(known, made, inputs, factors))
        for at, made in enumerate(_made(known, rests))
    )
    return Rows(rows=rows, sheet=sheet)


def _made(known: Material, rests: Rests) -> Iterator[Row]:
    lines = {line.id: line for line in known.appraisal.lines}
    of_line = {item.line: item for item in rests.lines}
    for entry in rests.entries:
        yield Row(
            line=lines[entry.line],
            rests=of_line[entry.line],
            entry=entry,
            weights={account: _weight(entry, rests, account) for account in ACCOUNTS},
        )


def _weight(entry: Entry, rests: Rests, account: Perspective | str) -> int:
    """Return 1 for a row that an account counts; a transfer within it nets to nothing."""
    counted = [
        other.sign
        for other in rests.entries
        if other.line == entry.line and _counts(other, account)
    ]
    return int(counted == [entry.sign])


def _counts(entry: Entry, account: Perspective | str) -> bool:
    return entry.as_cash if account == CASH else account in entry.within


def _row(sheet: Sheet, at: int, known: Material, row: Row, terms: Sequence[Term]) -> Row:
    """Write one row, and return it with where its terms stand; it has none without a value."""
    sheet.texts(at, tuple(_words(known, row)))
    for col, account in enumerate(ACCOUNTS, start=_WEIGHTS):
        sheet.number(at, col, row.weights[account], "count")
    if row.line.undefined:
        sheet.text(at, _WEIGHTS + len(ACCOUNTS), row.line.undefined)
        return row
    looks = ("price" if row.rests.price else "factor", *("share",) * 4)
    price, share, left, gains, losses = (
        sheet.term(at, col, term, look)
        for col, (term, look) in enumerate(zip(terms, looks, strict=True), start=_PRICE)
    )
    return Row(
        line=row.line,
        rests=row.rests,
        entry=row.entry,
        price=price,
        share=share,
        left=left if drops(terms) else ONE,
        gains=gains,
        losses=losses,
        weights=row.weights,
    )


def drops(terms: Sequence[Term]) -> bool:
    """Whether something of the share is lost each later year."""
    return terms[2] is not ONE


def _words(known: Material, row: Row) -> Iterator[str]:
    line = row.line
    yield row.label
    yield line.id
    yield wording.label(line.side)
    kinds = known.framework.kinds
    yield wording.title(kinds, line.kind) if line.kind else wording.label(line.cost_type)
    yield known.party(row.entry.party)
    yield known.party(line.from_party) if line.from_party else ""
    yield wording.title(known.framework.claims, line.claim or Claim.PLANNED) if line.kind else ""
    yield str(line.grade) if line.grade else "none stated"


def _terms(
    known: Material, row: Row, inputs: Inputs, factors: Mapping[str, Term]
) -> Sequence[Term]:
    """Return price, share, what is left of it, and both corrections; nothing without a value."""
    if row.line.undefined:
        return ()
    rests, grade = row.rests, known.framework.grades.of(row.line.grade).grade
    price = inputs.by_key[rests.price].value if rests.price else ONE
    drop = drop_off(rests, inputs)
    return (
        product((price, factors[row.line.id])),
        _kept(rests, inputs),
        rest(drop) if drop else ONE,
        inputs.gains[grade],
        inputs.losses[grade],
    )


def _kept(rests: LineRests, inputs: Inputs) -> Term:
    if not rests.shares:
        return ONE
    attribution, deadweight, displacement = shares_of(rests, inputs)
    return product((attribution, rest(deadweight), rest(displacement)))


def shares_of(rests: LineRests, inputs: Inputs) -> tuple[Term, ...]:
    """Return where the three shares of a benefit stand that hold in all years."""
    keys = ((name, rests.shares.get(name, "")) for name in TAKEN)
    return tuple(
        inputs.by_key[key].value if key in inputs.by_key else inputs.taken[name]
        for name, key in keys
    )


def drop_off(rests: LineRests, inputs: Inputs) -> Term | None:
    """Return where the share stands that is lost each later year; none where none is stated."""
    found = inputs.by_key.get(rests.shares.get("drop_off", ""))
    return found.value if found else None
