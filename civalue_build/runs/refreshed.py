"""What a change of a served library came to."""

from civalue_build.model.finding import Finding
from civalue_build.model.record import record
from civalue_build.runs.outcome import Outcome


@record
class Refreshed:
    """What a change came to: the cases that were worked on, and what was found of all together.

    `listed` are the files of several cases that are not what they were; `whole` says that the
    whole site was made anew.
    """

    outcomes: tuple[Outcome, ...]
    together: tuple[Finding, ...] = ()
    listed: tuple[str, ...] = ()
    whole: bool = False
