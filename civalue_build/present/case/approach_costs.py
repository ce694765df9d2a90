"""What patients cost before and after, as a chart of shares: bands of cost, never one patient."""

from collections.abc import Sequence
from dataclasses import replace

from civalue_build.model.approach_facts import CostBand
from civalue_build.model.distribution import Distribution, Spell
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.charts.figure import figure_view
from civalue_build.present.charts.model import Bar, Chart, Unit
from civalue_build.present.sheets import csv_bytes
from civalue_build.present.views import Cell, Column, FigureView, Row, Table

ID, HEAD = "evo-patient-costs", "Cost of a patient"
MIDDLE = "the middle patient cost "
SHORT = 30
"""Letters of a period that fit beside its sign in the legend of a phone."""
NOTE = (
    "The patients before and after are not the same people. The shares alone do not say why they "
    "differ: who was treated may have changed too."
)


def costs_view(
    known: Material, found: Distribution, number: int, folder: str
) -> tuple[FigureView, Asset]:
    """Return the `number`th figure of a page whose files stand in `folder`, and its data file."""
    chart = _chart(known, found)
    view, file = figure_view(chart, number, folder)
    content = _data_file(known, found)
    size = wording.file_size(len(content))
    words = f"Download the data for figure {number} ({size} CSV)"
    view = replace(
        view,
        table=_table(known, found, view.table),
        download=view.download._replace(text=words),
        note=_note(known, found),
    )
    return view, Asset(path=file.path, content=content)


def _chart(known: Material, found: Distribution) -> Chart:
    shares = zip(_bands(known, found), found.before.shares, found.after.shares, strict=True)
    return Chart(
        id=ID,
        title=_title(known, found),
        measure=_measure(found),
        series=(_series("Before", found.before), _series("After", found.after)),
        bars=tuple(Bar(label=band, values=(before, after)) for band, before, after in shares),
        heads=("", HEAD),
        currency=known.currency,
        unit=Unit.SHARE,
    )


def _bands(known: Material, found: Distribution) -> tuple[str, ...]:
    return tuple(_band(known, band) for band in found.costs.bands)


def _band(known: Material, band: CostBand) -> str:
    if band.high is None:
        return f"{known.price(band.low)} and over"
    high = known.price(band.high)
    return f"{known.price(band.low)} to under {high}" if band.low else f"Under {high}"


def _title(known: Material, found: Distribution) -> str:
    """Return where the middle patient stands: counts in bands show that, and no mean."""
    before, after = (_middle(known, found, spell) for spell in (found.before, found.after))
    if before == after:
        return f"Before and after, {after}"
    return f"Before, {before}; after, {after.removeprefix(MIDDLE) if MIDDLE in before else after}"


def _middle(known: Material, found: Distribution, spell: Spell) -> str:
    lower, upper = (found.costs.bands[at] for at in spell.middle)
    if lower == upper:
        return f"{MIDDLE}{wording.lower_first(_band(known, lower))}"
    return f"half of the patients cost under {known.price(lower.high or 0)}"


def _measure(found: Distribution) -> str:
    costs, before, after = found.costs, found.before, found.after
    who = f": {costs.who}" if costs.who else ""
    return (
        f"Share of patients by what each cost, in {costs.price_year.label} prices. "
        f"{wording.number(before.total)} patients before ({before.name}) and "
        f"{wording.number(after.total)} after ({after.name}){who}"
    )


def _series(when: str, spell: Spell) -> str:
    """Return a name for the legend; of a long one the measure tells the rest."""
    return f"{when}: {spell.name}" if len(spell.name) <= SHORT else when


def _table(known: Material, found: Distribution, drawn: Table) -> Table:
    spells = (("before", found.before), ("after", found.after))
    heads = [head for when, _ in spells for head in (f"Patients {when}", f"Share {when}")]
    bands = zip(found.costs.bands, _bands(known, found), strict=True)
    rows = [
        _row(name, (band.before, band.after), [spell.shares[at] for _, spell in spells])
        for at, (band, name) in enumerate(bands)
    ]
    totals = _row("All", [spell.total for _, spell in spells], (1.0, 1.0))
    return replace(
        drawn,
        columns=(Column(text=HEAD), *(Column(text=head, numeric=True) for head in heads)),
        rows=(*rows, totals._replace(total=True)),
    )


def _row(name: str, counts: Sequence[int], shares: Sequence[float]) -> Row:
    numbers = [
        Cell(text=text)
        for count, share in zip(counts, shares, strict=True)
        for text in (wording.number(count), wording.part(share))
    ]
    return Row(cells=(Cell(text=name), *numbers))


def _data_file(known: Material, found: Distribution) -> bytes:
    unit = f"({known.currency}, {found.costs.price_year.label} prices)"
    heads = (f"From {unit}", f"To under {unit}", "Patients before", "Patients after")
    shares = zip(found.costs.bands, found.before.shares, found.after.shares, strict=True)
    return csv_bytes(
        (*heads, "Share before", "Share after"),
        [(band.low, band.high, band.before, band.after, *both) for band, *both in shares],
    )


def _note(known: Material, found: Distribution) -> str:
    return f"{NOTE} Source: {wording.sentence(known.source(found.costs.source))}"
