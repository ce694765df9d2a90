"""What an approach asks of a case that names it."""

from collections.abc import Iterator

from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2054", level=Level.GAP)
def approach_asks_for_more(subject: Subject) -> Iterator[Fault]:
    """Facts are given for an approach to value, and some that it asks for are missing.

    Each approach asks for certain facts; its page lists them. A case that names the approach under
    `approaches` is read by people who use it, and they look for all of them.

    *Fails:* at approaches.evo

        approaches:
          evo:
            sessions: [{date: 2023-05, people: [clinicians, operations, finance]}]

    *Passes:*

        approaches:
          evo:
            sessions:
              - date: 2023-05
                people: [clinicians, operations, finance]
                decided: Begin on the wards with the longest stays
    """
    known = subject.framework.approaches
    for reading in subject.appraisal.readings if is_by_team(subject) else ():
        name = reading.approach
        if name in subject.case.approaches:
            approach = known[name]
            titles = {item.id: item.title for item in approach.asks}
            for answer in reading.answers:
                if answer.missing:
                    asked, missing = titles[answer.item], ", ".join(answer.missing)
                    message = f"“{approach.short}” asks for “{asked}”: nothing says {missing}"
                    yield ("approaches", name), message
