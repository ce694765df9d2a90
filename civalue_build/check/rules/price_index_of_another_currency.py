"""The framework's price indices are of prices in the United Kingdom."""

from collections.abc import Iterator

from civalue_build.check.prices import foreign_currency, index_of
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2024", level=Level.ERROR)
def price_index_of_another_currency(subject: Subject) -> Iterator[Fault]:
    """Prices of another currency are brought to one year by an index of this country.

    The framework's indices follow prices in the United Kingdom, and one of them is used where a
    case names none. A case in another currency says `price_index: none`, and states its amounts in
    prices of one year.

    *Fails:* at appraisal.price_index

        record: from-published-sources
        appraisal: {currency: EUR, price_index: gdp-deflator}
        costs: []
        benefits: []
        printed: []

    *Passes:*

        record: from-published-sources
        appraisal: {currency: EUR, price_index: none}
        costs: []
        benefits: []
        printed: []
    """
    basis = subject.case.appraisal
    currency = foreign_currency(subject)
    index = index_of(subject)
    if basis and currency and index:
        key = "price_index" if basis.price_index else "currency"
        told = f"“{index.title}” is no index of prices in {currency}"
        yield ("appraisal", key), f"{told}; write price_index: none"
