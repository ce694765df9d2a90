"""A return needs its costs."""

from collections.abc import Iterator

from civalue_build.check.figures import NET_FIGURES
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2009", level=Level.GAP)
def gross_quoted_as_net(subject: Subject) -> Iterator[Fault]:
    """Return or net figure quoted where costs are not stated.

    Without the cost of the work there is no net saving and no return, only benefits. The figure is
    gross, whatever it is called.

    *Fails:* at printed.0

        record: from-published-sources
        costs: null
        printed:
          - label: Net saving a year
            value: 108000
            of: npv
            undiscounted: true
            source: accounts
            because: The work was not costed

    *Passes:*

        record: from-published-sources
        costs: null
        printed:
          - label: Savings a year before costs
            value: 108000
            of: benefits
            undiscounted: true
            source: accounts
    """
    costs = subject.case.costs
    stated = costs is not None and not any(c.id in subject.appraisal.problems for c in costs)
    for at, item in enumerate(subject.case.printed):
        if item.of in NET_FIGURES and not stated:
            yield ("printed", at), f"“{item.label}” needs the costs, and they are not stated"
