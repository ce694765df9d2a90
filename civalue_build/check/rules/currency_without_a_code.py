"""Currencies have codes."""

from collections.abc import Iterator

from civalue_build.check.prices import is_code
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV075", level=Level.ERROR)
def currency_without_a_code(subject: Subject) -> Iterator[Fault]:
    """Currency is not written as a code of three capital letters.

    Amounts of one currency are never added to those of another. For that each has to be known by
    its code: `GBP` for pounds sterling, `EUR` for euros, `USD` for dollars of the United States.

    *Fails:* at appraisal.currency

        appraisal: {currency: pounds}

    *Passes:*

        appraisal: {currency: GBP}
    """
    basis = subject.case.appraisal
    if basis and not is_code(basis.currency):
        yield ("appraisal", "currency"), "a currency is three capital letters, such as GBP"
