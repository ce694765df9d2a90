"""What few papers on improvement report, beside what the cases of the library report."""

from collections.abc import Callable, Mapping, Sequence

from civalue_build.model.appraisal import Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim
from civalue_build.model.framework import Literature, LiteratureFact
from civalue_build.present import wording
from civalue_build.present.addresses import FRAMEWORK, INSIGHTS, relative
from civalue_build.present.library.base import Library
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
        _row(facts[name], meets, cards) for name, meets in _QUESTIONS.items() if name in facts
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


def _row(fact: LiteratureFact, meets: Callable[[CaseCard], bool], cards: Sequence[CaseCard]) -> Row:
    of = f"{wording.number(sum(map(meets, cards)))} of {wording.number(len(cards))}"
    return Row(
        cells=(
            Cell(text=fact.title, href=relative(INSIGHTS, f"{FRAMEWORK}#literature")),
            Cell(text=wording.number(fact.value)),
            Cell(text=of),
        )
    )


def _has_both(card: CaseCard) -> bool:
    return _states_cost(card) and not isinstance(_claimed(card, "pv_benefits"), Undefined)


def _states_cost(card: CaseCard) -> bool:
    return not isinstance(_claimed(card, "pv_costs"), Undefined)


def _claimed(card: CaseCard, name: str) -> object:
    return getattr(card.headline.claimed, name) if card.headline else Undefined("not valued")


def _has_sources(card: CaseCard) -> bool:
    """Whether there are lines: the format lets none stand without its source."""
    return card.headline is not None


def _is_signed(card: CaseCard) -> bool:
    return card.claim in (Claim.FINANCE_SIGNED, Claim.IN_BUDGET)


_QUESTIONS: Mapping[str, Callable[[CaseCard], bool]] = {
    "report-detail": _has_both,
    "own-cost": _states_cost,
    "sources": _has_sources,
    "finance-validated": _is_signed,
}
"""From a fact of the literature to what a case must have to meet it."""
