"""How fully one case is reported: where it meets the items of guidelines.

A case has about a hundred and fifty of the named tuples, which are made in a third of the time.
"""

from typing import NamedTuple

from civalue_build.model.record import record
from civalue_build.model.reporting import Reported


class PartFound(NamedTuple):
    """One thing asked for and found: by which of the `keys`, in full or not."""

    says: str
    key: str


class Answer(NamedTuple):
    """How a case stands on one item: what was found and where, and what is missing."""

    item: str
    standing: Reported
    found: tuple[PartFound, ...] = ()
    missing: tuple[str, ...] = ()


@record
class Profile:
    """How a case stands on each item of a guideline, in its order. There is no sum of them."""

    guideline: str
    answers: tuple[Answer, ...]

    @property
    def letters(self) -> str:
        """One letter for each item, in the guideline's order: what a card keeps."""
        return "".join(answer.standing.letter for answer in self.answers)


_STANDINGS = {standing.letter: standing for standing in Reported}


def standings(letters: str) -> tuple[Reported, ...]:
    """Return how a case stands on each item, from the letters of its profile."""
    return tuple(_STANDINGS[letter] for letter in letters)
