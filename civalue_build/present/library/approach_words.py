"""What falls in a category of an approach, in our words: kinds, costs, parties, people."""

from collections.abc import Iterator, Sequence

from civalue_build.model.approach import Category, Take, Whose
from civalue_build.model.enums import Kind, Sector, Side
from civalue_build.model.framework import Framework
from civalue_build.present import wording

_WHOSE = {
    Whose.OWN: "the organisation itself",
    Whose.OTHERS: "others",
}
_MANY = {
    Sector.PROVIDER: "NHS providers",
    Sector.COMMISSIONER: "NHS commissioners",
    Sector.PRIMARY_CARE: "primary care",
    Sector.LOCAL_AUTHORITY: "local authorities",
    Sector.VOLUNTARY: "the voluntary sector",
    Sector.CENTRAL_GOVERNMENT: "central government",
    Sector.PATIENTS_AND_CARERS: "patients and carers",
    Sector.WIDER_SOCIETY: "wider society",
}
_VALUED = {True: "with an amount of money", False: "without an amount of money"}


def ours(framework: Framework, category: Category) -> str:
    """Return what falls in a category, as a sentence for each of its ways in."""
    said = [*(_take(framework, take) for take in category.takes), *_people(category)]
    return " ".join(map(wording.sentence, said)) or "Nothing that a case states."


def _people(category: Category) -> Iterator[str]:
    if category.people:
        yield f"outcomes for {_all_of([wording.label(one).lower() for one in category.people])}"


def _all_of(names: Sequence[str]) -> str:
    """Return names as a list in a sentence, with a comma before its “and” if a name has one."""
    *first, last = names
    comma = "," if any(" and " in name for name in names) else ""
    return f"{', '.join(first)}{comma} and {last}" if first else last


def _take(framework: Framework, take: Take) -> str:
    """Return one way in: what kind of line, then what it must be."""
    return ", ".join((_lines(framework, take), *_limits(framework, take)))


def _lines(framework: Framework, take: Take) -> str:
    if take.side is Side.COST:
        types = wording.listed(map(wording.label, take.types), "or")
        return f"costs: {types}" if types else "costs of every type"
    if len(take.taken) == len(Kind):
        return "benefits of every kind"
    titles = (wording.title(framework.kinds, kind) for kind in take.taken)
    return f"benefits: {wording.listed(map(wording.lower_first, titles), 'or')}"


def _limits(framework: Framework, take: Take) -> Iterator[str]:
    does = "paid" if take.side is Side.COST else "gained"
    if take.sectors:
        yield f"{does} by {wording.listed((_MANY[sector] for sector in take.sectors), 'or')}"
    if take.whose:
        yield f"{does} by {_WHOSE[take.whose]}"
    if take.claims:
        claims = (wording.title(framework.claims, claim) for claim in take.claims)
        yield f"claimed as {wording.listed(map(wording.lower_first, claims), 'or')}"
    if take.decisions:
        decided = (wording.label(one).partition(":")[0] for one in take.decisions)
        yield f"with what was freed {wording.listed(decided, 'or')}"
    if take.valued is not None:
        yield _VALUED[take.valued]
