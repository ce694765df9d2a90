"""Series of measures, and the ledger of plan against actual."""

from itertools import pairwise

from civalue_build.model.measures import LedgerEntry, SeriesPoint
from civalue_build.source.faults.files import (
    SERIES_DOUBTFUL,
    TABLE_OUT_OF_ORDER,
    TABLE_VALUE_NOT_READABLE,
)
from civalue_build.source.folder.doubts import doubts, is_percent
from civalue_build.source.folder.tables import Columns, Dates, Row, number_at, read_rows
from civalue_build.source.log import Log
from civalue_build.source.words import show

SERIES = Columns(("date", "value"), ("denominator", "note"))
LEDGER = Columns(("month", "line", "plan", "actual"))
_Entered = tuple[tuple[int, int, int], str]
"""The first day of a month, and the line that has an amount in it."""
_Placed = tuple[Row, SeriesPoint]


def read_series(data: bytes, log: Log, unit: str = "", label: str = "") -> tuple[SeriesPoint, ...]:
    """Return the points of a table `date,value[,denominator][,note]`, oldest first.

    Rows at fault are reported with line and field, and left out. Values that cannot be, by the
    measure's `unit` and `label`, and other doubts are reported and kept.
    """
    rows = read_rows(data, SERIES, log)
    dates = Dates("date", log)
    found = [(row, point) for row in rows if (point := _point(row, dates, log)) is not None]
    dates.tell()
    placed = _in_order(found, log)
    _note_doubts(placed, log, unit, label)
    _note_signs([row for row, _ in placed], log, unit)
    return tuple(point for _, point in placed)


def _point(row: Row, dates: Dates, log: Log) -> SeriesPoint | None:
    date = dates.read(row)
    value = number_at(_without_sign(row), "value", log)
    denominator = number_at(row, "denominator", log)
    if denominator is not None and denominator < 0:
        place = (row.line, row.columns["denominator"])
        log.add(
            TABLE_VALUE_NOT_READABLE,
            f"a denominator is not negative, found {row.fields['denominator']}",
            place,
        )
    if date is None:
        return None
    return SeriesPoint(
        date=date,
        value=value,
        denominator=denominator,
        note=row.fields.get("note") or None,
    )


def _without_sign(row: Row) -> Row:
    raw = row.fields["value"]
    if not raw.endswith("%"):
        return row
    return row._replace(fields={**row.fields, "value": raw[:-1].rstrip()})


def _in_order(found: list[_Placed], log: Log) -> list[_Placed]:
    """Return points of which each is later than the one before; the others are reported."""
    days = [point.date.first_day for _, point in found]
    if len(days) > 2 and all(before > later for before, later in pairwise(days)):
        message = "the rows run from the newest to the oldest; sort them, oldest first"
        log.add(TABLE_OUT_OF_ORDER, message, (found[1][0].line, 1))
        return found[::-1]
    kept: list[_Placed] = []
    for row, point in found:
        if not kept or _follows(kept[-1][1], point, row, log):
            kept.append((row, point))
    return kept


def _follows(last: SeriesPoint, point: SeriesPoint, row: Row, log: Log) -> bool:
    if last.date.first_day < point.date.first_day:
        return True
    same = last.date.first_day == point.date.first_day
    said = "repeats the one above; keep one" if same else "is earlier than the one above"
    message = f"the date {point.date} {said}{'' if same else '; sort the rows, oldest first'}"
    log.add(TABLE_OUT_OF_ORDER, message, (row.line, 1))
    return False


def _note_doubts(placed: list[_Placed], log: Log, unit: str, label: str) -> None:
    seen = [((p.date.year, p.date.month, p.date.day), p.value) for _, p in placed]
    for at, name, message in doubts(seen, unit, label):
        row = placed[at][0]
        log.add(SERIES_DOUBTFUL, message, (row.line, row.columns[name]))


def _note_signs(rows: list[Row], log: Log, unit: str) -> None:
    """Report a per cent sign that some values have, or all where the unit is another."""
    signed = [(row, row.fields["value"].endswith("%")) for row in rows if row.fields["value"]]
    if not any(sign for _, sign in signed):
        return
    row, first = signed[0]
    if all(sign for _, sign in signed):
        if is_percent(unit) or not unit:
            return
        message = f"values have a per cent sign, and the unit of the measure is {show(unit)}"
    else:
        row = next(row for row, sign in signed if sign is not first)
        had = "and those above have none" if not first else "and those above have one"
        sign = "has no" if first else "has a"
        message = f"this value {sign} per cent sign, {had}; are all in the same unit?"
    log.add(SERIES_DOUBTFUL, message, (row.line, row.columns["value"]))


def read_ledger(data: bytes, log: Log) -> tuple[LedgerEntry, ...]:
    """Return the rows of a table `month,line,plan,actual`, in order of months.

    Rows at fault are reported with line and field, and left out.
    """
    entries: list[LedgerEntry] = []
    seen: set[_Entered] = set()
    months = Dates("month", log, month=True)
    for row in read_rows(data, LEDGER, log):
        entry = _entry(row, months, log)
        if entry is not None and _in_turn(entries, entry, seen, log):
            entries.append(entry)
            seen.add((entry.month.first_day, entry.line))
    months.tell()
    return tuple(entries)


def _entry(row: Row, months: Dates, log: Log) -> LedgerEntry | None:
    month = months.read(row)
    plan, actual = number_at(row, "plan", log), number_at(row, "actual", log)
    line = row.fields["line"]
    if not line:
        message = "expected the id of a line, found nothing"
        log.add(TABLE_VALUE_NOT_READABLE, message, (row.line, row.columns["line"]))
    if month is None or not line:
        return None
    return LedgerEntry(month=month, line=line, plan=plan, actual=actual, row=row.line)


def _in_turn(entries: list[LedgerEntry], entry: LedgerEntry, seen: set[_Entered], log: Log) -> bool:
    if (entry.month.first_day, entry.line) in seen:
        message = f"the line {show(entry.line)} has {entry.month} already"
    elif entries and entry.month.first_day < entries[-1].month.first_day:
        message = f"the month {entry.month} is earlier than the one above"
    else:
        return True
    log.add(TABLE_OUT_OF_ORDER, message, (entry.row, 1))
    return False
