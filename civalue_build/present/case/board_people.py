"""People and capacity for a board: what changed, with numbers, and what was freed."""

from collections.abc import Iterator, Sequence

from civalue_build.model.enums import MeasureResult, MeasureRole
from civalue_build.model.evidence import Outcome
from civalue_build.model.measures import Measure
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_views import Part, Said
from civalue_build.present.case.capacity import capacity_lead, capacity_totals, capacity_uses
from civalue_build.present.case.lenses import SHOWN
from civalue_build.present.case.measures import UNSEEN, changed
from civalue_build.present.views import Fact

SILENT = "The case does not state what changed for people."
NONE_FREED = "No capacity is stated as freed in beds, hours or appointments."
WORSE = ", which is worse"
UNDECIDED = "Not stated"


def people_part(known: Material) -> Part:
    """Return what changed for people, and what got worse."""
    told = known.case.outcomes[:SHOWN]
    named = {outcome.measure for outcome in told}
    rest = [measure for measure in known.case.measures if measure.id not in named]
    outcomes = tuple(Said(_outcome(known, o), wording.label(o.who)) for o in told)
    more = len(known.case.outcomes) - len(told)
    return Part(
        heading="What changed for people",
        says=() if told else (Said(SILENT),),
        points=(*outcomes, *_measured(known, rest, room=SHOWN - len(told)), *_more(more)),
        leads=True,
    )


def _outcome(known: Material, outcome: Outcome) -> str:
    measure = next((m for m in known.case.measures if m.id == outcome.measure), None)
    shown = _shown(known, measure) if measure else ""
    return f"{outcome.what} ({shown})" if shown else outcome.what


def _shown(known: Material, measure: Measure) -> str:
    words = changed(known, measure)
    return f"{wording.lower_first(measure.label)}: {words}" if words else ""


def _measured(known: Material, measures: Sequence[Measure], *, room: int) -> Iterator[Said]:
    """Give what got worse, always; in what room is left, other outcomes that were counted."""
    worse = [measure for measure in measures if _is_worse(known, measure)]
    for measure in worse:
        yield Said(_shown(known, measure) or wording.lower_first(measure.label), "Got worse")
    others = [m for m in measures if m not in worse and m.role is MeasureRole.OUTCOME]
    told = [text for measure in others if (text := _shown(known, measure))]
    study = known.case.evaluation
    label = "Stated" if study and study.maryland == UNSEEN else "Counted"
    for text in told[: max(0, room - len(worse))]:
        yield Said(text, label)


def _is_worse(known: Material, measure: Measure) -> bool:
    if measure.result is not MeasureResult.NOT_STATED:
        return measure.result is MeasureResult.WORSE
    return measure.role is MeasureRole.BALANCING and changed(known, measure).endswith(WORSE)


def _more(count: int) -> Iterator[Said]:
    if count > 0:
        yield Said(f"{wording.counted(count, 'more change', 'more changes')} in the case")


def capacity_part(known: Material) -> Part:
    """Return what was freed in operational currency, and what was decided about it."""
    totals = [
        f"{total.text} ({total.note})" if total.note else total.text
        for total in capacity_totals(known)
    ]
    freed = f"{capacity_lead(known)} {wording.listed(totals)}." if totals else NONE_FREED
    uses = "; ".join(_use(fact) for fact in capacity_uses(known) if fact.value != UNDECIDED)
    became = (Said(wording.sentence(uses), "What became of what was freed"),) if uses else ()
    return Part(heading="Capacity", says=(Said(freed), *became))


def _use(fact: Fact) -> str:
    note = wording.lower_first(fact.note.rstrip("."))
    decided = wording.lower_first(fact.value).replace(": ", ", and ")
    return f"{fact.term}: {decided} ({note})" if note else f"{fact.term}: {decided}"
