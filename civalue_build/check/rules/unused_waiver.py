"""A waiver that has done its work goes."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, Inquiry, rule_about_waivers
from civalue_build.model.enums import Level


@rule_about_waivers(code="CV068", level=Level.GAP)
def unused_waiver(inquiry: Inquiry) -> Iterator[Fault]:
    """Waiver of a check that found nothing.

    When a fault has been mended, its waiver goes too. Else it would hide the next one.

    *Fails:* at waivers.partner-not-in-the-account

        waivers: {partner-not-in-the-account: The work stays inside one ward}

    *Passes:*

        record: from-published-sources
        partners: []
        benefits: []
        waivers: {partner-not-in-the-account: The work stays inside one ward}
    """
    for name in inquiry.subject.case.waivers:
        rule = inquiry.rules.get(name)
        if rule and rule.waivable and name not in inquiry.fired:
            yield ("waivers", name), f"“{name}” is waived, and it found nothing"
