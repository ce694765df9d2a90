"""Every cell of who × by when with its own numbers, under one explanation."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Result
from civalue_build.model.explained import Explained, How, What, of_result
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.case.explained.group import VIEWS
from civalue_build.present.case.explained.names import shown
from civalue_build.present.views import Cell, Column, Row, Table


def matrix_table(known: Material) -> Table:
    """Return benefits − costs = net present value for each group and horizon, in both views."""
    cells = [cell for cell in known.appraisal.results if cell.horizon <= known.horizon]
    rows = [Row(cells=(_head(known, cell), *_cells(known, cell))) for cell in cells]
    return Table(
        id="how-who-by-when-cells",
        caption="Benefits − costs = net present value",
        stacked=True,
        columns=(
            Column(text="Who is counted, and over how long"),
            Column(text="As claimed", numeric=True),
            Column(text="Corrected for evidence", numeric=True),
        ),
        rows=tuple(rows),
        note="The amount of each line is in its own working.",
    )


def _head(known: Material, cell: Result) -> Cell:
    years = wording.counted(cell.horizon, "year", "years")
    note = _left_out(known, cell) if cell.horizon == known.horizon else ""
    return Cell(text=f"{perspective(known, cell.perspective)}, {years}", note=note)


def _cells(known: Material, cell: Result) -> Iterator[Cell]:
    for view in VIEWS:
        net = _node(known, cell, view, What.NPV)
        if net.how is How.NOT_GIVEN:
            yield Cell(text="not given", note=shown(known, net), empty=True)
            continue
        gained, spent = (shown(known, term) for term in net.terms)
        yield Cell(text=shown(known, net), note=f"{gained} {wording.MINUS} {spent}")


def _node(known: Material, cell: Result, view: str, what: What) -> Explained:
    key = of_result(cell.perspective, cell.horizon, view, what)
    return known.appraisal.explained[key]


def _left_out(known: Material, cell: Result) -> str:
    """Name the lines with a value that do not count here; empty where all count."""
    sides = [_node(known, cell, "claimed", what) for what in (What.PV_COSTS, What.PV_BENEFITS)]
    if any(side.how is How.NOT_GIVEN for side in sides):
        return ""
    counted = {term.of for side in sides for term in side.terms}
    valued = [line for line in known.appraisal.lines if not line.undefined]
    missing = [line.label for line in valued if line.id not in counted]
    return f"not counted: {'; '.join(missing)}" if missing else ""
