"""The appraisal as data: the document of `civalue appraise --output-format json`.

Money is in the case's currency at full precision. A figure that is not defined is null, and
`why_not` beside it says why.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pydantic_core import to_json

from civalue_build.model.appraisal import (
    Appraisal,
    Delay,
    Figure,
    LineValue,
    OneInput,
    PartyAccount,
    Reproduction,
    Result,
    Returns,
    SocialItem,
    Uncertainty,
    Undefined,
)
from civalue_build.model.enums import Standing
from civalue_build.model.estimate import Range
from civalue_build.model.finding import Verdict
from civalue_build.model.site import Asset
from civalue_build.present.document_facts import drawn_facts
from civalue_build.present.document_measures import measured
from civalue_build.present.document_worth import price_base, worth

Data = dict[str, Any]
Both = Callable[[Returns, Returns], Data]
"""What lays out claimed and corrected returns, the same ones only once in a document."""


def as_json(documents: Iterable[Data]) -> str:
    """Return documents of cases as the one text that JSON readers are given."""
    whole = {"cases": list(documents)}
    return to_json(whole, indent=2).decode() + "\n"


def download(appraisal: Appraisal, verdicts: Mapping[str, Verdict]) -> Asset:
    """Return the document of one case as a file beside its page."""
    text = as_json([document(appraisal, verdicts)])
    return Asset(path=f"cases/{appraisal.case}/appraisal.json", content=text.encode())


def document(appraisal: Appraisal, verdicts: Mapping[str, Verdict]) -> Data:
    """Return one case of the document, ready for JSON."""
    vintage = appraisal.vintage
    both = cache(_both)
    return {
        "case": appraisal.case,
        "vintage": _plain(vintage) if vintage else None,
        "results": [_result(item, both) for item in appraisal.results],
        "lines": [_line(line) for line in appraisal.lines],
        "headline": _headline(appraisal, both),
        "ladder": [
            {"step": rung.step, "perspective": rung.perspective}
            | both(rung.claimed, rung.corrected)
            for rung in appraisal.ladder
        ],
        "claims": [_plain(rung) for rung in appraisal.claims],
        "parties": [_party(party) for party in appraisal.parties],
        "lenses": {
            "social": [_social(item) for item in appraisal.lenses.social],
            "economic": _optional(appraisal.lenses.economic, both),
            "business": {
                "priorities": list(appraisal.lenses.priorities),
                "result": _optional(appraisal.lenses.business, both),
            },
        },
        **worth(appraisal),
        "operational": [_plain(item) for item in appraisal.operational],
        **measured(appraisal),
        "uncertainty": _uncertainty(appraisal.uncertainty),
        "cost_of_delay": _delay(appraisal.cost_of_delay),
        "printed": [_printed(item) for item in appraisal.printed],
        "unchecked_unit_values": list(appraisal.assumed),
        "principles": {key: _verdict(value) for key, value in verdicts.items()},
        "reporting": {
            profile.guideline: {answer.item: answer.standing for answer in profile.answers}
            for profile in appraisal.reporting
        },
        **drawn_facts(appraisal),
        "why_not": _why_not(appraisal),
    }


def _why_not(appraisal: Appraisal) -> Data:
    why: Data = {}
    if not appraisal.results:
        nothing = "the case states no costs and no benefits in money: not yet valued"
        missing = ("vintage", "headline", "lenses.economic", "lenses.business", "cost_of_delay")
        why = dict.fromkeys(missing, nothing)
    if isinstance(appraisal.uncertainty, Undefined):
        why["uncertainty"] = appraisal.uncertainty.why
    return why


def _uncertainty(found: Uncertainty | Undefined) -> Data | None:
    if isinstance(found, Undefined):
        return None
    figures = ("chance_npv_positive", "npv_5", "npv_95")
    return (
        {"draws": found.draws}
        | {name: _number(getattr(found, name)) for name in figures}
        | {"best_corner": found.best_corner, "worst_corner": found.worst_corner}
        | {"one_at_a_time": [_one_input(item) for item in found.one_at_a_time]}
        | {"spread": [_plain(band) for band in found.spread]}
        | {"why_not": _undefined(found, figures)}
    )


def _one_input(item: OneInput) -> Data:
    return {
        "input": item.input,
        "range": _range(item.range),
        "low": item.low,
        "high": item.high,
        "switching_value": _number(item.switching_value),
        "share_of_claim": _number(item.share_of_claim),
        "is_counted": item.is_counted,
        "why_not": _undefined(item, ("switching_value", "share_of_claim")),
    }


def _delay(found: Delay | None) -> Data | None:
    if found is None:
        return None
    both = ("claimed", "corrected")
    return {name: _number(getattr(found, name)) for name in both} | {
        "why_not": _undefined(found, both)
    }


def _undefined(record: object, names: Iterable[str]) -> Data:
    figures = {name: getattr(record, name) for name in names}
    return {name: f.why for name, f in figures.items() if isinstance(f, Undefined)}


def _headline(appraisal: Appraisal, both: Both) -> Data | None:
    if appraisal.headline is None:
        return None
    return _result(appraisal.headline, both) | {"step": "capacity"}


def _result(result: Result, both: Both) -> Data:
    return {
        "perspective": result.perspective,
        "horizon": result.horizon,
        "not_counted": list(result.not_counted),
    } | both(result.claimed, result.corrected)


def _optional(result: Result | None, both: Both) -> Data | None:
    return _result(result, both) if result else None


def _both(claimed: Returns, corrected: Returns) -> Data:
    why = _reasons(claimed)
    why |= {
        f"corrected.{key}": text
        for key, text in _reasons(corrected).items()
        if why.get(key) != text
    }
    return {"claimed": _returns(claimed), "corrected": _returns(corrected), "why_not": why}


def _returns(returns: Returns) -> Data:
    plain = _figures(returns)
    plain["undiscounted"] = _figures(returns.undiscounted)
    return plain


def _figures(record: object) -> Data:
    return {name: _number(value) for name, value in _fields(record) if name != "undiscounted"}


def _reasons(returns: Returns) -> dict[str, str]:
    found = {name: value.why for name, value in _fields(returns) if isinstance(value, Undefined)}
    for name, value in _fields(returns.undiscounted):
        if isinstance(value, Undefined):
            found[f"undiscounted.{name}"] = value.why
    return found


def _line(line: LineValue) -> Data:
    data: Data = {
        "id": line.id,
        "label": line.label,
        "side": line.side,
        "party": line.party,
        "kind": line.kind,
        "type": line.cost_type,
        "from": line.from_party,
        "claim": line.claim,
        "lowered_from": line.lowered_from,
        "grade": line.grade,
        "unit": line.unit,
        "quantity": _range(line.quantity),
        "unit_value": _range(line.price),
        "price_year": line.price_year or None,
        "price_factor": line.price_factor,
        "shares": {
            share.name: {"value": share.value, "stated": share.stated} for share in line.shares
        },
        "evidence_correction": line.correction,
        "years_from_ledger": list(line.from_ledger),
        "by_year": [_plain(value) for value in line.by_year],
        **price_base(line),
    }
    return data | ({"why_not": {"by_year": line.undefined}} if line.undefined else {})


def _party(party: PartyAccount) -> Data:
    names = ("pays", "gains", "net", "net_corrected")
    data: Data = {"id": party.id, "name": party.name}
    data |= {name: _number(getattr(party, name)) for name in names}
    return data | {"why_not": _undefined(party, names)}


def _social(item: SocialItem) -> Data:
    data = {
        "who": item.who,
        "what": item.what,
        "measure": item.measure,
        "line": item.line,
        "value": _number(item.value),
        "value_corrected": _number(item.corrected),
    }
    return data | {"why_not": _undefined(item, ("value",))}


def _printed(item: Reproduction) -> Data:
    names = ("value", "low", "high")
    asked = [n for n, given in zip(names, item.printed, strict=True) if given is not None]
    computed = dict(zip(names, item.computed, strict=True))
    return {
        "label": item.label,
        "of": item.of,
        "printed": dict(zip(names, item.printed, strict=True)),
        "computed": {name: _number(computed[name]) for name in asked},
        "agrees": item.agrees,
        "reproduces": item.says,
        "because": item.because or None,
        "source": item.source,
        "why_not": {
            name: figure.why for name in asked if isinstance(figure := computed[name], Undefined)
        },
    }


def _verdict(verdict: Verdict) -> Data:
    data: Data = {"verdict": verdict.standing, "missing": list(verdict.missing)}
    if verdict.standing is Standing.WAIVED or verdict.reasons:
        data["waived_because"] = list(verdict.reasons)
    return data


def _range(number: Range | None) -> Data | None:
    if number is None:
        return None
    return {"low": number.low, "central": number.central, "high": number.high}


def _number(figure: Figure) -> float | None:
    return None if isinstance(figure, Undefined) else figure


def _fields(record: object) -> Iterable[tuple[str, Any]]:
    names: Iterable[str] = getattr(record, "__slots__", ())
    return ((name, getattr(record, name)) for name in names)


def _plain(record: object) -> Data:
    return dict(_fields(record))
