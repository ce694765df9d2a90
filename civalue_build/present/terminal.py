"""The summary of a case in a terminal: aligned, and in colour only where that is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from civalue_build.model.appraisal import Appraisal, Figure, Result, Returns, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Standing, Step, Who
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.worth import Forgone
from civalue_build.present import wording

WIDTH = 14
LABEL = 30
UNPRICED = "not valued in money"
UNCOUNTED = "not quantified"
"""A change without an amount: a measure may well count it."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How emphasis is written: escape codes on a terminal, nothing elsewhere."""

    colour: bool

    def bold(self, text: str) -> str:
        """Return text that stands out."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def faint(self, text: str) -> str:
        """Return text that steps back."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text


def summary(
    case: Case, appraisal: Appraisal, judgement: Judgement, framework: Framework, *, colour: bool
) -> str:
    """Return the three-lens summary of a case, its money and its principles, as lines of text."""
    ink = Ink(colour)
    parts = (
        _title(case, ink),
        _social(case, appraisal, ink),
        _capacity(appraisal, framework, ink),
        _money(case, appraisal, framework, ink),
        _principles(judgement, framework, ink),
    )
    return "\n\n".join("\n".join(part) for part in map(tuple, parts) if part) + "\n"


def _title(case: Case, ink: Ink) -> Iterator[str]:
    yield ink.bold(safe(case.title))
    mark = " – invented, for teaching" if case.illustrative else ""
    yield ink.faint(f"{safe(case.organisation.name)}, {wording.period(case.period)}{mark}")


def _social(case: Case, appraisal: Appraisal, ink: Ink) -> Iterator[str]:
    yield ink.bold("What changed for people (social lens)")
    names = {p.id: p.name for p in case.partners} | {"self": case.organisation.name}
    for item in appraisal.lenses.social:
        who = wording.label(item.who) if isinstance(item.who, Who) else names[item.who]
        value = wording.figure(item.value, lambda x: wording.about(x, _currency(appraisal)))
        value = UNPRICED if value == UNCOUNTED else value
        yield f"  {safe(wording.capital(who))}: {safe(item.what)} ({value})"
    if not appraisal.lenses.social:
        yield "  not stated"


def _capacity(appraisal: Appraisal, framework: Framework, ink: Ink) -> Iterator[str]:
    if not appraisal.operational:
        return
    yield ink.bold("Capacity, in NHS operational currency")
    for item in appraisal.operational:
        text = wording.quantity(item.total, framework.units.get(item.unit), item.unit)
        yield f"  {text} in total, after the shares claimed"


def _money(case: Case, appraisal: Appraisal, framework: Framework, ink: Ink) -> Iterator[str]:
    if appraisal.vintage is None or appraisal.headline is None:
        yield ink.bold("Money")
        yield "  not yet valued: the case states no costs and no benefits in money"
        return
    vintage = appraisal.vintage
    years = wording.counted(vintage.horizon, "year", "years")
    one = wording.one_of(framework.units, vintage)
    years += f", for {one} only" if one else ""
    yield ink.bold(f"Money over {years}, in {vintage.price_year} prices")
    yield from _table(
        [
            ("business lens: organisation", appraisal.lenses.business),
            ("headline: NHS", appraisal.headline),
            ("economic lens: society", appraisal.lenses.economic),
        ],
        vintage.currency,
    )
    yield f"  The headline counts {wording.label(Step.CAPACITY)}."
    yield from _beside(appraisal)
    yield from _reasons(case, appraisal, framework.grades.of(None).grade)
    yield ink.faint(
        f"  framework {vintage.framework}, discounting {vintage.discounting}, "
        f"price index {vintage.price_index}; the business money is part of the economic money"
    )


def _beside(appraisal: Appraisal) -> Iterator[str]:
    """Say what stands beside the money: only society's, and what the money could do elsewhere."""
    currency, wider = _currency(appraisal), appraisal.health_and_wider
    if wider and wider.by_kind:
        yield (
            "  of society’s benefits, health and wider value are "
            f"{wording.money(wider.claimed, currency)}, corrected "
            f"{wording.money(wider.corrected, currency)}"
        )
    if wider and (qalys := wider.counted("qaly")):
        plain, now = wording.short(qalys.total), wording.short(qalys.discounted)
        yield f"  it gains {plain} QALYs" + ("" if now == plain else f", or {now} discounted")
    elsewhere = appraisal.opportunity_cost
    if not isinstance(elsewhere, Undefined) and isinstance(elsewhere.of_cost, Forgone):
        span = wording.near(elsewhere.of_cost.low, elsewhere.of_cost.high)
        yield f"  elsewhere in the NHS, what it costs would gain about {span} QALYs"
    if not isinstance(elsewhere, Undefined) and isinstance(elsewhere.of_net_cost, Forgone):
        span = wording.near(elsewhere.of_net_cost.low, elsewhere.of_net_cost.high)
        yield f"  its net cost forgoes about {span} QALYs there"


def _table(rows: Sequence[tuple[str, Result | None]], currency: str) -> Iterator[str]:
    ratio = f"return/{wording.one_pound(currency)}"
    heads = ("PV costs", "PV benefits", "NPV", "corrected NPV", ratio)
    yield "  " + " " * LABEL + "".join(head.rjust(WIDTH) for head in heads)
    for label, result in rows:
        if result:
            cells = _cells(result.claimed, result.corrected, currency)
            yield "  " + label.ljust(LABEL) + "".join(cell.rjust(WIDTH) for cell in cells)


def _cells(claimed: Returns, corrected: Returns, currency: str) -> Iterable[str]:
    def pounds(figure: Figure) -> str:
        return safe(wording.money(figure, currency)) if isinstance(figure, float) else "not stated"

    yield from map(pounds, (claimed.pv_costs, claimed.pv_benefits, claimed.npv, corrected.npv))
    ratio = claimed.return_per_pound
    if isinstance(ratio, float):
        yield "none" if round(ratio, 2) < 0 else wording.number(ratio, 2)
    else:
        yield "–"


def _reasons(case: Case, appraisal: Appraisal, weakest: int) -> Iterator[str]:
    if words := wording.ungraded(len(appraisal.ungraded), weakest):
        yield f"  {words}"
    labels = {line.id: line.label for line in case.lines}
    for line, why in appraisal.problems.items():
        yield f"  not counted: “{safe(labels[line])}” ({safe(why)})"
    if case.costs is None:
        yield "  no cost is stated, so benefits are gross"


def _principles(judgement: Judgement, framework: Framework, ink: Ink) -> Iterator[str]:
    yield ink.bold("The ten principles")
    for principle in framework.principles:
        verdict = judgement.verdicts.get(principle.id)
        if verdict is None:
            continue
        text = f"  {principle.number:>2} {principle.title[:46]:<46}  "
        yield text + wording.label(verdict.standing)
        if verdict.standing is Standing.PARTLY_SHOWN:
            yield from (f"       missing: {safe(missing)}" for missing in verdict.missing)


def _currency(appraisal: Appraisal) -> str:
    return appraisal.vintage.currency if appraisal.vintage else "GBP"


def safe(text: str) -> str:
    """Return text without what a terminal takes as an order, or shows as a box."""
    shown = text.replace(wording.JOINER, "")
    return "".join(char if char.isprintable() else " " for char in shown)
