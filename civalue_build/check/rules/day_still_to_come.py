"""What has been done was done by today."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.estimate import PartialDate
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject


@rule(code="CV2055", level=Level.GAP)
def day_still_to_come(subject: Subject) -> Iterator[Fault]:
    """Case says that something was done with it on a day still to come.

    The day under `published`, `reviewed` or a change is after today, so it is probably mistyped.
    The feed puts the latest day first, and would keep this case at its top until then.

    *Fails:* at changes.0.date

        published: 2026-03
        changes: [{date: 2062-04-01, what: The cost of training was added.}]

    *Passes:*

        published: 2026-03
        changes: [{date: 2026-04-01, what: The cost of training was added.}]
    """
    today = subject.today
    for path, date in _days(subject.case):
        if today and date.first_day > today:
            yield path, f"{date} is after today"


def _days(case: Case) -> Iterator[tuple[KeyPath, PartialDate]]:
    for key, date in (("published", case.published), ("reviewed", case.reviewed)):
        if date:
            yield (key,), date
    for at, change in enumerate(case.changes):
        yield ("changes", at, "date"), change.date
