"""Examples of results: one account, its plain sums, payback, the ladder, claims and parties."""

from collections.abc import Iterator

from civalue_build.model.enums import Perspective, Step
from civalue_build.model.explained import Explained, What, of_result, of_rung
from civalue_build.model.worked import Asked, WorkedStep
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.worked.steps import found, step

_BEFORE = {
    What.NPV: (What.PV_BENEFITS, What.PV_COSTS),
    What.NET_RETURN: (What.RETURN_PER_POUND,),
    What.NET: (What.BENEFITS, What.COSTS),
}
"""What is told before a figure that is made of it."""
_WHAT = {
    "costs": What.PV_COSTS,
    "benefits": What.PV_BENEFITS,
    "npv": What.NPV,
    "return-per-pound": What.RETURN_PER_POUND,
    "net-return": What.NET_RETURN,
}
_PLAIN = {
    "costs": What.COSTS,
    "benefits": What.BENEFITS,
    "net": What.NET,
    "return-per-pound": What.RETURN_PER_POUND,
    "payback": What.PAYBACK_YEARS,
}
_WHO = {
    "headline": Perspective.NHS,
    "organisation": Perspective.ORGANISATION,
    "public-sector": Perspective.PUBLIC_SECTOR,
    "society": Perspective.SOCIETY,
}


def account(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield a present value or a return of one account, after what it is made of."""
    who, view, name = asked.figure.split(".")
    what = _WHAT[name]

    def key(part: What) -> str:
        if who == "cash":
            return of_rung(Step.CASH, view, part)
        return of_result(_WHO[who], known.horizon, view, part)

    yield from _with_parts(known, [found(known, key(w)) for w in (*_BEFORE.get(what, ()), what)])


def undiscounted(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield a plain sum of the headline, after what it is made of."""
    what = _PLAIN[asked.figure.rpartition(".")[2]]
    keys = [
        _headline(known, "claimed", f"undiscounted.{w}") for w in (*_BEFORE.get(what, ()), what)
    ]
    yield from _with_parts(known, [found(known, key) for key in keys])


def undiscounted_payback(known: Material) -> Explained | None:
    """Return the time to pay back of the plain sums, which has the flows of every year."""
    return found(known, _headline(known, "claimed", f"undiscounted.{What.PAYBACK_YEARS}"))


def payback(known: Material, asked: Asked) -> Iterator[WorkedStep]:
    """Yield when the headline's money is back."""
    view = asked.figure.split(".")[1]
    yield from _with_parts(known, [found(known, _headline(known, view, What.PAYBACK_YEARS))])


def _headline(known: Material, view: str, what: str) -> str:
    return of_result(Perspective.NHS, known.horizon, view, what)


def _with_parts(known: Material, nodes: list[Explained | None]) -> Iterator[WorkedStep]:
    if all(nodes):
        yield from (step(known, node) for node in nodes if node)


def ladder(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the net present value at each step of realisation."""
    keys = {
        Step.CASH: of_rung(Step.CASH, "claimed", What.NPV),
        Step.CAPACITY: of_result(Perspective.NHS, known.horizon, "claimed", What.NPV),
        Step.SOCIETY: of_result(Perspective.SOCIETY, known.horizon, "claimed", What.NPV),
    }
    nodes = {at: found(known, key) for at, key in keys.items()}
    if all(nodes.values()):
        for at, node in nodes.items():
            if node:
                yield step(known, node, f"{wording.capital(wording.label(at))}: net present value")


def claims(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield the headline's benefits at each level of claim."""
    for rung in known.appraisal.claims:
        if node := found(known, f"claims.{rung.claim}.claimed"):
            title = wording.title(known.framework.claims, rung.claim)
            yield step(known, node, f"The headline’s benefits: {title.lower()}")


def parties(known: Material, _: Asked) -> Iterator[WorkedStep]:
    """Yield what each party is left with, as claimed."""
    nodes = [(p, found(known, f"parties.{p.id}.claimed.net")) for p in known.appraisal.parties]
    if len(nodes) > 1 and all(node for _, node in nodes):
        yield from (step(known, node, f"{party.name}: net") for party, node in nodes if node)
