"""Waivers name checks that there are."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, Inquiry, rule_about_waivers
from civalue_build.model.enums import Level


@rule_about_waivers(code="CV065", level=Level.ERROR)
def unknown_waiver(inquiry: Inquiry) -> Iterator[Fault]:
    """No check has the name that a waiver gives.

    A waiver of nothing sets nothing aside, and the reader would never know.

    *Fails:* at waivers.no-balancing-measures

        waivers: {no-balancing-measures: It is not collected on these wards}

    *Passes:*

        record: team
        waivers: {}
    """
    named = ((("waivers", name), name) for name in inquiry.subject.case.waivers)
    yield from strangers("check", named, inquiry.rules)
