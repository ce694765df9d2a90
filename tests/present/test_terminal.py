"""The summary in a terminal says no return as a negative number."""

from dataclasses import replace

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.present import wording
from civalue_build.present.terminal import summary


def test_a_return_below_nothing_is_none(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    losses = tuple(line for line in valued.benefits or () if line.id == "dressings")
    case = replace(valued, benefits=losses)
    text = summary(case, appraise(case, framework), judgement, framework, colour=False)
    [row] = [line for line in text.splitlines() if "headline: NHS" in line]
    assert row.endswith(" none")


def test_a_table_in_another_currency_does_not_name_pounds(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    assert valued.appraisal
    case = replace(valued, appraisal=replace(valued.appraisal, currency="USD"))
    text = summary(case, appraise(case, framework), judgement, framework, colour=False)
    [heads] = [line for line in text.splitlines() if "PV costs" in line]
    assert heads.endswith("return/USD 1")


def test_columns_of_losses_are_as_wide_as_those_of_gains(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    losses = tuple(line for line in valued.benefits or () if line.id == "dressings")
    case = replace(valued, benefits=losses)
    text = summary(case, appraise(case, framework), judgement, framework, colour=False)
    [row] = [line for line in text.splitlines() if "headline: NHS" in line]
    assert "−£" in row
    assert wording.JOINER not in text


def test_a_change_without_an_amount_is_not_said_to_be_uncounted(
    valued: Case, framework: Framework, judgement: Judgement
) -> None:
    text = summary(valued, appraise(valued, framework), judgement, framework, colour=False)
    assert "not quantified" not in text
    assert "(not valued in money)" in text
