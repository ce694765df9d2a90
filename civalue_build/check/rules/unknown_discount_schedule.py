"""The discount schedule is the framework's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV056", level=Level.ERROR)
def unknown_discount_schedule(subject: Subject) -> Iterator[Fault]:
    """No discount schedule of the framework has this name.

    Rates are dated data of the framework, so that two cases under one name mean the same.

    *Fails:* at appraisal.discounting

        appraisal: {discounting: green-book}

    *Passes:*

        appraisal: {discounting: green-book-2022}
    """
    basis = subject.case.appraisal
    named = ("appraisal", "discounting"), basis.discounting if basis else None
    yield from strangers("discount schedule", [named], subject.framework.schedules)
