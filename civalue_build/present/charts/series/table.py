"""A series as a table, as a file and read aloud."""

from collections.abc import Iterator

from civalue_build.model.charts import ChartPoint
from civalue_build.present import wording
from civalue_build.present.charts.series.model import SeriesChart, unit_in_words
from civalue_build.present.sheets import Value, csv_bytes
from civalue_build.present.views import Cell, Column, Row, Table

HEADS = ("date", "value", "denominator", "signal", "reads", "lower_limit", "middle", "upper_limit",
         "note")  # fmt: skip


def table(series: SeriesChart) -> Table:
    """Return every point with its signal and how it reads."""
    has_sizes = any(point.denominator is not None for point in series.points)
    has_notes = any(point.note for point in series.points)
    columns = (
        Column(text="Date"),
        Column(text="Value", numeric=True),
        *((Column(text="Out of", numeric=True),) if has_sizes else ()),
        Column(text="Signal"),
        *((Column(text="Note"),) if has_notes else ()),
    )
    return Table(
        id=f"{series.id}-table",
        caption=f"{series.label}, {unit_in_words(series.unit)}",
        columns=columns,
        rows=tuple(
            Row(cells=tuple(_cells(point, has_sizes=has_sizes, has_notes=has_notes)))
            for point in series.points
        ),
    )


def _cells(point: ChartPoint, *, has_sizes: bool, has_notes: bool) -> Iterator[Cell]:
    yield Cell(text=wording.date(point.date))
    yield _number(point.value)
    if has_sizes:
        yield _number(point.denominator)
    yield _signal(point)
    if has_notes:
        yield Cell(text=point.note)


def _signal(point: ChartPoint) -> Cell:
    if point.signal is None or point.reads is None:
        return Cell(text="no value" if point.value is None else "none", empty=True)
    reads = wording.capital(wording.label(point.reads))
    return Cell(text=f"{reads}: {wording.label(point.signal)}")


def _number(value: float | None) -> Cell:
    return Cell(text="no value", empty=True) if value is None else Cell(text=wording.exact(value))


def data_file(series: SeriesChart) -> bytes:
    """Return every point as CSV at full precision, with the middle and the limits at it."""
    return csv_bytes(HEADS, (tuple(_values(series, point)) for point in series.points))


def _values(series: SeriesChart, point: ChartPoint) -> Iterator[Value]:
    segment = series.chart.segments[point.segment]
    own = point.upper is not None
    yield str(point.date)
    yield point.value
    yield point.denominator
    yield point.signal.value if point.signal else None
    yield point.reads.value if point.reads else None
    yield point.lower if own else segment.lower
    yield segment.mean
    yield point.upper if own else segment.upper
    yield point.note


def spoken(series: SeriesChart) -> str:
    """Return the chart read aloud; the table beside it has every point."""
    known = [point for point in series.points if point.value is not None]
    first, last = known[0], known[-1]
    signalled = sum(point.reads is not None for point in known)
    segment = series.segments[-1] if series.segments else None
    ends = series.limits(segment) if segment else ()
    limits = [series.shown(limit) for limit in ends if limit is not None]
    parts = (
        f"{series.measure}.",
        f"From {_said(series, first)} to {_said(series, last)}.",
        f"{series.middle} {series.shown(segment.mean)}." if segment else "",
        f"Limits {wording.listed(limits)}." if limits else "",
        f"Target {series.shown(series.target)}." if series.target is not None else "",
        f"{wording.counted(signalled, 'point is', 'points are')} part of a signal.",
    )
    return " ".join(filter(None, parts))


def _said(series: SeriesChart, point: ChartPoint) -> str:
    value = "no value" if point.value is None else series.shown(point.value)
    return f"{value} in {wording.date(point.date)}"
