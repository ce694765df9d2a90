"""A working as a page shows it: facts, figures with their sums, and a table."""

from typing import NamedTuple

from civalue_build.model.record import record
from civalue_build.present.views import Fact, Table


class Term(NamedTuple):
    """One number of a sum, after what stands before it; its name leads to its own working."""

    before: str
    text: str
    name: str
    href: str
    after: str


class Step(NamedTuple):
    """One figure: what it is, the formula in words, and with the numbers put in."""

    name: str
    figure: str
    formula: str = ""
    terms: tuple[Term, ...] = ()
    note: str = ""


@record
class Working:
    """The workings behind one table or one line; `id` is the anchor that its figures lead to."""

    id: str
    label: str
    intro: str = ""
    facts: tuple[Fact, ...] = ()
    steps: tuple[Step, ...] = ()
    table: Table | None = None
