"""Tables of Insights: returns by group, and what may be added up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim, Lens, Step
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import By, Group, LeftOut, MoneyTotal, Portfolio, Spread
from civalue_build.present import wording
from civalue_build.present.addresses import INSIGHTS
from civalue_build.present.library.base import Library
from civalue_build.present.library.insights_spread import each, short_ratio
from civalue_build.present.library.views import TermView, case_list
from civalue_build.present.sheets import Value
from civalue_build.present.views import Cell, Column, Row, Table

LENSES = {Lens.ECONOMIC: "Economic: everybody", Lens.BUSINESS: "Business: the organisation alone"}
CAPTIONS: Mapping[By, str] = {
    By.SETTING: "By setting",
    By.PRIORITY: "By priority: a case stands under each that it serves",
    By.KIND: "By kind of benefit: a case stands under each kind that it has",
    By.CLAIM: "By how far the benefits have come: the strongest claim of the case",
    By.STEP: "By how much is counted: the same cases, step by step",
    By.LENS: "By lens: the same cases, as others see them",
}


def group_tables(library: Library) -> Iterator[Table]:
    """Return a table of returns for each sort of group that there is, never in order of return."""
    for by, caption in CAPTIONS.items():
        groups = library.portfolio.of(by)
        if groups:
            table = _groups(by, caption, groups, library.framework)
            yield replace(table, note=_social(library)) if by is By.LENS else table


def _social(library: Library) -> str:
    told, cases = sum(card.outcomes > 0 for card in library.counted), len(library.counted)
    return (
        "The social lens has no return, and needs none: "
        f"{wording.number(told)} of {wording.number(cases)} cases tell what changed for people."
    )


def _groups(by: By, caption: str, groups: Sequence[Group], framework: Framework) -> Table:
    return Table(
        id=f"by-{by}",
        stacked=True,
        caption=caption,
        caption_hidden=True,
        columns=(
            Column(text=wording.capital(wording.label(by))),
            Column(text="Cases", numeric=True),
            Column(text="As claimed", numeric=True),
            Column(text="Corrected", numeric=True),
            Column(text="Over £1", numeric=True),
            Column(text="None or a loss", numeric=True),
        ),
        rows=tuple(_group(group, framework) for group in groups),
    )


def _group(group: Group, framework: Framework) -> Row:
    claimed, corrected = group.claimed, group.corrected
    return Row(
        cells=(
            Cell(text=group_name(group, framework)),
            Cell(
                text=wording.number(group.cases),
                note=f"{wording.number(claimed.known)} with a return",
            ),
            _middle(claimed),
            _middle(corrected),
            Cell(text=wording.number(claimed.above_one)),
            Cell(text=wording.number(claimed.none + claimed.negative)),
        )
    )


def group_name(group: Group, framework: Framework) -> str:
    """Return what the cases of a group have in common, in the framework's words."""
    if group.by is By.STEP:
        return wording.capital(wording.label(Step(group.id)))
    if group.by is By.LENS:
        return LENSES[Lens(group.id)]
    terms = {
        By.SETTING: framework.settings,
        By.PRIORITY: framework.priorities,
        By.KIND: framework.kinds,
        By.CLAIM: framework.claims,
    }
    return wording.title(terms[group.by], group.id)


def of_group(by: By, card: CaseCard) -> Sequence[str]:
    """Return the groups of one sort in which a case stands."""
    return {
        By.SETTING: (card.setting,),
        By.PRIORITY: card.priorities,
        By.KIND: card.kinds,
        By.CLAIM: (card.claim,) if card.claim else (),
    }.get(by, ())


def _middle(found: Spread) -> Cell:
    """Return the median with its quartiles, or each return where they are few."""
    if not found.known:
        return Cell(text="none known", empty=True)
    if not isinstance(found.median, float) or not isinstance(found.lower, float):
        return Cell(text=each(found), note="each case" if found.known > 1 else "")
    upper = found.upper if isinstance(found.upper, float) else found.median
    ends = f"{short_ratio(found.lower)} and {short_ratio(upper)}"
    return Cell(text=short_ratio(found.median), note=f"the middle; half lie between {ends}")


