"""Sums that a case prints come out."""

from collections.abc import Iterator

from civalue_build.check.arithmetic import Slip, slips
from civalue_build.check.changes import changes
from civalue_build.check.pages import pages
from civalue_build.check.rates import rates
from civalue_build.check.rule import Fault, rule
from civalue_build.check.sums_in_words import sums_in_words
from civalue_build.check.sums_of_tables import sums_of_tables
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.place import PROSE, KeyPath
from civalue_build.model.subject import Subject

FINDERS = (slips, changes, rates, sums_in_words)
"""What finds sums in running text."""


@rule(code="CV2028", level=Level.GAP)
def sum_that_does_not_come_out(subject: Subject) -> Iterator[Fault]:
    """Sum in the text does not come out.

    A reader who checks one sum and finds it wrong trusts none of the others. This looks at sums
    that are written out, such as “20 patients × £30 = £600”, “15% of 200 is 30”, “30 of 40 wards
    (75%)” or “£50 less £30 is £20”. It looks at changes such as “from 65 to 29, a fall of 55%”, at
    rates such as “60 a year, or 5 a month”, and at totals, balances and differences in tables. It
    allows for the rounding of the figures. Where a source printed it so, say that in a waiver.

    *Fails:* at prose.What happened.2

        prose: {What happened: "We saw 20 patients × £30 = £500."}

    *Passes:*

        prose: {What happened: "We saw 20 patients × £30 = £600."}
    """
    for path, slip in dict.fromkeys(_found(subject.case)):
        yield path, f"“{slip.written}” does not come out: it makes {_told(slip)}"


def _found(case: Case) -> Iterator[tuple[KeyPath, Slip]]:
    for page in pages(case)[1:]:
        for find in FINDERS:
            for slip in find(page.text):
                path = page.path_at(slip.at)
                if path[:1] != ("sources",):
                    yield path, slip._replace(at=0)
    for section in case.sections:
        for slip in sums_of_tables(section.text):
            line = section.text.count("\n", 0, slip.at) + 1
            yield (PROSE, section.heading, line), slip._replace(at=0)


def _told(slip: Slip) -> str:
    if slip.is_share:
        return f"{slip.comes_to * 100:.1f}%".replace(".0%", "%")
    number = f"{abs(slip.comes_to):,.2f}".removesuffix(".00")
    return f"{'-' if slip.comes_to < 0 else ''}{'£' if slip.is_money else ''}{number}"
