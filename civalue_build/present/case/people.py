"""People first: who took part, what changed for them, and what was counted before and after."""

from collections.abc import Iterator

from civalue_build.model.enums import Prevention, Record
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.case.lenses import Group, social_groups, unpriced
from civalue_build.present.case.measures import measures_table
from civalue_build.present.views import Cell, Column, Fact, Row, Table


@record
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
        measures=measures_table(known),
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
    if not known.case.people:
        return None
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
    return Table(id="engaged", caption="Who took part", columns=columns, rows=rows, stacked=True)
