"""How each figure of a page was worked out, folded up: one part for each table, and for each line.

The arithmetic is that of `Appraisal.explained`; here it is only laid out.
"""

from collections.abc import Callable, Mapping

from civalue_build.model.explained import Explained
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained import group as how
from civalue_build.present.case.explained.beside import others
from civalue_build.present.case.explained.earlier import Earlier
from civalue_build.present.case.explained.matrix import matrix_table
from civalue_build.present.case.explained.names import shown
from civalue_build.present.case.explained.origins import origin
from civalue_build.present.case.explained.results import results
from civalue_build.present.case.explained.sums import Piece, told
from civalue_build.present.case.explained.unsure import unsure
from civalue_build.present.case.explained.unsure_tables import (
    corners_table,
    delay_table,
    inputs_table,
)
from civalue_build.present.case.explained.working import Step, Term, Working
from civalue_build.present.case.line_workings import line_workings
from civalue_build.present.views import Table


def workings(known: Material) -> tuple[Working, ...]:
    """Return all workings of a page; none where nothing was explained."""
    if not known.appraisal.explained:
        return ()
    earlier = Earlier()
    return (
        *(_result(known, group, earlier) for group in results(known, with_cells=False)),
        *(_result(known, group, earlier) for group in unsure(known, with_nodes=False)),
        *line_workings(known),
        *(_group(known, group, earlier) for group in others(known)),
    )


def _result(known: Material, group: how.Group, earlier: Earlier) -> Working:
    table = _TABLES.get(group.id)
    return _group(known, group, earlier, table(known) if table else None)


_TABLES: Mapping[str, Callable[[Material], Table]] = {
    how.MATRIX: matrix_table,
    how.UNSURE: corners_table,
    how.INPUTS: inputs_table,
    how.DELAY: delay_table,
}
"""The workings that a table tells in less space than one after another."""


def _group(
    known: Material, group: how.Group, earlier: Earlier, table: Table | None = None
) -> Working:
    steps = tuple(_step(known, group, title, node, earlier) for title, node in group.nodes)
    return Working(id=group.id, label=group.title, intro=group.intro, steps=steps, table=table)


def _step(known: Material, group: how.Group, title: str, node: Explained, earlier: Earlier) -> Step:
    above = earlier.told(group, title, node)
    if above:
        return Step(name=title, figure=shown(known, node), note=f"As above: {above}")
    found = told(known, node, title)
    return Step(
        name=found.name,
        figure=found.figure,
        formula=found.formula,
        terms=tuple(_term(piece) for piece in found.pieces),
        note=origin(known, node),
    )


def _term(piece: Piece) -> Term:
    if not piece.name:
        return Term(piece.before, piece.text, "", "", piece.after)
    start, _, rest = piece.id.partition(".")
    line = rest.partition(".")[0] if start == "lines" else ""
    href = f"#{how.anchor_of_line(line)}" if line else ""
    return Term(piece.before, piece.text, piece.name, href, piece.after)
