"""Principle 5: the message in one breath."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV502", level=Level.GAP, principle="simple-language", evidence=True)
def message_not_simple(subject: Subject) -> Iterator[Fault]:
    """Summary is too long, or there is no message.

    The summary is short enough to be read in one breath, and the case says in plain words, as an
    outcome or the label of a benefit, what the work was good for.

    *Fails:* at summary

        summary: >-
          Nurses and carers check skin together twice a day. They use a lamp. They use a card with
          pictures of early signs. They write down what they see. They tell the next shift. They
          turn the patient if the skin is red. They call the lead nurse if it is broken. They tell
          the family too. They do so on six wards. Fewer patients get pressure ulcers.

    *Passes:*

        summary: Nurses and carers check skin together. Fewer patients get pressure ulcers.
    """
    limit = subject.framework.threshold("summary-words")
    words = len(subject.case.summary.split())
    if words > limit:
        yield ("summary",), f"the summary has {words} words; up to {limit:g} are read to the end"
    if not _has_message(subject.case):
        yield ("outcomes",), "nothing says in one line what the work was good for"


def _has_message(case: Case) -> bool:
    told = [outcome.what for outcome in case.outcomes]
    return any(says(text) for text in [*told, *(line.label for line in case.benefits or ())])
