"""Figures that a source prints, beside the same figures computed here."""

from collections.abc import Sequence

from civalue_build.model.appraisal import Figure, Reproduction, Undefined
from civalue_build.model.enums import PrintedOf
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.views import Cell, Column, Row, Table

AGREES = {True: "agrees", False: "differs", None: "cannot be computed"}


def printed_table(known: Material) -> Table | None:
    """Return what the sources print, computed again; none where they print nothing."""
    heads = ("Printed", "Computed here")
    rows = tuple(_reproduction(known, item) for item in known.appraisal.printed)
    if not rows:
        return None
    return Table(
        stacked=True,
        id="printed",
        note=known.only_source,
        caption="Figures that a source prints, computed again",
        columns=(
            Column(text="Figure"),
            *(Column(text=head, numeric=True) for head in heads),
            Column(text="Do they agree?"),
        ),
        rows=rows,
    )


def _reproduction(known: Material, item: Reproduction) -> Row:
    given = [value for value in item.printed if value is not None]
    pairs = zip(item.printed, item.computed, strict=True)
    found = [figure for value, figure in pairs if value is not None]
    gap = next((figure for figure in found if isinstance(figure, Undefined)), None)
    stated = [figure for figure in found if not isinstance(figure, Undefined)]
    computed = wording.brief(gap, str) if gap else _ends(known, item.of, stated)
    why = wording.not_given(found)
    says = f"{wording.capital(wording.label(item.says))}."
    return Row(
        cells=(
            Cell(
                text=item.label,
                note=known.source_note(item.source),
                href=known.source_href(item.source),
            ),
            Cell(text=_ends(known, item.of, given)),
            Cell(text=computed, empty=gap is not None),
            Cell(
                text=wording.capital(AGREES[item.agrees]),
                note=" ".join(filter(None, (says, item.because, why))),
            ),
        )
    )


def _ends(known: Material, what: PrintedOf, values: Sequence[float]) -> str:
    shown = [_shown(known, what, value) for value in values]
    return wording.span(shown[0], shown[-1]) if shown else "not stated"


def _shown(known: Material, what: PrintedOf, value: Figure) -> str:
    match value:
        case Undefined():
            return wording.reason(value)
        case _ if what in (PrintedOf.RETURN_PER_POUND, PrintedOf.NET_RETURN):
            return wording.per_pound(value, known.currency)
        case _ if what is PrintedOf.PAYBACK:
            return wording.duration(value)
        case _ if what is PrintedOf.QUANTITY:
            return wording.exact(value)
    return wording.price(round(value, 2), known.currency)
