"""The three lenses, derived from a case and never typed by hand."""

from collections.abc import Sequence

from civalue_build.model.appraisal import Lenses, LineValue, Result, SocialItem, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective, Step


def lenses(case: Case, lines: Sequence[LineValue], results: Sequence[Result]) -> Lenses:
    """Return what changed for people, the whole economy of the case, and what serves its own goals.

    The economic lens counts everyone; the business lens is the part that lands in the
    organisation itself, and is never added to it.
    """
    own = case.appraisal.horizon if case.appraisal else 0
    at_own = {r.perspective: r for r in results if r.horizon == own}
    return Lenses(
        social=(*_outcomes(case), *_valued(case, lines)),
        economic=at_own.get(Perspective.SOCIETY),
        business=at_own.get(Perspective.ORGANISATION),
        priorities=tuple(link.priority for link in case.strategy),
    )


def _outcomes(case: Case) -> tuple[SocialItem, ...]:
    return tuple(SocialItem(who=o.who, what=o.what, measure=o.measure) for o in case.outcomes)


def _valued(case: Case, lines: Sequence[LineValue]) -> tuple[SocialItem, ...]:
    measures = {b.id: b.measure for b in case.benefits or ()}
    return tuple(
        SocialItem(
            who=line.party,
            what=line.label,
            measure=measures.get(line.id),
            line=line.id,
            value=Undefined(line.undefined) if line.undefined else line.pv_claimed,
            corrected=Undefined(line.undefined) if line.undefined else line.pv_corrected,
        )
        for line in lines
        if line.kind and line.kind.step is Step.SOCIETY
    )
