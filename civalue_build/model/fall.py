"""What of a case falls in the categories of an approach: one letter for each, for its card."""

from collections.abc import Iterable

from civalue_build.model.crosswalk import Placed

LINE, OUTCOME, NOTHING = "l", "o", "-"
"""A line, whether or not outcomes too; outcomes alone; neither."""


def letters(categories: Iterable[Placed]) -> str:
    """Return a letter for each category, in the order of the approach."""
    return "".join(map(_letter, categories))


def _letter(placed: Placed) -> str:
    if placed.lines:
        return LINE
    return OUTCOME if placed.outcomes else NOTHING
