"""Pages of words under which cases stand: kinds of benefit, claims, settings, priorities, tags."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Term
from civalue_build.model.site import Page
from civalue_build.present.addresses import (
    CLAIMS,
    KINDS,
    PRIORITIES,
    SETTINGS,
    TAGS,
)
from civalue_build.present.library.base import Library
from civalue_build.present.library.parts import part
from civalue_build.present.library.views import (
    Section,
    TermView,
    case_list,
    source_cell,
)

Belongs = Callable[[CaseCard], Iterable[str]]
"""From a case to the ids of the terms that it belongs to."""


class Vocabulary(NamedTuple):
    """A list of terms under which cases stand; `name` is its field in the framework.

    `facet` is what the list of all cases calls it in its address.
    """

    name: str
    facet: str
    path: str
    title: str
    lead: str
    belongs: Belongs


VOCABULARIES = (
    Vocabulary(
        "kinds",
        "kind",
        KINDS,
        "Kinds of benefit",
        "Each benefit of a case is of one of these kinds.",
        lambda card: card.kinds,
    ),
    Vocabulary(
        "claims",
        "claim",
        CLAIMS,
        "How far a benefit has come",
        "From a plan to a changed budget, weakest first. A case is listed under the strongest "
        "claim that any of its benefits makes.",
        lambda card: (card.claim,) if card.claim else (),
    ),
    Vocabulary(
        "settings",
        "setting",
        SETTINGS,
        "Settings",
        "Where the work was done, with the cases from each setting.",
        lambda card: (card.setting,),
    ),
    Vocabulary(
        "priorities",
        "priority",
        PRIORITIES,
        "Priorities",
        "What organisations and systems have set out to do, with the cases that serve it.",
        lambda card: card.priorities,
    ),
    Vocabulary(
        "tags",
        "tag",
        TAGS,
        "Tags",
        "What the cases are about. A case may stand under several tags.",
        lambda card: card.tags,
    ),
)


def pages(library: Library) -> Iterator[Page]:
    """Draw a page for each vocabulary of the framework."""
    for vocabulary in VOCABULARIES:
        section = _terms(library, vocabulary)
        yield part(vocabulary.path, vocabulary.title, vocabulary.lead, section)


def _terms(library: Library, vocabulary: Vocabulary) -> Section:
    """Return the terms in the framework's order, each with its cases in order of title."""
    terms: Mapping[str, Term] = getattr(library.framework, vocabulary.name)
    cases: dict[str, list[CaseCard]] = {key: [] for key in terms}
    for card in library.cards:
        for key in dict.fromkeys(vocabulary.belongs(card)):
            if key in cases:
                cases[key].append(card)
    views = (
        term_view(vocabulary.path, key, term, cases[key], f"{vocabulary.facet}={key}")
        for key, term in terms.items()
    )
    return Section(terms=tuple(views))


def term_view(
    path: str, key: str, term: Term, cards: Sequence[CaseCard] = (), query: str = ""
) -> TermView:
    """Return a term of the framework for the page at `path`, with its cases in order of title.

    `query` is what narrows the list of all cases to them. A term that has a `query` and no case
    says so.
    """
    return TermView(
        anchor=key,
        title=term.title,
        means=term.means,
        example=term.example or "",
        note="No case yet." if query and not cards else "",
        source=source_cell(term.source) if term.source else None,
        cases=case_list(path, cards, query),
    )
