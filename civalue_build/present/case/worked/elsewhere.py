"""The example of a result scaled to another place: half the volume, at the costs as they are."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Side
from civalue_build.model.scaling import Flow, MovableLine
from civalue_build.model.worked import Asked, WorkedStep
from civalue_build.present import wording
from civalue_build.present.case.base import Material

VOLUME = 0.5


def scaled(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the headline as claimed at half the volume; nothing unless both sides are known."""
    head, whole = known.appraisal.headline, known.appraisal.scalable
    if head is None or whole is None or isinstance(head.claimed.npv, Undefined):
        return
    lines = {line.line: line for line in whole.lines}
    chosen = [flow for flow in whole.flows if head.perspective in flow.within]
    gains = _sum(flow for flow in chosen if flow.side is Side.BENEFIT)
    tied = _sum(flow for flow in chosen if _is_tied(flow, lines))
    stay = _sum(flow for flow in chosen if flow.side is Side.COST) - tied
    benefits, moved = gains * VOLUME, tied * VOLUME
    yield _halved(known, "Benefits at half the volume", gains)
    if tied:
        yield _halved(known, "Costs that count the same things as a benefit", tied)
    yield WorkedStep(name="Costs that stay as they are", figure=known.money(stay))
    taken = (stay, moved) if tied else (stay,)
    sums = f" {wording.MINUS} ".join(map(known.money, (benefits, *taken)))
    yield WorkedStep(
        name="Net present value",
        figure=known.money(benefits - stay - moved),
        formula=f"benefits {wording.MINUS} costs",
        numbers=sums,
        note=f"In the case: {known.money(head.claimed.npv)}",
    )


def _is_tied(flow: Flow, lines: dict[str, MovableLine]) -> bool:
    return flow.side is Side.COST and lines[flow.line].is_tied


def _sum(flows: Iterator[Flow]) -> float:
    return sum(sum(flow.claimed) for flow in flows)


def _halved(known: Material, name: str, whole: float) -> WorkedStep:
    return WorkedStep(
        name=name,
        figure=known.money(whole * VOLUME),
        formula="present value in the case × volume",
        numbers=f"{known.money(whole)} × {wording.exact(VOLUME)}",
    )
