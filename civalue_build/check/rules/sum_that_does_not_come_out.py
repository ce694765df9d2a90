"""Sums that a case prints come out."""

from collections.abc import Iterator

from civalue_build.check.arithmetic import Slip, slips
from civalue_build.check.pages import pages
from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV2028", level=Level.GAP)
def sum_that_does_not_come_out(subject: Subject) -> Iterator[Fault]:
    """Sum in the text does not come out.

    A reader who checks one sum and finds it wrong trusts none of the others. This looks at sums
    that are written out, such as “20 patients × £30 = £600”, “15% of 200 is 30” or “30 of 40
    wards (75%)”, and allows for the rounding of the figures. Where a source printed it so, say
    that in a waiver.

    *Fails:* at prose.What happened.2

        prose: {What happened: "We saw 20 patients × £30 = £500."}

    *Passes:*

        prose: {What happened: "We saw 20 patients × £30 = £600."}
    """
    for path, slip in dict.fromkeys(_found(subject.case)):
        yield path, f"“{slip.written}” does not come out: it makes {_told(slip)}"


def _found(case: Case) -> Iterator[tuple[KeyPath, Slip]]:
    for page in pages(case)[1:]:
        for slip in slips(page.text):
            path = page.path_at(slip.at)
            if path[:1] != ("sources",):
                yield path, slip._replace(at=0)


def _told(slip: Slip) -> str:
    if slip.is_share:
        return f"{slip.comes_to * 100:.1f}%".replace(".0%", "%")
    number = f"{abs(slip.comes_to):,.2f}".removesuffix(".00")
    return f"{'-' if slip.comes_to < 0 else ''}{'£' if slip.is_money else ''}{number}"
