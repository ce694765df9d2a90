"""Pages of words that no case stands under: parties, glossary and short forms, plain words."""

from collections.abc import Iterable, Iterator

from civalue_build.model.framework import Acronym, Framework, GlossaryEntry, PlainWord
from civalue_build.model.site import Page
from civalue_build.present.addresses import GLOSSARY, PARTIES, PLAIN_LANGUAGE
from civalue_build.present.library.base import Library, natural
from civalue_build.present.library.parts import part
from civalue_build.present.library.terms import term_view
from civalue_build.present.library.views import Section, TermView, anchor_of
from civalue_build.present.views import Cell, Column, Row, Table


def pages(library: Library) -> Iterator[Page]:
    """Draw the pages of parties, of the glossary and of plain words."""
    yield _parties(library.framework)
    yield _glossary(library.framework)
    yield _plain_language(library.framework)


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
                terms=tuple(term_view(PARTIES, key, term) for key, term in terms.items()),
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
