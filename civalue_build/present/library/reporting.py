"""Reporting quality: what guidelines ask for, and how many cases tell it. No list of who does."""

from collections import Counter
from collections.abc import Iterator

from civalue_build.model.framework import Literature, LiteratureFact
from civalue_build.model.reported import standings
from civalue_build.model.reporting import Guideline, Item, Reported
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import REPORTING
from civalue_build.present.library.base import Library
from civalue_build.present.library.parts import part
from civalue_build.present.library.views import Section, source_cell
from civalue_build.present.views import Cell, Column, Row, Table

ALL_PAPERS = "publications"
"""Id of the fact of the literature that counts all papers."""
Counts = list[Counter[Reported]]


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of what guidelines ask for."""
    ordered = sorted(library.framework.guidelines.items(), key=lambda entry: entry[1].number)
    none = () if ordered else (Section(text="The framework has no guideline yet."),)
    yield part(
        REPORTING,
        "Reporting quality",
        "What a report on improvement tells its readers, by published guidelines, and how "
        "many cases here tell it. It is a profile and no score.",
        *beside_the_literature(library),
        *(_section(library, name, guideline) for name, guideline in ordered),
        *none,
    )


def beside_the_literature(library: Library) -> Iterator[Section]:
    """Give the library beside the literature: the questions that both were asked."""
    literature = library.framework.literature
    table = literature_table(library, literature) if literature else None
    if literature and table and table.rows:
        yield Section(
            anchor="literature",
            heading="This library beside the literature",
            text="A review counted how many papers on continuous improvement in manufacturing "
            "say enough about money. The cases here are asked the same. They were chosen for "
            "what they say, so the two are no like-for-like comparison.",
            source=source_cell(literature.source),
            tables=(table,),
        )


def literature_table(library: Library, literature: Literature) -> Table:
    """Return the questions that the literature and some guideline share, with both counts.

    Invented and archived cases are not counted.
    """
    facts = {fact.id: fact for fact in literature.facts}
    rows = (
        _shared(item, facts[item.id], found)
        for name, guideline in library.framework.guidelines.items()
        for item, found in zip(guideline.items, tallies(library, name), strict=True)
        if item.id in facts
    )
    papers = facts.get(ALL_PAPERS)
    of = f", of more than {wording.exact(papers.value)}" if papers else ""
    cases = wording.counted(len(library.counted), "case", "cases")
    return Table(
        id="library-and-literature",
        stacked=True,
        caption="What papers and cases say about money",
        columns=(
            Column(text="Question"),
            Column(text=f"Papers{of}", numeric=True),
            Column(text=f"Yes, of {cases} here", numeric=True),
            Column(text="Partly", numeric=True),
        ),
        rows=tuple(rows),
        note=" ".join(f"{fact.title}: {fact.note}" for fact in facts.values() if fact.note),
    )


def _shared(item: Item, fact: LiteratureFact, found: Counter[Reported]) -> Row:
    counts = (wording.number(found[standing]) for standing in (Reported.MET, Reported.PARTLY))
    return Row(
        cells=tuple(Cell(text=text) for text in (item.title, wording.exact(fact.value), *counts))
    )


def tallies(library: Library, guideline: str) -> Counts:
    """Return, for each item of a guideline in order, how many counted cases stand how on it."""
    items = library.framework.guidelines[guideline].items
    counts: Counts = [Counter() for _ in items]
    for card in library.counted:
        letters = dict(card.reporting).get(guideline)
        for count, standing in zip(counts, standings(letters), strict=True) if letters else ():
            count[standing] += 1
    return counts


def _section(library: Library, name: str, guideline: Guideline) -> Section:
    return Section(
        anchor=name,
        heading=guideline.title,
        text=guideline.about,
        source=source_cell(guideline.source),
        tables=(_items(library, name, guideline),),
    )


def _items(library: Library, name: str, guideline: Guideline) -> Table:
    answers = [wording.capital(guideline.answer(standing)) for standing in Reported]
    return Table(
        id=f"{name}-items",
        stacked=True,
        caption=f"{guideline.title}: each item, what shows it, and how many cases tell it",
        columns=(
            Column(text="Item"),
            Column(text="What shows it in a case"),
            *(Column(text=answer, numeric=True) for answer in answers),
        ),
        rows=tuple(
            _item(item, found)
            for item, found in zip(guideline.items, tallies(library, name), strict=True)
        ),
        note="Invented and archived cases are not counted.",
    )


def _item(item: Item, found: Counter[Reported]) -> Row:
    asked = wording.capital("; ".join(one.says for one in item.parts)) or (item.note or "")
    counts = (Cell(text=wording.number(found[standing])) for standing in Reported)
    return Row(cells=(Cell(text=item.title), Cell(text=asked), *counts))
