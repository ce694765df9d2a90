"""A return needs its costs."""

import re
from collections.abc import Iterator

from civalue_build.check.figures import NET_FIGURES, close, placed_figures
from civalue_build.check.lines import placed_benefits
from civalue_build.check.rule import Fault, rule
from civalue_build.model.appraisal import Reproduction
from civalue_build.model.case import Case
from civalue_build.model.enums import Level, PrintedOf
from civalue_build.model.evidence import Printed
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject

GROSS_FIGURES = (PrintedOf.BENEFITS, PrintedOf.LINES)
NET = re.compile(
    r"\bnet (?:cash )?(?:saving|benefit|gain|return|value)s?\b|\breturn on investment\b|\bROI\b"
    r"|\b(?:for|per) (?:each|every) £1\b",
    re.IGNORECASE,
)
"""Words of a figure from which costs are taken off."""


@rule(code="CV2009", level=Level.GAP)
def gross_quoted_as_net(subject: Subject) -> Iterator[Fault]:
    """Return or net figure quoted where costs are not stated.

    Without the cost of the work there is no net saving and no return, only benefits. The figure is
    gross, whatever it is called. It is so too where costs are stated and not taken off: a net
    figure that is what the benefits alone come to, or a net return that is the return per £1.

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
    faults = tuple(_of_figures(subject, stated=_costs_are_stated(subject)))
    yield from faults
    if not faults and not _costs_are_stated(subject):
        yield from _called_net(subject.case)


def _of_figures(subject: Subject, *, stated: bool) -> Iterator[Fault]:
    for path, item, found in placed_figures(subject):
        if item.of in NET_FIGURES and not stated:
            yield path, f"“{item.label}” needs the costs, and they are not stated"
        elif fault := _fault(item, found, subject):
            yield path, fault


def _costs_are_stated(subject: Subject) -> bool:
    costs = subject.case.costs
    return costs is not None and not any(c.id in subject.appraisal.problems for c in costs)


def _fault(item: Printed, found: Reproduction, subject: Subject) -> str:
    """Return how a figure is called net that is not; empty where it is not at fault."""
    own, step = found.computed[0], item.to_nearest
    if item.value is None or subject.case.costs == ():
        return ""
    if item.of in GROSS_FIGURES and NET.search(item.label) and _is_of_benefits(item, subject.case):
        return f"“{item.label}” is called net, and it is a figure of benefits before costs"
    if close(item.value, own, step):
        return ""
    if item.of is PrintedOf.NPV and close(item.value, _gross(item, subject), step):
        return f"“{item.label}” is called net, and it is what the benefits come to before costs"
    gross = own + 1 if item.of is PrintedOf.NET_RETURN and isinstance(own, float) else None
    if close(item.value, gross, step):
        return f"“{item.label}” is the return per £1: the net return takes the cost off first"
    return ""


def _is_of_benefits(item: Printed, case: Case) -> bool:
    return not {line.id for line in case.costs or ()}.intersection(item.lines)


def _gross(item: Printed, subject: Subject) -> float | None:
    """Return what benefits come to before costs, as the figure counts them; none if nothing."""
    case, own = subject.case, subject.case.appraisal.horizon if subject.case.appraisal else 0
    years = min(item.horizon or own, own)
    amounts = [
        value.claimed if item.undiscounted else value.discounted
        for line in subject.appraisal.lines
        if line.kind and case.counts(item.perspective, line.party)
        for value in line.by_year
        if value.year < years
    ]
    return sum(amounts, 0.0) if amounts else None


def _called_net(case: Case) -> Iterator[Fault]:
    """Yield each text that calls a figure net although no cost is stated."""
    texts: list[tuple[KeyPath, str]] = [(("title",), case.title), (("summary",), case.summary)]
    texts += [((*path, "label"), line.label) for path, line in placed_benefits(case)]
    for path, text in texts:
        if found := NET.search(text):
            yield path, f"“{found[0]}” needs the costs, and they are not stated"
