"""Other approaches to value as data: their categories, words and questions."""

from enum import StrEnum

from civalue_build.model.enums import Claim, CostType, Decision, Kind, Sector, Side, Step, Who
from civalue_build.model.record import record
from civalue_build.model.reference import Citation
from civalue_build.model.reporting import Item


class Picture(StrEnum):
    """A picture that an approach is known by."""

    PYRAMID = "pyramid"
    """One level for each category that takes no costs; the first is the base."""


class Whose(StrEnum):
    """Whose gain or cost a line is, as seen from the organisation that did the work."""

    OWN = "own"
    OTHERS = "others"


@record
class Take:
    """What a category takes: lines of a `side` that fit all that is given. Nothing given fits any.

    A benefit fits by its kind or by the step of the ladder that its kind stands on, by its claim
    (none stated is `planned`), and by what was decided about what it freed; a cost by its type.
    Either fits by the `sectors` of the party that gains or pays, and by `whose` it is. `valued`
    is false for lines without an amount of money, true for those with one.
    """

    side: Side = Side.BENEFIT
    kinds: tuple[Kind, ...] = ()
    steps: tuple[Step, ...] = ()
    types: tuple[CostType, ...] = ()
    sectors: tuple[Sector, ...] = ()
    whose: Whose | None = None
    claims: tuple[Claim, ...] = ()
    decisions: tuple[Decision, ...] = ()
    valued: bool | None = None

    @property
    def taken(self) -> tuple[Kind, ...]:
        """The kinds of benefit that fit, in the framework's order; none for costs."""
        if self.side is Side.COST:
            return ()
        return tuple(
            kind
            for kind in Kind
            if (not self.kinds or kind in self.kinds)
            and (not self.steps or kind.step in self.steps)
        )


@record
class Category:
    """One category of an approach, in our own words.

    A line belongs to the first category with a `takes` that it fits; an outcome to the first
    that names in `people` for whom it changed. A category holds costs or benefits, never both.
    """

    id: str
    title: str
    means: str
    takes: tuple[Take, ...] = ()
    people: tuple[Who, ...] = ()

    @property
    def side(self) -> Side | None:
        """The side of the account that its lines stand on; none where it takes no line."""
        return self.takes[0].side if self.takes else None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Kinds of benefit that it takes lines of, each once; none for costs."""
        return tuple(dict.fromkeys(kind for take in self.takes for kind in take.taken))


@record
class Wording:
    """A word of the approach, and what it is called here. `note` where they are not the same."""

    theirs: str
    ours: str
    note: str | None = None


@record
class Approach:
    """An approach to value that organisations use; `number` is its place in order.

    `short` is for a filter or a heading. Its own questions are `asks`, which may look at keys
    `approaches.<id>.…` of a case; where it is a guideline of the framework too, `guideline` is
    the id of that. `corrections` says that it corrects for evidence, by the framework's grades.
    `lesson` is what was learned where it was used, `readers` what leaders who discussed it said,
    `left_out` what a case cannot say in it.
    """

    number: int
    title: str
    short: str
    about: str
    categories: tuple[Category, ...]
    sources: tuple[Citation, ...]
    words: tuple[Wording, ...] = ()
    asks: tuple[Item, ...] = ()
    guideline: str | None = None
    corrections: bool = False
    picture: Picture | None = None
    lesson: str | None = None
    readers: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
