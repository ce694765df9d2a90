"""Summaries are short."""

from collections.abc import Iterator

from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV4001", level=Level.ADVICE)
def long_summary(subject: Subject) -> Iterator[Fault]:
    """Summary is longer than one breath.

    Most people read the summary and no more. This looks at cases written from published sources;
    of a team's own case, the principle of simple language asks the same.

    *Fails:* at summary

        record: from-published-sources
        summary: >-
          Nurses and carers check skin together twice a day. They use a lamp. They use a card with
          pictures of early signs. They write down what they see. They tell the next shift. They
          turn the patient if the skin is red. They call the lead nurse if it is broken. They tell
          the family too. They do so on six wards. Fewer patients get pressure ulcers.

    *Passes:*

        record: from-published-sources
        summary: Nurses and carers check skin together. Fewer patients get pressure ulcers.
    """
    limit = subject.framework.threshold("summary-words")
    words = len(subject.case.summary.split())
    if words > limit and not is_by_team(subject):
        yield ("summary",), f"the summary has {words} words; up to {limit:g} are read to the end"
