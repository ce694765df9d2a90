"""Principle 4: differences in framing."""

from collections.abc import Iterator

from civalue_build.check.framings import framings
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV403", level=Level.GAP, principle="common-definition", evidence=True)
def value_framed_in_one_way_only(subject: Subject) -> Iterator[Fault]:
    """Fewer than two lenses find something to read.

    People may frame value in their own way. So a case holds enough for at least two of the three
    lenses: what it does for people, what it costs and brings, and which priority it serves.

    *Fails:* at benefits

        outcomes: []
        costs: null
        benefits: null
        printed: []

    *Passes:*

        strategy: []
    """
    found = framings(subject)
    if len(found) < 2:
        only = f"only the {found[0].value} lens" if found else "none of the three lenses"
        yield ("benefits",), f"the case gives something to read for {only}"
