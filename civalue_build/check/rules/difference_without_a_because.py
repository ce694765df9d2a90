"""A difference is explained."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.enums import Level, Reproduces
from civalue_build.model.subject import Subject


@rule(code="CV2004", level=Level.GAP)
def difference_without_a_because(subject: Subject) -> Iterator[Fault]:
    """Nothing says why a printed figure does not reproduce.

    A figure that follows only in part from what is printed with it is not wrong for that. A reader
    wants to know what is missing.

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
        differs = item.reproduces in (Reproduces.DOES_NOT, Reproduces.PARTLY)
        if differs and not says(item.because):
            yield ("printed", at, "because"), f"nothing says why “{item.label}” does not reproduce"
