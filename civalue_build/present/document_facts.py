"""What a case gives for one approach alone and is drawn, as data."""

from typing import Any

from civalue_build.model.appraisal import Appraisal
from civalue_build.model.approach_facts import Stage
from civalue_build.model.distribution import Distribution, Spell

Data = dict[str, Any]


def drawn_facts(appraisal: Appraisal) -> Data:
    """Return costs of patients in bands, and the stages of a pathway; null and empty without."""
    found = appraisal.distribution
    return {
        "patient_costs": _costs(found) if found else None,
        "pathway": [_stage(stage) for stage in appraisal.pathway],
    }


def _costs(found: Distribution) -> Data:
    costs = found.costs
    return {
        "price_year": costs.price_year.label,
        "source": costs.source,
        "who": costs.who,
        "bands": [{"from": band.low, "to": band.high} for band in costs.bands],
        "before": _spell(found.before, [band.before for band in costs.bands]),
        "after": _spell(found.after, [band.after for band in costs.bands]),
    }


def _spell(spell: Spell, counts: list[int]) -> Data:
    """Lay one period out; `middle` are positions of bands, counted from 0."""
    return {
        "period": spell.name,
        "patients": spell.total,
        "counts": counts,
        "shares": list(spell.shares),
        "middle": list(spell.middle),
    }


def _stage(stage: Stage) -> Data:
    return {
        "stage": stage.stage,
        "held_by": stage.held_by,
        "issue": stage.issue,
        "change": stage.change,
    }
