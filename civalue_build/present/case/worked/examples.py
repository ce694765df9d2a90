"""What a case answers to the examples that pages of the framework ask for."""

from collections.abc import Iterator, Mapping

from civalue_build.model.worked import LINES, RESULTS, UNDISCOUNTED, Asked, WorkedExample
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained import group as how
from civalue_build.present.case.worked import beside, elsewhere, lines, results, unsure
from civalue_build.present.case.worked.steps import Maker

MAKERS: Mapping[str, tuple[Maker, str]] = {
    **dict.fromkeys(RESULTS, (results.account, how.HEADLINE)),
    **dict.fromkeys(UNDISCOUNTED, (results.undiscounted, how.UNDISCOUNTED)),
    **dict.fromkeys(LINES, (lines.amount, "workings")),
    "headline.claimed.payback": (results.payback, how.HEADLINE),
    "headline.corrected.payback": (results.payback, how.HEADLINE),
    "price-factor": (lines.price_factor, how.PRICES),
    "discount-factor.money": (beside.discount_factors, how.DISCOUNTING),
    "discount-factor.health": (beside.discount_factors, how.DISCOUNTING),
    "ladder": (results.ladder, how.LADDER),
    "claims": (results.claims, how.CLAIMS),
    "parties": (results.parties, how.PARTIES),
    "capacity": (beside.capacity, how.CAPACITY),
    "health.units": (beside.health, how.WIDER),
    "society.part.claimed": (beside.wider, how.WIDER),
    "society.part.corrected": (beside.wider, how.WIDER),
    "forgone.cost": (beside.forgone, how.ELSEWHERE),
    "forgone.net-cost": (beside.forgone, how.ELSEWHERE),
    "scaled": (elsewhere.scaled, "here"),
    "one-at-a-time": (unsure.one_at_a_time, ""),
    "corners": (unsure.corners, ""),
    "draws": (unsure.draws, ""),
    "switching-value": (unsure.switching_value, ""),
    "delay": (unsure.delay, ""),
}
"""What makes each figure that a case answers, and where its page has more of it."""


def worked_examples(known: Material) -> tuple[WorkedExample, ...]:
    """Return the examples that this case has among those that are asked for, and no others."""
    return tuple(_examples(known)) if known.appraisal.explained else ()


def _examples(known: Material) -> Iterator[WorkedExample]:
    for asked in known.framework.asked:
        if example := _example(known, asked):
            yield example


def _example(known: Material, asked: Asked) -> WorkedExample | None:
    if asked.figure not in MAKERS:
        return None
    maker, anchor = MAKERS[asked.figure]
    steps = tuple(maker(known, asked))
    return WorkedExample(asked=asked, steps=steps, anchor=anchor) if steps else None
