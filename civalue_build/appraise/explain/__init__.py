"""How each figure was worked out: from the lines of a case to every result."""

from civalue_build.appraise.explain.whole import explanations

__all__ = ["explanations"]
