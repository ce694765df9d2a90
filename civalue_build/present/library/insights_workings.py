"""How the figures of Insights were worked out: which cases enter, and by which formula."""

from collections.abc import Iterator, Sequence

from civalue_build.model.card import CaseCard
from civalue_build.model.portfolio import FEWEST, By, MoneyOfCase, MoneyTotal, Spread, UnitTotal
from civalue_build.model.worked import WorkedStep
from civalue_build.present import wording
from civalue_build.present.addresses import CASES_CSV, INSIGHTS, case_address, relative
from civalue_build.present.library.base import Library
from civalue_build.present.library.insights_spread import returns_of, short_ratio
from civalue_build.present.library.insights_tables import claim_name, group_name, of_group
from civalue_build.present.library.views import Fold
from civalue_build.present.library.worked_library import quartiles
from civalue_build.present.views import Cell, Column, Row, Table

FEW = 48
"""Up to so many cases, a working lists each; the data file has them all."""
NAMED = 12
"""So many cases of a group are named."""
MOST = 40
"""Up to so many returns, a working lists each."""
RETURN = "present value of benefits ÷ present value of costs, at the case’s own headline"


def returns_fold(library: Library) -> Fold | None:
    """Return how the spread of returns was worked out; none where no case has a return."""
    portfolio = library.portfolio
    if not portfolio.claimed.known:
        return None
    known = wording.counted(portfolio.claimed.known, "case enters", "cases enter")
    return Fold(
        id="how-spread",
        label="How these figures were worked out",
        intro=f"{known}, each with one return: {RETURN}. The table of the figure above has each "
        "case with its return, and the page of a case has the sum. Cases without a return are "
        "named below, with why. Invented and archived cases enter no figure.",
        steps=(
            *_spread(portfolio.claimed, "as claimed"),
            *_spread(portfolio.corrected, "corrected for evidence"),
        ),
    )


def _spread(found: Spread, view: str) -> Iterator[WorkedStep]:
    listed = "; ".join(map(short_ratio, found.returns)) if found.known <= MOST else ""
    yield WorkedStep(
        name=f"Returns, {view}, smallest first",
        figure=wording.counted(found.known, "case", "cases"),
        note=listed,
    )
    for name, count, means in (
        ("more than they cost", found.above_one, "above £1"),
        ("something, but no more than they cost", found.some, "above nothing, up to £1"),
        ("nothing, or make costs grow", found.none + found.negative, "nothing or less"),
    ):
        yield WorkedStep(
            name=f"Bring back {name}, {view}",
            figure=wording.number(count),
            formula=f"the number of these returns that are {means}",
        )
    if found.known >= FEWEST:
        for step in quartiles(found.returns):
            yield WorkedStep(
                name=f"{step.name}, {view}",
                figure=step.figure,
                formula=step.formula,
                numbers=step.numbers,
            )


def groups_fold(library: Library) -> Fold | None:
    """Return which cases each group has; none where there is no group."""
    portfolio = library.portfolio
    steps = tuple(_members(library))
    if not portfolio.groups:
        return None
    return Fold(
        id="how-groups",
        label="Which cases stand in each group, and how a middle was worked out",
        intro="The middle and the two ends of a half are those of the returns in the group, by the "
        "same formula as for all cases. A case without a return is in the group, and in no middle. "
        "Step by step, and as others see them, the groups have all cases that are valued.",
        steps=steps,
    )


def _members(library: Library) -> Iterator[WorkedStep]:
    for group in library.portfolio.groups:
        if group.by in (By.STEP, By.LENS):
            continue
        cards = [card for card in library.counted if group.id in of_group(group.by, card)]
        name = group_name(group, library.framework)
        yield WorkedStep(
            name=f"{wording.capital(wording.label(group.by))}: {name}",
            figure=wording.counted(len(cards), "case", "cases"),
            note=_named(cards),
        )


def _named(cards: Sequence[CaseCard]) -> str:
    more = len(cards) - NAMED
    names = [_with_return(card) for card in cards[:NAMED]]
    return "; ".join([*names, f"and {more} more"] if more > 0 else names)


def _with_return(card: CaseCard) -> str:
    claimed = returns_of(card)[0]
    return f"{card.title} ({short_ratio(claimed) if isinstance(claimed, float) else 'no return'})"


def money_fold(library: Library) -> Fold | None:
    """Return the cases behind each total of money; none where nothing is added up."""
    portfolio = library.portfolio
    if not portfolio.money:
        return None
    return Fold(
        id="how-totals",
        label="How the money was added up, case by case",
        intro="A total is the sum of the rows. A case gives the present values of its headline × "
        f"the price factor, which brings the prices of its own year to those of "
        f"{portfolio.price_year}: the level of the library’s index in that year ÷ its level in the "
        "case’s. What other cases claim of the same saving is taken off, so that it counts once.",
        tables=tuple(_money(library, total) for total in portfolio.money),
    )


