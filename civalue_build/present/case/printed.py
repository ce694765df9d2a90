"""Figures that a source prints, beside the same figures computed here."""

from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Figure, Reproduction, Undefined
from civalue_build.model.enums import PrintedOf
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.views import Cell, Column, Row, Table

AGREES = {True: "agrees", False: "differs", None: "cannot be computed"}
INSIDE = "lies inside the printed range"
OUTSIDE = "lies outside the printed range"


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
    given = tuple(None if value is None else _shown(known, item, value) for value in item.printed)
    return Row(
        cells=(
            Cell(
                text=item.label,
                note=known.source_note(item.source),
                href=known.source_href(item.source),
            ),
            Cell(text=_three(given)),
            _computed(known, item),
            _agreement(item),
        )
    )


def _computed(known: Material, item: Reproduction) -> Cell:
    if _gap(item):
        return Cell(text="not given", empty=True)
    single = _single(item)
    if single is not None:
        return Cell(text=_shown(known, item, single))
    return Cell(text=_three(_found(known, item)))


def _agreement(item: Reproduction) -> Cell:
    gap = _gap(item)
    why = wording.sentence(wording.reason(gap)) if gap else ""
    says = f"{wording.capital(wording.label(item.says))}."
    words = _place(item) if item.agrees is False else AGREES[item.agrees]
    return Cell(text=wording.capital(words), note=" ".join(filter(None, (why, says, item.because))))


def _place(item: Reproduction) -> str:
    """Return where one computed number lies in a printed range; `differs` where both are ranges."""
    _, low, high = item.printed
    single = _single(item)
    if single is None or low is None or high is None:
        return AGREES[False]
    return INSIDE if low <= single <= high else OUTSIDE


def _single(item: Reproduction) -> float | None:
    """Return the one number that was computed, none where it has a range."""
    values = {figure for figure in _asked(item) if not isinstance(figure, Undefined)}
    return next(iter(values)) if len(values) == 1 else None


def _asked(item: Reproduction) -> Iterator[Figure]:
    for value, figure in zip(item.printed, item.computed, strict=True):
        if value is not None:
            yield figure


def _gap(item: Reproduction) -> Undefined | None:
    """Return why a printed figure cannot be computed, none where it can."""
    return next((figure for figure in _asked(item) if isinstance(figure, Undefined)), None)


def _found(known: Material, item: Reproduction) -> tuple[str | None, ...]:
    return tuple(
        None if value is None or isinstance(figure, Undefined) else _shown(known, item, figure)
        for value, figure in zip(item.printed, item.computed, strict=True)
    )


def _three(texts: Sequence[str | None]) -> str:
    """Return a value with its ends, as far as they are there: `£76, from £46 to £106`."""
    value, *both = texts
    ends = [text for text in both if text is not None]
    if not ends:
        return value or "not stated"
    between = wording.span(ends[0], ends[-1])
    return f"{value}, from {between}" if value else between


def _shown(known: Material, item: Reproduction, value: float) -> str:
    if item.of in (PrintedOf.RETURN_PER_POUND, PrintedOf.NET_RETURN):
        return wording.per_pound(value, known.currency)
    if item.of is PrintedOf.PAYBACK:
        return wording.duration(value)
    if item.of in (PrintedOf.QUANTITY, PrintedOf.BREAK_EVEN):
        return wording.rounded(value)
    pence = any(given is not None and given != int(given) for given in item.printed)
    return known.price(round(value, 2)) if pence else known.money(value)
