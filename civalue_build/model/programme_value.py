"""The value of a programme. Money is in its currency, at its price year, unrounded."""

from civalue_build.model.appraisal import LineValue, Operational, Rung, Vintage
from civalue_build.model.contribution import Change
from civalue_build.model.enums import Perspective
from civalue_build.model.programme import Programme
from civalue_build.model.record import record


@record
class Member:
    """One case of a programme with its own figures, before the shared costs.

    `rungs` has one account for each perspective, and is empty where `left_out` says why.
    """

    case: str
    title: str
    organisation: str
    illustrative: bool = False
    left_out: str = ""
    rungs: tuple[Rung, ...] = ()
    changes: tuple[Change, ...] = ()
    uncounted: tuple[str, ...] = ()
    before: bool = False
    after: bool = False

    def rung(self, perspective: Perspective) -> Rung | None:
        """Return its account from one perspective; none where it is left out."""
        return next((item for item in self.rungs if item.perspective is perspective), None)


@record
class CountedOnce:
    """A saving of which its cases together claim more than all; `claimed` is the largest sum."""

    saving: str
    cases: tuple[str, ...]
    claimed: float


@record
class ProgrammeAppraisal:
    """What a programme and its cases come to.

    `vintage` is none, and no figure is given, where the programme states no basis. `whole` counts
    the shared costs and `alone` does not, one account for each perspective; `ladder` has the
    steps of realisation with the shared costs.
    """

    programme: str
    vintage: Vintage | None = None
    shared: tuple[LineValue, ...] = ()
    members: tuple[Member, ...] = ()
    whole: tuple[Rung, ...] = ()
    alone: tuple[Rung, ...] = ()
    ladder: tuple[Rung, ...] = ()
    operational: tuple[Operational, ...] = ()
    counted_once: tuple[CountedOnce, ...] = ()

    @property
    def counted(self) -> tuple[Member, ...]:
        """The members that are added up."""
        return tuple(member for member in self.members if not member.left_out)

    @property
    def left_out(self) -> tuple[Member, ...]:
        """The members that are not added up."""
        return tuple(member for member in self.members if member.left_out)

    def of(self, perspective: Perspective, *, shared: bool = True) -> Rung | None:
        """Return the account from one perspective, with the shared costs or without."""
        rungs = self.whole if shared else self.alone
        return next((item for item in rungs if item.perspective is perspective), None)


@record
class ValuedProgramme:
    """A programme beside what it comes to."""

    programme: Programme
    appraisal: ProgrammeAppraisal
