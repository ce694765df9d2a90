"""Regression to the mean: what was unusually bad gets better by itself."""

from collections.abc import Iterator

from civalue_build.check.records import is_by_team
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject

COMPARED = 3
"""The Maryland level from which others like them were compared with."""


@rule(code="CV2052", level=Level.GAP)
def chosen_because_high(subject: Subject) -> Iterator[Fault]:
    """Places or people were chosen because their figures were high, and with nobody compared.

    Figures that are unusually high come down by themselves: regression to the mean. Say what
    happened meanwhile where the work was not done, as `controls` of the measure's `effect`. Where
    nobody knows, say that in a waiver.

    *Fails:* at evaluation.selected_because_high

        evaluation: {design: before-after, maryland: 1, selected_because_high: true}

    *Passes:*

        evaluation: {design: before-after, maryland: 1, selected_because_high: false}
    """
    study = subject.case.evaluation
    if not (study and study.selected_because_high and is_by_team(subject)):
        return
    stated = (measure.effect for measure in subject.case.measures)
    known = any(effect is not None and effect.controls is not None for effect in stated)
    if (study.maryland or 0) < COMPARED and not known:
        message = (
            "those with high figures were chosen, and no measure says how others did meanwhile"
        )
        yield ("evaluation", "selected_because_high"), message
