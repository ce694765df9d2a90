"""The words of every list that somebody chooses from, taken from the framework."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from civalue_build.model.enums import (
    Better,
    CostType,
    Involvement,
    MeasureResult,
    MeasureRole,
    ReadAs,
    Record,
    Status,
    Who,
)
from civalue_build.model.framework import Framework, Term
from civalue_build.model.intake import NO_COSTS, choices
from civalue_build.model.record import record
from civalue_build.model.reference import UnitValue
from civalue_build.present import wording

_ENUMS: Mapping[str, type[StrEnum]] = {
    "records": Record,
    "statuses": Status,
    "roles": Involvement,
    "who": Who,
    "types": CostType,
    "better": Better,
    "measure-roles": MeasureRole,
    "results": MeasureResult,
    "read-as": ReadAs,
}


@record
class Option:
    """One thing to choose: its id, its words, and what they mean where that needs saying."""

    id: str
    title: str
    means: str = ""

    @property
    def text(self) -> str:
        """The words with the id, from which a spreadsheet is read again."""
        return f"{self.title} ({self.id})"


def options(framework: Framework) -> Mapping[str, tuple[Option, ...]]:
    """Return what each list holds, by the name of the list."""
    terms = {
        "settings": framework.settings,
        "sectors": framework.sectors,
        "priorities": framework.priorities,
        "kinds": framework.kinds,
        "claims": framework.claims,
    }
    found = {name: tuple(map(_term, terms[name].values())) for name in terms}
    found |= {
        "grades": tuple(
            Option(id=str(one.grade), title=one.title, means=one.means)
            for one in framework.grades.grades
        ),
        "unit-values": tuple(_unit_value(*item) for item in framework.unit_values.items()),
        "costs-are": (Option(id=NO_COSTS, title="There were no costs at all"),),
    }
    return {
        name: found.get(name) or _labels(name, ids)
        for name, ids in choices(framework).items()
        if name in found or name in _ENUMS
    }


def _labels(name: str, ids: Iterable[str]) -> tuple[Option, ...]:
    kind = _ENUMS[name]
    return tuple(Option(id=one, title=wording.capital(wording.label(kind(one)))) for one in ids)


def _term(term: Term) -> Option:
    return Option(id=term.id, title=term.title, means=term.means)


def _unit_value(name: str, value: UnitValue) -> Option:
    entry = None if value.yearly else value.on(None)
    found = entry.value.range if entry else None
    price = f": {wording.price(found.central)}" if found else ""
    return Option(id=name, title=f"{value.title}{price}")
