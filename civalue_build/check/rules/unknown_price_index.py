"""The price index is the framework's, or none."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.prices import AS_PRINTED
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV055", level=Level.ERROR)
def unknown_price_index(subject: Subject) -> Iterator[Fault]:
    """No price index of the framework has this name.

    Amounts of other years are brought to the case's price year by an index of the framework, or
    by `none`, which leaves them as they are printed.

    *Fails:* at appraisal.price_index

        appraisal: {price_index: gdp-deflater}

    *Passes:*

        appraisal: {price_index: none}
    """
    basis = subject.case.appraisal
    if basis and basis.price_index != AS_PRINTED:
        named = ("appraisal", "price_index"), basis.price_index
        yield from strangers("price index", [named], [*subject.framework.price_indices, AS_PRINTED])
