"""Pages of words: kinds of benefit, claims, parties, settings, priorities, tags, glossary."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Acronym, Framework, GlossaryEntry, PlainWord, Term
from civalue_build.model.site import Page
from civalue_build.present.addresses import (
    CLAIMS,
    GLOSSARY,
    KINDS,
    PARTIES,
    PLAIN_LANGUAGE,
    PRIORITIES,
    SETTINGS,
    TAGS,
)
from civalue_build.present.library.base import Library, natural
from civalue_build.present.library.parts import part
from civalue_build.present.library.views import (
    Section,
    TermView,
    anchor_of,
    case_links,
    source_cell,
)
from civalue_build.present.views import Cell, Column, Row, Table

Belongs = Callable[[CaseCard], Iterable[str]]
"""From a case to the ids of the terms that it belongs to."""


class Vocabulary(NamedTuple):
    """A list of terms under which cases stand; `name` is its field in the framework."""

    name: str
    path: str
    title: str
    lead: str
    belongs: Belongs


VOCABULARIES = (
    Vocabulary(
        "kinds",
        KINDS,
        "Kinds of benefit",
        "Each benefit of a case is of one of these kinds.",
        lambda card: card.kinds,
    ),
    Vocabulary(
        "claims",
        CLAIMS,
        "How far a benefit has come",
        "From a plan to a changed budget, weakest first. A case is listed under the strongest "
        "claim that any of its benefits makes.",
        lambda card: (card.claim,) if card.claim else (),
    ),
    Vocabulary(
        "settings",
        SETTINGS,
        "Settings",
        "Where the work was done, with the cases from each setting.",
        lambda card: (card.setting,),
    ),
    Vocabulary(
        "priorities",
        PRIORITIES,
        "Priorities",
        "What organisations and systems have set out to do, with the cases that serve it.",
        lambda card: card.priorities,
    ),
    Vocabulary("tags", TAGS, "Tags", "Subjects of cases.", lambda card: card.tags),
)


def pages(library: Library) -> Iterator[Page]:
    """Draw a page for each vocabulary of the framework."""
    for vocabulary in VOCABULARIES:
        section = _terms(library, vocabulary)
        yield part(vocabulary.path, vocabulary.title, vocabulary.lead, section)
    yield _parties(library.framework)
    yield _glossary(library.framework)
    yield _plain_language(library.framework)


def _terms(library: Library, vocabulary: Vocabulary) -> Section:
    """Return the terms in the framework's order, each with its cases in order of title."""
    terms: Mapping[str, Term] = getattr(library.framework, vocabulary.name)
    cases: dict[str, list[CaseCard]] = {key: [] for key in terms}
    for card in library.cards:
        for key in set(vocabulary.belongs(card)) & set(cases):
            cases[key].append(card)
    views = (_term(vocabulary.path, key, term, cases[key]) for key, term in terms.items())
    return Section(terms=tuple(views))


def _term(path: str, key: str, term: Term, cards: Iterable[CaseCard] = ()) -> TermView:
    return TermView(
        anchor=key,
        title=term.title,
        means=term.means,
        example=term.example or "",
        source=source_cell(term.source) if term.source else None,
        cases=case_links(path, cards),
    )


def _parties(framework: Framework) -> Page:
    groups = (
        ("sectors", "Parties: who pays and who gains", framework.sectors),
        ("perspectives", "Perspectives: whose costs and gains are counted", framework.perspectives),
    )
    return part(
        PARTIES,
        "Parties and perspectives",
        "The same work can cost one party money and save money for another.",
        *(
            Section(
                anchor=anchor,
                heading=heading,
                terms=tuple(_term(PARTIES, key, term) for key, term in terms.items()),
            )
            for anchor, heading, terms in groups
        ),
    )


def _glossary(framework: Framework) -> Page:
    entries = sorted(framework.glossary, key=lambda entry: natural(entry.term))
    return part(
        GLOSSARY,
        "Glossary and short forms",
        "What the words of the library mean, in plain words.",
        Section(anchor="terms", heading="Words", terms=tuple(map(_entry, entries))),
        Section(
            anchor="short-forms",
            heading="Short forms",
            tables=(_acronyms(framework.acronyms.values()),),
        ),
    )


def _entry(entry: GlossaryEntry) -> TermView:
    title = f"{entry.term} ({entry.short})" if entry.short else entry.term
    return TermView(anchor=anchor_of(entry.term), title=title, means=entry.means)


def _acronyms(acronyms: Iterable[Acronym]) -> Table:
    columns = (Column(text="Short form"), Column(text="In full"), Column(text="In a case"))
    rows = sorted(acronyms, key=lambda item: natural(item.short))
    return Table(
        id="acronyms",
        stacked=True,
        caption="Short forms, in order of the alphabet",
        columns=columns,
        rows=tuple(_acronym(item) for item in rows),
    )


def _acronym(item: Acronym) -> Row:
    use = "Readers know it" if item.known else "Write it in full the first time"
    return Row(cells=(Cell(text=item.short), Cell(text=item.long), Cell(text=use)))


def _plain_language(framework: Framework) -> Page:
    return part(
        PLAIN_LANGUAGE,
        "Plain words",
        "Words that read badly, and what to say instead. Advice, never a reason to refuse a case.",
        Section(tables=(_plain_words(framework.plain_words),)),
    )


def _plain_words(words: Iterable[PlainWord]) -> Table:
    columns = (Column(text="Instead of"), Column(text="Say"))
    return Table(
        id="plain-words",
        caption="Words to avoid, and better ones",
        columns=columns,
        rows=tuple(
            Row(cells=(Cell(text=w.avoid), Cell(text=w.say, note=w.why or ""))) for w in words
        ),
    )
