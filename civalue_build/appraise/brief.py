"""A case valued only as far as rules look: what `civalue check` needs, and loads, of all this."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from civalue_build.appraise import account
from civalue_build.appraise.bookings import Booking, bookings
from civalue_build.appraise.chain import Chain, central
from civalue_build.appraise.gate import gates, held
from civalue_build.appraise.ground import Ground, ground_of
from civalue_build.appraise.printed import not_reproduced, reproductions
from civalue_build.appraise.terms import terms_of
from civalue_build.appraise.working import line_value
from civalue_build.model.appraisal import Appraisal, LineValue
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective
from civalue_build.model.framework import Framework
from civalue_build.model.gate import Gate

if TYPE_CHECKING:  # a check of most cases has no use for it, and starts sooner
    from civalue_build.model.crosswalk import Reading

NOT_VALUED = "the case states no costs and no benefits in money"


def in_brief(case: Case, framework: Framework, discounting: str | None = None) -> Appraisal:
    """Return of a case's value only what rules look at, the fields of `Valued`; no others are set.

    It takes a third of the time.
    """
    ground = ground_of(case, framework, discounting)
    if ground is None:
        return Appraisal(
            case=case.slug,
            printed=not_reproduced(case, NOT_VALUED),
            readings=_named(case, framework, ()),
        )
    chains, lines, verdicts = lines_of(ground)
    booked = bookings(lines, ground)
    (headline,) = account.results(case, booked, Perspective.NHS, (ground.horizon,))
    return Appraisal(
        case=case.slug,
        lines=lines,
        headline=headline,
        printed=reproductions(ground, chains, booked),
        gates=verdicts,
        problems=problems(lines),
        readings=_named(case, framework, booked),
    )


def _named(case: Case, framework: Framework, booked: Sequence[Booking]) -> "tuple[Reading, ...]":
    """Return the case as those approaches tell it that it gives facts for: few cases do."""
    if not case.approaches:
        return ()
    from civalue_build.appraise.crosswalk import readings  # noqa: PLC0415 seldom needed
    from civalue_build.appraise.reporting import Facts  # noqa: PLC0415 seldom needed

    known = framework.approaches
    named = {name: known[name] for name in case.approaches if name in known}
    return readings(case, booked, named, Facts(case))


def lines_of(
    ground: Ground,
) -> tuple[tuple[Chain, ...], tuple[LineValue, ...], tuple[Gate, ...]]:
    """Return the lines of a case as worked out and as valued, and what their measures show."""
    chains = tuple(central(terms_of(line, ground)) for line in ground.case.lines)
    lines = tuple(line_value(chain, ground) for chain in chains)
    verdicts = gates(ground.case, lines)
    return chains, held(lines, verdicts), verdicts


def problems(lines: Sequence[LineValue]) -> dict[str, str]:
    """Return why lines have no value, by line id."""
    return {line.id: line.undefined for line in lines if line.undefined}
