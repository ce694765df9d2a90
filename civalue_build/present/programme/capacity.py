"""Capacity that the cases of a programme freed together, in the units that services run by."""

from dataclasses import replace

from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.capacity import capacity_table, capacity_totals
from civalue_build.present.case.lenses import Point
from civalue_build.present.programme.base import Known
from civalue_build.present.views import Table


def totals(known: Known) -> tuple[Point, ...]:
    """Return each total in words."""
    return capacity_totals(_together(known))


def by_year(known: Known) -> Table | None:
    """Return what was freed by year of the programme; none where one year says it all."""
    return capacity_table(_together(known))


def counted_from(known: Known) -> str:
    """Return of how many cases the totals are the sum."""
    freed = sum(
        bool(card.operational)
        for member in known.value.counted
        if (card := known.cards.get(member.case))
    )
    cases = wording.counted(len(known.value.counted), "case", "cases")
    return f"{wording.number(freed)} of {cases} state what they freed. This is their sum."


def _together(known: Known) -> Material:
    """Return the programme as a case that freed what its cases freed together."""
    whole = replace(known.material.appraisal, operational=known.value.operational)
    return replace(known.material, appraisal=whole)
