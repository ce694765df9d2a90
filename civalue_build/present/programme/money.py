"""The money of a programme: each case's part, the shared costs, and what they come to."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Figure, Rung, Undefined
from civalue_build.model.enums import Perspective, Step
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import stands_gross
from civalue_build.present.programme import tables
from civalue_build.present.programme.base import Known
from civalue_build.present.views import Table


@record
class Tables:
    """The tables of figures; there are none where no figure is known."""

    summary: Table
    cases: Table
    who: Table
    ladder: Table


@record
class Money:
    """The part of the page about money, in order."""

    heading: str
    says: str
    basis: str
    tables: Tables | None
    shared: Table | None
    silence: str
    unstated: tuple[str, ...]


def money(known: Known) -> Money | None:
    """Return the part of the page about money; none where the programme states no basis."""
    whole, alone = known.headline, known.value.of(Perspective.NHS, shared=False)
    vintage = known.value.vintage
    if whole is None or alone is None or vintage is None:
        return None
    return Money(
        heading=_heading(whole),
        says=_says(known, whole),
        basis=f"Counting {wording.label(Step.CAPACITY)}; in {vintage.price_year} prices.",
        tables=_tables(known, whole, alone) if _says_anything(known) else None,
        shared=tables.shared(known),
        silence=_silence(known),
        unstated=tuple(_unstated(known, whole)),
    )


def _heading(whole: Rung) -> str:
    if stands_gross(whole.claimed):
        return "Money, gross: costs are not stated in full"
    unknown = isinstance(whole.claimed.npv, Undefined)
    return "Money: not all amounts are stated" if unknown else "Money"


def _tables(known: Known, whole: Rung, alone: Rung) -> Tables:
    return Tables(
        summary=tables.summary(known, whole, alone),
        cases=tables.cases(known, whole, alone),
        who=tables.who_is_counted(known),
        ladder=tables.ladder(known),
    )


def _says_anything(known: Known) -> bool:
    """Whether any account, of any case or of all, has a figure for its costs or its benefits."""
    rungs = [*known.value.whole, *(rung for m in known.value.members for rung in m.rungs)]
    figures = [f for rung in rungs for f in (rung.claimed.pv_costs, rung.claimed.pv_benefits)]
    return any(not isinstance(figure, Undefined) for figure in figures)


def _says(known: Known, whole: Rung) -> str:
    claimed, corrected = whole.claimed.npv, whole.corrected.npv
    start = f"Counted for the NHS {known.over}, shared costs included"
    if isinstance(claimed, Undefined) or isinstance(corrected, Undefined):
        return f"{start}, no net value can be given: {_why(claimed)}."
    currency = known.material.currency
    return (
        f"{start}, the programme as claimed {wording.balance(claimed, currency)}. "
        f"Corrected for evidence, it {wording.balance(corrected, currency)}."
    )


def _why(figure: Figure) -> str:
    """Return the reason for which there is no figure; where there are more, that they follow."""
    first, *others = _reasons(figure)
    return "not all amounts are stated. What is missing is listed below" if others else first


def _reasons(figure: Figure) -> list[str]:
    return wording.reason(figure).split("; ") if isinstance(figure, Undefined) else []


def _silence(known: Known) -> str:
    if known.programme.costs is None:
        return "The shared costs are not stated. Not stated is not zero."
    return "" if known.programme.costs else "The programme states that it shared no costs."


def _unstated(known: Known, whole: Rung) -> Iterator[str]:
    for reason in dict.fromkeys(_reasons(whole.claimed.pv_costs)):
        yield wording.sentence(f"Costs: {reason}")
    silent = [member for member in known.value.counted if member.uncounted]
    for reason in () if silent else _reasons(whole.claimed.pv_benefits):
        yield wording.sentence(f"Benefits: {reason}")
    for member in silent:
        lines = wording.listed(f"“{label}”" for label in member.uncounted)
        yield f"Benefits: “{member.title}” states no amount for {lines}."
