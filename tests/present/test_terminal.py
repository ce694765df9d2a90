"""The summary in a terminal says no return as a negative number."""

from dataclasses import replace

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.present.terminal import summary


def test_a_return_below_nothing_is_none(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    losses = tuple(line for line in valued.benefits or () if line.id == "dressings")
    case = replace(valued, benefits=losses)
    text = summary(case, appraise(case, framework), judgement, framework, colour=False)
    [row] = [line for line in text.splitlines() if "headline: NHS" in line]
    assert row.endswith(" none")
