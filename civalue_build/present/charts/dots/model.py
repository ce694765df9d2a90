"""What a chart of dots shows: rows of cases by name, in one series or several."""

from civalue_build.model.record import record


@record
class Dots:
    """The cases of one row and one series, by name; `hollow` sets what is corrected apart."""

    names: tuple[str, ...]
    hollow: bool = False


@record
class DotRow:
    """One row: what its cases have in common, and its series one below the other.

    `heads` are words above the row, where a new part of the scale begins.
    """

    label: str
    series: tuple[Dots, ...]
    heads: str = ""


@record
class DotChart:
    """A chart of counts; `title` is its message, `measure` what is counted."""

    id: str
    title: str
    measure: str
    series: tuple[str, ...]
    rows: tuple[DotRow, ...]

    @property
    def most(self) -> int:
        """The number of cases in the longest row of a series."""
        return max((len(dots.names) for row in self.rows for dots in row.series), default=0)
