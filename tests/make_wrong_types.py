"""Write one invalid case for every key of the format: its value is of a wrong type.

Run after a key is added: `python -m tests.make_wrong_types`. All of these files are written
again; the findings beside them come from the program and are to be read before they are kept.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from civalue_build.model.case import Case
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.lines import UnitPrice
from civalue_build.model.place import KeyPath
from civalue_build.source.case import RawCase, parse_case
from civalue_build.source.shape.expected import hint_at
from civalue_build.source.shape.hints import (
    WRITTEN_AS_TEXT,
    is_list,
    is_record,
    is_table,
    item_hint,
    keys_of,
    own,
    words_of,
)

INVALID = Path(__file__).parent / "data" / "cases" / "invalid"
ENDING = "-is-of-a-wrong-type"
TABLE_KEY = {"principles": "co-design", "waivers": "no-partner", "volumes": "transfers"}
"""A key for each table whose keys the author chooses."""

LINE = {"id": "a-line", "label": "A line", "years": 0, "source": "a-source", "amount": 100}
SMALLEST: dict[str, Any] = {
    "organisation": {"name": "Example Hospitals"},
    "period": {"start": "2023-04"},
    "contact": {"role": "Ward lead"},
    "sponsor": {"role": "Chief nurse"},
    "aim": {"statement": "Halve pressure ulcers"},
    "changes": {"date": "2026-05", "what": "The cost of training was added"},
    "strategy": {"priority": "safer-care"},
    "people": {"group": "staff", "role": "led"},
    "population": {"who": "Everyone on six wards"},
    "readiness": {"how": "Each ward talked it through"},
    "partners": {"id": "council", "name": "A council", "sector": "local-authority"},
    "appraisal": {"price_year": "2023/24", "horizon": 2},
    "evaluation": {"design": "before-after"},
    "costs": {**LINE, "type": "direct", "paid_by": "self"},
    "benefits": {**LINE, "kind": "health", "gained_by": "self"},
    "outcomes": {"who": "patients", "what": "Fewer wounds"},
    "measures": {"id": "ulcers", "label": "Ulcers", "unit": "ulcer", "better": "lower"},
    "follow_up": {"date": "2026-03"},
    "printed": {"label": "A saving", "source": "a-source", "of": "npv"},
    "sign_off": {"by": "Deputy director of finance", "date": "2026-05-12"},
    "sources": {"id": "a-source", "title": "A report"},
    "points": {"date": "2023-04"},
    "rebases": {"date": "2024-06", "cause": "A new form"},
    "before": {"value": 2.4},
    "after": {"value": 1.2},
    "effect": {"value": -1.2},
    "from_measure": {"measure": "ulcers", "exposure": 98000},
    "harvest": {"decision": "banked"},
}
"""What a part of a case must have at the least, by its key."""

INSTEAD: dict[str, str] = {"from_measure": "amount", "quantity": "amount", "unit_value": "amount"}
"""Keys that leave no room for another."""

STORY: dict[str, Any] = {
    "format": 1,
    "title": "Skin-check rounds on six wards",
    "summary": "Nurses and carers check skin together twice a day.",
    "record": "team",
    "organisation": {"name": "Example Hospitals"},
    "setting": "acute",
    "status": "completed",
    "period": {"start": "2023-04"},
}
WRONG: dict[Any, Any] = {
    str: ["a", "list"],
    int: "twelve",
    float: "12,000",
    bool: "yes",
    Estimate: "£5",
    UnitPrice: 73,
    Years: "soon",
    PartialDate: "31/03/2024",
    PriceYear: "2023-25",
}


def author_paths(cls: type = Case, path: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every key that an author may write, positions in lists being 0."""
    for key in keys_of(cls).values():
        below = (*path, key.field)
        yield below
        inner = own(key.hint)
        if is_list(inner):
            inner, below = own(item_hint(inner, 0)), (*below, 0)
        elif is_table(inner):
            inner, below = own(inner.__args__[1]), (*below, TABLE_KEY.get(key.name, "evo"))
        if is_record(inner) and inner not in WRITTEN_AS_TEXT:
            yield from author_paths(inner, below)


def file_name(path: KeyPath) -> str:
    """Return the name of the file for a path, without its ending."""
    names = [step for step in path if isinstance(step, str) and step not in TABLE_KEY.values()]
    return "-".join(names).replace("_", "-") + ENDING


def wrong_value(hint: Any) -> Any:
    """Return a value that is never right where the model has `hint`."""
    if words_of(hint):
        return "nonsense"
    return WRONG.get(hint, "some text")


def text_of(path: KeyPath) -> str:
    """Return a case that is sound but for the value at `path`."""
    front = dict(STORY)
    if path[0] in ("costs", "benefits"):
        front["appraisal"] = SMALLEST["appraisal"]
    front[str(path[0])] = _within(path, 1, front.get(str(path[0])))
    keys = yaml.safe_dump(front, sort_keys=False, allow_unicode=True, width=90)
    return f"---\n{keys}---\n\n## The problem\n\nToo many patients got pressure ulcers.\n"


def _within(path: KeyPath, depth: int, start: Any = None) -> Any:
    """Return the value of the first `depth` keys of a path, with the wrong value at its end."""
    if depth == len(path):
        return wrong_value(hint_at(Case, path))
    step = path[depth]
    if step == 0:
        return [_within(path, depth + 1)]
    if isinstance(hint_at(Case, path[:depth]), type):
        holder: dict[str, Any] = dict(start or SMALLEST.get(_last_name(path[:depth]), {}))
        holder.pop(INSTEAD.get(str(step), ""), None)
        name = _spelt(path[: depth + 1])
        holder[name] = _within(path, depth + 1)
        return _completed(holder, name)
    return {step: _within(path, depth + 1)}


def _completed(holder: dict[str, Any], name: str) -> dict[str, Any]:
    """Add what the key `name` cannot stand without."""
    beside: dict[str, dict[str, Any]] = {
        "total": {"over": "0-1"},
        "over": {"total": 1},
        "low": {"high": 1},
        "high": {"low": 1},
        "quantity": {"unit_value": "bed-day"},
        "from_measure": {"unit_value": "bed-day"},
        "unit_value": {"quantity": 10},
    }
    needs_price = {"price_year", "source", "stream", "basis"}
    if name in needs_price and not holder.keys() - needs_price:
        return {"amount": 73, **holder}
    return {**holder, **beside.get(name, {})}


def _last_name(path: KeyPath) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


def _spelt(path: KeyPath) -> str:
    """Return the last key of a path as files spell it."""
    keys = keys_of(hint_at(Case, path[:-1])).values()
    return next(key.name for key in keys if key.field == path[-1])


def main() -> None:
    """Write all files with what is found in them."""
    for old in INVALID.glob(f"*{ENDING}.*"):
        old.unlink()
    INVALID.mkdir(parents=True, exist_ok=True)
    for path in author_paths():
        if hint_at(Case, path) is Any:
            continue
        text = text_of(path)
        name = file_name(path)
        raw = RawCase(slug=name, file=f"cases/{name}/case.md", text=text.encode())
        found = parse_case(raw).findings
        lines = [f"{f.place.line}:{f.place.column}: {f.code} {f.message}\n" for f in found]
        (INVALID / f"{name}.md").write_text(text, "utf-8")
        (INVALID / f"{name}.txt").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    main()
