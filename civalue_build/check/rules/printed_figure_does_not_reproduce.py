"""A printed figure follows from its inputs."""

from collections.abc import Iterator

from civalue_build.check.figures import close, placed_figures, plain
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level, Reproduces
from civalue_build.model.subject import Subject

ENDS = ("value", "low", "high")


@rule(code="CV2003", level=Level.ERROR)
def printed_figure_does_not_reproduce(subject: Subject) -> Iterator[Fault]:
    """No sum over the case gives a printed figure.

    The case says that the figure reproduces in full. The sum over its lines, within the rounding
    of the source, is another. Either an input is wrong, or the figure reproduces only in part, and
    `because` says why.

    *Fails:* at printed.0.value

        printed:
          - label: Cost of the lead nurse
            value: 95000
            of: costs
            undiscounted: true
            perspective: nhs
            horizon: 2
            source: accounts
            reproduces: fully

    *Passes:*

        printed:
          - label: Cost of the lead nurse, in thousands
            value: 100000
            to_nearest: 10000
            of: costs
            undiscounted: true
            perspective: nhs
            horizon: 2
            source: accounts
            reproduces: fully
    """
    for path, item, found in placed_figures(subject):
        if item.reproduces is not Reproduces.FULLY or found.agrees is not False:
            continue
        for key, given, computed in zip(ENDS, found.printed, found.computed, strict=True):
            if given is not None and not close(given, computed, item.to_nearest):
                told = f"is printed as {plain(given)} and computes to {plain(computed)}"
                yield (*path, key), f"“{item.label}” {told}"
