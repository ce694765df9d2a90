"""How sure the headline is, in plain sentences."""

from collections.abc import Iterator, Sequence
from math import isclose

from civalue_build.model.appraisal import Delay, OneInput, Result, Uncertainty, Undefined
from civalue_build.model.enums import Side, Status
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.uncertainty_names import AMOUNT, PRICE, QUANTITY, Named, named
from civalue_build.present.views import Fact

TELLING = 5
"""For how many inputs the page has a sentence; its table has them all."""
NEVER = "never"
HALF_A_POUND = 0.5
_ORDER = {QUANTITY: 0, AMOUNT: 0, PRICE: 1}
"""Which of a line's inputs is told first."""
AHEAD = (Status.PLANNED, Status.UNDER_WAY)


@record
class Switch:
    """The value of one input at which the net present value is nothing, beside its claim."""

    value: float
    share: float
    claim: float


def chances(known: Material, found: Uncertainty) -> Iterator[str]:
    """Say what the draws and the corners show; nothing where no input has a range."""
    chance, low, high = found.chance_npv_positive, found.npv_5, found.npv_95
    if isinstance(chance, Undefined) or isinstance(low, Undefined) or isinstance(high, Undefined):
        return
    drawn = wording.number(found.draws)
    yield (
        f"As claimed, the work pays back in {draws_part(chance)} of {drawn} draws, "
        f"for the NHS {known.over}."
    )
    if low == high:
        yield "No stated range moves the headline: its lines take in none of these inputs."
        return
    yield " ".join(filter(None, (_ranged(found), one_sided(known, found))))
    yield (
        f"9 in 10 draws lie between {known.about(low)} and {known.about(high)}. "
        f"With every uncertain input at the end that helps, the net present value is "
        f"{known.about(found.best_corner)}; with every one at the end that hurts, "
        f"{known.about(found.worst_corner)}."
    )


def covered(found: Uncertainty) -> str:
    """Say how many numbers behind the headline have a range: all others are taken as certain."""
    counted = [item for item in found.one_at_a_time if item.is_counted]
    ranged = len(counted) - _certain(found)
    if ranged == len(counted):
        return "Every number behind the headline has a range"
    has = "has" if ranged == 1 else "have"
    return (
        f"{wording.number(ranged)} of {wording.number(len(counted))} numbers behind the headline "
        f"{has} a range. The others are taken as certain"
    )


def _ranged(found: Uncertainty) -> str:
    wider = ", so the true spread is likely to be wider" if _certain(found) else ""
    return f"{covered(found)}{wider}."


def _certain(found: Uncertainty) -> int:
    return sum(item.is_counted and item.range.is_certain for item in found.one_at_a_time)


def one_sided(known: Material, found: Uncertainty) -> str:
    """Say where every stated range lies on one side of the claim: that side settles the draws."""
    headline = known.appraisal.headline
    npv = headline.claimed.npv if headline else Undefined("")
    if isinstance(npv, Undefined):
        return ""
    if isclose(found.worst_corner, npv):
        return "No stated range holds anything worse than the claim, so no draw can be worse."
    if isclose(found.best_corner, npv):
        return "No stated range holds anything better than the claim, so no draw can be better."
    return ""


def beside(known: Material, found: Uncertainty) -> str:
    """Say where the corrected figure stands among draws that are of the claim."""
    headline = known.appraisal.headline
    corrected = headline.corrected.npv if headline else Undefined("")
    low, high = found.npv_5, found.npv_95
    if isinstance(corrected, Undefined):
        return ""
    turns = headline is not None and _turns(headline)
    lead = "it does not pay back, and " if turns else ""
    says = f"Corrected for evidence, {lead}the net present value is {known.about(corrected)}"
    if isinstance(low, Undefined) or isinstance(high, Undefined) or low == high:
        return f"{says}."
    where = "below" if corrected < low else "above" if corrected > high else "within"
    return f"{says}: {where} what 9 in 10 draws span. The correction is no part of the draws."


def telling(known: Material, found: Uncertainty, npv: float) -> tuple[Fact, ...]:
    """Return a sentence for each input whose smallest change, as a share, turns the result.

    Of a line's inputs only one is told: as a share of the claim, they all turn it at the same.
    """
    near = [(named(known, key), switch) for key, switch in _switches(found)]
    near.sort(key=lambda pair: (round(abs(pair[1].share - 1), 6), _rank(*pair)))
    of_lines: dict[tuple[str, ...], Fact] = {}
    for name, switch in near:
        of_lines.setdefault(
            name.lines, Fact(term=name.name, value=_sentence(name, switch, npv >= 0))
        )
    return tuple(of_lines.values())[:TELLING]


def _rank(name: Named, switch: Switch) -> int:
    """Tell the price where a line is one of something: nobody asks for half of one team."""
    is_one = name.what == QUANTITY and switch.claim == 1
    return 2 if is_one else _ORDER.get(name.what, 9)


