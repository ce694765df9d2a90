"""The library in Python: cases, findings, and tables of pandas.

    import civalue_build

    library = civalue_build.load_library(".")
    library.frame()

The numbers are those of the site, at full precision. pandas is imported by the first table.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civalue_build import pipeline
from civalue_build.errors import CivalueError
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.card import CaseCard
from civalue_build.model.case import Case
from civalue_build.model.finding import Finding, in_order
from civalue_build.model.portfolio import Portfolio
from civalue_build.model.record import record
from civalue_build.present.library import base, frames
from civalue_build.present.library.columns import columns
from civalue_build.source.build_day import build_day
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs, find_library

if TYPE_CHECKING:
    import pandas as pd


@record
class Library:
    """A library as it was read: its published cases by id, in order of title, and all findings.

    A case with an error is not published, so it is in `findings` alone. `appraisals` has the whole
    value of each case, with its uncertainty.
    """

    root: Path
    around: pipeline.Surroundings
    cases: Mapping[str, Case]
    appraisals: Mapping[str, Appraisal]
    cards: tuple[CaseCard, ...]
    findings: tuple[Finding, ...]

    def frame(self) -> "pd.DataFrame":
        """Return one row a case: what it is, its headline, what it freed, its principles.

        The columns are those of the file of all cases on the site; the page Insights of the site
        says what each means and in which unit.
        """
        known = columns(base.library_of(self.around.framework, cards=self.cards))
        rows = [{column.name: column.get(card) for column in known} for card in self.cards]
        floats = [column.name for column in known if column.decimals is not None]
        return _frame(rows, [column.name for column in known], floats, ["horizon_years"])

    def results(self) -> "pd.DataFrame":
        """Return one row for each case, perspective and horizon."""
        rows = (row for found in self.appraisals.values() for row in frames.result_rows(found))
        floats = [name for name in frames.RESULTS if name.startswith(("claimed_", "corrected_"))]
        return _frame(rows, list(frames.RESULTS), floats, ["horizon_years"])

    def lines(self) -> "pd.DataFrame":
        """Return one row for each cost or benefit line of a case and each of its years."""
        rows = (row for found in self.appraisals.values() for row in frames.line_rows(found))
        floats = ["gross", "claimed", "corrected", "pv_claimed", "pv_corrected"]
        return _frame(rows, list(frames.LINES), floats, ["year", "grade"])

    def portfolio(self) -> Portfolio:
        """Return how returns are spread, and totals of what may be added up.

        Invented and archived cases enter none of it, though they are in the frames.
        """
        return pipeline.side_by_side(self.around, self.cards)


def load_library(path: str | Path = ".", discounting: str | None = None) -> Library:
    """Read, value and judge every case of the library at a folder, or at one above it.

    `discounting` is a schedule of the framework in place of each case's own. Raises CivalueError
    where there is no library, or no such schedule.
    """
    root = find_library(Path(path))
    around = pipeline.surroundings(root, build_day(root, os.environ), discounting)
    known = around.framework.schedules
    if discounting and discounting not in known:
        raise CivalueError(f"no discount schedule “{discounting}”; there are: {', '.join(known)}")
    slugs = case_slugs(root)
    found = [pipeline.assess(load_case(root, slug), around, in_full=True) for slug in slugs]
    made = (pipeline.valued_card(one, around) for one in found)
    cards = base.by_title(card for card in made if card)
    beside = pipeline.together(around, slugs, cards).findings
    by_slug = {one.slug: one for one in found}
    published = [by_slug[card.slug] for card in cards]
    return Library(
        root=root,
        around=around,
        cases={one.slug: one.case for one in published if one.case},
        appraisals={one.slug: one.appraisal for one in published if one.appraisal},
        cards=cards,
        findings=in_order((*(item for one in found for item in one.judgement.findings), *beside)),
    )


def _frame(
    rows: Iterable[Mapping[str, Any]], names: list[str], floats: list[str], whole: list[str]
) -> "pd.DataFrame":
    """Return rows as a data frame whose numbers are numbers, even where none is stated."""
    import pandas as pd  # noqa: PLC0415 slow to import, and only tables need it

    types = dict.fromkeys(floats, "float64") | dict.fromkeys(whole, "Int64")
    return pd.DataFrame(list(rows), columns=names).astype(types)
