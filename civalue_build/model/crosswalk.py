"""A case as another approach to value tells it."""

from typing import NamedTuple

from civalue_build.model.enums import Side
from civalue_build.model.record import record
from civalue_build.model.reported import Answer


class Money(NamedTuple):
    """Present values in the case's currency at its price year, as claimed and corrected."""

    claimed: float = 0.0
    corrected: float = 0.0


class Placed(NamedTuple):
    """What of one case stands in one category, or in none of an approach.

    `category` is its id, empty for what falls in none; costs are positive on their side.
    `lines` are the ids of all lines in it, `unvalued` those of them without an amount of money,
    `outcomes` the positions of outcomes in the case's list.
    At the case's own horizon, `headline` is what the headline counts of the lines (the NHS),
    `society` what society counts, and `own` what the organisation itself does. Health, experience
    and wider value are in `society` alone. A transfer between two parties that are both counted
    comes to nothing. Each is none where no line has an amount that is counted there: "not stated"
    or "not counted", never £0.

    A case has about seventy of these named tuples, made in a third of the time of a record.
    """

    category: str
    side: Side | None
    lines: tuple[str, ...] = ()
    unvalued: tuple[str, ...] = ()
    outcomes: tuple[int, ...] = ()
    headline: Money | None = None
    society: Money | None = None
    own: Money | None = None

    @property
    def is_empty(self) -> bool:
        """Whether no line and no outcome of the case stands in it."""
        return not self.lines and not self.outcomes


@record
class Reading:
    """One case as an approach tells it.

    `categories` are in the approach's order, empty ones too. `other_costs` and `other_benefits`
    are what falls in none of them, outcomes among the benefits: over all of these the money adds
    up to the totals of the headline, and of society. `answers` are to the approach's own `asks`,
    in order; those to its guideline are in the appraisal's `reporting`. `gives_facts` where the
    case has facts of its own for it.
    """

    approach: str
    categories: tuple[Placed, ...]
    other_costs: Placed
    other_benefits: Placed
    answers: tuple[Answer, ...] = ()
    gives_facts: bool = False

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Everything: the categories, then what falls in none of them."""
        return (*self.categories, self.other_costs, self.other_benefits)
