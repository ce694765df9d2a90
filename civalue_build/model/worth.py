"""What is counted beside the money of the NHS: health, society, what money could do elsewhere."""

from civalue_build.model.enums import Claim, Kind, Perspective
from civalue_build.model.estimate import Range
from civalue_build.model.figure import Figure, Undefined
from civalue_build.model.record import record


@record
class Counted:
    """Units after all shares, by year: plain sum, and with each year discounted to year 0."""

    unit: str
    by_year: tuple[float, ...]
    total: float
    discounted: float


@record
class WiderItem:
    """A benefit that counts for society alone. `claimed` and `corrected` are present values.

    `units` is none where the line counts nothing, `unit_value` the id of the framework's price.
    """

    line: str
    kind: Kind
    party: str
    units: Counted | None
    unit_value: str | None
    price: Range | None
    price_year: str
    edition: str
    claimed: Figure
    corrected: Figure


@record
class KindTotal:
    """The present value of all lines of one kind."""

    kind: Kind
    claimed: float
    corrected: float


@record
class HealthAndWider:
    """Health, experience and wider value, apart from money: a subtotal of society's benefits.

    `units` adds up each unit over its lines: QALYs gained are a number before they are money.
    """

    items: tuple[WiderItem, ...]
    units: tuple[Counted, ...]
    by_kind: tuple[KindTotal, ...]
    claimed: float
    corrected: float

    def counted(self, unit: str) -> Counted | None:
        """Return what the lines count of one unit; none where no line counts it."""
        return next((item for item in self.units if item.unit == unit), None)


@record
class CostPerQaly:
    """What the NHS spends at the margin for one QALY, as printed and at the case's prices."""

    unit_value: str
    printed: float
    price_year: str
    amount: Figure


@record
class Forgone:
    """QALYs that an amount would gain elsewhere in the NHS: at the dearest price, and cheapest."""

    amount: float
    low: float
    high: float


@record
class OpportunityCost:
    """What the NHS's money in a case could have done elsewhere, at the case's own horizon.

    `of_cost` is of all that the NHS spends, `of_net_cost` of what is left after the benefits of
    the headline; neither is defined where there is no such cost. `_corrected` after correction for
    evidence.
    """

    rates: tuple[CostPerQaly, ...]
    of_cost: Forgone | Undefined
    of_cost_corrected: Forgone | Undefined
    of_net_cost: Forgone | Undefined
    of_net_cost_corrected: Forgone | Undefined


@record
class Transfer:
    """Money that one party gives another: a gain of the one and the same loss of the other.

    `nets_in` names the perspectives that count both, in which it comes to nothing.
    """

    line: str
    payer: str
    gainer: str
    claimed: Figure
    nets_in: tuple[Perspective, ...]


@record
class Realised:
    """Present value of the benefits of one kind at one level of claim, and how many lines.

    Cash and capacity are the NHS's, as in the headline; health and wider value are society's.
    """

    kind: Kind
    claim: Claim
    perspective: Perspective
    lines: int
    claimed: float
    corrected: float
