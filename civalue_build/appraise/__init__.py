"""Arithmetic: a case and the framework become an appraisal."""

from civalue_build.appraise.appraisal import appraise, in_brief

__all__ = ["appraise", "in_brief"]
