"""Where a number that is not worked out is stated, in words."""

from collections.abc import Callable, Mapping

from civalue_build.model.enums import Stream
from civalue_build.model.explained import Explained, How, Origin, What, Where
from civalue_build.model.reference import Band, Citation
from civalue_build.present import wording
from civalue_build.present.case.base import Material

TAKEN = "not stated, so this is taken"
_TAKEN = {
    What.DISCOUNT_FACTOR: "year 0 is not discounted",
    What.NOTHING: "nothing is stated for this year",
}
STEP = " › "
"""Between the keys that lead to a number of the case."""


def origin(known: Material, node: Explained, *, beside: str = "") -> str:
    """Return where a number is stated and its source; empty for a figure that is worked out.

    A source of the case with the id `beside` is named already, and not again.
    """
    if node.how is How.TAKEN:
        return _TAKEN.get(node.what, TAKEN)
    leaf = node if node.origin else _only(node)
    if leaf is None or leaf.origin is None:
        return ""
    found = leaf.origin
    if found.source == beside:
        found = found._replace(source="")
    return _ORIGINS[found.where](known, leaf, found)


def _only(node: Explained) -> Explained | None:
    """Return the stated number that a figure takes directly, in which it has its source."""
    if node.what is What.SHARE_OF_CLAIM or node.how not in (
        How.MEAN,
        How.RATIO,
        How.DISCOUNT,
        How.RAISED,
    ):
        return None
    return next((term for term in node.terms if term.origin), None)


def place(found: Origin) -> str:
    """Return the keys of the case that lead to a number: `benefits › bed-days › quantity`."""
    return found.at.replace(".", STEP)


def _in_case(known: Material, _: Explained, found: Origin) -> str:
    source = known.source(found.source)
    spot = spot_of(known, found)
    at = f"in the case at {place(found)}" + (f" ({spot})" if spot else "")
    return at + (f"; source: {source}" if source else "")


def spot_of(known: Material, found: Origin) -> str:
    """Return the file and line of the case that state a number; empty where they are not known.

    A key inside a list of lines or measures stands at that entry's own place in the list.
    """
    if known.places is None or found.where is not Where.CASE:
        return ""
    group, _, rest = found.at.partition(".")
    entry, _, keys = rest.partition(".")
    named = getattr(known.case, group, ())
    at = next((n for n, x in enumerate(named or ()) if getattr(x, "id", "") == entry), None)
    first = (group, entry if at is None else at)
    spot = known.places.place((*first, *filter(None, keys.split("."))))
    return f"{spot.file}:{spot.line}"


def _in_ledger(_: Material, node: Explained, found: Origin) -> str:
    return f"in the ledger of the case: the 12 months of year {node.year} of “{found.at}”"


def _unit_value(known: Material, _: Explained, found: Origin) -> str:
    value = known.framework.unit_values[found.at]
    entry = known.case.entry_of(value)
    told = f"{wording.label(entry.basis)}; {cited(entry.source)}" if entry else ""
    return f"unit value “{value.title}” of the framework, {told}"


def _index(known: Material, _: Explained, found: Origin) -> str:
    index = known.framework.price_indices[found.at]
    return f"{index.title}; {cited(index.source)}"


def _schedule(known: Material, node: Explained, found: Origin) -> str:
    schedule = known.framework.schedules[found.at]
    is_health = node.of == Stream.HEALTH and schedule.health
    bands = schedule.health if is_health else schedule.money
    band = next((b for b in bands if b.holds(node.year or 0)), bands[-1])
    return f"{schedule.title}, {span(band)}; {cited(schedule.source)}"


def _grade(known: Material, _: Explained, found: Origin) -> str:
    grades = known.framework.grades
    row = grades.of(int(found.at))
    return f"grade {row.grade}, {row.title}; {cited(grades.source)}"


def span(band: Band) -> str:
    """Return the years in which a rate holds: `years 1 to 30`."""
    if band.last is None:
        return f"from year {band.first}"
    return f"years {wording.span(str(band.first), str(band.last))}"


def cited(source: Citation) -> str:
    """Return a source of the framework, and whether a person compared the number with it."""
    checked = "" if source.checked else ", not yet checked against its source"
    by = f" ({source.publisher})" if source.publisher else ""
    return f"source: {source.title}{by}{checked}"


_ORIGINS: Mapping[Where, Callable[[Material, Explained, Origin], str]] = {
    Where.CASE: _in_case,
    Where.LEDGER: _in_ledger,
    Where.UNIT_VALUE: _unit_value,
    Where.PRICE_INDEX: _index,
    Where.DISCOUNT_SCHEDULE: _schedule,
    Where.EVIDENCE_GRADE: _grade,
}
