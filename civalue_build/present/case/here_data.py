"""What the script of “What would it mean here?” scales: stored present values, as JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from civalue_build.model.enums import Perspective, Side, Step
from civalue_build.model.scaling import Dial, Flow, Gaps, MovableLine, Scalable
from civalue_build.present import wording
from civalue_build.present.case import here_words
from civalue_build.present.case.base import Material, perspective
from civalue_build.present.case.here_words import Lines
from civalue_build.present.compact import compact_json

Data = dict[str, Any]
WHO = tuple(Perspective)


def data(known: Material, found: Scalable) -> Markup:
    """Return everything that the script needs, safe to stand in a script element."""
    lines = {line.id: line for line in known.appraisal.lines}
    at = {dial.key: number for number, dial in enumerate(found.dials)}
    order = {line.line: number for number, line in enumerate(found.lines)}
    whole = {
        "currency": known.currency,
        "horizon": found.horizon,
        "ungraded": known.ungraded,
        "who": [_who(known, who, found.gaps[who]) for who in WHO],
        "lines": [_line(line, at) for line in found.lines],
        "dials": [_dial(known, dial, lines) for dial in found.dials],
        "flows": [_flow(flow, order) for flow in found.flows],
    }
    text = compact_json(whole).replace("<", "\\u003c")
    return Markup(text)  # noqa: S704 no tag can begin in it


def _who(known: Material, who: Perspective, gaps: Gaps) -> Data:
    found = {"id": str(who), "title": perspective(known, who), "counts": counts(who)}
    why = {"costs": gaps.costs, "benefits": gaps.benefits, "noCost": gaps.no_cost}
    return found | _only(why)


def counts(who: Perspective) -> str:
    """Return what of the benefits a perspective counts."""
    return wording.label(Step.SOCIETY if who is Perspective.SOCIETY else Step.CAPACITY)


def _line(line: MovableLine, at: Mapping[str, int]) -> Data:
    return {"size": at[line.size]} | _only(
        {
            "price": at.get(line.price),
            "cost": line.side is Side.COST,
            "gain": line.is_gain,
            "tied": line.is_tied,
            "ledger": sorted(line.from_ledger),
        }
    )


def _flow(flow: Flow, order: Mapping[str, int]) -> Data:
    return {
        "line": order[flow.line],
        "within": [number for number, who in enumerate(WHO) if who in flow.within],
        "claimed": _short(flow.claimed),
        "corrected": _short(flow.corrected),
    }


def _short(values: tuple[float, ...]) -> list[float]:
    """Return yearly values as whole numbers where they are, and without years of nothing after."""
    last = max((year for year, value in enumerate(values) if value), default=-1)
    return [int(value) if value.is_integer() else value for value in values[: last + 1]]


def _dial(known: Material, dial: Dial, lines: Lines) -> Data:
    stated = dial.stated
    return {
        "key": dial.key,
        "label": here_words.label(known, dial, lines),
        "hint": here_words.hint(known, dial, lines),
        "unit": here_words.unit(known, dial, lines),
        "base": stated.central if stated else 100,
    } | _only(
        {
            "before": here_words.before(known, dial, lines),
            "price": dial.is_price,
            "range": list(_ends(dial)),
        }
    )


def _ends(dial: Dial) -> Iterator[float]:
    if dial.stated and not dial.stated.is_certain:
        yield from (dial.stated.low, dial.stated.high)


def _only(values: Data) -> Data:
    """Leave out what says nothing; the first dial, number 0, is kept."""
    return {name: value for name, value in values.items() if value or type(value) is int}
