"""Costs of patients as counts in bands: no row is one patient."""

import re

from civalue_build.model.approach_facts import BAND_COLUMNS, CostBand
from civalue_build.source.faults.files import TABLE_OUT_OF_ORDER, TABLE_VALUE_NOT_READABLE
from civalue_build.source.faults.money import TOO_MANY_ENTRIES
from civalue_build.source.faults.values import NOT_ABOVE_ZERO
from civalue_build.source.folder.tables import Columns, Row, number_at, read_rows
from civalue_build.source.log import Log
from civalue_build.source.sense.flaw import written
from civalue_build.source.words import show

BANDS = Columns(BAND_COLUMNS)
MOST = 30
"""Bands that one chart can show."""
_FEW = re.compile(r"(?:[*.–-]*|[cs]|[<≤] ?\d+|\d ?[–-] ?\d)\Z", re.IGNORECASE)
"""A count that is left out, or that a table keeps back because it is small."""
_TOGETHER = "; put bands of few people together"


def read_bands(data: bytes, log: Log) -> tuple[CostBand, ...]:
    """Return the rows of a table `from,to,before,after`, from the lowest cost to the highest.

    Rows at fault are reported with line and field. A chart of the rest would not show what was
    counted, so there are bands only where every row is sound.
    """
    rows = read_rows(data, BANDS, log)
    is_whole = not log.findings
    bands = [_band(row, log) for row in rows]
    for row, above, band in zip(rows[1:], bands, bands[1:], strict=False) if is_whole else ():
        _note_order(row, above, band, log)
    found = tuple(band for band in bands if band is not None)
    if is_whole and len(found) == len(bands):
        _note_totals(found, log)
    if len(rows) > MOST:
        message = f"{len(rows):,} bands; a chart shows at most {MOST}"
        log.add(TOO_MANY_ENTRIES, message, (rows[MOST].line, 1))
    return () if log.findings else found


def _band(row: Row, log: Log) -> CostBand | None:
    low, before, after = _amount(row, log), _count(row, "before", log), _count(row, "after", log)
    high = number_at(row, "to", log)
    if low is None or before is None or after is None or (high is None and row.fields["to"]):
        return None
    if high is not None and high <= low:
        _add(row, "to", f"a band ends above where it begins, found {row.fields['to']}", log)
        return None
    return CostBand(low=low, high=high, before=before, after=after, row=row.line)


def _amount(row: Row, log: Log) -> float | None:
    low = number_at(row, "from", log)
    if low is None and not row.fields["from"]:
        _add(row, "from", "expected where the band begins, found nothing; the first may be 0", log)
    if low is not None and low < 0:
        _add(row, "from", f"a cost is not negative, found {row.fields['from']}", log)
        return None
    return low


def _count(row: Row, name: str, log: Log) -> int | None:
    """Return a count of patients; of one that is left out or suppressed there is no share."""
    raw = row.fields[name]
    if _FEW.match(raw):
        said = show(raw) if raw else "nothing"
        _add(row, name, f"expected a count of patients, found {said}{_TOGETHER}", log)
        return None
    number = number_at(row, name, log)
    if number is not None and (number < 0 or not number.is_integer()):
        _add(row, name, f"a count of patients is a whole number from 0, found {raw}", log)
        return None
    return int(number) if number is not None else None


def _note_order(row: Row, above: CostBand | None, band: CostBand | None, log: Log) -> None:
    if above is None or band is None or above.high == band.low:
        return
    if above.high is None:
        message = "the band above has no end; only the last may be left open"
    else:
        wrong = "bands do not overlap" if band.low < above.high else "leave no gap between them"
        both = f"begins at {row.fields['from']}, and the one above ends at {written(above.high)}"
        message = f"the band {both}; {wrong}"
    log.add(TABLE_OUT_OF_ORDER, message, (row.line, row.columns["from"]))


def _note_totals(bands: tuple[CostBand, ...], log: Log) -> None:
    for name in ("before", "after") if bands else ():
        if not sum(getattr(band, name) for band in bands):
            mark = (bands[0].row, BAND_COLUMNS.index(name) + 1)
            log.add(NOT_ABOVE_ZERO, f"the column {name} counts nobody, so it has no shares", mark)


def _add(row: Row, name: str, message: str, log: Log) -> None:
    log.add(TABLE_VALUE_NOT_READABLE, message, (row.line, row.columns[name]))
