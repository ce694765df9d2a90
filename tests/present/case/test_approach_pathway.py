"""The stages of a pathway in their order, with who holds each and where it passes on."""

from dataclasses import replace

import pytest

from civalue_build.model.approach_facts import Stage
from civalue_build.present.case.approach_pathway import PathwayView, pathway_view
from civalue_build.present.case.base import Material


def drawn(known: Material, *stages: Stage) -> PathwayView | None:
    return pathway_view(replace(known, appraisal=replace(known.appraisal, pathway=stages)))


def at(name: str, holder: str | None = None) -> Stage:
    return Stage(stage=name, held_by=holder)


def test_a_case_without_stages_has_no_pathway(known: Material) -> None:
    assert drawn(known) is None


def test_a_stage_says_who_holds_it_by_name_what_is_amiss_and_what_changed(known: Material) -> None:
    whole = Stage(stage="Help at home", held_by="council", issue="Late", change="Sooner")
    view = drawn(known, at("Ward", "self"), whole)
    assert view is not None
    assert [stage.number for stage in view.stages] == [1, 2]
    assert view.stages[0].holder == known.case.organisation.name
    assert view.stages[1][1:] == ("Help at home", "Example Council", True, "Late", "Sooner")


@pytest.mark.parametrize(
    ("holders", "passes"),
    [
        (("self", "self", "council"), [False, False, True]),
        (("self", None, "council"), [False, False, False]),
        (("self", "council", "self"), [False, True, True]),
    ],
)
def test_a_stage_passes_on_only_where_both_holders_are_known_and_differ(
    known: Material, holders: tuple[str | None, ...], passes: list[bool]
) -> None:
    view = drawn(known, *(at(f"Stage {n}", holder) for n, holder in enumerate(holders)))
    assert view is not None
    assert [stage.passes for stage in view.stages] == passes


@pytest.mark.parametrize(
    ("holders", "title"),
    [
        (("self", "council", "self"), "From end to end: 3 stages, held by 2 bodies"),
        (("self",), "From end to end: 1 stage, held by 1 body"),
        (("self", None), "From end to end: 2 stages"),
        ((None, None), "From end to end: 2 stages"),
    ],
)
def test_the_title_counts_those_who_hold_stages_only_where_all_are_known(
    known: Material, holders: tuple[str | None, ...], title: str
) -> None:
    view = drawn(known, *(at("Stage", holder) for holder in holders))
    assert view is not None
    assert view.title == title