def _money(library: Library, total: MoneyTotal) -> Table:
    name = claim_name(total.claim, library.framework)
    titles = {card.slug: card.title for card in library.cards}
    rows = [_of_case(titles, part) for part in total.parts[:FEW]]
    rows += _more(len(total.parts), 6)
    sums = (total.claimed.costs, total.claimed.benefits, total.claimed.net, total.corrected.net)
    cells = (Cell(text=wording.money(amount)) for amount in sums)
    rows.append(Row(cells=(Cell(text="In all"), Cell(text=""), *cells), total=True))
    heads = ("Price factor", "Costs", "Benefits", "Net", "Net, corrected")
    return Table(
        id=f"how-total-{total.claim or 'none'}",
        stacked=True,
        caption=f"Strongest claim: {wording.lower_first(name)}",
        columns=(Column(text="Case"), *(Column(text=head, numeric=True) for head in heads)),
        rows=tuple(rows),
        note=f"Net = benefits − costs. {wording.ROUNDED}",
    )


def _of_case(titles: dict[str, str], part: MoneyOfCase) -> Row:
    link = relative(INSIGHTS, case_address(part.case))
    taken = f"{wording.money(part.shared)} taken off: others claim it too" if part.shared else ""
    return Row(
        cells=(
            Cell(text=titles.get(part.case, part.case), href=link),
            Cell(text=f"× {wording.exact(part.carried)}"),
            Cell(text=wording.money(part.claimed.costs)),
            Cell(text=wording.money(part.claimed.benefits), note=taken),
            Cell(text=wording.money(part.claimed.net)),
            Cell(text=wording.money(part.corrected.net)),
        )
    )


def _more(count: int, width: int) -> list[Row]:
    """Return a row that leads to the cases that a table leaves out, where it does."""
    if count <= FEW:
        return []
    words = wording.counted(count - FEW, "more case", "more cases")
    link = Cell(text=f"{words}, in the table of all cases", href=relative(INSIGHTS, CASES_CSV))
    return [Row(cells=(link, *(Cell(text="") for _ in range(width - 1))))]


def units_fold(library: Library) -> Fold | None:
    """Return the cases behind each total in operational currency; none without any."""
    units = library.portfolio.units
    if not units:
        return None
    return Fold(
        id="how-operational",
        label="How each unit was added up, case by case",
        intro="A total is the sum of what the cases state, after attribution, deadweight, "
        "displacement and drop-off, over all their years. Where several claim one saving, each "
        "counts for its share of it.",
        tables=tuple(_units(library, total) for total in units),
    )


def _units(library: Library, total: UnitTotal) -> Table:
    titles = {card.slug: card.title for card in library.cards}
    unit = library.framework.units[total.unit]
    rows = [
        Row(
            cells=(
                Cell(
                    text=titles.get(part.case, part.case),
                    href=relative(INSIGHTS, case_address(part.case)),
                ),
                Cell(text=wording.short(part.stated)),
                Cell(text=wording.short(part.counted)),
            )
        )
        for part in total.parts[:FEW]
    ]
    rows += _more(len(total.parts), 3)
    sums = (Cell(text=wording.short(amount)) for amount in (total.stated, total.total))
    rows.append(Row(cells=(Cell(text="In all"), *sums), total=True))
    return Table(
        id=f"how-unit-{total.unit}",
        stacked=True,
        caption=wording.capital(unit.title),
        columns=(
            Column(text="Case"),
            Column(text="As stated", numeric=True),
            Column(text="Counted", numeric=True),
        ),
        rows=tuple(rows),
    )


EDITIONS = Fold(
    id="how-editions",
    label="How these figures were worked out",
    intro="Every case of the tables enters by itself: nothing is added up over cases. What a line "
    "claims in a year is the same under each schedule, and only the discount factors differ. "
    "civalue appraise CASE --discounting SCHEDULE --explain writes every sum of one case.",
    steps=(
        WorkedStep(
            name="Discount factor of a year",
            figure="1 in year 0",
            formula="the factor of the year before ÷ (1 + the schedule’s rate of the year)",
        ),
        WorkedStep(
            name="Net present value",
            figure="benefits − costs",
            formula="the sum over the years of (benefits of the year − costs of the year) × the "
            "discount factor of the year, counted for the NHS over the case’s own years",
        ),
        WorkedStep(
            name="What came back for each £1",
            figure="benefits ÷ costs",
            formula="the same benefits, discounted ÷ the same costs, discounted",
        ),
        WorkedStep(
            name="Corrected",
            figure="the same, corrected for evidence",
            formula="gains are lowered, costs and losses are raised, by the correction of the "
            "evidence grade of each line, before they are discounted",
        ),
    ),
)
