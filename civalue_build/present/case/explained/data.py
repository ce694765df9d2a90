"""How every figure of a case was worked out, as data."""

from typing import Any

from civalue_build.model.appraisal import Appraisal, Undefined
from civalue_build.model.case import Case
from civalue_build.model.explained import Explained
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.names import name, term_name
from civalue_build.present.case.explained.origins import origin, spot_of
from civalue_build.present.case.explained.sums import formula

Data = dict[str, Any]


def explained_data(
    case: Case,
    appraisal: Appraisal,
    judgement: Judgement,
    framework: Framework,
    places: SourceMap | None = None,
) -> list[Data]:
    """Return every figure with its operation and terms: `of` is the id of a term's own entry.

    Each entry stands after those that it is made from. Figures are not rounded.
    """
    known = Material(
        case=case, appraisal=appraisal, judgement=judgement, framework=framework, places=places
    )
    return [_entry(known, node) for node in appraisal.explained.values()]


def _entry(known: Material, node: Explained) -> Data:
    undefined = isinstance(node.figure, Undefined)
    data: Data = {
        "id": node.id,
        "label": name(known, node),
        "figure": None if undefined else node.figure,
        "sort": node.sort,
        "operation": node.how,
        "formula": formula(known, node),
        "terms": [
            {"of": term.id, "label": term_name(known, node, term), "figure": term.figure}
            for term in node.terms
        ],
    }
    if node.origin:
        found = node.origin
        data["stated"] = {"in": found.where, "at": found.at, "source": found.source or None}
        if spot := spot_of(known, found):
            data["stated"]["place"] = spot
    if where := origin(known, node):
        data["where"] = where
    return data | ({"why_not": {"figure": node.figure.why}} if undefined else {})  # type: ignore[union-attr]
