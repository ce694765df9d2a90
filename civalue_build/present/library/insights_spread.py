"""How returns are spread: the bands, the drawing of dots, and each case with its return."""

from collections.abc import Iterator, Sequence

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim
from civalue_build.model.portfolio import ONE, PENNY, Apart, By, Portfolio, Spread
from civalue_build.present import wording
from civalue_build.present.addresses import INSIGHTS, case_address, relative
from civalue_build.present.charts.dots.model import DotChart, DotRow, Dots
from civalue_build.present.library.base import Library
from civalue_build.present.sheets import Value
from civalue_build.present.views import Cell, Column, Fact, Row, Table

BANDS = (
    ("negative", "Less than nothing: costs grew"),
    ("none", "Nothing came back"),
    ("some", "Up to £1 for each £1 spent"),
    ("to-2", "Over £1, up to £2"),
    ("to-5", "Over £2, up to £5"),
    ("to-10", "Over £5, up to £10"),
    ("over-10", "Over £10"),
)
"""From worst to best; every return falls in one."""
EVEN = "to-2"
"""The first band in which work brings back more than it costs."""
_ENDS = ((ONE, "some"), (2, "to-2"), (5, "to-5"), (10, "to-10"))
SERIES = ("As claimed", "Corrected for evidence")
OBSERVED = (Claim.MEASURED, Claim.FINANCE_SIGNED, Claim.IN_BUDGET)
UNKNOWN = "It cannot be worked out"
HEADS_OF = {"negative": "No more came back than it cost", EVEN: "More came back than it cost"}
"""Words above the first band of each part of the scale."""
NONE_GIVEN = Undefined("not yet valued")


def band(value: float) -> str:
    """Return the id of the band in which a return per £1 falls."""
    if value <= -PENNY:
        return "negative"
    if value < PENNY:
        return "none"
    return next((name for end, name in _ENDS if value <= end), "over-10")


def returns_of(card: CaseCard) -> tuple[Figure, Figure]:
    """Return a case's return per £1 at its headline, as claimed and as corrected."""
    if card.headline is None:
        return NONE_GIVEN, NONE_GIVEN
    return card.headline.claimed.return_per_pound, card.headline.corrected.return_per_pound


def chart(library: Library) -> DotChart:
    """Return the counted cases as dots in bands."""
    return DotChart(
        id="returns",
        title=message(library.portfolio),
        measure="Cases by what came back for each £1 spent, counted for the NHS, at present value",
        series=SERIES,
        rows=(
            *(_row(name, label, library.counted) for name, label in BANDS),
            DotRow(
                label=UNKNOWN,
                series=(Dots(names=_names(library.counted, None, 0)),),
                heads="No return is known",
            ),
        ),
    )


def message(portfolio: Portfolio) -> str:
    """Return what the drawing says, in a sentence."""
    claimed, corrected = portfolio.claimed, portfolio.corrected
    if not claimed.known:
        return "No case has a return that can be worked out yet"
    more = _of(claimed.above_one, claimed.known)
    return (
        f"As claimed, {more} cases with a known return bring back more than they cost; "
        f"corrected for evidence, {wording.number(corrected.above_one)} do"
    )


def _of(part: int, whole: int) -> str:
    return f"{wording.number(part)} of {wording.number(whole)}"


def _row(name: str, label: str, cards: Sequence[CaseCard]) -> DotRow:
    return DotRow(
        label=label,
        series=(
            Dots(names=_names(cards, name, 0)),
            Dots(names=_names(cards, name, 1), hollow=True),
        ),
        heads=HEADS_OF.get(name, ""),
    )


def _names(cards: Sequence[CaseCard], wanted: str | None, way: int) -> tuple[str, ...]:
    """Return the titles of the cases in a band, or of those without a return."""
    found = ((card.title, returns_of(card)[way]) for card in cards)
    return tuple(
        title if isinstance(value, Undefined) else f"{title}: {short_ratio(value)}"
        for title, value in found
        if (None if isinstance(value, Undefined) else band(value)) == wanted
    )


