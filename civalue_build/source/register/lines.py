"""Which line of its case each row of a register speaks of; what is not sure is a fault."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from civalue_build.model.case import Case
from civalue_build.model.enums import Kind
from civalue_build.model.lines import BenefitLine, Line
from civalue_build.model.register import Column, SchemeRow, Spot, Told, Which, spelt
from civalue_build.source.intake.known import same
from civalue_build.source.words import either, nearest, show

COST = "cost"
_CAPACITY = (Kind.FUNDED_CAPACITY, Kind.RELEASED_CAPACITY)
_KINDS: Mapping[str, Collection[str]] = {
    **{kind.replace("-", " "): (kind,) for kind in Kind},
    "cash": (Kind.CASH_RELEASING,),
    "capacity": _CAPACITY,
    "cost avoidance": (Kind.COST_AVOIDED,),
    COST: (COST,),
    "costs": (COST,),
}
"""The kinds of lines that a word may mean, as finance teams write them."""
_STREAM_OF = ("leeds-waste-reduction", "value_stream")


class Entered(NamedTuple):
    """An amount of a line and month; none where its cell is empty."""

    line: str
    month: int
    which: Which
    amount: float | None
    spot: Spot


class Lines:
    """Finds the lines of a case; `faults` and `notes` gather what is said of the rows."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._seen: dict[tuple[str, int, Which], Spot] = {}
        self.faults: list[Told] = []
        self.notes: list[Told] = []

    def entered(self, rows: Sequence[SchemeRow]) -> Iterator[Entered]:
        """Give the amounts of the rows that speak of a line."""
        for row in rows:
            line = self._line(row)
            if isinstance(line, Told):
                self.faults.append(line)
            else:
                yield from self._amounts(row, line)
        self._note_streams(rows)

    def _line(self, row: SchemeRow) -> Line | Told:
        kinds = _KINDS.get(same(row.words.get(Column.KIND, "").replace("-", " ")), ())
        if Column.KIND in row.words and not kinds:
            known = either([*(kind for kind in Kind), "capacity", COST])
            said = show(row.words[Column.KIND])
            return Told(row.at(Column.KIND), f"no kind is called {said}; write {known}")
        name = row.words.get(Column.LINE, "")
        if not name:
            return self._only(row, kinds)
        found = [one for one in self._case.lines if same(name) == same(one.id)] or [
            one for one in self._case.lines if same(name) == same(one.label)
        ]
        if len(found) != 1:
            return Told(row.at(Column.LINE), f"{self._own()}, not {show(name)}{self._near(name)}")
        if kinds and kind_of(found[0]) not in kinds:
            message = f"the line {found[0].id} of {self._case.slug} is {kind_of(found[0])} there"
            said = show(row.words[Column.KIND])
            return Told(row.at(Column.KIND), f"{message}, not {said}; put one of them right")
        return found[0]

    def _only(self, row: SchemeRow, kinds: Collection[str]) -> Line | Told:
        """Return the one line that a row can mean that names none."""
        fits = [one for one in self._case.lines if not kinds or kind_of(one) in kinds]
        if len(fits) == 1:
            return fits[0]
        said = f" of the kind {show(row.words[Column.KIND])}" if kinds else ""
        if not fits:
            return Told(row.at(Column.KIND), f"there is no line{said}: {self._own()}")
        named = ", ".join(one.id for one in fits)
        message = (
            f"write into a column Line which line{said} of {self._case.slug} is meant: {named}"
        )
        return Told(row.at(Column.LINE), message)

    def _own(self) -> str:
        lines = self._case.lines
        if not lines:
            return f"{self._case.slug} has no costs or benefits yet: give it a line first"
        return f"{self._case.slug} has the lines {', '.join(one.id for one in lines)}"

    def _near(self, name: str) -> str:
        names: dict[str, str] = {one.id: one.id for one in self._case.lines}
        names |= {one.label: one.id for one in self._case.lines}
        meant = nearest(name, names)
        return f"; did you mean {names[meant]}?" if meant else ""

    def _amounts(self, row: SchemeRow, line: Line) -> Iterator[Entered]:
        currency = self._case.appraisal.currency if self._case.appraisal else "GBP"
        for one in row.figures:
            if one.amount is not None and one.pounds and currency != "GBP":
                message = f"the amount is in pounds, and {self._case.slug} counts in {currency}"
                self.faults.append(Told(one.spot, message))
            key = line.id, one.month, one.which
            if one.amount is not None and (first := self._seen.setdefault(key, one.spot)) != (
                one.spot
            ):
                where = str(first._replace(file="")).removeprefix(": ")
                month = f"{self._case.slug}, {line.id}, {spelt(one.month)}, {one.which}"
                self.faults.append(Told(one.spot, f"{month} is given twice: also at {where}"))
            yield Entered(line.id, one.month, one.which, one.amount, one.spot)

    def _note_streams(self, rows: Sequence[SchemeRow]) -> None:
        own = stream_of(self._case)
        for stream, row in {row.words.get(Column.STREAM, ""): row for row in rows}.items():
            if stream and same(stream) != same(own):
                said = f"says {show(own)}" if own else "names none"
                key = ": ".join(("approaches", *_STREAM_OF))
                message = f"the value stream is {show(stream)}, and {self._case.slug} {said}"
                self.notes.append(Told(row.at(Column.STREAM), f"{message} ({key}); not changed"))


def stream_of(case: Case) -> str:
    """Return the value stream that a case names, empty where it names none."""
    approach, key = _STREAM_OF
    facts: Any = case.approaches.get(approach)
    found = facts.get(key) if isinstance(facts, dict) else None
    return found if isinstance(found, str) else ""


def kind_of(line: Line) -> str:
    """Return the kind of a benefit, or that a line is a cost."""
    return line.kind if isinstance(line, BenefitLine) else COST
