"""Arithmetic: a case and the framework become an appraisal."""

from civalue_build.appraise.brief import in_brief
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework


def appraise(
    case: Case, framework: Framework, discounting: str | None = None, *, uncertain: bool = True
) -> Appraisal:
    """Return the value of a case, under the schedule `discounting` or else the case's own.

    A case that states no money has only its social lens. The uncertainty of the headline is left
    out where `uncertain` is false.
    """
    from civalue_build.appraise.appraisal import appraise as value  # noqa: PLC0415 not for check

    return value(case, framework, discounting, uncertain=uncertain)


__all__ = ["appraise", "in_brief"]
