"""Worked examples of a case for pages of the framework, made only for what these ask."""

from civalue_build.present.case.worked.examples import worked_examples

__all__ = ["worked_examples"]
