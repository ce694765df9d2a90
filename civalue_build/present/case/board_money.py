"""The money of a case for a board: the headline, how real it is, who pays, how sure it is."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Figure, Result, Returns, Undefined, Vintage
from civalue_build.model.enums import Step
from civalue_build.present import wording
from civalue_build.present.case.base import Material, returns_table
from civalue_build.present.case.board_views import Grid, Part, Said
from civalue_build.present.case.lenses import NOT_VALUED, net_sentence
from civalue_build.present.case.parties import split_budget
from civalue_build.present.case.realisation import how_real
from civalue_build.present.case.uncertainty_words import chances, covered

SHOWN = 4
"""The rows of the headline's table: costs, benefits, net value, return."""
UNRANGED = "Cannot be said: no range is stated for any number."
UNKNOWN = "Cannot be said: no net value can be worked out."


def money_part(known: Material) -> Part:
    """Return what the case says of money, claimed beside corrected."""
    result, vintage = known.appraisal.headline, known.appraisal.vintage
    if result is None or vintage is None:
        return Part(heading="Money", says=(Said(NOT_VALUED),))
    heading = "Money, gross: costs are not stated in full" if known.is_gross else "Money"
    return Part(
        heading=heading,
        says=(Said(net_sentence(known, result)),),
        grid=_headline(known, result, vintage),
        points=tuple(_points(known, result)),
        leads=True,
    )


def _headline(known: Material, result: Result, vintage: Vintage) -> Grid:
    caption = (
        f"For the NHS {known.over}, counting {wording.label(Step.CAPACITY)}; present values in "
        f"{vintage.price_year} prices"
    )
    table = returns_table(known, "board", caption, result.claimed, result.corrected)
    rows = (tuple(cell.text for cell in row.cells) for row in table.rows[:SHOWN])
    return Grid(
        caption=f"{caption}, each rounded" if wording.ROUNDED in table.note else caption,
        head=tuple(column.text for column in table.columns),
        rows=(*rows, *_payback(result)),
    )


def _payback(result: Result) -> Iterator[tuple[str, ...]]:
    both = (result.claimed, result.corrected)
    if isinstance(result.claimed.npv, Undefined) or result.claimed.pv_costs == 0:
        return
    yield ("Time to pay back", *(_time(returns) for returns in both))


def _time(returns: Returns) -> str:
    return wording.brief(returns.payback_years, wording.duration)


def _points(known: Material, result: Result) -> Iterator[Said]:
    if real := how_real(known) if known.appraisal.ladder else "":
        yield Said(real, "How real it is")
    if who := " ".join(split_budget(known, known.appraisal.parties)):
        yield Said(who, "Who pays and who gains")
    yield Said(_chance(known, result.claimed.npv), "Chance that it pays back")


def _chance(known: Material, npv: Figure) -> str:
    found = known.appraisal.uncertainty
    if isinstance(npv, Undefined) or isinstance(found, Undefined):
        return UNKNOWN
    said = next(chances(known, found), "")
    return f"{said} {covered(found)}." if said else UNRANGED