def _turns(headline: Result) -> bool:
    """Whether a net benefit as claimed is a net cost once it is corrected."""
    claimed, corrected = headline.claimed.npv, headline.corrected.npv
    if isinstance(claimed, Undefined) or isinstance(corrected, Undefined):
        return False
    return corrected < 0 <= claimed


def never(known: Material, found: Uncertainty) -> str:
    """Name the uncertain inputs of which no feasible value turns the result; count the others."""
    items = [item for item in found.one_at_a_time if item.is_counted and _is_never(item)]
    ranged = [item for item in items if not item.range.is_certain][:TELLING]
    names = [f"“{named(known, item.input).name}”" for item in ranged]
    rest = len(items) - len(ranged)
    if rest:
        other = "other " if names or any(_switches(found)) else ""
        every = f"any of the {other}{wording.number(rest)} numbers"
        names.append(every if rest > 1 else f"the one {other}number")
    if not names:
        return ""
    return (
        f"No feasible value of {wording.listed(names, 'or')} changes the sign of the result by "
        "itself."
    )


def delay(known: Material, found: Delay | None) -> str:
    """Say what a month costs, claimed beside corrected; empty where it cannot be said."""
    if found is None or isinstance(found.claimed, Undefined):
        return ""
    corrected = found.claimed if isinstance(found.corrected, Undefined) else found.corrected
    if max(abs(found.claimed), abs(corrected)) < HALF_A_POUND:
        return "A month of delay makes less than £1 of difference."
    is_ahead = known.case.status in AHEAD
    both = [_lost(known, amount, is_ahead=is_ahead) for amount in (found.claimed, corrected)]
    if both[0] == both[1]:
        alike = "as claimed and corrected for evidence"
        return f"Each month of delay {both[0]} of net present value, {alike}."
    return (
        f"Each month of delay {both[0]} of net present value as claimed; "
        f"corrected for evidence, it {both[1]}."
    )


def _lost(known: Material, amount: float, *, is_ahead: bool) -> str:
    verb = ("costs", "would have cost") if amount >= 0 else ("saves", "would have saved")
    return f"{verb[0 if is_ahead else 1]} about {known.about(abs(amount))}"


def draws_part(share: float) -> str:
    """Return in what part of all draws something is so: `none`, `99%`, `all`."""
    return {0.0: "none", 1.0: "all"}.get(share) or wording.part(share)


def _switches(found: Uncertainty) -> Iterator[tuple[str, Switch]]:
    for item in found.one_at_a_time:
        value, share = item.switching_value, item.share_of_claim
        if not isinstance(value, Undefined) and not isinstance(share, Undefined):
            yield item.input, Switch(value=value, share=share, claim=item.range.central)


def _is_never(item: OneInput) -> bool:
    return isinstance(item.switching_value, Undefined)


def _sentence(name: Named, switch: Switch, pays: bool) -> str:  # noqa: FBT001 a sign
    lead = "Still breaks even" if pays else "Would break even only"
    instead = f"{name.bare(switch.value)} instead of {name.bare_claim(switch.claim)}"
    if name.is_share:
        return f"{lead} at {instead}."
    if switch.value == 0:
        nothing = "Any amount above nothing pays: no stated cost stands against it."
        return nothing if pays else f"{lead} if it were {name.bare(0.0)}."
    return f"{lead} if {_change(name, switch)}: {instead}."


def _change(name: Named, switch: Switch) -> str:
    size = times(switch.share)
    if name.what == PRICE:
        return f"the price is {size} what is taken"
    if name.side is Side.COST or switch.share > 1:
        return f"it is {size} what is stated"
    if name.what == QUANTITY and name.plural:
        return f"{size} the {name.plural} are real"
    return f"{size} the amount is real"


def times(share: float) -> str:
    """Return a share as a part of a whole, or how many times as much above 2."""
    if share >= 2:
        return f"{wording.number(share, 1).removesuffix('.0')} times"
    return f"{wording.part(share)} of"


def of_claim(item: OneInput) -> str:
    """Return a switching value as a share of the claim, for a table."""
    share = item.share_of_claim
    if isinstance(item.switching_value, Undefined):
        return NEVER
    if isinstance(share, Undefined):
        return "the claim is nothing"
    return times(share).removesuffix(" of")


def by_swing(items: Sequence[OneInput]) -> list[OneInput]:
    """Return inputs that the headline counts, those that move it most first."""
    counted = (item for item in items if item.is_counted)
    return sorted(counted, key=lambda x: (-abs(x.high - x.low), _distance(x), x.input))


def _distance(item: OneInput) -> float:
    share = item.share_of_claim
    return float("inf") if isinstance(share, Undefined) else abs(share - 1)
