"""People first: who took part, what changed for them, and what was counted before and after."""

from collections.abc import Iterator
from dataclasses import dataclass

from civalue_build.model.enums import Better, MeasureResult, Prevention, Record
from civalue_build.model.measures import Measure, Observation
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.lenses import Group, social_groups, unpriced
from civalue_build.present.views import Cell, Column, Fact, Row, Table, Tag

_RESULTS = {
    MeasureResult.IMPROVED: "green",
    MeasureResult.WORSE: "orange",
    MeasureResult.MIXED: "yellow",
    MeasureResult.NO_EFFECT: "grey",
    MeasureResult.NOT_STATED: "white",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who took part, what changed, and the measures that show it."""

    outcomes: tuple[Group, ...]
    unpriced: str
    aim: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    engaged: Table | None
    silence: str
    measures: Table | None


def people(known: Material) -> People:
    """Return the part of the page about people."""
    return People(
        outcomes=social_groups(known),
        unpriced=unpriced(known),
        aim=tuple(_aim(known)),
        facts=tuple(_facts(known)),
        engaged=_engaged(known),
        silence=_silence(known),
        measures=_measures(known),
    )


def _silence(known: Material) -> str:
    """Return that nobody is named. A source may say more than what was taken from it."""
    if known.case.record is Record.TEAM:
        return "The case does not say who took part."
    return "Who took part is not recorded here."


def _aim(known: Material) -> Iterator[Fact]:
    aim = known.case.aim
    if aim is None:
        return
    parts = (
        aim.by and f"by {wording.date(aim.by)}",
        aim.measure and f"shown by: {known.measure(aim.measure)}",
    )
    note = wording.sentence("; ".join(part for part in parts if part))
    yield Fact(term="The aim", value=aim.statement, note=note)
    if aim.value:
        yield Fact(term="The value that was meant", value=aim.value)


def _facts(known: Material) -> Iterator[Fact]:
    case = known.case
    if group := case.population:
        size = f"{_people(known, group.size)} people" if group.size is not None else ""
        yield Fact(term="For whom", value=group.who, note=size)
        if group.prevention and group.prevention is not Prevention.NONE:
            yield Fact(term="Prevention", value=wording.capital(wording.label(group.prevention)))
        if group.inequalities:
            yield Fact(term="Who is reached least well", value=group.inequalities)
    if ready := case.readiness:
        when = f"assessed {wording.date(ready.assessed)}" if ready.assessed else ""
        yield Fact(term="Readiness for the change", value=ready.how, note=when)
    if later := case.follow_up:
        words = {True: "yes", False: "no", None: "not stated"}[later.sustained]
        value = f"{wording.capital(words)}, in {wording.date(later.date)}"
        yield Fact(term="Did it last?", value=value, note=later.note or "")


def _people(known: Material, count: int) -> str:
    limit = known.framework.thresholds.get("small-count")
    return wording.people(count, limit.value) if limit else wording.people(count)


def _engaged(known: Material) -> Table | None:
    rows = tuple(
        Row(
            cells=(
                Cell(text=wording.capital(wording.plain(group.group))),
                Cell(text=wording.capital(wording.label(group.role))),
                Cell(text="not stated", empty=True)
                if group.number is None
                else Cell(text=_people(known, group.number)),
            )
        )
        for group in known.case.people
    )
    columns = (Column(text="Group"), Column(text="How"), Column(text="People", numeric=True))
    return _table("engaged", "Who took part", columns, rows)


def _measures(known: Material) -> Table | None:
    columns = (
        Column(text="Measure"),
        Column(text="Before", numeric=True),
        Column(text="After", numeric=True),
        Column(text="Change"),
        Column(text="The source says"),
    )
    rows = tuple(_measure(known, measure) for measure in known.case.measures)
    return _table("measures", "What was counted", columns, rows, known.only_source)


def _measure(known: Material, measure: Measure) -> Row:
    notes = (
        f"{wording.label(measure.role)} measure",
        measure.unit,
        wording.label(measure.better),
        _series(known, measure),
    )
    says = Tag(text=wording.label(measure.result), tone=_RESULTS[measure.result])
    note = wording.sentence("; ".join(note for note in notes if note))
    return Row(
        cells=(
            Cell(text=measure.label, note=" ".join(filter(None, (note, measure.note)))),
            _observed(measure.before),
            _observed(measure.after),
            Cell(text=wording.capital(change(measure)), note=_effect(measure)),
            Cell(
                text="",
                tags=(says,),
                note=known.source_note(measure.source),
            ),
        )
    )


def change(measure: Measure) -> str:
    """Return the change of a measure in words: `down from 2.4 to 1.1: better`."""
    if measure.before and measure.after:
        before, after = measure.before.value, measure.after.value
        ends = f"from {wording.exact(before)} to {wording.exact(after)}"
        return _way(after - before, ends, measure.better)
    if measure.effect:
        size = measure.effect.value
        return _way(size, f"by {wording.exact(abs(size))}", measure.better)
    return "not stated"


def _way(size: float, words: str, better: Better) -> str:
    if size == 0:
        return "no change"
    way = f"{'up' if size > 0 else 'down'} {words}"
    if better is Better.NEITHER:
        return way
    return f"{way}: {'better' if (size > 0) is (better is Better.HIGHER) else 'worse'}"


def _effect(measure: Measure) -> str:
    effect = measure.effect
    if effect is None:
        return ""
    parts = [f"effect stated: {wording.exact(effect.value)}"] if _says_more(measure) else []
    if effect.ci:
        ends = wording.span(*(wording.exact(end) for end in effect.ci))
        parts.append(f"confidence interval {ends}")
    if effect.controls is not None:
        parts.append(f"without the change: {wording.exact(effect.controls)}")
    return "; ".join(parts)


def _says_more(measure: Measure) -> bool:
    """Whether the stated effect is other than the change that is shown."""
    if not (measure.effect and measure.before and measure.after):
        return False
    change = measure.after.value - measure.before.value
    return round(change - measure.effect.value, 6) != 0


def _observed(seen: Observation | None) -> Cell:
    if seen is None:
        return Cell(text="not stated", empty=True)
    among = f"{wording.people(seen.n)} observed" if seen.n is not None else ""
    note = "; ".join(part for part in (seen.period, among) if part)
    return Cell(text=wording.exact(seen.value), note=note)


def _series(known: Material, measure: Measure) -> str:
    points = known.case.series.get(measure.id, measure.points)
    if not points:
        return ""
    ends = wording.span(wording.date(points[0].date), wording.date(points[-1].date))
    return f"{wording.counted(len(points), 'point', 'points')}, {ends}"


def _table(
    name: str, caption: str, columns: tuple[Column, ...], rows: tuple[Row, ...], note: str = ""
) -> Table | None:
    if not rows:
        return None
    return Table(id=name, caption=caption, columns=columns, rows=rows, note=note, stacked=True)
