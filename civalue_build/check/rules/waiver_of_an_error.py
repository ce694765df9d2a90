"""What may not be set aside."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, Inquiry, rule_about_waivers
from civalue_build.model.enums import Level


@rule_about_waivers(code="CV067", level=Level.ERROR)
def waiver_of_an_error(inquiry: Inquiry) -> Iterator[Fault]:
    """No waiver sets an error aside.

    An error means that the case cannot be published as it is: a wrong name, a wrong sum, or
    somebody's private data.

    *Fails:* at waivers.unknown-tag

        waivers: {unknown-tag: We like this tag}

    *Passes:*

        waivers: {}
    """
    for name in inquiry.subject.case.waivers:
        rule = inquiry.rules.get(name)
        if rule and not rule.waivable:
            yield ("waivers", name), f"“{name}” cannot be waived: it has to be put right"
