"""What a rule sees."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from civalue_build.model.appraisal import LineValue, Reproduction, Result
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework
from civalue_build.model.gate import Gate
from civalue_build.model.record import record

if TYPE_CHECKING:
    from civalue_build.model.crosswalk import Reading


class Valued(Protocol):
    """What rules look at of an appraisal: no more of it is worked out where a case is checked."""

    @property
    def lines(self) -> tuple[LineValue, ...]:
        """Each line's value."""

    @property
    def headline(self) -> Result | None:
        """The result for the NHS at the case's own horizon."""

    @property
    def printed(self) -> tuple[Reproduction, ...]:
        """The figures that sources print, as computed from the lines."""

    @property
    def gates(self) -> tuple[Gate, ...]:
        """The signal gate's verdict on each favourable line called measured, or firmer."""

    @property
    def problems(self) -> Mapping[str, str]:
        """By line id, why the line has no value."""

    @property
    def readings(self) -> "tuple[Reading, ...]":
        """The case as other approaches tell it: at least those for which it gives facts."""


@record
class Subject:
    """One case with its appraisal, the framework, and what the library holds around it.

    `today` is (year, month, day) of the build, an input and never the clock.
    `programmes` are the ids of the library's programmes.
    """

    case: Case
    appraisal: Valued
    framework: Framework
    today: tuple[int, int, int] | None = None
    programmes: frozenset[str] = frozenset()
