"""What a change of a served library came to."""

from civalue_build.model.finding import Finding
from civalue_build.model.record import record
from civalue_build.runs.outcome import Outcome


@record
class Refreshed:
    """What a change came to: the cases that were worked on, and what was found of all together."""

    outcomes: tuple[Outcome, ...]
    together: tuple[Finding, ...] = ()
