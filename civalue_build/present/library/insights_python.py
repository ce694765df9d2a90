"""The page of the Python interface: code, and what it gives for this library.

The outputs are worked out here from the cases when the site is built, without running the code.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from civalue_build.model.appraisal import Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present.addresses import CASES, CASES_CSV, INSIGHTS_PYTHON
from civalue_build.present.library import frames
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.columns import columns
from civalue_build.present.library.insights import UP
from civalue_build.present.views import Cell, Column, Link, Row, Table

Output = Callable[[Library], str | None]
"""From a library to what the last line of a step shows; none where it has nothing to show."""


@record
class Step:
    """One step of the page: what it is for, its code, and what its last line shows."""

    text: str
    code: str
    output: str


@record
class _Written:
    """A step before it is worked out for a library."""

    text: str
    code: str
    output: Output


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of the Python interface."""
    yield draw(
        INSIGHTS_PYTHON,
        "library_insights_python.html",
        title="Use the data in Python",
        up=UP,
        lead="The whole library as tables of pandas, with the numbers of this site at full "
        "precision.",
        steps=steps(library),
        tables=tuple(_tables(library)),
        onward=ways(
            INSIGHTS_PYTHON,
            UP,
            Link(text="Read the cases", href=CASES),
            Link(text="Download all cases as one table (CSV)", href=CASES_CSV),
        ),
    )


def steps(library: Library) -> tuple[Step, ...]:
    """Return the steps that have something to show for a library, in order.

    A step may use what the steps before it made; each is left out with all after it where there
    are no cases to show it on.
    """
    worked = ((step, step.output(library)) for step in _STEPS) if library.counted else ()
    return tuple(
        Step(text=step.text, code=_code(step.code, library), output=output)
        for step, output in worked
        if output is not None
    )


def _code(code: str, library: Library) -> str:
    example = _example(library)
    return code.replace("SLUG", example.slug if example else "")


def _example(library: Library) -> CaseCard | None:
    """Return the first case by title with a net present value."""
    return next((card for card in library.counted if _npv(card) is not None), None)


def _npv(card: CaseCard) -> float | None:
    npv = card.headline.claimed.npv if card.headline else Undefined("not valued")
    return None if isinstance(npv, Undefined) else npv


def _rows(library: Library) -> str:
    return repr((len(library.cards), len(library.counted)))


def _known(library: Library) -> str:
    return repr(library.portfolio.claimed.known)


def _quartiles(library: Library) -> str | None:
    found = library.portfolio.claimed
    figures = (found.lower, found.median, found.upper)
    known = [round(value, 2) for value in figures if not isinstance(value, Undefined)]
    return repr(known) if len(known) == 3 else None


def _counts(library: Library) -> str:
    found = library.portfolio.claimed
    return repr((found.above_one, found.some, found.none + found.negative))


def _settings(library: Library) -> str:
    counts = Counter(card.setting for card in library.counted)
    return repr({setting: counts[setting] for setting in sorted(counts)})


def _units(library: Library) -> str | None:
    totals = {total.unit: round(total.total) for total in library.portfolio.units}
    return repr(totals) if totals else None


def _whys(library: Library) -> str:
    return repr({str(item.why): len(item.cases) for item in library.portfolio.not_added})


def _one_case(library: Library) -> str | None:
    example = _example(library)
    npv = _npv(example) if example else None
    return None if npv is None else repr(round(npv, 2))


def _line_columns(_: Library) -> str:
    return repr(list(frames.LINES)[:6])


_STEPS = (
    _Written(
        text="Open a library: its folder, or any folder below it. Every case is read, valued and "
        "judged. How many cases are there, and how many of them are real and not archived?",
        code="""import civalue_build

library = civalue_build.load_library(".")
frame = library.frame()
real = frame[~frame["invented"] & (frame["status"] != "archived")]
len(frame), len(real)""",
        output=_rows,
    ),
    _Written(
        text="One row is one case. How many of the real ones have a return per £1?",
        code="""returns = real["claimed_return_per_pound"].dropna()
len(returns)""",
        output=_known,
    ),
    _Written(
        text="How are they spread? These are the quartiles, the middle one being the median.",
        code="""[round(float(share), 2) for share in returns.quantile([0.25, 0.5, 0.75])]""",
        output=_quartiles,
    ),
    _Written(
        text="The page Insights is made from the same portfolio. How many cases bring back more "
        "than they cost, how many something, and how many nothing or a loss?",
        code="""spread = library.portfolio().claimed
spread.above_one, spread.some, spread.none + spread.negative""",
        output=_counts,
    ),
    _Written(
        text="Cases by setting.",
        code="""real.groupby("setting").size().to_dict()""",
        output=_settings,
    ),
    _Written(
        text="What was freed or is forecast to be, each saving that several cases claim counted "
        "once.",
        code="""{total.unit: round(total.total) for total in library.portfolio().units}""",
        output=_units,
    ),
    _Written(
        text="Which cases are not in the totals of money, and why?",
        code="""{str(left.why): len(left.cases) for left in library.portfolio().not_added}""",
        output=_whys,
    ),
    _Written(
        text="Every perspective and horizon of every case is in another table. This is the "
        "headline of one case: its net present value, as claimed.",
        code="""results = library.results()
headline = results[(results["case"] == "SLUG") & results["is_headline"]]
round(float(headline["claimed_npv"].iloc[0]), 2)""",
        output=_one_case,
    ),
    _Written(
        text="Each line of each case, year by year, is in a third.",
        code="""lines = library.lines()
list(lines.columns)[:6]""",
        output=_line_columns,
    ),
)


def _tables(library: Library) -> Iterator[Table]:
    cases = ((column.name, column.means, column.unit) for column in columns(library))
    yield _table("frame", "library.frame(): one row a case", cases)
    yield _table("results", "library.results(): one row a case, perspective and horizon",
                 ((name, *told) for name, told in frames.RESULTS.items()))  # fmt: skip
    yield _table("lines", "library.lines(): one row a line and year",
                 ((name, *told) for name, told in frames.LINES.items()))  # fmt: skip


def _table(name: str, caption: str, told: Iterable[tuple[str, str, str]]) -> Table:
    return Table(
        id=f"{name}-columns",
        stacked=True,
        caption=caption,
        columns=(Column(text="Column"), Column(text="What it means"), Column(text="Unit")),
        rows=tuple(
            Row(cells=(Cell(text=column), Cell(text=means), Cell(text=unit or "words")))
            for column, means, unit in told
        ),
    )