def facts(portfolio: Portfolio) -> Iterator[Fact]:
    """Return the spread in the few numbers that a reader needs first."""
    claimed, corrected, cases = portfolio.claimed, portfolio.corrected, len(portfolio.cases)
    pairs = (
        ("Bring back more than they cost", claimed.above_one, corrected.above_one),
        ("Bring back something, but no more than they cost", claimed.some, corrected.some),
        ("Bring back nothing, or make costs grow", _lost(claimed), _lost(corrected)),
    )
    if claimed.known:
        for position, (term, one, other) in enumerate(pairs):
            sure = observed(portfolio) if position == 0 else ""
            note = f"corrected for evidence: {_of(other, corrected.known)}"
            yield Fact(
                term=term,
                value=_of(one, claimed.known),
                note="; ".join(filter(None, (sure, note))),
            )
        yield middle(portfolio)
    unknown = cases - claimed.known
    note = "most often because what the work cost is not stated" if _mostly_cost(portfolio) else ""
    yield Fact(term="Have no return that can be worked out", value=_of(unknown, cases), note=note)


def observed(portfolio: Portfolio) -> str:
    """Say how many of the cases that bring back more rest on something measured."""
    more = portfolio.claimed.above_one
    groups = portfolio.of(By.CLAIM)
    seen = sum(group.claimed.above_one for group in groups if group.id in OBSERVED)
    if more <= 1:
        return ("measured" if seen else "not measured") if more else ""
    return f"{wording.number(seen) if seen else 'none'} of the {wording.number(more)} measured"


def middle(portfolio: Portfolio) -> Fact:
    """Return the median return per £1, as claimed, with its quartiles and as corrected."""
    return Fact(
        term="The case in the middle brings back, for each £1",
        value=wording.figure(portfolio.claimed.median, short_ratio),
        note=_middle(portfolio.claimed, portfolio.corrected),
    )


def _lost(found: Spread) -> int:
    return found.none + found.negative


def _middle(claimed: Spread, corrected: Spread) -> str:
    if isinstance(claimed.lower, Undefined) or isinstance(claimed.upper, Undefined):
        return f"there are fewer than four such cases: {each(claimed)}"
    middle = wording.figure(corrected.median, short_ratio)
    between = " and ".join(map(short_ratio, (claimed.lower, claimed.upper)))
    return f"half of them lie between {between}; corrected for evidence, the middle is {middle}"


def each(found: Spread) -> str:
    """Return every return of a few cases, in ascending order."""
    return ", ".join(map(short_ratio, found.returns))


def short_ratio(value: float) -> str:
    """Return a return in few words; below nothing it is a loss."""
    return "a loss" if value <= -PENNY else wording.ratio(value)


def _mostly_cost(portfolio: Portfolio) -> bool:
    sizes = {item.why: len(item.cases) for item in portfolio.no_return}
    return bool(sizes) and max(sizes, key=sizes.__getitem__) is Apart.NO_COST_STATED


def table(library: Library, most: int) -> Table:
    """Return each counted case with its return, the first `most` in order of title."""
    return Table(
        id="returns-table",
        stacked=True,
        caption="What came back for each £1 spent, case by case in order of title",
        columns=(
            Column(text="Case"),
            *(Column(text=name, numeric=True) for name in SERIES),
        ),
        rows=tuple(_case(card) for card in library.counted[:most]),
    )


def _case(card: CaseCard) -> Row:
    link = Cell(text=card.title, href=relative(INSIGHTS, case_address(card.slug)))
    return Row(cells=(link, *(_cell(value, card.currency) for value in returns_of(card))))


def _cell(value: Figure, currency: str) -> Cell:
    text = wording.brief(value, lambda ratio: wording.ratio(ratio, currency))
    return Cell(text=text, empty=isinstance(value, Undefined))


HEADS = ("case", "title", "claimed_return_per_pound", "corrected_return_per_pound", "band_claimed",
         "band_corrected", "why_not")  # fmt: skip


def rows(library: Library) -> Iterator[tuple[Value, ...]]:
    """Return each counted case for the data file, at full precision."""
    for card in library.counted:
        figures = returns_of(card)
        known = [None if isinstance(value, Undefined) else value for value in figures]
        bands = (None if value is None else band(value) for value in known)
        why = figures[0].why if isinstance(figures[0], Undefined) else ""
        yield (card.slug, card.title, *known, *bands, why)