def money_table(library: Library) -> Table | None:
    """Return what cases add up to in money, by strongest claim; none where none can be added."""
    portfolio = library.portfolio
    if not portfolio.money:
        return None
    titles = {card.slug: card.title for card in library.cards}
    return Table(
        id="money-totals",
        stacked=True,
        caption=f"Money of the cases that can be added, at {portfolio.price_year} prices",
        columns=(
            Column(text="Strongest claim of a case"),
            Column(text="Costs", numeric=True),
            Column(text="Benefits", numeric=True),
            Column(text="Net", numeric=True),
            Column(text="Corrected", numeric=True),
        ),
        rows=tuple(_money(total, library.framework, titles) for total in portfolio.money),
        note="As claimed; the last column is the net corrected for evidence. Present values for "
        "the NHS, each at the start of its own case and over its own years. What is planned, "
        "forecast and measured is not added to each other. A saving that several cases claim is "
        "counted once.",
    )


def claim_name(claim: Claim | None, framework: Framework) -> str:
    """Return a level of claim by its title."""
    return wording.title(framework.claims, claim) if claim else "No claim stated"


def _money(total: MoneyTotal, framework: Framework, titles: Mapping[str, str]) -> Row:
    amounts = (total.claimed.costs, total.claimed.benefits, total.claimed.net, total.corrected.net)
    name = claim_name(total.claim, framework)
    return Row(
        cells=(
            Cell(text=name, note=_weight(total, titles)),
            *(Cell(text=wording.about(amount)) for amount in amounts),
        )
    )


def _weight(total: MoneyTotal, titles: Mapping[str, str]) -> str:
    """Say how many cases a total has, and which of them makes up most of it, where one does."""
    title = titles.get(total.largest, total.largest)
    if len(total.cases) == 1:
        return f"1 case: {title}"
    count = wording.counted(len(total.cases), "case", "cases")
    most = f"; “{title}” is {wording.part(total.part)} of it"
    return count + (most if total.part > 0.5 else "")


def left_out_terms(library: Library, items: Iterable[LeftOut]) -> tuple[TermView, ...]:
    """Return the cases that a figure leaves out, under the reason."""
    cards = {card.slug: card for card in library.cards}
    return tuple(_term(item, [cards[slug] for slug in item.cases]) for item in items)


def _term(item: LeftOut, cards: Sequence[CaseCard]) -> TermView:
    count = wording.counted(len(cards), "case", "cases")
    return TermView(
        anchor=f"left-out-{item.why}",
        title=f"{wording.capital(wording.label(item.why))}: {count}",
        cases=case_list(INSIGHTS, cards),
    )


GROUP_HEADS = ("by", "id", "cases", "with_a_return", "claimed_lower_quartile", "claimed_median",
               "claimed_upper_quartile", "claimed_above_1", "claimed_up_to_1", "claimed_none",
               "claimed_negative", "corrected_lower_quartile", "corrected_median",
               "corrected_upper_quartile", "corrected_above_1", "corrected_up_to_1",
               "corrected_none", "corrected_negative")  # fmt: skip


def group_rows(portfolio: Portfolio) -> Iterator[tuple[Value, ...]]:
    """Return all cases and then each group for the data file; too few cases have no quartiles."""
    whole = Group(
        by=By.SETTING,
        id="",
        cases=len(portfolio.cases),
        claimed=portfolio.claimed,
        corrected=portfolio.corrected,
    )
    for group in (whole, *portfolio.groups):
        both = (*_spread(group.claimed), *_spread(group.corrected))
        by = str(group.by) if group is not whole else "all"
        yield (by, group.id, group.cases, group.claimed.known, *both)


def _spread(found: Spread) -> Iterator[Value]:
    for figure in (found.lower, found.median, found.upper):
        yield figure if isinstance(figure, float) else None
    yield from (found.above_one, found.some, found.none, found.negative)


TOTAL_HEADS = ("what", "of", "cases", "claimed", "corrected", "note")


def total_rows(portfolio: Portfolio) -> Iterator[tuple[Value, ...]]:
    """Return totals for the data file, and under them what is not in them."""
    for unit in portfolio.units:
        yield ("operational", unit.unit, unit.cases, unit.total, None, "all claims together")
    for total in portfolio.money:
        claim, cases = total.claim or "no claim", len(total.cases)
        for what in ("costs", "benefits", "net"):
            pair = getattr(total.claimed, what), getattr(total.corrected, what)
            prices = f"{portfolio.currency} at {portfolio.price_year} prices, present value"
            yield (what, claim, cases, *pair, prices)
    for item in portfolio.not_added:
        note = f"{wording.label(item.why)}: {'; '.join(item.cases)}"
        yield ("not added", str(item.why), len(item.cases), None, None, note)
