"""Commas part thousands."""

import re
from collections.abc import Iterator

from civalue_build.check.hints import seldom
from civalue_build.check.pages import pages
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject

_MONEY = {
    sign: re.compile(rf"{re.escape(sign)}\d{{1,12}},\d[\d,]{{0,20}}(?:\.\d{{1,6}})?")
    for sign in "£$€"
}
"""A pattern that begins with one sign finds the few of it at once."""
_SOUND = seldom(r"[£$€](?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,6})?")


@rule(code="CV4005", level=Level.ADVICE)
def comma_out_of_place(subject: Subject) -> Iterator[Fault]:
    """Amount of money has a comma where none belongs.

    A comma parts thousands, from the right, three digits at a time. One in another place makes a
    reader wonder whether a digit is missing. Where a source printed it so, say in words that it
    did, and write the amount as it is meant.

    *Fails:* at prose.What happened.2

        prose: {What happened: "The stays came to £3,2381.70 in all."}

    *Passes:*

        prose: {What happened: "The stays came to £32,381.70 in all."}
    """
    found = (
        (page.path_at(match.start()), match[0].rstrip(","))
        for page in pages(subject.case)[1:]
        for pattern in _MONEY.values()
        for match in pattern.finditer(page.text)
    )
    for path, amount in dict.fromkeys(found):
        if not _SOUND().fullmatch(amount) and path[:1] != ("sources",):
            digits, point, pence = amount[1:].replace(",", "").partition(".")
            meant = f"{amount[0]}{int(digits):,}{point}{pence}"
            yield path, f"“{amount}” has a comma out of place; is “{meant}” meant?"
