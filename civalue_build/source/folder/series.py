"""Series of measures, and the ledger of plan against actual."""

from civalue_build.model.measures import LedgerEntry, SeriesPoint
from civalue_build.source.faults.files import TABLE_OUT_OF_ORDER, TABLE_VALUE_NOT_READABLE
from civalue_build.source.folder.tables import Columns, Row, date_at, number_at, read_rows
from civalue_build.source.log import Log
from civalue_build.source.words import show

SERIES = Columns(("date", "value"), ("denominator", "note"))
LEDGER = Columns(("month", "line", "plan", "actual"))
_Entered = tuple[tuple[int, int, int], str]
"""The first day of a month, and the line that has an amount in it."""


def read_series(data: bytes, log: Log) -> tuple[SeriesPoint, ...]:
    """Return the points of a table `date,value[,denominator][,note]`, oldest first.

    Rows at fault are reported with line and field, and left out.
    """
    points: list[SeriesPoint] = []
    for row in read_rows(data, SERIES, log):
        point = _point(row, log)
        if point is not None and _follows(points, point, row, log):
            points.append(point)
    return tuple(points)


def _point(row: Row, log: Log) -> SeriesPoint | None:
    date = date_at(row, "date", log)
    value = number_at(row, "value", log)
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


def _follows(points: list[SeriesPoint], point: SeriesPoint, row: Row, log: Log) -> bool:
    if not points or points[-1].date.first_day < point.date.first_day:
        return True
    same = points[-1].date.first_day == point.date.first_day
    message = f"the date {point.date} {'repeats' if same else 'is earlier than'} the one above"
    log.add(TABLE_OUT_OF_ORDER, message, (row.line, 1))
    return False


def read_ledger(data: bytes, log: Log) -> tuple[LedgerEntry, ...]:
    """Return the rows of a table `month,line,plan,actual`, in order of months.

    Rows at fault are reported with line and field, and left out.
    """
    entries: list[LedgerEntry] = []
    seen: set[_Entered] = set()
    for row in read_rows(data, LEDGER, log):
        entry = _entry(row, log)
        if entry is not None and _in_turn(entries, entry, seen, log):
            entries.append(entry)
            seen.add((entry.month.first_day, entry.line))
    return tuple(entries)


def _entry(row: Row, log: Log) -> LedgerEntry | None:
    month = date_at(row, "month", log, month=True)
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
