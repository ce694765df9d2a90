"""What patients cost before and after, as shares of each period."""

from civalue_build.model.approach_facts import PatientCosts
from civalue_build.model.record import record


@record
class Spell:
    """The patients of one period: how many, and the `shares` of them in each band, in order.

    `middle` are the positions of the bands that hold the middle patient. Of an even number there
    are two such patients, who may be in two bands.
    """

    name: str
    total: int
    shares: tuple[float, ...]
    middle: tuple[int, int]


@record
class Distribution:
    """What patients cost, as shares of each period, so that unequal numbers compare."""

    costs: PatientCosts
    before: Spell
    after: Spell
