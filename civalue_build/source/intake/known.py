"""Which sheet is which, and which word is meant: people rename sheets and type what they see."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from civalue_build.model.intake import (
    CASE_HEADS,
    CASE_SHEET,
    LISTS_SHEET,
    OURSELVES,
    SERIES_FIELDS,
    SERIES_SHEET,
    Field,
    Sort,
)
from civalue_build.model.intake_parts import PARTS
from civalue_build.source.intake.cells import Grid, Unread

_FIRST_ROWS = 10
"""Among how many rows of a sheet its heads are looked for."""
Rows = dict[str, list[dict[str, str]]]


def same(text: str) -> str:
    """Return a text as it is compared: no matter how it is spaced, in capitals or not."""
    return " ".join(text.split()).casefold()


def names_of(grids: Mapping[str, Grid]) -> Mapping[str, str]:
    """Return what each sheet to fill in is called here, by its first name: by name or by heads."""
    called = {same(name): name for name in grids}
    heads = dict(_heads())
    found = {name: called[same(name)] for name in (*heads, LISTS_SHEET) if same(name) in called}
    for name in heads.keys() - found.keys():
        like = (
            other
            for other, grid in grids.items()
            if other not in found.values() and heads[name] <= _texts(grid, heads[name])
        )
        if other := next(like, None):
            found[name] = other
    return found


def _heads() -> Iterator[tuple[str, AbstractSet[str]]]:
    yield CASE_SHEET, set(map(same, CASE_HEADS))
    yield SERIES_SHEET, {same(field.label) for field in SERIES_FIELDS}
    for part in PARTS:
        if part.many:
            yield part.sheet, {same(field.label) for field in part.fields}


def _texts(grid: Grid, heads: AbstractSet[str]) -> AbstractSet[str]:
    return set(map(same, grid.get(head_row(grid, heads), {}).values()))


def head_row(grid: Grid, heads: AbstractSet[str]) -> int:
    """Return the row that holds the most heads, of the first rows of a sheet."""
    first = [row for row in sorted(grid) if row <= _FIRST_ROWS] or [1]
    return max(first, key=lambda row: sum(same(text) in heads for text in grid[row].values())
               if row in grid else 0)  # fmt: skip


def settle(facts: Rows, lists: Grid) -> None:
    """Put the words of a list, or a name, in place of what somebody typed for it.

    `lists` is the sheet of lists: below each head the words, with the id in brackets.
    """
    words = {same(head): _spellings(lists, column) for column, head in lists.get(1, {}).items()}
    for part in PARTS:
        for field in part.fields:
            known = _known(field, facts, words)
            for row in facts.get(part.id, ()):
                text = row.get(field.path, "")
                if known and text not in known.values() and _bare(text) in known:
                    row[field.path] = known[_bare(text)]


def _known(field: Field, facts: Rows, words: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    if field.sort is Sort.CHOICE:
        return words.get(field.of.replace("-", " "), {})
    if field.sort is not Sort.NAME:
        return {}
    part = next(part for part in PARTS if part.id == field.of)
    names = [row[part.named_by] for row in facts.get(part.id, ()) if part.named_by in row]
    return _once([(name, name) for name in (*names, OURSELVES)])


def _spellings(lists: Grid, column: int) -> Mapping[str, str]:
    """Return the options of a list by each way in which somebody may type them."""
    texts = [cells[column] for row, cells in lists.items() if row > 1 and column in cells]
    return _once([(one, text) for text in texts for one in _ways(text)])


def _ways(text: str) -> Sequence[str]:
    title, _, end = text.rpartition(" (")
    return tuple({_bare(one): one for one in (text, title, end.removesuffix(")"))}.values())


def _bare(text: str) -> str:
    return same(text.replace("-", " "))


def _once(pairs: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """Return the pairs whose first, as it is compared, belongs to one text alone."""
    found: dict[str, set[str]] = {}
    for spelling, text in pairs:
        if not isinstance(text, Unread):
            found.setdefault(_bare(spelling), set()).add(text)
    return {spelling: texts.pop() for spelling, texts in found.items() if len(texts) == 1}
