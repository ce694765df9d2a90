"""The pathway of a case from end to end: its stages in order, and who holds each."""

from typing import NamedTuple

from civalue_build.model.approach_facts import ST_VINCENTS, Stage
from civalue_build.present import wording
from civalue_build.present.case.base import Material

ID = f"{ST_VINCENTS}-pathway"


class StageView(NamedTuple):
    """One stage as drawn; `passes` where another holds it than the one before."""

    number: int
    name: str
    holder: str
    passes: bool
    issue: str
    change: str


class PathwayView(NamedTuple):
    """A pathway as drawn: `title` says how many stages and who share it."""

    id: str
    title: str
    stages: tuple[StageView, ...]


def pathway_view(known: Material) -> PathwayView | None:
    """Return the pathway of a case; none where it names no stages."""
    stages = known.appraisal.pathway
    if not stages:
        return None
    return PathwayView(
        id=ID,
        title=_title(stages),
        stages=tuple(_stage(known, stages, at) for at in range(len(stages))),
    )


def _stage(known: Material, stages: tuple[Stage, ...], at: int) -> StageView:
    stage, before = stages[at], stages[at - 1].held_by if at else None
    return StageView(
        number=at + 1,
        name=stage.stage,
        holder=known.party(stage.held_by) if stage.held_by else "",
        passes=bool(before and stage.held_by and stage.held_by != before),
        issue=stage.issue or "",
        change=stage.change or "",
    )


def _title(stages: tuple[Stage, ...]) -> str:
    told = wording.counted(len(stages), "stage", "stages")
    holders = len({stage.held_by for stage in stages if stage.held_by})
    partly = any(stage.held_by is None for stage in stages)
    if not holders or partly:
        return f"From end to end: {told}"
    return f"From end to end: {told}, held by {wording.counted(holders, 'body', 'bodies')}"
