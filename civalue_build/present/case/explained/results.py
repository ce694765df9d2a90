"""The workings of the results: headline, other views, who × by when, ladder, claims, parties."""

from collections.abc import Iterable, Iterator

from civalue_build.model.appraisal import Result, Undefined
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.explained import What, of_result, of_rung
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.case.explained.group import (
    CLAIMS,
    HEADLINE,
    LADDER,
    MATRIX,
    PARTIES,
    UNDISCOUNTED,
    VIEWS,
    Group,
    Titled,
    anchor_of_view,
    some,
)

_PRESENT = (What.PV_COSTS, What.PV_BENEFITS, What.NPV, What.RETURN_PER_POUND, What.NET_RETURN)
_PLAIN = (What.COSTS, What.BENEFITS, What.NET, What.RETURN_PER_POUND)
_RUNG = (What.PV_BENEFITS, What.NPV, What.RETURN_PER_POUND)
_NAMES = {
    What.PV_COSTS: "Costs",
    What.COSTS: "Costs",
    What.PV_BENEFITS: "Benefits",
    What.BENEFITS: "Benefits",
    What.NPV: "Net present value",
    What.NET: "Net value",
    What.RETURN_PER_POUND: "Return per {one}",
    What.NET_RETURN: "Net return per {one}",
}


def results(known: Material, *, with_cells: bool = True) -> Iterator[Group]:
    """Yield the groups of the results: headline, other views, matrix, ladder, claims, parties.

    Without its cells, the group of who × by when has no workings: a table has them instead.
    """
    if known.appraisal.headline is None or not known.appraisal.explained:
        return
    yield from _accounts(known)
    yield Group(
        id=MATRIX,
        title="Who is counted, and by when",
        nodes=tuple(_matrix(known)) if with_cells else (),
        intro="Each cell adds up the lines that the group counts, in the years up to then. "
        f"After {wording.counted(known.horizon, 'year', 'years')} nothing more is counted.",
    )
    yield Group(
        id=LADDER,
        title="How far the value reaches a budget",
        nodes=tuple(_ladder(known)),
        intro="Each step adds its kinds of benefit to the steps before. The second is the "
        "headline, and the third counts everything for society: both are worked out above.",
    )
    yield from some(Group(id=CLAIMS, title="How firm the claim is", nodes=tuple(_claims(known))))
    yield Group(id=PARTIES, title="Who pays and who gains", nodes=tuple(_parties(known)))


def _accounts(known: Material) -> Iterator[Group]:
    """Yield the headline, the same without discounting, and the views of others."""
    over = known.over
    yield Group(
        id=HEADLINE,
        title=f"For the NHS {over}",
        nodes=(*_account(known, Perspective.NHS, _PRESENT), *_payback(known)),
        intro="Costs, benefits, net present value, both returns, and the time to pay back. Every "
        "amount is discounted to year 0, and adds up the lines that the NHS counts.",
    )
    yield Group(
        id=UNDISCOUNTED,
        title="For the NHS, without discounting",
        nodes=_account(known, Perspective.NHS, _PLAIN, "undiscounted."),
        intro="The same lines as plain sums over the years.",
    )
    for name, result in other_views(known):
        yield Group(
            id=anchor_of_view(name),
            title=f"For {wording.lower_first(perspective(known, result.perspective))} {over}",
            nodes=_account(known, result.perspective, _PRESENT),
        )


def other_views(known: Material) -> Iterator[tuple[str, Result]]:
    """Yield the money of society and of the organisation, where it is not that of the headline."""
    lenses, head = known.appraisal.lenses, known.appraisal.headline
    for name, result in (("economic", lenses.economic), ("business", lenses.business)):
        if result is None or head is None:
            continue
        empty = (result.claimed.pv_costs, result.claimed.pv_benefits) == (0, 0)
        same = (result.claimed, result.corrected) == (head.claimed, head.corrected)
        sides = (result.claimed.pv_costs, result.claimed.pv_benefits)
        if not empty and not same and not all(isinstance(side, Undefined) for side in sides):
            yield name, result


def _account(
    known: Material, who: Perspective, whats: Iterable[What], within: str = ""
) -> tuple[Titled, ...]:
    return tuple(
        (f"{_name(known, what)}, {view}", known.appraisal.explained[key])
        for what in whats
        for name, view in VIEWS.items()
        if (key := of_result(who, known.horizon, name, f"{within}{what}"))
    )


def _name(known: Material, what: What) -> str:
    return _NAMES[what].format(one=wording.one_pound(known.currency))


def _payback(known: Material) -> Iterator[Titled]:
    for within, words in (("", ""), ("undiscounted.", ", without discounting")):
        for view, title in VIEWS.items():
            key = of_result(Perspective.NHS, known.horizon, view, f"{within}{What.PAYBACK_YEARS}")
            yield f"Time to pay back, {title}{words}", known.appraisal.explained[key]


def _matrix(known: Material) -> Iterator[Titled]:
    found = known.appraisal.explained
    cells = [r for r in known.appraisal.results if r.horizon <= known.horizon]
    for cell in cells:
        years = wording.counted(cell.horizon, "year", "years")
        for name, view in VIEWS.items():
            for what in (What.PV_BENEFITS, What.PV_COSTS, What.NPV):
                node = found[of_result(cell.perspective, cell.horizon, name, what)]
                who = perspective(known, cell.perspective)
                yield f"{who}, {years}: {wording.lower_first(_name(known, what))}, {view}", node


def _ladder(known: Material) -> Iterator[Titled]:
    """Yield the first step: the other two are the headline, and what society counts."""
    head = wording.capital(wording.label(Step.CASH))
    for name, view in VIEWS.items():
        for what in _RUNG:
            node = known.appraisal.explained[of_rung(Step.CASH, name, what)]
            yield f"{head}: {wording.lower_first(_name(known, what))}, {view}", node


def _claims(known: Material) -> Iterator[Titled]:
    found, claims = known.appraisal.explained, known.framework.claims
    for cell in known.appraisal.realised:
        kind = wording.title(known.framework.kinds, cell.kind)
        title = f"{kind}, {wording.title(claims, cell.claim).lower()}"
        for name, view in VIEWS.items():
            yield f"{title}: {view}", found[f"realised.{cell.kind}.{cell.claim}.{name}"]
    for rung in known.appraisal.claims:
        title = wording.title(claims, rung.claim).lower()
        for name, view in VIEWS.items():
            if node := found.get(f"claims.{rung.claim}.{name}"):
                yield f"The headline’s benefits, {title}: {view}", node


def _parties(known: Material) -> Iterator[Titled]:
    for party in known.appraisal.parties:
        for name, view in VIEWS.items():
            for what in ("pays", "gains", "net"):
                node = known.appraisal.explained[f"parties.{party.id}.{name}.{what}"]
                yield f"{party.name}: {what}, {view}", node
