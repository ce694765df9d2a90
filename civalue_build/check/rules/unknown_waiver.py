"""Waivers name checks that there are."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, Inquiry, rule_about_waivers
from civalue_build.model.enums import Level


@rule_about_waivers(code="CV065", level=Level.ERROR)
def unknown_waiver(inquiry: Inquiry) -> Iterator[Fault]:
    """No check has the name that a waiver gives.

    A waiver of nothing sets nothing aside, and the reader would never know. Waivers go by the name
    of a check, which says more to a reader than its code.

    *Fails:* at waivers.no-balancing-measures

        waivers: {no-balancing-measures: It is not collected on these wards}

    *Passes:*

        record: team
        waivers: {}
    """
    waived = inquiry.subject.case.waivers
    coded = {rule.code: name for name, rule in inquiry.rules.items()} if waived else {}
    for code in waived:
        if name := coded.get(code.upper()):
            yield ("waivers", code), f"a waiver names its check: write “{name}” for {code}"
    named = ((("waivers", name), name) for name in waived if name.upper() not in coded)
    yield from strangers("check", named, inquiry.rules)
