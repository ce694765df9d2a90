"""What a register says becomes a ledger: nothing that the ledger holds is lost on the way."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from civalue_build.model.measures import LedgerEntry
from civalue_build.model.record import record
from civalue_build.model.register import Spot, Which, spelt
from civalue_build.source.register.lines import Entered

_SAME = 0.005
"""Amounts that differ by less than half a penny are the same amount, rounded otherwise."""


class Change(NamedTuple):
    """An amount of the ledger that the register gives otherwise."""

    line: str
    month: int
    which: Which
    old: float
    new: float
    spot: Spot


@record
class Merged:
    """A ledger with what a register adds: its rows as text, and where each came from.

    `spots` are those of the rows of the text, by line of the file. `left` counts amounts of the
    ledger whose cells in the register are empty: they stay.
    """

    text: str
    spots: Mapping[int, Spot]
    added: int
    same: int
    left: int
    changes: tuple[Change, ...]


Key = tuple[int, str]


def merge(entries: Sequence[LedgerEntry], entered: Iterable[Entered]) -> Merged:
    """Return the ledger with the amounts of a register in the place of its own."""
    amounts = {_key(one): {Which.PLAN: one.plan, Which.ACTUAL: one.actual} for one in entries}
    spots: dict[Key, Spot] = {}
    changes: list[Change] = []
    added = same = left = 0
    for new in entered:
        key = new.month, new.line
        old = amounts.get(key, {}).get(new.which)
        if new.amount is None:
            left += old is not None
        elif old is not None and abs(old - new.amount) < _SAME:
            same += 1
        else:
            amounts.setdefault(key, {})[new.which] = new.amount
            spots.setdefault(key, new.spot)
            added += old is None
            if old is not None:
                changes.append(Change(new.line, new.month, new.which, old, new.amount, new.spot))
    ordered = sorted(amounts, key=lambda key: key[0])
    text = _text((key, amounts[key]) for key in ordered)
    of_rows = {at: spots[key] for at, key in enumerate(ordered, 2) if key in spots}
    told = tuple(changes)
    return Merged(text=text, spots=of_rows, added=added, same=same, left=left, changes=told)


def _key(entry: LedgerEntry) -> Key:
    year, month, _ = entry.month.first_day
    return 12 * year + month - 1, entry.line


def _text(rows: Iterable[tuple[Key, Mapping[Which, float | None]]]) -> str:
    made = io.StringIO()
    write = csv.writer(made, lineterminator="\n").writerow
    write(("month", "line", *Which))
    for (month, line), row in rows:
        write((spelt(month), line, *(plain(row.get(which)) for which in Which)))
    return made.getvalue()


def plain(amount: float | None) -> str:
    """Return an amount in plain digits, with no more of them than it needs."""
    if amount is None:
        return ""
    text = f"{Decimal(repr(round(amount, 12))):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
