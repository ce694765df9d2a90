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
    amounts: dict[Key, dict[Which, float | None]] = {}
    for one in entries:
        year, month, _ = one.month.first_day
        amounts[12 * year + month - 1, one.line] = {Which.PLAN: one.plan, Which.ACTUAL: one.actual}
    spots: dict[Key, Spot] = {}
    changes: list[Change] = []
    added = same = left = 0
    for new in entered:
        key = new.month, new.line
        old = amounts.get(key, {}).get(new.which)
        if new.amount is None:
            left += old is not None
            continue
        if old is not None and abs(old - new.amount) < _SAME:
            same += 1
            continue
        if old is None:
            added += 1
        else:
            changes.append(Change(new.line, new.month, new.which, old, new.amount, new.spot))
        amounts.setdefault(key, {})[new.which] = new.amount
        spots.setdefault(key, new.spot)
    ordered = sorted(amounts, key=lambda key: key[0])
    return Merged(
        text=_text((key, amounts[key]) for key in ordered),
        spots={at: spots[key] for at, key in enumerate(ordered, 2) if key in spots},
        added=added,
        same=same,
        left=left,
        changes=tuple(changes),
    )


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
