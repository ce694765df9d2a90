"""What a change can be worth for one person."""

from collections.abc import Iterator

from civalue_build.check.prices import foreign_currency
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2032", level=Level.ADVICE)
def implausible_gain_per_person(subject: Subject) -> Iterator[Fault]:
    """Benefit for each person is above anything that usually holds.

    All claimed benefits to the NHS, shared out over the people whom the work is for. Where so much
    is left for each, the number of people is often of one ward or one month, and the money of the
    whole place or of several years. Look at both again, and waive this with the reason where it is
    right.

    *Fails:* at population.size

        record: from-published-sources
        population: {size: 12}
        benefits:
          - id: home-care
            label: Hours of visits at home no longer needed
            kind: cost-avoided
            gained_by: self
            quantity: 20000
            unit: hour
            unit_value: {amount: 25, price_year: 2023/24, source: accounts}
            years: 1
            grade: 4
            source: accounts

    *Passes:*

        population: {size: 1200}
    """
    limit = subject.framework.thresholds.get("implausible-gain")
    population, headline = subject.case.population, subject.appraisal.headline
    size = population.size if population else None
    found = headline.claimed.pv_benefits if headline else None
    if limit is None or not size or not isinstance(found, float) or foreign_currency(subject):
        return
    # A smaller number is looked at for what it says about people, not about money.
    if size > subject.framework.threshold("small-count") and found / size > limit.value:
        told = f"£{found / size:,.0f} for each of {size:,} people is above £{limit.value:,.0f}"
        yield ("population", "size"), f"{told}; few so high hold up"
