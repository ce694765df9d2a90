"""The numbers of a chart as a table, as a file and as words."""

from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.present import wording
from civalue_build.present.charts.model import Bar, Chart, Unit
from civalue_build.present.sheets import Value, csv_bytes
from civalue_build.present.views import Cell, Column, Row, Table

_UNITS = {Unit.SHARE: "share of 1", Unit.RETURN: "benefits ÷ costs"}


def table(chart: Chart) -> Table:
    """Return the chart as a table: money to the pound, shares in whole per cent."""
    return Table(
        stacked=len(chart.series) > 1,
        id=f"{chart.id}-table",
        caption=f"{chart.title}. {chart.measure}",
        columns=(
            *(Column(text=head) for head in _heads(chart)),
            *(Column(text=name, numeric=True) for name in chart.series),
        ),
        rows=tuple(Row(cells=tuple(_cells(bar, chart))) for bar in chart.bars),
    )


def data_file(chart: Chart) -> bytes:
    """Return the chart's numbers as CSV, at full precision, with the reason for each gap."""
    unit = _UNITS.get(chart.unit, chart.currency)
    heads = (*_heads(chart), *(f"{name} ({unit})" for name in chart.series), "Why not given")
    return csv_bytes(heads, [tuple(_values(bar, chart)) for bar in chart.bars])


def spoken(chart: Chart) -> str:
    """Return the chart read aloud: its measure, then every row."""
    return " ".join((f"{chart.measure}.", *(_said(bar, chart) for bar in chart.bars)))


def _said(bar: Bar, chart: Chart) -> str:
    name = f"{bar.group}, {wording.lower_first(bar.label)}" if bar.group else bar.label
    shown = [_shown(value, chart) for value in bar.values]
    if len(shown) > 1:
        shown = [f"{wording.lower_first(s)} {v}" for s, v in zip(chart.series, shown, strict=True)]
    return f"{name}: {', '.join(shown)}."


def _heads(chart: Chart) -> Sequence[str]:
    return chart.heads if chart.has_groups else chart.heads[1:]


def _cells(bar: Bar, chart: Chart) -> Iterator[Cell]:
    if chart.has_groups:
        yield Cell(text=bar.group)
    yield Cell(text=bar.label)
    for value in bar.values:
        yield Cell(text=_shown(value, chart), empty=isinstance(value, Undefined))


def _values(bar: Bar, chart: Chart) -> Iterator[Value]:
    if chart.has_groups:
        yield bar.group
    yield bar.label
    for value in bar.values:
        yield None if isinstance(value, Undefined) else value
    reasons = (wording.reason(v) for v in bar.values if isinstance(v, Undefined))
    yield "; ".join(dict.fromkeys(reasons))


def _shown(value: Figure, chart: Chart) -> str:
    return wording.brief(value, chart.shown)
