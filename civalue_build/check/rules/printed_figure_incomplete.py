"""A printed figure is a number, or a range with both ends."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV2026", level=Level.ERROR)
def printed_figure_incomplete(subject: Subject) -> Iterator[Fault]:
    """Figure without a number, or with half of a range.

    There is nothing to compare without the figure itself: `value`, or `low` and `high` where the
    source prints a range, or all three.

    *Fails:* at printed.0

        printed:
          - label: Cost of the lead nurse
            of: costs
            undiscounted: true
            source: accounts
            reproduces: fully

    *Passes:*

        printed:
          - label: Cost of the lead nurse
            value: 96000
            of: costs
            undiscounted: true
            horizon: 2
            source: accounts
            reproduces: fully
    """
    for at, item in enumerate(subject.case.printed):
        ends = {"low": item.low, "high": item.high}
        missing = [key for key, number in ends.items() if number is None]
        if len(missing) == 1:
            yield ("printed", at), f"“{item.label}” has a range without “{missing[0]}”"
        elif missing and item.value is None:
            yield ("printed", at), f"“{item.label}” has no figure; give value, or low and high"
