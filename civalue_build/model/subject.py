"""What a rule sees."""

from dataclasses import dataclass

from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One case with its appraisal, the framework, and what the library holds around it.

    `today` is (year, month, day) of the build, an input and never the clock.
    `programmes` are the ids of the library's programmes.
    """

    case: Case
    appraisal: Appraisal
    framework: Framework
    today: tuple[int, int, int] | None = None
    programmes: frozenset[str] = frozenset()
