"""What a case rests on: its study, what its sources print, who signed, what was learned."""

from civalue_build.model.enums import (
    Perspective,
    PrintedOf,
    ReadAs,
    Reproduces,
    Who,
)
from civalue_build.model.estimate import PartialDate
from civalue_build.model.record import record


@record
class Evaluation:
    """How the effect was studied; `maryland` from 0 (a model) to 5 (randomised)."""

    design: str
    maryland: int | None = None
    selected_because_high: bool = False
    note: str | None = None


@record
class Outcome:
    """What changed for people, whether or not anybody put money on it."""

    who: Who
    what: str
    measure: str | None = None


@record
class FollowUp:
    """Whether the change lasted."""

    date: PartialDate
    sustained: bool | None = None
    note: str | None = None


@record
class Printed:
    """A figure that a source prints, to be reproduced or explained."""

    label: str
    source: str
    of: PrintedOf
    reproduces: Reproduces = Reproduces.NOT_STATED
    value: float | None = None
    low: float | None = None
    high: float | None = None
    to_nearest: float = 1
    undiscounted: bool = False
    perspective: Perspective = Perspective.NHS
    horizon: int | None = None
    lines: tuple[str, ...] = ()
    because: str | None = None


@record
class SignOff:
    """Who in finance agreed which lines, and when."""

    by: str
    date: PartialDate
    covers: tuple[str, ...] = ()


@record
class Learning:
    """What would be done otherwise, and where else it goes."""

    adapt: str | None = None
    spread: str | None = None


@record
class Source:
    """Where facts of a case come from, and how much of it was read."""

    id: str
    title: str
    kind: str | None = None
    publisher: str | None = None
    year: str | None = None
    url: str | None = None
    read_as: ReadAs | None = None
    note: str | None = None
