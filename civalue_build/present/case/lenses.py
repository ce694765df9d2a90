"""The three lenses first: people, value for money, and what serves the organisation's own goals."""

from collections.abc import Iterator
from dataclasses import dataclass

from civalue_build.model.appraisal import Result, SocialItem, Undefined
from civalue_build.model.enums import Lens, Who
from civalue_build.present import wording
from civalue_build.present.addresses import LENSES
from civalue_build.present.case.base import Material, returns_table
from civalue_build.present.views import Link, Table

NOT_VALUED = "Not yet valued: the case states no costs and no benefits in money."
PART = (
    "This is the part of the money that lands in the organisation itself. It is already in the "
    "economic lens, so the two are never added up."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing in a list: what it is about, what is said, small print."""

    head: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LensView:
    """One lens: its question, the answer in a sentence, points, and a table of money."""

    anchor: str
    title: str
    question: str
    more: Link
    points: tuple[Point, ...] = ()
    says: tuple[str, ...] = ()
    table: Table | None = None


def lens_views(known: Material) -> tuple[LensView, ...]:
    """Return the three lenses in order. They are three views of one case, never a sum."""
    return (_social(known), _economic(known), _business(known))


def social_points(known: Material) -> tuple[Point, ...]:
    """Return what changed for people, with its value where it has one, and what shows it."""
    return tuple(_point(known, item, shown=True) for item in known.appraisal.lenses.social)


def net_sentence(known: Material, result: Result) -> str:
    """Return what one result says, as claimed and as corrected, in one sentence."""
    if isinstance(result.claimed.npv, Undefined):
        return f"The net present value cannot be given: {wording.reason(result.claimed.npv)}."
    claimed, corrected = (
        wording.figure(value, lambda amount: wording.net(amount, known.currency))
        for value in (result.claimed.npv, result.corrected.npv)
    )
    if claimed == corrected:
        return f"As claimed, and as corrected for the strength of its evidence: {claimed}."
    return f"As claimed: {claimed}. Corrected for the strength of its evidence: {corrected}."


def _point(known: Material, item: SocialItem, *, shown: bool) -> Point:
    who = wording.label(item.who) if isinstance(item.who, Who) else known.party(item.who)
    shown_by = known.measure(item.measure) if shown else ""
    worth = known.about(item.value)
    if not isinstance(item.value, Undefined):
        worth = f"valued at {worth} (present value)"
    notes = (worth, shown_by and f"shown by: {shown_by}")
    return Point(head=who, text=item.what, note="; ".join(note for note in notes if note))


def _social(known: Material) -> LensView:
    points = tuple(_point(known, item, shown=False) for item in known.appraisal.lenses.social)
    silent = "The case does not state what changed for people."
    return _view(known, Lens.SOCIAL, points=points, says=() if points else (silent,))


def _economic(known: Material) -> LensView:
    result = known.appraisal.lenses.economic
    if result is None:
        return _view(known, Lens.ECONOMIC, says=(NOT_VALUED,))
    caption = f"For the whole of society, {known.over}"
    table = returns_table(known, "economic", caption, result.claimed, result.corrected)
    says = (*_value_for_money(known, result), *_left_out(known, result))
    return _view(known, Lens.ECONOMIC, says=says, table=table)


def _value_for_money(known: Material, result: Result) -> Iterator[str]:
    yield net_sentence(known, result)
    ratio = result.claimed.return_per_pound
    if isinstance(ratio, Undefined) or ratio < 0:
        return
    one = wording.one_pound(known.currency)
    shown = wording.ratio(ratio, known.currency)
    yield f"Each {one} of cost brings {shown} of benefit, as claimed."


def _left_out(known: Material, result: Result) -> Iterator[str]:
    labels = {line.id: line.label for line in known.appraisal.lines}
    names = [f"“{labels.get(name, name)}”" for name in result.not_counted]
    if names:
        yield f"Not counted, since no amount is stated: {wording.listed(names)}."


def _business(known: Material) -> LensView:
    points = tuple(
        Point(head=wording.title(known.framework.priorities, link.priority), text=link.how or "")
        for link in known.case.strategy
    )
    silent = () if points else ("The case names no priority that it serves.",)
    result = known.appraisal.lenses.business
    if result is None:
        return _view(known, Lens.BUSINESS, points=points, says=(*silent, NOT_VALUED))
    caption = f"For {known.case.organisation.name} alone, {known.over}"
    table = returns_table(known, "business", caption, result.claimed, result.corrected)
    says = (*silent, net_sentence(known, result), PART)
    return _view(known, Lens.BUSINESS, points=points, says=says, table=table)


def _view(
    known: Material,
    lens: Lens,
    *,
    points: tuple[Point, ...] = (),
    says: tuple[str, ...] = (),
    table: Table | None = None,
) -> LensView:
    text = next((item for item in known.framework.lenses if item.id == lens), None)
    return LensView(
        anchor=f"{lens}-lens",
        title=text.title if text else wording.label(lens),
        question=text.question if text else "",
        more=Link(text=f"About the {lens} lens", href=known.to(f"{LENSES}#{lens}")),
        points=points,
        says=says,
        table=table,
    )
