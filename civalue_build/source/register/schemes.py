"""Which case of the library each row of a register belongs to."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from civalue_build.model.register import Column, Register, SchemeRow, Told
from civalue_build.source.intake.known import same
from civalue_build.source.words import nearest, show

Titles = Callable[[], Mapping[str, str]]
"""Gives the title of every case by its slug: all have to be read for it."""
Short = Callable[[str], str]
"""Gives a short name for a case, empty where a name has no Latin letter."""


class Schemes:
    """Finds cases by slug, by title, or by a scheme that another row maps to one."""

    def __init__(
        self, slugs: Sequence[str], titles: Titles, register: Register, short: Short
    ) -> None:
        self._slugs = slugs
        self._by_name = {_bare(slug): slug for slug in slugs}
        self._titles, self._short = titles, short
        self._is_whole = False
        self._twice: set[str] = set()
        self._register = register

    def of_rows(
        self, rows: Sequence[SchemeRow]
    ) -> tuple[Mapping[str, list[SchemeRow]], tuple[Told, ...]]:
        """Return the rows of each case by its slug, and what is wrong with those of none."""
        found: dict[str, list[SchemeRow]] = {}
        lost: dict[tuple[Column, str], list[SchemeRow]] = {}
        for row in rows:
            column, name = self._named(row)
            slug = self.slug_of(name) if name else None
            if slug:
                found.setdefault(slug, []).append(row)
            else:
                lost.setdefault((column, name), []).append(row)
        return found, tuple(self._faults(lost))

    def of_one(self, rows: Sequence[SchemeRow], slug: str) -> tuple[Told, ...]:
        """Return what is wrong with rows of which each should belong to one case."""
        return tuple(
            Told(
                row.at(Column.CASE), f"the row names {show(name)}, and the command the case {slug}"
            )
            for row in rows
            if (name := row.words.get(Column.CASE)) and self.slug_of(name) != slug
        )

    def _named(self, row: SchemeRow) -> tuple[Column, str]:
        """Return what names the case of a row, and where it stands."""
        if name := row.words.get(Column.CASE):
            return Column.CASE, name
        scheme = row.words.get(Column.SCHEME, "")
        cases = self._register.cases.get(same(scheme), frozenset())
        if len(cases) == 1:
            return Column.SCHEME, next(iter(cases))
        return Column.SCHEME, scheme

    def slug_of(self, name: str) -> str | None:
        """Return the case of a name, none where there is none or several."""
        name = name.strip().replace("\\", "/").removesuffix("/").removesuffix("/case.md")
        bare = _bare(name.removeprefix("cases/"))
        if bare not in self._by_name and not self._is_whole:
            self._is_whole = True
            for slug, title in self._titles().items():
                if self._by_name.setdefault(_bare(title), slug) != slug:
                    self._twice.add(_bare(title))
        return None if bare in self._twice else self._by_name.get(bare)

    def _faults(self, lost: Mapping[tuple[Column, str], list[SchemeRow]]) -> Iterator[Told]:
        for (column, name), rows in lost.items():
            more = len(rows) - 1
            also = f" (and {more} more {'row' if more == 1 else 'rows'} like it)" if more else ""
            yield Told(rows[0].at(column), f"{self._why(column, name)}{also}")

    def _why(self, column: Column, name: str) -> str:
        if not name:
            return "the row names neither a case nor a scheme; name one in every row"
        if _bare(name) in self._twice:
            return f"several cases are called {show(name)}; give the short name of one of them"
        cases = self._register.cases.get(same(name), frozenset())
        if column is Column.SCHEME and len(cases) > 1:
            return f"the scheme {show(name)} belongs to several cases here; name one in every row"
        meant = nearest(name, self._slugs)
        hint = f"did you mean {meant}? If not, start it: " if meant else "start it: "
        way = "" if column is Column.CASE else ", then write its short name into a column Case"
        return f"no case for {show(name)}; {hint}civalue new {self._short(name) or 'my-case'}{way}"


def _bare(text: str) -> str:
    return same(text.replace("-", " ").replace("_", " "))
