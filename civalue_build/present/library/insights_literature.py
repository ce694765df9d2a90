"""What few papers on improvement report, beside what the cases of the library report."""

from collections import Counter

from civalue_build.model.framework import Literature, LiteratureFact
from civalue_build.model.reporting import Reported
from civalue_build.present import wording
from civalue_build.present.addresses import FRAMEWORK, INSIGHTS, relative
from civalue_build.present.library.base import Library
from civalue_build.present.library.reporting import tallies
from civalue_build.present.views import Cell, Column, Row, Table

ALL = "publications"
"""The fact of the literature that says how many papers there are."""


def literature_table(library: Library) -> Table | None:
    """Return the questions side by side; none without cases, or without facts to compare with."""
    found, cards = library.framework.literature, library.counted
    if found is None or not cards:
        return None
    facts = {fact.id: fact for fact in found.facts}
    rows = tuple(
        _row(facts[item.id], told, len(cards))
        for name, guideline in library.framework.guidelines.items()
        for item, told in zip(guideline.items, tallies(library, name), strict=True)
        if item.id in facts
    )
    return _table(found, facts.get(ALL), rows) if rows else None


def _table(found: Literature, papers: LiteratureFact | None, rows: tuple[Row, ...]) -> Table:
    checked = "" if found.source.checked else " Nobody has compared them with the review yet."
    whole = f"Of {wording.number(papers.value)} papers" if papers else "In the literature"
    return Table(
        id="literature-table",
        stacked=True,
        caption="What papers on improvement report, and what these cases do",
        columns=(
            Column(text="What is reported"),
            Column(text=whole, numeric=True),
            Column(text="Of these cases", numeric=True),
        ),
        rows=rows,
        note="The two are not alike: these cases were written, or chosen, to be valued. The "
        f"numbers of papers are those of one review.{checked}",
    )


def _row(fact: LiteratureFact, told: Counter[Reported], cases: int) -> Row:
    partly = told[Reported.PARTLY]
    return Row(
        cells=(
            Cell(text=fact.title, href=relative(INSIGHTS, f"{FRAMEWORK}#literature")),
            Cell(text=wording.number(fact.value)),
            Cell(
                text=f"{wording.number(told[Reported.MET])} of {wording.number(cases)}",
                note=f"and {wording.number(partly)} in part" if partly else "",
            ),
        )
    )
