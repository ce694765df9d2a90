"""Printed figures of a case beside the computed ones."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Figure, Reproduction, Undefined
from civalue_build.model.enums import PrintedOf
from civalue_build.model.evidence import Printed
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject

NET_FIGURES = (
    PrintedOf.NPV,
    PrintedOf.RETURN_PER_POUND,
    PrintedOf.NET_RETURN,
    PrintedOf.PAYBACK,
)
"""Figures that take the costs into account."""

SLACK = 1 + 1e-9
"""For binary fractions, on top of half of the last printed place."""


def placed_figures(subject: Subject) -> Iterator[tuple[KeyPath, Printed, Reproduction]]:
    """Yield each printed figure with its path and what was computed; none where there is no sum."""
    pairs = zip(subject.case.printed, subject.appraisal.printed, strict=False)
    for at, (item, found) in enumerate(pairs):
        yield ("printed", at), item, found


def close(printed: float, computed: Figure | None, to_nearest: float) -> bool:
    """Whether a computed figure is the printed one within the source's own rounding."""
    return isinstance(computed, float | int) and abs(computed - printed) <= to_nearest / 2 * SLACK


def plain(figure: Figure) -> str:
    """Return a figure for a message; in words why there is none."""
    if isinstance(figure, Undefined):
        return f"nothing ({figure.why})"
    return f"{figure:,.2f}".removesuffix(".00")
