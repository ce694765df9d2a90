"""A difference is explained."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level, Reproduces
from civalue_build.model.subject import Subject


@rule(code="CV2004", level=Level.GAP)
def difference_without_a_because(subject: Subject) -> Iterator[Fault]:
    """Nothing says why a printed figure does not reproduce, or why nobody can tell.

    A figure that follows only in part from what is printed with it is not wrong for that. A reader
    wants to know what is missing. The same holds for a figure that is not tested at all.

    *Fails:* at printed.0.because

        printed:
          - label: Cost of the lead nurse
            value: 95000
            of: costs
            undiscounted: true
            source: accounts
            reproduces: does-not

    *Passes:*

        printed:
          - label: Cost of the lead nurse
            value: 95000
            of: costs
            undiscounted: true
            source: accounts
            reproduces: does-not
            because: A week of sick leave was left out
    """
    for at, item in enumerate(subject.case.printed):
        if item.reproduces is Reproduces.FULLY or says(item.because):
            continue
        untold = item.reproduces is Reproduces.NOT_STATED
        what = "is not compared with its inputs" if untold else "does not reproduce"
        yield ("printed", at, "because"), f"nothing says why “{item.label}” {what}"
