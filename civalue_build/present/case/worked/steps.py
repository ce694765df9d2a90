"""An explained figure as a step of an example."""

from collections.abc import Callable, Iterable, Iterator

from civalue_build.model.explained import Explained, How
from civalue_build.model.worked import Asked, WorkedStep
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.origins import origin
from civalue_build.present.case.explained.sums import told

Maker = Callable[[Material, Asked], Iterable[WorkedStep]]
"""Makes the steps of an example; none where the case does not have the figure."""


def step(known: Material, node: Explained, title: str = "", note: str = "") -> WorkedStep:
    """Return a figure with its formula, its numbers, and where it is stated if it is."""
    found = told(known, node, title)
    where = note or wording.capital(origin(known, node))
    return WorkedStep(
        name=found.name,
        figure=found.figure,
        formula=found.formula,
        numbers=found.numbers,
        note=where,
    )


def steps_of(known: Material, *keys: str) -> Iterator[WorkedStep]:
    """Yield the figures with these ids under their own names; nothing unless all are given."""
    nodes = tuple(found(known, key) for key in keys)
    if all(nodes):
        yield from (step(known, node) for node in nodes if node)


def found(known: Material, key: str) -> Explained | None:
    """Return the figure with an id; none where it cannot be given."""
    node = known.appraisal.explained.get(key)
    return None if node is None or node.how is How.NOT_GIVEN else node
