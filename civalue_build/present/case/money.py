"""Money: the headline, who by when, how real it is, who pays and who gains, printed figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from civalue_build.model.appraisal import Result, Returns, Undefined, Vintage
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import (
    Material,
    perspective,
    returns_table,
    undiscounted_table,
)
from civalue_build.present.case.explained import group as how
from civalue_build.present.case.explained.links import linked, linked_row
from civalue_build.present.case.explained.working import Working
from civalue_build.present.case.figures import SOCIETY_ALONE
from civalue_build.present.case.lenses import net_sentence
from civalue_build.present.case.lines import LinesView, lines_view
from civalue_build.present.case.parties import parties_table, split_budget, transfers_table
from civalue_build.present.case.printed import printed_table
from civalue_build.present.case.realisation import by_claim, how_real, ladder
from civalue_build.present.case.wider import Elsewhere, Wider, elsewhere, wider
from civalue_build.present.case.workings import workings
from civalue_build.present.views import Cell, Column, FigureView, Row, Table

SILENCE = (
    "Who comes out ahead, and by when, cannot be shown: no net value can be worked out for anyone."
)


@record
class Money:
    """The part of the page about money, in order."""

    heading: str
    basis: str
    says: str
    headline: Table
    undiscounted: Table | None
    others: tuple[Table, ...]
    same: str
    payback: str
    silence: str
    waterfall: FigureView | None
    matrix: FigureView | None
    who_by_when: Table | None
    real: str
    realisation: FigureView | None
    ladder: Table | None
    """Where no figure has it: so are `who_by_when` and `parties`."""
    claims: Table
    wider: Wider | None
    elsewhere: Elsewhere | None
    payers: FigureView | None
    parties: Table | None
    transfers: Table | None
    split: tuple[str, ...]
    curve: FigureView | None
    lines: LinesView
    printed: Table | None
    workings: tuple[Working, ...]


def money(known: Material, figures: Sequence[FigureView]) -> Money | None:
    """Return the part of the page about money; none where the case is not valued."""
    result, vintage = known.appraisal.headline, known.appraisal.vintage
    if result is None or vintage is None:
        return None
    drawn = _with_tables(known, figures)
    transfers = transfers_table(known)
    return Money(
        heading="Money, gross: costs are not stated in full" if known.is_gross else "Money",
        basis=_basis(known, vintage),
        says=f"Counted for the NHS {known.over}. {net_sentence(known, result)}",
        headline=_headline(known, result),
        undiscounted=_undiscounted(known, result),
        others=tuple(_others(known, result)),
        same=_same(known, result),
        payback=_payback(result) if _is_paid_back(result) else "",
        waterfall=drawn.get("waterfall"),
        matrix=drawn.get("matrix"),
        silence="" if _has_net(known) else SILENCE,
        who_by_when=_matrix(known) if _has_net(known) and "matrix" not in drawn else None,
        real=how_real(known) if known.appraisal.ladder else "",
        realisation=drawn.get("realisation"),
        ladder=None if "realisation" in drawn else linked(ladder(known), how.LADDER),
        claims=_folded(linked(by_claim(known), how.CLAIMS)),
        wider=_wider(known),
        elsewhere=elsewhere(known),
        payers=drawn.get("payers"),
        parties=None if "payers" in drawn else linked(parties_table(known), how.PARTIES),
        transfers=_folded(linked(transfers, how.PARTIES, within=(3,))) if transfers else None,
        split=tuple(_split(known, drawn)),
        curve=drawn.get("payback"),
        lines=lines_view(known),
        printed=linked(printed_table(known), how.PRINTED, within=(2,)),
        workings=workings(known),
    )


def _basis(known: Material, vintage: Vintage) -> str:
    """Say what is counted, in which prices, and what the figures lack."""
    counted = f"Counting {wording.label(Step.CAPACITY)}; in {vintage.price_year} prices."
    return " ".join(filter(None, (_abroad(known), _whole(known), counted, known.ungraded)))


def _abroad(known: Material) -> str:
    """Say whose service is meant where money is not in pounds; empty where it is."""
    is_home = known.currency == "GBP"
    return "" if is_home else "The NHS here stands for the health service of this case’s country."


def _headline(known: Material, result: Result) -> Table:
    over, both = f"For the NHS {known.over}", (result.claimed, result.corrected)
    return linked(returns_table(known, "headline", over, *both, grades_said=True), how.HEADLINE)


def _whole(known: Material) -> str:
    """Say where all money is for one of many; empty where it is for the whole of the work."""
    one = known.one_only
    return f"All money of this case is for {one}, not for the whole of the work." if one else ""


def _undiscounted(known: Material, result: Result) -> Table | None:
    """Return the plain sums; none where neither costs nor benefits are known."""
    if not _is_known(result):
        return None
    return linked(undiscounted_table(known, result.claimed, result.corrected), how.UNDISCOUNTED)


def _is_known(result: Result) -> bool:
    sides = (result.claimed.pv_costs, result.claimed.pv_benefits)
    return not all(isinstance(side, Undefined) for side in sides)


def _wider(known: Material) -> Wider | None:
    found = wider(known)
    if found is None:
        return None
    table = linked(found.table, how.WIDER, within=(1, 2, 4, 5))
    return replace(found, table=table, sums=_folded(found.sums) if found.sums else None)


def _folded(table: Table) -> Table:
    """Return a table whose caption is the line of words under which it is opened."""
    return replace(table, caption_hidden=True)


def _has_net(known: Material) -> bool:
    return any(not isinstance(r.claimed.npv, Undefined) for r in known.appraisal.results)


def _with_tables(known: Material, figures: Sequence[FigureView]) -> dict[str, FigureView]:
    """Return figures by id, with the fuller table of the page in place of their list of rows."""
    drawn = {view.id: view for view in figures}
    if "matrix" in drawn:
        drawn["matrix"] = replace(drawn["matrix"], table=_matrix(known, grades_said=True))
    rungs = ladder(known) if "realisation" in drawn else None
    if rungs:
        drawn["realisation"] = replace(drawn["realisation"], table=linked(rungs, how.LADDER))
    if "payers" in drawn:
        table = linked(parties_table(known), how.PARTIES)
        drawn["payers"] = replace(drawn["payers"], table=table)
    return drawn


def _split(known: Material, drawn: Mapping[str, FigureView]) -> Iterator[str]:
    """Say who pays and who gains, without what the title of the figure says already."""
    said = drawn["payers"].title if "payers" in drawn else ""
    for line in split_budget(known, known.appraisal.parties):
        if line.removesuffix(".") not in said:
            yield line


def _views(known: Material) -> Iterator[tuple[str, str, Result]]:
    lenses, name = known.appraisal.lenses, known.case.organisation.name
    if lenses.economic:
        yield "economic", "the whole of society", lenses.economic
    if lenses.business:
        yield "business", f"{name} alone", lenses.business


def _is_same(one: Result, other: Result) -> bool:
    return (one.claimed, one.corrected) == (other.claimed, other.corrected)


def _others(known: Material, headline: Result) -> Iterator[Table]:
    for name, whom, result in _views(known):
        empty = (result.claimed.pv_costs, result.claimed.pv_benefits) == (0, 0)
        if not empty and not _is_same(result, headline) and _is_known(result):
            caption = f"For {whom} {known.over}"
            table = returns_table(
                known, name, caption, result.claimed, result.corrected, within=_within(known, name)
            )
            yield _folded(linked(table, how.anchor_of_view(name)))


def _within(known: Material, name: str) -> tuple[Row, ...]:
    """Return the part of society's benefits that is no money."""
    found = known.appraisal.health_and_wider
    if name != "economic" or found is None or not found.by_kind:
        return ()
    head = Cell(text="of which health and wider value", note="counted for society alone")
    return (Row(cells=(head, known.amount(found.claimed), known.amount(found.corrected))),)


