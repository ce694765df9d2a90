"""Where the lines and outcomes of a case fall in an approach: what stands in each category."""

from collections.abc import Mapping
from typing import NamedTuple

from civalue_build.model.approach import Approach
from civalue_build.model.crosswalk import Money, Placed, Reading
from civalue_build.model.enums import Side
from civalue_build.present import wording
from civalue_build.present.case.base import Material

NOT_STATED = "amount not stated"
NO_MONEY = "no money"
NOT_COUNTED = "not counted for the NHS"
IN_NONE = "In none of its categories"


class CategoryView(NamedTuple):
    """What of a case stands in one category: its money, its lines, and outcomes without money.

    `money` is what the NHS counts, `society` what society does where that is another amount.
    `own` is what the organisation itself counts, where a payment from one part of the NHS to
    another comes to nothing for both together. `money` is empty where no line has an amount: its
    lines say so. `is_cost` marks costs whose title does not say that they are.
    """

    title: str
    is_cost: bool
    money: str
    society: str
    own: str
    lines: str
    outcomes: str


def category_views(
    known: Material, approach: Approach, reading: Reading, labels: Mapping[str, str]
) -> tuple[CategoryView, ...]:
    """Return each category in which something of a case falls, then what falls in none.

    `labels` are those of its lines.
    """
    titles = {each.id: each.title for each in approach.categories}
    return tuple(
        _category(known, placed, titles.get(placed.category, IN_NONE), labels)
        for placed in reading.placed
        if not placed.is_empty
    )


def has_amounts(known: Material) -> bool:
    """Whether any line of a case has an amount: each approach reads all of them."""
    placed = known.appraisal.readings[0].placed
    return any(each.headline or each.society for each in placed)


def without(approach: Approach, reading: Reading) -> str:
    """Return in which categories nothing of a case falls, as a sentence; empty for none."""
    pairs = zip(approach.categories, reading.categories, strict=True)
    titles = "; ".join(each.title for each, placed in pairs if placed.is_empty)
    return f"Nothing of this case falls in: {titles}." if titles else ""


def _category(
    known: Material, placed: Placed, title: str, labels: Mapping[str, str]
) -> CategoryView:
    nhs, society = both(known, placed.headline), both(known, placed.society)
    outcomes = known.case.outcomes
    return CategoryView(
        title=title,
        is_cost=placed.side is Side.COST and "cost" not in title.lower(),
        money=nhs or _uncounted(placed),
        society=society if society != nhs else "",
        own=_own(known, placed),
        lines="; ".join([labels[line] for line in placed.lines]),
        outcomes="; ".join([outcomes[at].what for at in placed.outcomes]),
    )


def _uncounted(placed: Placed) -> str:
    """Return that the NHS counts none of the amounts; empty where there is none to count."""
    return wording.capital(NOT_COUNTED) if missing(placed) == NOT_COUNTED else ""


def _own(known: Material, placed: Placed) -> str:
    """Return what the organisation gains by payments within the NHS; empty where there are none."""
    if placed.headline is None or any(round(part) for part in placed.headline):
        return ""
    return both(known, placed.own) if placed.own and any(map(round, placed.own)) else ""


def labels_of(known: Material) -> dict[str, str]:
    """Return the label of each line by its id; one without an amount says so."""
    return {
        line.id: f"{line.label} ({NOT_STATED})" if line.undefined else line.label
        for line in known.appraisal.lines
    }


def both(known: Material, money: Money | None) -> str:
    """Return what is claimed beside what is corrected for evidence; empty for none."""
    if money is None:
        return ""
    claimed = wording.money(money.claimed, known.currency)
    corrected = wording.money(money.corrected, known.currency)
    return f"{claimed} claimed, {corrected} corrected for evidence"


def missing(placed: Placed) -> str:
    """Return why a category has no amount for the NHS."""
    if not placed.lines:
        return NO_MONEY
    return NOT_STATED if len(placed.unvalued) == len(placed.lines) else NOT_COUNTED
