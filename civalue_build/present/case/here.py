"""What would it mean here? The result of a case, scaled by a reader from another place."""

from dataclasses import replace

from markupsafe import Markup

from civalue_build.model.appraisal import Figure, Result, Undefined
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material, perspective, returns_table
from civalue_build.present.case.here_data import counts, data
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import Table

SCRIPTS = ("assets/words.js", "assets/here.js")


@record
class Here:
    """The section as it stands before anything is changed, and what its scripts need.

    `table`, `note` and `says` are of the case's own headline; there is no `data` where no line has
    an amount. `method` is where it is said how numbers are scaled, empty where no page says it.
    """

    place: str
    says: str
    basis: str
    kept: str
    table: Table
    note: str
    data: Markup
    scripts: tuple[str, ...]
    method: str


def here(known: Material) -> Here | None:
    """Return the section; none where the case is not valued in money."""
    result, found = known.appraisal.headline, known.appraisal.scalable
    vintage = known.appraisal.vintage
    if result is None or found is None or vintage is None:
        return None
    method = prose_link(known.framework, "methods/scaling")
    title = wording.lower_first(perspective(known, result.perspective))
    table = returns_table(
        known,
        "here-result",
        f"For {title} {known.over}, as in the case",
        result.claimed,
        result.corrected,
    )
    return Here(
        place=wording.midway(known.case.organisation.name),
        says=_says(known, result),
        basis=f"Counting {counts(result.perspective)}",
        kept=f"{vintage.price_year} prices",
        table=replace(table, note=""),
        note=table.note,
        data=data(known, found) if found.lines else Markup(""),
        scripts=tuple(known.to(script) for script in SCRIPTS),
        method=known.to(method.href) if method else "",
    )


def _says(known: Material, result: Result) -> str:
    claimed, corrected = result.claimed, result.corrected
    if not isinstance(claimed.npv, Undefined):
        return _both(known, "Net present value", (claimed.npv, corrected.npv))
    none = f"No net value and no return can be given: {wording.reason(claimed.npv)}."
    if isinstance(claimed.pv_benefits, Undefined):
        return none
    alone = _both(known, "Benefits alone", (claimed.pv_benefits, corrected.pv_benefits))
    return f"{none} {alone}"


def _both(known: Material, what: str, figures: tuple[Figure, Figure]) -> str:
    claimed, corrected = map(known.money, figures)
    return f"{what}: {claimed} as claimed, {corrected} corrected for evidence."