def _same(known: Material, headline: Result) -> str:
    if not _is_known(headline):
        return ""
    whom = [words for _, words, result in _views(known) if _is_same(result, headline)]
    return f"The figures are the same for {wording.listed(whom)}." if whom else ""


def _is_paid_back(result: Result) -> bool:
    """Whether there is a cost to pay back, and a net value that says if it was."""
    return not isinstance(result.claimed.npv, Undefined) and result.claimed.pv_costs != 0


def _payback(result: Result) -> str:
    discounted = result.claimed.payback_years
    if isinstance(discounted, Undefined):
        return wording.sentence(f"Time to pay back: {wording.reason(discounted)}")
    claimed, corrected = _paid_back_in(result.claimed), _paid_back_in(result.corrected)
    return f"Time to pay back, as claimed: {claimed}; corrected for evidence: {corrected}."


def _paid_back_in(found: Returns) -> str:
    """Return when the money is back; without discounting too, where that reads otherwise."""
    ends = wording.figure(found.payback_years, wording.duration)
    plain = found.undiscounted.payback_years
    if isinstance(plain, Undefined) or wording.duration(plain) == ends:
        return ends
    return f"{ends} (without discounting {wording.duration(plain)})"


def _matrix(known: Material, *, grades_said: bool = False) -> Table:
    horizons = sorted({result.horizon for result in known.appraisal.results})
    within = [years for years in horizons if years <= known.horizon]
    later = [years for years in horizons if years > known.horizon]
    columns = [*within, *later[:1]]
    rows = tuple(
        Row(cells=(Cell(text=perspective(known, who)), *_net(known, who, columns)))
        for who in Perspective
    )
    values = [result.claimed.npv for result in known.appraisal.results]
    valued = f"The case is valued {known.over}; after that nothing more is counted."
    wide = SOCIETY_ALONE if known.appraisal.health_and_wider else ""
    grades = "" if grades_said else known.ungraded
    return Table(
        stacked=True,
        id="who-by-when",
        caption="Net present value: who is counted, and over how long",
        columns=(Column(text="Who is counted"), *_years(within), *_later(later)),
        rows=tuple(linked_row(row, how.MATRIX) for row in rows),
        note=" ".join(filter(None, (valued, wide, wording.not_given(values), grades))),
    )


def _years(horizons: Sequence[int]) -> Iterator[Column]:
    for years in horizons:
        yield Column(text=wording.counted(years, "year", "years"), numeric=True)


def _later(horizons: Sequence[int]) -> Iterator[Column]:
    """Name in one column all horizons at which nothing more has come."""
    if horizons:
        yield Column(text=f"{wording.listed(map(str, horizons))} years", numeric=True)


def _net(known: Material, who: Perspective, horizons: Sequence[int]) -> Iterator[Cell]:
    for years in horizons:
        result = known.appraisal.result(who, years)
        if result is None:
            yield Cell(text="not computed", empty=True)
            continue
        corrected = known.brief(result.corrected.npv)
        note = "" if isinstance(result.claimed.npv, Undefined) else f"corrected {corrected}"
        yield known.amount(result.claimed.npv, note=note)
