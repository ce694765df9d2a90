"""Measures are those of the case."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_benefits
from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV058", level=Level.ERROR)
def unknown_measure(subject: Subject) -> Iterator[Fault]:
    """No measure of the case has this name.

    The aim, a benefit and an outcome may each name the measure that shows it.

    *Fails:* at outcomes.0.measure

        outcomes:
          - {who: patients, what: Fewer painful wounds, measure: ulcer}

    *Passes:*

        outcomes:
          - {who: patients, what: Fewer painful wounds, measure: ulcers}
    """
    known = {measure.id for measure in subject.case.measures}
    yield from strangers("measure", _named(subject.case), known)


def _named(case: Case) -> Iterator[tuple[KeyPath, str | None]]:
    yield ("aim", "measure"), case.aim.measure if case.aim else None
    for path, line in placed_benefits(case):
        yield (*path, "measure"), line.measure
        if line.from_measure:
            yield (*path, "from_measure", "measure"), line.from_measure.measure
    for at, outcome in enumerate(case.outcomes):
        yield ("outcomes", at, "measure"), outcome.measure
