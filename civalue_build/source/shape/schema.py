"""The format as a JSON Schema (2020-12), for editors that help while one writes."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from civalue_build.model.approach_facts import (
    EVO,
    PATHWAY,
    PLICS,
    ST_VINCENTS,
    PatientCosts,
    Stage,
)
from civalue_build.model.case import FORMAT, Case
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.lines import UnitPrice
from civalue_build.source.shape.hints import (
    is_list,
    is_table,
    item_hint,
    keys_of,
    own,
    words_of,
)
from civalue_build.source.shape.shorthand import LAST_YEAR
from civalue_build.source.words import NOT_STATED

Schema = dict[str, Any]

_SIMPLE: Mapping[Any, Schema] = {
    str: {"type": ["string", "number", "boolean"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Any: {},
}
_NAME: Schema = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9._-]*$"}
_YEAR: Schema = {"type": "integer", "minimum": 0, "maximum": LAST_YEAR}


def case_schema() -> Schema:
    """Return the JSON Schema of a case's front matter, short spellings included."""
    defs: dict[str, Schema] = {}
    top = _record(Case, defs)
    top["properties"]["format"] = {"const": FORMAT}
    top["properties"]["approaches"]["anyOf"][0]["properties"] = _facts(defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"The front matter of a case, format {FORMAT}",
        **top,
        "$defs": dict(sorted(defs.items())),
    }


def _facts(defs: dict[str, Schema]) -> Schema:
    """Return the forms of those facts for an approach that have one; the others are free."""
    words: Schema = {"type": [*_SIMPLE[str]["type"], "null"]}
    stage: Schema = {"anyOf": [_schema(str, defs), _schema(Stage, defs)]}
    stages: Schema = {"type": "array", "items": stage}
    return {
        EVO: {"properties": {PLICS: {"anyOf": [words, _schema(PatientCosts, defs)]}}},
        ST_VINCENTS: {"properties": {PATHWAY: {"anyOf": [words, {"type": "object"}, stages]}}},
    }


def _record(cls: type, defs: dict[str, Schema]) -> Schema:
    keys = keys_of(cls).values()
    schema: Schema = {
        "description": (cls.__doc__ or "").partition("\n")[0],
        "type": "object",
        "properties": {key.name: _optional(key.hint, key.required, defs) for key in keys},
        "additionalProperties": False,
    }
    if required := [key.name for key in keys if key.required]:
        schema["required"] = required
    return schema


def _optional(hint: Any, required: bool, defs: dict[str, Schema]) -> Schema:  # noqa: FBT001
    schema = _schema(hint, defs)
    return schema if required or not schema else {"anyOf": [schema, {"type": "null"}]}


def _schema(hint: Any, defs: dict[str, Schema]) -> Schema:
    hint = own(hint)
    if words := words_of(hint):
        return {"enum": list(words)}
    if hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    if is_list(hint):
        return _list(hint, defs)
    if is_table(hint):
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1], defs)}
    return _reference(hint, defs)


def _list(hint: Any, defs: dict[str, Schema]) -> Schema:
    schema: Schema = {"type": "array", "items": _schema(item_hint(hint, 0), defs)}
    if Ellipsis not in get_args(hint):
        schema |= {"minItems": len(get_args(hint)), "maxItems": len(get_args(hint))}
    return schema


def _reference(cls: Any, defs: dict[str, Schema]) -> Schema:
    if cls.__name__ not in defs:
        defs[cls.__name__] = {}  # stands for itself while what it holds is looked at
        spell = _SPELT.get(cls)
        defs[cls.__name__] = spell(defs) if spell else _record(cls, defs)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _estimate(defs: dict[str, Schema]) -> Schema:
    return {
        "description": f"A number, a range, a total over years, a volume's name or {NOT_STATED}.",
        "anyOf": [{"type": "number"}, _NAME, _record(Estimate, defs)],
    }


def _unit_price(defs: dict[str, Schema]) -> Schema:
    return {
        "description": "The id of a unit value of the framework, or a price of its own.",
        "anyOf": [_NAME, _record(UnitPrice, defs)],
    }


def _years(defs: dict[str, Schema]) -> Schema:
    return {
        "description": "0, or 0-2, or [0, 2], or {0: 1650, 1: 800}.",
        "anyOf": [
            _YEAR,
            {"type": "string", "pattern": r"^\d{1,3}( ?[-–] ?\d{1,3})?$"},
            {"type": "array", "items": _YEAR, "minItems": 1, "uniqueItems": True},
            {
                "type": "object",
                "propertyNames": {"pattern": r"^\d{1,3}$"},
                "additionalProperties": _schema(Estimate, defs),
                "minProperties": 1,
            },
        ],
    }


def _written(pattern: str, description: str) -> Callable[[dict[str, Schema]], Schema]:
    def spell(_: dict[str, Schema]) -> Schema:
        year = {"type": "integer", "minimum": 1800, "maximum": 2299}
        return {
            "description": description,
            "anyOf": [year, {"type": "string", "pattern": pattern}],
        }

    return spell


_SPELT: Mapping[Any, Callable[[dict[str, Schema]], Schema]] = {
    Estimate: _estimate,
    UnitPrice: _unit_price,
    Years: _years,
    PartialDate: _written(
        r"^\d{4}(-\d{2}(-\d{2})?|-W\d{2})?$", "2023, 2023-04, 2023-04-01, or 2023-W14 for a week."
    ),
    PriceYear: _written(r"^\d{4}(/\d{2})?$", "2023/24, or 2011 for a calendar year."),
}
