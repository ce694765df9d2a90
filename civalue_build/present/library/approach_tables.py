"""The tables on the page of an approach: its words, its categories, its questions."""

from collections import Counter
from collections.abc import Iterator, Sequence

from civalue_build.model.approach import Approach, Category
from civalue_build.model.fall import LINE, OUTCOME
from civalue_build.model.reporting import Item
from civalue_build.present import wording
from civalue_build.present.library.approach_counts import counts
from civalue_build.present.library.approach_words import ours
from civalue_build.present.library.base import Library
from civalue_build.present.views import Cell, Column, Row, Table

ANY = "Where “or” stands between keys of the file, any one of them is enough."


def words_table(name: str, approach: Approach) -> Table:
    """Return its words beside ours."""
    return Table(
        id=f"{name}-words",
        stacked=True,
        caption="What it says, and what is said here",
        columns=(Column(text="Its word"), Column(text="Here")),
        rows=tuple(
            Row(cells=(Cell(text=word.theirs), Cell(text=word.ours, note=word.note or "")))
            for word in approach.words
        ),
    )


def categories_table(library: Library, name: str, approach: Approach) -> Table:
    """Return its categories: what falls there, and in how many real cases something does."""
    found = counts(library, name, approach)
    cases = wording.counted(len(library.counted), "case", "cases")
    people = any(category.people for category in approach.categories)
    return Table(
        id=f"{name}-categories",
        stacked=True,
        caption="Each category, what falls there, and in how many cases",
        columns=(
            Column(text="Category"),
            Column(text="What falls there"),
            Column(text=f"Cases with a line in it, of {cases}", numeric=True),
            *((Column(text="Cases with outcomes alone", numeric=True),) if people else ()),
        ),
        rows=tuple(
            Row(cells=tuple(_category(library, category, count, people=people)))
            for category, count in zip(approach.categories, found, strict=True)
        ),
        note=_small_print(people=people),
    )


def _category(
    library: Library, category: Category, count: Counter[str], *, people: bool
) -> Iterator[Cell]:
    yield Cell(text=category.title, note=category.means)
    yield Cell(text=ours(library.framework, category))
    yield Cell(text=wording.number(count[LINE]))
    if people:
        yield Cell(text=wording.number(count[OUTCOME]))


def _small_print(*, people: bool) -> str:
    told = "A line falls in the first category that it fits, or in none."
    more = " So does an outcome, by whom it concerns." if people else ""
    return f"{told}{more} Invented and archived cases are not counted."


def asks_table(name: str, items: Sequence[Item]) -> Table | None:
    """Return its questions, each with what answers it; none where it asks nothing."""
    if not items:
        return None
    rows = tuple(
        Row(cells=(Cell(text=item.title), Cell(text=_asked(item), note=_keys(item))))
        for item in items
    )
    return Table(
        id=f"{name}-asks",
        stacked=True,
        caption="Each question, and what answers it in a case",
        columns=(Column(text="Question"), Column(text="What answers it")),
        rows=rows,
        note=ANY if any(" or " in row.cells[1].note for row in rows) else "",
    )


def _asked(item: Item) -> str:
    parts = wording.capital("; ".join(part.says for part in item.parts))
    return parts or item.note or "Nothing in the data of a case. A person must judge it."


def _keys(item: Item) -> str:
    """Return the keys of the file of a case in which the answer is looked for."""
    parts = (wording.listed(map(_key, part.keys), "or") for part in item.parts)
    return f"In the file: {'; '.join(dict.fromkeys(parts))}" if item.parts else ""


def _key(key: str) -> str:
    """Return a key as it is written in the file; `text.` leads to a heading of the story."""
    if key.startswith("text."):
        return f"the heading “{key.removeprefix('text.')}”"
    return key.replace(".*", "").replace("|", " or ")
