"""The three lenses in a few lines each: people, value for money, the organisation's goals."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from civalue_build.model.appraisal import Result, Returns, SocialItem, Undefined
from civalue_build.model.enums import Lens, Step, Who
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.views import Link

SHOWN = 4
"""How many changes for people the summary shows; the part about people has them all."""

NOT_VALUED = "Not yet valued: the case states no costs and no benefits in money."
PART = "This money is a part of the economic case. The two are never added up."
PLAIN = ("not quantified", "not valued in money")
"""Reasons that are said once for all changes, and not again under each."""


@record
class Point:
    """One thing in a list, with small print."""

    text: str
    note: str = ""


@record
class Group:
    """What is said under one head."""

    head: str
    points: tuple[Point, ...]


@record
class LensView:
    """One lens: its question, the answer in groups, small print, and where there is more."""

    anchor: str
    title: str
    question: str
    groups: tuple[Group, ...] = ()
    says: tuple[str, ...] = ()
    note: str = ""
    more: Link | None = None


def lens_views(known: Material) -> tuple[LensView, ...]:
    """Return the three lenses in order. They are three views of one case, never a sum."""
    return (_social(known), _economic(known), _business(known))


def social_groups(known: Material) -> tuple[Group, ...]:
    """Return all that changed for people, by who they are, with what shows it."""
    items = known.appraisal.lenses.social
    return _grouped(
        (item.who, _who(known, item), Point(text=item.what, note=_small_print(known, item)))
        for item in items
    )


def unpriced(known: Material) -> str:
    """Say once on which changes for people no value in money is put."""
    values = [item.value for item in known.appraisal.lenses.social]
    missing = sum(isinstance(value, Undefined) for value in values)
    if not missing:
        return ""
    if missing == len(values):
        return "No value in money is put on any of this."
    return "Where no value in money is given, none is put on it."


def net_sentence(known: Material, result: Result) -> str:
    """Return what one result says, as claimed and as corrected, in plain words."""
    if isinstance(result.claimed.npv, Undefined):
        return (
            f"{wording.capital(_cannot_say(result.claimed.npv))}. {_gross(known, result)}".strip()
        )
    claimed, corrected = balance(known, result.claimed), balance(known, result.corrected)
    if claimed == corrected:
        return f"As claimed, and corrected for the strength of its evidence, it {claimed}."
    return f"As claimed, it {claimed}. Corrected for the strength of its evidence, it {corrected}."


def balance(known: Material, returns: Returns) -> str:
    """Return whether work brings more than it costs: `brings £1.8 million more than it costs`."""
    npv, benefits = returns.npv, returns.pv_benefits
    if isinstance(npv, Undefined):
        return _cannot_say(npv)
    if not isinstance(benefits, Undefined) and round(benefits) == 0 and round(npv) < 0:
        return f"costs {wording.about(-npv, known.currency)} and brings no money back"
    return wording.balance(npv, known.currency)


def _cannot_say(why: Undefined) -> str:
    reason = wording.reason(why)
    short = reason if len(reason) <= wording.BRIEF else "not every cost has a stated amount"
    return f"whether it brings more than it costs cannot be said: {short}"


def _gross(known: Material, result: Result) -> str:
    benefits = result.claimed.pv_benefits
    if isinstance(benefits, Undefined):
        return ""
    if round(benefits) == 0:
        return "No benefit in money is counted."
    worth = wording.about(benefits, known.currency)
    return f"Its benefits alone, before any cost, come to {worth} as claimed."


def _grouped(points: Iterable[tuple[str, str, Point]]) -> tuple[Group, ...]:
    """Gather points under heads, each once.

    What has another id stands apart, even under a like head.
    """
    groups: dict[str, list[tuple[str, Point]]] = {}
    for identifier, head, point in points:
        groups.setdefault(identifier, []).append((head, point))
    return tuple(
        Group(head=found[0][0], points=tuple(dict.fromkeys(point for _, point in found)))
        for found in groups.values()
    )


def _who(known: Material, item: SocialItem) -> str:
    return wording.label(item.who) if isinstance(item.who, Who) else known.party(item.who)


def _worth(known: Material, item: SocialItem) -> str:
    if isinstance(item.value, Undefined):
        reason = wording.reason(item.value)
        return "" if reason in PLAIN else reason
    corrected = known.about(item.corrected)
    return f"valued at {known.about(item.value)} as claimed, {corrected} corrected (present value)"


def _small_print(known: Material, item: SocialItem) -> str:
    shown_by = known.measure(item.measure)
    notes = (_worth(known, item), shown_by and f"shown by: {shown_by}")
    return "; ".join(note for note in notes if note)


def _social(known: Material) -> LensView:
    items = known.appraisal.lenses.social
    if not items:
        silent = "The case does not state what changed for people."
        return replace(_frame(known, Lens.SOCIAL), says=(silent,))
    pairs = (
        (i.who, _who(known, i), Point(text=i.what, note=_worth(known, i))) for i in items[:SHOWN]
    )
    text = "How this was counted, and who took part"
    if len(items) > SHOWN:
        text = f"All {len(items)} changes for people"
    return replace(
        _frame(known, Lens.SOCIAL),
        groups=_grouped(pairs),
        note=unpriced(known),
        more=Link(text=text, href="#people"),
    )


def _economic(known: Material) -> LensView:
    result = known.appraisal.lenses.economic
    if result is None:
        return replace(_frame(known, Lens.ECONOMIC), says=(NOT_VALUED,))
    return replace(
        _frame(known, Lens.ECONOMIC),
        groups=tuple(_money(known, result)),
        note=" ".join(filter(None, (_whole(known), _left_out(result), _graded(known, result)))),
        more=Link(text="The money in full", href="#money"),
    )


def _whole(known: Material) -> str:
    return f"For the whole of society {known.over}: {wording.label(Step.SOCIETY)}."


def _money(known: Material, result: Result) -> Iterator[Group]:
    """Give what a result says: as claimed, corrected, and for each pound."""
    if isinstance(result.claimed.npv, Undefined):
        parts = (_cannot_say(result.claimed.npv), _gross(known, result))
        yield Group(
            head="Costs and benefits",
            points=tuple(Point(text=wording.sentence(part)) for part in parts if part),
        )
        return
    pairs = (("As claimed", result.claimed), ("Corrected for the evidence", result.corrected))
    for head, returns in pairs:
        text = wording.sentence(f"it {balance(known, returns)}")
        yield Group(head=head, points=(Point(text=text),))
    yield from _each_pound(known, result)


def _each_pound(known: Material, result: Result) -> Iterator[Group]:
    ratios = (result.claimed.return_per_pound, result.corrected.return_per_pound)
    claimed, corrected = (
        "" if isinstance(r, Undefined) or r <= 0 else wording.ratio(r, known.currency)
        for r in ratios
    )
    if claimed:
        text = f"Brings {claimed} as claimed" + (f", {corrected} corrected." if corrected else ".")
        head = f"Each {wording.one_pound(known.currency)} of cost"
        yield Group(head=head, points=(Point(text=text),))


def _graded(known: Material, result: Result) -> str:
    """Say which lines have no grade, where a corrected figure stands beside these words."""
    npv, costs = result.corrected.npv, result.corrected.pv_costs
    shown = not isinstance(npv, Undefined) and (npv, costs) != (0, 0)
    return known.ungraded if shown else ""


def _left_out(result: Result) -> str:
    count = len(result.not_counted)
    if not count:
        return ""
    what = "benefit has" if count == 1 else "benefits have"
    verb = "is" if count == 1 else "are"
    return f"{wording.number(count)} {what} no stated amount and {verb} not counted."


def _business(known: Material) -> LensView:
    frame, result = _frame(known, Lens.BUSINESS), known.appraisal.lenses.business
    goals = _goals(known)
    if result is None:
        return replace(frame, groups=_grouped(goals), says=(NOT_VALUED,))
    money = ("money", "Money in the organisation", _own_money(known, result))
    return replace(
        frame,
        groups=_grouped((*goals, money)),
        note=" ".join(filter(None, (PART, _graded(known, result)))),
        more=Link(text="Who pays, and who gains", href="#who-pays"),
    )


def _goals(known: Material) -> tuple[tuple[str, str, Point], ...]:
    titles = known.framework.priorities
    named = tuple(
        (
            link.priority,
            wording.title(titles, link.priority),
            Point(text=link.how or "How it serves this is not stated."),
        )
        for link in known.case.strategy
    )
    return named or (("", "Priorities", Point(text="The case names none that it serves.")),)


def _own_money(known: Material, result: Result) -> Point:
    claimed = result.claimed
    if (claimed.pv_costs, claimed.pv_benefits) == (0, 0):
        return Point(text="The organisation itself has no cost and no gain in money.")
    return Point(text=net_sentence(known, result))


def _frame(known: Material, lens: Lens) -> LensView:
    """Return a lens with its title and question, and no answer yet."""
    text = next((item for item in known.framework.lenses if item.id == lens), None)
    return LensView(
        anchor=f"{lens}-lens",
        title=text.title if text else wording.label(lens),
        question=text.question if text else "",
    )
