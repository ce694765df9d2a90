"""Facts that a case gives for one approach alone and that have a form, so that they can be drawn.

All other facts for an approach are told as the file has them.
"""

from dataclasses import field

from civalue_build.model.estimate import PriceYear
from civalue_build.model.place import KeyPath
from civalue_build.model.record import record

EVO, ST_VINCENTS = "evo", "st-vincents"
PLICS, PATHWAY = "plics", "pathway"
COSTS_AT: KeyPath = ("approaches", EVO, PLICS)
PATHWAY_AT: KeyPath = ("approaches", ST_VINCENTS, PATHWAY)
BAND_COLUMNS = ("from", "to", "before", "after")
"""The columns of a table of bands."""


@record
class CostBand:
    """How many patients cost at least `low` and less than `high`, in the case's currency.

    `high` is none where the band has no end. `row` is its line in the table.
    """

    low: float
    high: float | None
    before: int
    after: int
    row: int


@record
class PatientCosts:
    """What patients cost before and after, as counts in bands; never what one patient cost.

    `before` and `after` are the periods, `who` says which patients. The bands stand in `table`,
    each beginning where the one before it ends.
    """

    table: str
    price_year: PriceYear
    source: str
    before: str
    after: str
    who: str | None = None
    bands: tuple[CostBand, ...] = field(default=(), metadata={"read": True})


@record
class Stage:
    """One stage of a pathway: the partner that holds it, what is amiss there, what changed."""

    stage: str
    held_by: str | None = None
    issue: str | None = None
    change: str | None = None
