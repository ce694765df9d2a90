"""A programme as data: one JSON document, and its cases as a CSV table.

Money is at full precision. A figure that is not defined is null, and `why_not` says why.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from civalue_build.model.appraisal import Figure, Returns, Undefined
from civalue_build.model.enums import Perspective
from civalue_build.model.site import Asset
from civalue_build.present.programme.base import Known
from civalue_build.present.sheets import Value, csv_bytes

DOCUMENT, TABLE = "programme.json", "cases.csv"
_FIGURES = ("pv_costs", "pv_benefits", "npv", "return_per_pound", "net_return")
HEADS = (
    "case", "title", "organisation", "invented", "perspective", "added_up", "why_not_added_up",
    *(f"claimed_{name}" for name in _FIGURES), *(f"corrected_{name}" for name in _FIGURES),
    "currency", "price_year", "horizon_years", "why_not",
)  # fmt: skip


def files(known: Known, folder: str) -> tuple[Asset, Asset]:
    """Return the document and the table of a programme, in the folder of its page."""
    data = {"title": known.programme.title, "illustrative": known.programme.illustrative}
    text = json.dumps(data | _plain(known.value), ensure_ascii=False, allow_nan=False, indent=2)
    return (
        Asset(path=f"{folder}/{DOCUMENT}", content=f"{text}\n".encode()),
        Asset(path=f"{folder}/{TABLE}", content=csv_bytes(HEADS, _rows(known))),
    )


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON has it."""
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return _record({one.name: getattr(value, one.name) for one in fields(value)})
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _record(values: Mapping[str, Any]) -> dict[str, Any]:
    why = {name: item.why for name, item in values.items() if isinstance(item, Undefined)}
    plain = {name: None if name in why else _plain(item) for name, item in values.items()}
    return plain | ({"why_not": why} if why else {})


def _rows(known: Known) -> Iterator[tuple[Value, ...]]:
    vintage = known.value.vintage
    basis: tuple[Value, ...] = (
        (vintage.currency, vintage.price_year, vintage.horizon) if vintage else (None,) * 3
    )
    for member in known.value.members:
        head = (member.case, member.title, member.organisation, _said(member.illustrative))
        for rung in member.rungs:
            both = (rung.claimed, rung.corrected)
            sums = (_number(figure) for returns in both for figure in _figures(returns))
            why = "; ".join(dict.fromkeys(_why(rung.claimed)))
            yield (*head, rung.perspective, "yes", "", *sums, *basis, why)
        if not member.rungs:
            blank = (None,) * (2 * len(_FIGURES))
            yield (*head, Perspective.NHS, "no", member.left_out, *blank, *basis, "")


def _figures(returns: Returns) -> Iterator[Figure]:
    return (getattr(returns, name) for name in _FIGURES)


def _why(returns: Returns) -> Iterator[str]:
    return (figure.why for figure in _figures(returns) if isinstance(figure, Undefined))


def _number(figure: Figure) -> float | None:
    return None if isinstance(figure, Undefined) else figure


def _said(is_so: bool) -> str:  # noqa: FBT001 the one thing that it tells
    return "yes" if is_so else "no"
