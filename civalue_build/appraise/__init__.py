"""Arithmetic: a case and the framework become an appraisal."""

from civalue_build.appraise.appraisal import appraise

__all__ = ["appraise"]
