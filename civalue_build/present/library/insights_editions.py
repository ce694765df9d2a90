"""Insights: what each discount schedule does to every case."""

from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import NOT_GIVEN, Edition
from civalue_build.model.framework import Framework
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    DISCOUNTING,
    EDITIONS_CSV,
    INSIGHTS_EDITIONS,
    case_address,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.insights import UP
from civalue_build.present.library.insights_workings import EDITIONS
from civalue_build.present.library.views import Section, marks, more_cases
from civalue_build.present.sheets import Value
from civalue_build.present.views import Cell, Column, Link, Row, Table

SHOWN = 120
"""How many cases the table lists; all are in the data file."""
FIGURES = (
    "the net present value as claimed, and what came back for each unit of money spent; below it "
    "the same corrected for evidence"
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of discount schedules, cases in order of title and never of return."""
    valued = known(library)
    yield draw(
        INSIGHTS_EDITIONS,
        "library_sections.html",
        title="What each discount schedule does",
        up=UP,
        lead=_lead(library.framework, valued),
        sections=(
            Section(
                anchor="schedules",
                heading="The schedules",
                text="A discount schedule says how much less a pound of a later year counts. Rules "
                "change: each figure of the library names the schedule that it was worked out "
                "with. A case of one year is the same under all of them.",
                links=tuple(_schedules(library.framework)),
            ),
            _cases(library, valued),
        ),
        onward=ways(INSIGHTS_EDITIONS, Link(text="Read the cases", href=CASES), UP),
    )


def known(library: Library) -> tuple[CaseCard, ...]:
    """Return the current cases with a net present value, invented ones among them."""
    return tuple(card for card in library.cards if card.is_current and _is_valued(card))


def _is_valued(card: CaseCard) -> bool:
    return any(not isinstance(edition.npv, Undefined) for edition in card.editions)


def _lead(framework: Framework, valued: Sequence[CaseCard]) -> str:
    real = [card for card in valued if card.is_counted]
    if not real:
        return "No case has a net figure yet."
    count = wording.counted(len(real), "case has", "cases have")
    changes = wording.counted(sum(map(_moves, real)), "changes", "change")
    return (
        f"{count} a net figure, as claimed. {changes} with the schedule.{_alike(framework, real)}"
    )


def _alike(framework: Framework, real: Sequence[CaseCard]) -> str:
    """Name the schedules that give every case the same net figure, so that nobody looks for it."""
    nets: dict[str, list[int | None]] = {}
    for edition in (edition for card in real for edition in card.editions):
        net = None if isinstance(edition.npv, Undefined) else round(edition.npv)
        nets.setdefault(edition.schedule, []).append(net)
    same: dict[tuple[int | None, ...], list[str]] = {}
    for schedule, found in nets.items():
        same.setdefault(tuple(found), []).append(schedule)
    groups = [names for names in same.values() if 1 < len(names) < len(nets)]
    return "".join(
        f" {wording.listed([framework.schedules[name].title for name in names])} give the same "
        "figure in every case."
        for names in groups
    )


def _moves(card: CaseCard) -> bool:
    nets = [item.npv for item in card.editions if not isinstance(item.npv, Undefined)]
    return len({round(net) for net in nets}) > 1


def _schedules(framework: Framework) -> Iterator[Link]:
    for name, schedule in framework.schedules.items():
        default = "used where a case names none" if name == framework.default_discounting else ""
        href = relative(INSIGHTS_EDITIONS, f"{DISCOUNTING}#{name}")
        yield Link(text=schedule.title, href=href, note=default)


def _cases(library: Library, valued: Sequence[CaseCard]) -> Section:
    file = Link(text="Download this table (CSV)", href=relative(INSIGHTS_EDITIONS, EDITIONS_CSV))
    more = more_cases(INSIGHTS_EDITIONS, len(valued) - SHOWN)
    real = [card for card in valued[:SHOWN] if card.is_counted]
    invented = [card for card in valued[:SHOWN] if not card.is_counted]
    sorts = (("editions", "", real), ("editions-invented", "Invented teaching cases. ", invented))
    return Section(
        anchor="cases",
        heading="Case by case, in order of title",
        tables=tuple(
            _table(library.framework, name, words, cards) for name, words, cards in sorts if cards
        ),
        fold=EDITIONS if valued else None,
        links=(file, more) if more else (file,),
    )


def _table(framework: Framework, name: str, words: str, cards: Sequence[CaseCard]) -> Table:
    schedules = framework.schedules
    return Table(
        id=name,
        stacked=True,
        caption=f"{words}Headline under each schedule: {FIGURES}",
        columns=(
            Column(text="Case"),
            *(Column(text=item.title, numeric=True) for item in schedules.values()),
        ),
        rows=tuple(_row(framework, card) for card in cards),
        note="For the NHS, over the years of each case. “Used” marks the schedule that the case’s "
        f"own page uses. Framework edition {framework.edition}.",
    )


def _row(framework: Framework, card: CaseCard) -> Row:
    vintage = card.vintage
    found = {edition.schedule: edition for edition in card.editions}
    note = ""
    if vintage:
        span = wording.counted(vintage.horizon, "year", "years")
        note = f"{span}, {vintage.price_year} prices"
    link = relative(INSIGHTS_EDITIONS, case_address(card.slug))
    return Row(
        cells=(
            Cell(text=card.title, href=link, note=note, tags=marks(card)),
            *(_cell(found.get(name), card) for name in framework.schedules),
        )
    )


def _cell(edition: Edition | None, card: CaseCard) -> Cell:
    if edition is None or isinstance(edition.npv, Undefined):
        return Cell(text="not given", empty=True)
    claimed, corrected = (
        wording.brief(ratio, lambda value: wording.ratio(value, card.currency))
        for ratio in (edition.return_per_pound, edition.corrected_return_per_pound)
    )
    own = card.vintage is not None and card.vintage.discounting == edition.schedule
    net = wording.brief(edition.corrected_npv, lambda value: wording.money(value, card.currency))
    note = f"{claimed}, used" if own else claimed
    return Cell(
        text=wording.money(edition.npv, card.currency),
        note=f"{note}; corrected {net}, {corrected}",
    )


_FIGURES = ("npv", "return_per_pound", "corrected_npv", "corrected_return_per_pound")


def heads(framework: Framework) -> tuple[str, ...]:
    """Return the heads of the data file: the basis of a case, then four figures a schedule."""
    names = [name.replace("-", "_") for name in framework.schedules]
    figures = (f"{what}_{name}" for name in names for what in _FIGURES)
    return ("case", "invented", "currency", "price_year", "horizon_years", "framework", "used",
            *figures, "why_not")  # fmt: skip


def rows(library: Library) -> Iterator[tuple[Value, ...]]:
    """Return every valued case for the data file, at full precision."""
    for card in library.cards:
        if basis := card.vintage:
            invented = "yes" if card.illustrative else "no"
            known = (basis.price_year, basis.horizon, basis.framework, basis.discounting)
            figures = _figures(card, library.framework)
            plain = (None if isinstance(item, Undefined) else item for item in figures)
            gaps = (item for item in figures if isinstance(item, Undefined))
            why = next((item.why for item in gaps if item is not NOT_GIVEN), "")
            yield (card.slug, invented, card.currency, *known, *plain, why)


def _figures(card: CaseCard, framework: Framework) -> list[Figure]:
    found = {edition.schedule: edition for edition in card.editions}
    none = Edition(schedule="", npv=NOT_GIVEN, return_per_pound=NOT_GIVEN)
    editions = (found.get(name, none) for name in framework.schedules)
    return [getattr(item, name) for item in editions for name in _FIGURES]
