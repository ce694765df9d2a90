"""Small counts of people can point at a person."""

from collections.abc import Iterator

from civalue_build.check.counts import counts_of_people
from civalue_build.check.rule import Fault, rule
from civalue_build.check.told import told_counts
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV3006", level=Level.ERROR, waivable=True)
def small_count(subject: Subject) -> Iterator[Fault]:
    """Count of people is so small that it could point at one of them.

    With so few, somebody who knows the place may know the person. Leave the number out, count over
    a longer time, or waive this with a reason, such as that the figure is national. This looks at
    numbers, at tables beside the case, and at digits in the text, as in “4 patients”.

    *Fails:* at people.1.number

        people:
          - {group: staff, role: co-designed, number: 42}
          - {group: patients-and-carers, role: co-designed, number: 5}

    *Passes:*

        people:
          - {group: staff, role: co-designed, number: 42}
          - {group: patients-and-carers, role: co-designed}
    """
    limit = subject.framework.threshold("small-count")
    found = (*counts_of_people(subject.case), *told_counts(subject.case))
    small = (path for path, number in found if 1 <= number <= limit)
    for path in dict.fromkeys(small):
        yield path, f"a count of 1 to {limit:g} people could point at a person; leave it out"
