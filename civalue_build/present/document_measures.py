"""Charts, effects and the signal gate, as data."""

from typing import Any

from civalue_build.model.appraisal import Appraisal
from civalue_build.model.charts import ChartPoint, MeasureChart, Segment
from civalue_build.model.figure import Figure, Undefined
from civalue_build.model.gate import FromMeasureWorking, Gate, MeasureEffect
from civalue_build.present import wording

Data = dict[str, Any]


def measured(appraisal: Appraisal) -> Data:
    """Return every chart and effect, what quantities were taken from them, and each verdict."""
    return {
        "measures": [_measure(chart) for chart in appraisal.measures],
        "effects": [_effect(effect) for effect in appraisal.effects],
        "from_measures": [_working(working) for working in appraisal.from_measures],
        "gates": [_gate(gate) for gate in appraisal.gates],
    }


def _measure(chart: MeasureChart) -> Data:
    return {
        "id": chart.id,
        "chart": chart.chart,
        "chart_asked": chart.asked,
        "segments": [_segment(segment) for segment in chart.segments],
        "points": [_point(point) for point in chart.points],
        "variation": chart.variation,
        "assurance": chart.assurance,
        "limits_of_before": chart.has_moved_on,
    }


def _segment(segment: Segment) -> Data:
    return {
        "from": str(segment.start),
        "to": str(segment.end),
        **_fields(segment, "n", "mean", "lower", "upper", "base", "provisional"),
        "cause": segment.cause or None,
        "crossings": _plain(segment.crossings) if segment.crossings else None,
    }


def _point(point: ChartPoint) -> Data:
    return {
        "date": str(point.date),
        **_fields(point, "value", "signal", "reads", "lower", "upper", "denominator", "segment"),
        "note": point.note or None,
    }


def _effect(effect: MeasureEffect) -> Data:
    return _plain(effect) | {"ci": list(effect.ci) if effect.ci else None}


def _working(working: FromMeasureWorking) -> Data:
    figures = {"own": working.own, "change": working.change, "quantity": working.quantity}
    why = {name: found.why for name, found in figures.items() if isinstance(found, Undefined)}
    numbers = {name: _number(found) for name, found in figures.items()}
    other = {"otherwise": None if working.otherwise is None else _number(working.otherwise)}
    return _plain(working) | numbers | other | ({"why_not": why} if why else {})


def _gate(gate: Gate) -> Data:
    seen = gate.seen
    return _plain(gate) | {
        "seen": _plain(seen) | {"date": str(seen.date)} if seen else None,
        "concerns": list(gate.concerns),
        "lowered": gate.is_lowered,
        "because": wording.label(gate.unshown) if gate.unshown else None,
    }


def _number(figure: Figure) -> float | None:
    return None if isinstance(figure, Undefined) else figure


def _fields(record: object, *names: str) -> Data:
    return {name: getattr(record, name) for name in names}


def _plain(record: Any) -> Data:
    return _fields(record, *record.__dataclass_fields__)
