"""From answers to the text of a case, with everything that is wrong told at its field.

The form in the browser does the same in `present/static/case_text.js`, to the same bytes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from civalue_build.model.framework import Framework
from civalue_build.model.intake import (
    OURSELVES,
    SLUG,
    STORY,
    Facts,
    Field,
    Part,
    Sort,
    choices,
)
from civalue_build.model.intake_parts import BASIS, LEADING, NOT_KEYS, ORDER, PARTS
from civalue_build.model.lines import SELF
from civalue_build.model.names import is_slug
from civalue_build.model.record import record
from civalue_build.publish.intake.lines import with_money
from civalue_build.publish.intake.series import series_csv
from civalue_build.publish.intake.text import Tree, case_text
from civalue_build.publish.intake.values import READERS, UNKNOWN, Plain, Unfit
from civalue_build.publish.intake.words import free_id, one_line, seen, slug_from

_TEXTS = (Sort.TEXT, Sort.LONG, Sort.STORY, Sort.SERIES, Sort.SLUG)
_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]@[A-Za-z0-9][A-Za-z0-9-]*\.[A-Za-z]")
LONGEST_HORIZON = 200
LONGEST_LINE = 4_500
"""Characters of a paragraph of the story: with a mark before each, no line is too long to read."""


@record
class Fault:
    """Something wrong in an answer. Rows are counted from 0; `line` is one of a pasted table."""

    part: str
    row: int
    path: str
    message: str
    line: int = 0


@record
class Draft:
    """A case as it was answered: its name, its text, its tables by file name, and every fault."""

    slug: str
    text: str
    files: Mapping[str, str]
    faults: tuple[Fault, ...]


def draft(facts: Facts, framework: Framework) -> Draft:
    """Return the case that answers come to; what cannot be taken is left out and told."""
    return _Drafting(facts, framework).draft()


class _Drafting:
    def __init__(self, facts: Facts, framework: Framework) -> None:
        self.rows = {part.id: [_typed(part, row) for row in facts.get(part.id, ())]
                     for part in PARTS}  # fmt: skip
        self.lists = choices(framework)
        self.units = {name: value.unit for name, value in framework.unit_values.items()}
        self.few = int(framework.threshold("small-count"))
        self.faults: list[Fault] = []
        self.files: dict[str, str] = {}
        self.ids = {part.id: self._ids(part) for part in PARTS if part.named_by}

    def draft(self) -> Draft:
        made: dict[str, Tree] = {"format": Plain(1)}
        for part in PARTS:
            if part.id != STORY:
                made |= self._part(part)
        self._judge_period(made)
        story = self._story()
        slug = self._slug()
        self._need_basis(made)
        front = {key: made[key] for key in ORDER if key in made}
        return Draft(
            slug=slug,
            text=case_text(front, story),
            files=self.files,
            faults=tuple(self.faults),
        )

    def _tell(self, part: Part, row: int, path: str, message: str, line: int = 0) -> None:
        self.faults.append(Fault(part=part.id, row=row, path=path, message=message, line=line))

    def _ids(self, part: Part) -> dict[str, str]:
        """Return the ids of a part's rows by their names; a name that repeats is told."""
        ids: dict[str, str] = {}
        taken = {SELF} if part.id == "partners" else set()
        for at, row in enumerate(self.rows[part.id]):
            name = one_line(row.get(part.named_by, ""))
            if name in ids:
                message = f"there is another {part.one} of this name; give each its own"
                self._tell(part, at, part.named_by, message)
            elif name:
                ids[name] = free_id(name, part.one, {*ids.values(), *taken})
        return ids

    def _part(self, part: Part) -> dict[str, Tree]:
        if not part.many:
            rows = self.rows[part.id] or [{}]
            return self._row(part, 0, rows[0])
        items = [self._item(part, at, row) for at, row in enumerate(self.rows[part.id]) if row]
        found = [item for item in items if item]
        return {part.id: found} if found else {}

    def _item(self, part: Part, at: int, row: Mapping[str, str]) -> dict[str, Tree]:
        name = self.ids.get(part.id, {}).get(one_line(row.get(part.named_by, "")))
        made = {**({"id": name} if name else {}), **self._row(part, at, row)}
        if part.id == "measures" and "series" in row:
            made |= self._series(part, at, row["series"], name or part.one)
        if "kind" in made and part.id == "benefits":
            self._judge_payer(part, at, row, made)
        if part.id in ("costs", "benefits"):
            self._judge_price(part, at, made)
            return with_money(
                made,
                self.units,
                lambda path, message: self._tell(part, at, path, message),
                is_cost=part.id == "costs",
            )
        return made

    def _row(self, part: Part, at: int, row: Mapping[str, str]) -> dict[str, Tree]:
        made: dict[str, Tree] = {}
        for field in part.fields:
            if field.path in row:
                if (value := self._value(part, at, field, row[field.path])) is not None:
                    _put(made, field.path, value)
            elif field.required or _leads(field.path, row):
                self._tell(part, at, field.path, "this is needed")
        return {key: value for key, value in made.items() if key not in NOT_KEYS}

    def _value(self, part: Part, at: int, field: Field, text: str) -> str | None:
        if len(text) > field.longest:
            message = f"this has {len(text)} characters; at most {field.longest} are taken"
            self._tell(part, at, field.path, message)
            return None
        try:
            return self._read(field, text)
        except Unfit as fault:
            self._tell(part, at, field.path, str(fault))
            return None

    def _read(self, field: Field, text: str) -> str | None:
        if field.sort in READERS:
            return self._fitting(field, READERS[field.sort](text))
        if field.sort is Sort.CHOICE:
            return self._chosen(field, text)
        if field.sort is Sort.NAME:
            return self._named(field, text)
        if _ADDRESS.search(text):
            raise Unfit("leave out the email address: only a shared mailbox has a field of its own")
        return text if field.sort in (Sort.LONG, Sort.SERIES) else one_line(text)

    def _fitting(self, field: Field, value: str) -> str:
        """Return a value that the framework can do something with."""
        known = self.lists["price-years"]
        if field.sort is Sort.PRICE_YEAR and value not in known:
            raise Unfit(
                f"enter a year from {known[0]} to {known[-1]}: prices of others are unknown"
            )
        if field.sort is Sort.PEOPLE and 1 <= int(value) <= self.few:
            raise Unfit(f"leave it empty: a count of 1 to {self.few} could point at a person")
        return value

    def _chosen(self, field: Field, text: str) -> str:
        """Return the id that was chosen: alone, or in brackets after its words."""
        inside = text[text.rfind("(") + 1 : -1] if text.endswith(")") else ""
        for one in (text, inside):
            if one in self.lists[field.of]:
                return Plain(one)
        raise Unfit("choose one of the list")

    def _named(self, field: Field, text: str) -> str:
        name = one_line(text)
        if field.of == "partners" and name in (OURSELVES, SELF):
            return Plain(SELF)
        if name in self.ids[field.of]:
            return self.ids[field.of][name]
        raise Unfit(f"nothing is listed under {_TITLES[field.of]} by this name")

    def _judge_price(self, part: Part, at: int, made: Mapping[str, Tree]) -> None:
        is_of_society = made.get("kind") in self.lists["society-kinds"]
        if made.get("unit_value") in self.lists["society-values"] and not is_of_society:
            message = "only a benefit of health, experience or wider society can have this price"
            self._tell(part, at, "unit_value", message)

    def _judge_payer(
        self, part: Part, at: int, row: Mapping[str, str], made: Mapping[str, Tree]
    ) -> None:
        is_transfer = made["kind"] in self.lists["transfers"]
        if is_transfer and "from" not in row:
            self._tell(part, at, "from", "this is needed with this kind of benefit")
        elif "from" in row and not is_transfer:
            self._tell(part, at, "from", "leave this empty: nobody pays for this kind of benefit")
        elif "from" in made and made["from"] == made.get("gained_by"):
            self._tell(part, at, "from", "choose somebody else than who gains")

    def _series(self, part: Part, at: int, text: str, name: str) -> dict[str, Tree]:
        try:
            table, faults = series_csv(text)
        except Unfit as fault:
            self._tell(part, at, "series", str(fault))
            return {}
        for misread in faults:
            self._tell(part, at, "series", str(misread), misread.row)
        if not table:
            return {}
        self.files[f"{name}.csv"] = table
        return {"series": f"{name}.csv"}

    def _story(self) -> dict[str, str]:
        part = next(part for part in PARTS if part.id == STORY)
        row = (self.rows[STORY] or [{}])[0]
        for path, text in row.items():
            if any(len(line) > LONGEST_LINE for line in text.split("\n")):
                self._tell(part, 0, path, "a paragraph is too long; part it with an empty line")
        self._row(part, 0, row)
        return {field.path: row[field.path] for field in part.fields if field.path in row}

    def _slug(self) -> str:
        row = (self.rows["case"] or [{}])[0]
        name = row.get(SLUG) or slug_from(row.get("title", ""))
        if not is_slug(name) and (SLUG in row or "title" in row):
            message = "enter a short name of small letters, digits and hyphens"
            self._tell(PARTS[0], 0, SLUG, message)
        return name

    def _judge_period(self, made: Mapping[str, Tree]) -> None:
        period = made.get("period")
        if isinstance(period, Mapping) and "start" in period and "end" in period:
            start, end = str(period["start"]), str(period["end"])
            if f"{end}-99-99"[:10] < f"{start}-01-01"[:10]:
                self._tell(PARTS[0], 0, "period.end", "this is before the first month")

    def _need_basis(self, made: dict[str, Tree]) -> None:
        """Look at what lines of money need beside them, and write that there were no costs."""
        part = next(part for part in PARTS if part.id == "sums")
        row = (self.rows[part.id] or [{}])[0]
        if "costs-are" in row:
            if "costs" in made:
                self._tell(part, 0, "costs-are", "costs are listed, so leave this empty")
            made.setdefault("costs", [])
        basis = [field for field in part.fields if field.path in BASIS]
        needed = made.get("costs") or made.get("benefits") or any(f.path in row for f in basis)
        appraisal = made.get("appraisal")
        horizon = appraisal.get("horizon", "1") if isinstance(appraisal, Mapping) else "1"
        if not 1 <= int(str(horizon)) <= LONGEST_HORIZON:
            self._tell(part, 0, BASIS[1], f"enter a number of years from 1 to {LONGEST_HORIZON}")
        for field in basis:
            if needed and field.path not in row:
                message = "this is needed where there are costs or benefits"
                self._tell(part, 0, field.path, message)


_TITLES = {part.id: f"“{part.title}”" for part in PARTS}


def _typed(part: Part, row: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed into a row, without what says that nobody knows."""
    return dict(_answers(part.fields, row))


def _answers(fields: Sequence[Field], row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in fields:
        text = seen(row.get(field.path, ""))
        if text and not (field.sort not in _TEXTS and text.lower() in UNKNOWN):
            yield field.path, text


def _leads(path: str, row: Mapping[str, str]) -> bool:
    key = path.partition(".")[0] + "."
    return path in LEADING and any(other.startswith(key) for other in row)


def _put(tree: dict[str, Tree], path: str, value: str) -> None:
    *above, last = path.split(".")
    for key in above:
        tree = tree.setdefault(key, {})  # type: ignore[assignment]
    tree[last] = value
