"""For a board: how far a case can be trusted, what is not known, what is still to be decided."""

from collections import Counter
from collections.abc import Iterator

from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Decision, Kind, Status
from civalue_build.model.lines import BenefitLine
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_views import Part, Said
from civalue_build.present.case.header import covered, evidence, strongest_claim
from civalue_build.present.case.uncertainty_words import AHEAD, delay

NAMED = 2
"""How many lines without an amount are named; of more only the number is told."""
ASKS_NOTHING = "The case names no decision for a board."


def trust_part(known: Material) -> Part:
    """Return how far the benefits have come, how the work was studied, and who signed."""
    return Part(heading="How far it can be trusted", points=tuple(_trust(known)))


def _trust(known: Material) -> Iterator[Said]:
    if claim := strongest_claim(known):
        title = wording.title(known.framework.claims, claim)
        says = (f"strongest claim: {wording.lower_first(title)}", covered(known, claim))
        yield Said(_sentences(*says), "How far the benefits have come")
    study = known.case.evaluation
    fact = evidence(study)
    high = "chosen because results were high" if study and study.selected_because_high else ""
    note = f": {fact.note}" if fact.note else ""
    yield Said(_sentences(f"{fact.value}{note}", high), "How it was studied")
    if graded := _graded(known):
        yield Said(graded, "Evidence behind the amounts")
    yield Said(_signed(known), "Signed off by finance")
    if later := known.case.follow_up:
        lasted = {True: "yes", False: "no", None: "not stated"}[later.sustained]
        when = f"{lasted}, in {wording.date(later.date)}"
        yield Said(_sentences(when, later.note or ""), "Did it last")


def _graded(known: Material) -> str:
    """Return how many amounts have which grade of evidence, strongest first."""
    counts = Counter(line.grade for line in known.appraisal.lines if not line.undefined)
    known_grades = sorted(grade for grade in counts if grade is not None)
    parts = [f"{_grade(known, grade)}: {_amounts(counts[grade])}" for grade in known_grades]
    if counts[None]:
        parts.append(f"not graded: {_amounts(counts[None])}, corrected as {_grade(known, None)}")
    unchecked = len(known.appraisal.assumed)
    prices = wording.counted(unchecked, "price", "prices")
    of_prices = f"{prices} not yet checked by a person" if unchecked else ""
    return _sentences("; ".join(parts), of_prices) if parts else ""


def _grade(known: Material, grade: int | None) -> str:
    found = known.framework.grades.of(grade)
    return f"grade {found.grade}, {wording.lower_first(found.title)}"


def _amounts(count: int) -> str:
    return wording.counted(count, "amount", "amounts")


def _signed(known: Material) -> str:
    signed = known.case.sign_off
    if signed is None:
        return "Not stated."
    count = f"{len(signed.covers)} of {len(known.case.lines)} lines" if signed.covers else ""
    return wording.sentence(
        "; ".join(filter(None, (f"{signed.by}, {wording.date(signed.date)}", count)))
    )


def unknown_part(known: Material) -> Part:
    """Return what the case does not state, of what a board would ask."""
    gaps = list(_gaps(known))
    says = f"Not stated: {'; '.join(gaps)}." if gaps else "Nothing that a board asks first."
    return Part(heading="What is not known", says=(Said(says),))


def _gaps(known: Material) -> Iterator[str]:
    case = known.case
    yield from _money_gaps(known)
    if not case.outcomes:
        yield "what changed for people"
    if case.evaluation is None:
        yield "how it was studied"
    if any(_is_unused(known, line) for line in case.benefits or ()):
        yield "what freed capacity is used for"
    if not case.people:
        yield "who took part"
    if case.population is None or not case.population.inequalities:
        yield "whom it reaches least well"
    if case.follow_up is None and case.status is Status.COMPLETED:
        yield "whether it lasted"


def _money_gaps(known: Material) -> Iterator[str]:
    case, missing = known.case, [line for line in known.appraisal.lines if line.undefined]
    if not case.costs:
        yield "what it cost"
    if case.costs and not case.benefits:
        yield "what it brought in money"
    if len(missing) > NAMED:
        yield f"the amounts of {len(missing)} lines"
    else:
        yield from (f"the amount of “{line.label}”" for line in missing)
    found = known.appraisal.uncertainty
    if known.appraisal.headline and not isinstance(found, Undefined) and not found.draws:
        yield "how far off each number may be"


def _is_unused(known: Material, line: BenefitLine) -> bool:
    """Whether a line freed capacity, and nothing is said of what it is used for."""
    is_freed = line.kind is Kind.RELEASED_CAPACITY
    total = sum(v.total_claimed for v in known.appraisal.lines if v.id == line.id)
    return is_freed and line.harvest is None and total > 0


def asks_part(known: Material) -> Part:
    """Return what is still to be decided and what was learned, where the case says so."""
    points = tuple(_asks(known))
    return Part(
        heading="For the board to note",
        says=() if points else (Said(ASKS_NOTHING),),
        points=points,
    )


def _asks(known: Material) -> Iterator[Said]:
    for line in known.case.benefits or ():
        if line.harvest and line.harvest.decision is Decision.NOT_YET:
            use = line.harvest.best_next_use
            says = f"what becomes of “{line.label}”"
            best = f"best next use: {use}" if use else ""
            yield Said(_sentences(says, best), "Still to decide")
    if known.case.status in AHEAD and (waits := delay(known, known.appraisal.cost_of_delay)):
        yield Said(waits, "Waiting")
    if learned := known.case.learning:
        if learned.adapt:
            yield Said(wording.sentence(learned.adapt), "What we would do otherwise")
        if learned.spread:
            yield Said(wording.sentence(learned.spread), "Where else it goes")


def _sentences(*texts: str) -> str:
    return " ".join(wording.sentence(text) for text in texts if text)
