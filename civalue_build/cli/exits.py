"""What an exit code means."""

from collections.abc import Sequence
from typing import Protocol

from civalue_build.model.enums import Level
from civalue_build.model.finding import Judgement

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3
SIGNAL = 128
"""Added to the number of the signal that ended a command, as shells do: 130 is Ctrl+C."""


class MayCrash(Protocol):
    """The work on one case, with the traceback of a fault of ours if it met one."""

    @property
    def slug(self) -> str:
        """The case."""

    @property
    def crash(self) -> str:
        """The traceback, or nothing."""


def code(judged: Sequence[Judgement], outcomes: Sequence[MayCrash], *, strict: bool) -> int:
    """Return the exit code of a run: a fault of ours first, then findings that fail."""
    if any(outcome.crash for outcome in outcomes):
        return BUG
    failing = (Level.ERROR, Level.GAP) if strict else (Level.ERROR,)
    found = (finding.level for judgement in judged for finding in judgement.findings)
    return FINDINGS if any(level in failing for level in found) else CLEAN
