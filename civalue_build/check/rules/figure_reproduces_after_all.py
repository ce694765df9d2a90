"""A figure that does follow."""

from collections.abc import Iterator

from civalue_build.check.figures import placed_figures
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level, Reproduces
from civalue_build.model.subject import Subject


@rule(code="CV2022", level=Level.ADVICE)
def figure_reproduces_after_all(subject: Subject) -> Iterator[Fault]:
    """Figure is said not to reproduce, and it does.

    The case's own lines give the figure within the source's rounding. Say `fully`, and drop the
    reason.

    *Fails:* at printed.0.reproduces

        printed:
          - label: Cost of the lead nurse
            value: 96000
            of: costs
            undiscounted: true
            horizon: 2
            source: accounts
            reproduces: does-not
            because: A week of sick leave was left out

    *Passes:*

        printed:
          - label: Cost of the lead nurse
            value: 95000
            of: costs
            undiscounted: true
            horizon: 2
            source: accounts
            reproduces: does-not
            because: A week of sick leave was left out
    """
    for path, item, found in placed_figures(subject):
        if item.reproduces is Reproduces.DOES_NOT and found.agrees:
            yield (*path, "reproduces"), f"“{item.label}” follows from the lines of the case"
