"""A return that is too good."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2006", level=Level.GAP)
def implausible_return(subject: Subject) -> Iterator[Fault]:
    """Return per £1 above anything that usually holds.

    Very high returns mostly mean that a cost was left out, that an average price was put on a
    small change, or that all of an effect is claimed. Look again, and waive this with the reason
    where it is right.

    *Fails:* at benefits

        record: from-published-sources
        costs:
          - id: kit
            label: One kit box
            type: direct
            paid_by: self
            quantity: 10
            unit: hour
            unit_value: nurse-band-7-hour
            years: 0
            grade: 2
            source: accounts
        printed: []

    *Passes:*

        printed: []
    """
    limit = subject.framework.threshold("implausible-return")
    headline = subject.appraisal.headline
    found = headline.claimed.return_per_pound if headline else Undefined("no headline")
    if isinstance(found, float) and found > limit:
        yield (
            ("benefits",),
            f"a return of {found:,.2f} for each pound is above {limit:g}; few so high hold up",
        )
