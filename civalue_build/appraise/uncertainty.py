"""How sure the headline is: one input at a time, both corners, and seeded draws."""

from collections.abc import Mapping

import numpy as np

from civalue_build.appraise import headline
from civalue_build.appraise.corners import extremes
from civalue_build.appraise.discounting import Array
from civalue_build.appraise.inputs import Number, Values, central
from civalue_build.appraise.lines import Ground
from civalue_build.appraise.pert import DRAWS, draw
from civalue_build.appraise.switching import switching_value
from civalue_build.model.appraisal import Figure, OneInput, Uncertainty, Undefined
from civalue_build.model.estimate import Range

NO_RANGE = Undefined("no input of the case has a range")


def uncertainty(ground: Ground, inputs: Mapping[str, Range]) -> Uncertainty | Undefined:
    """Return how far the headline net present value moves with its inputs."""

    def npv(values: Values) -> Figure:
        return headline.npv(ground, values)

    worst, best = extremes(npv, inputs)
    if isinstance(worst, Undefined) or isinstance(best, Undefined):
        return worst if isinstance(worst, Undefined) else Undefined("not defined")
    draws = _draws(ground, inputs)
    return Uncertainty(
        draws=0 if draws is None else DRAWS,
        chance_npv_positive=NO_RANGE if draws is None else float((draws > 0).mean()),
        npv_5=NO_RANGE if draws is None else float(np.percentile(draws, 5)),
        npv_95=NO_RANGE if draws is None else float(np.percentile(draws, 95)),
        best_corner=best,
        worst_corner=worst,
        one_at_a_time=tuple(_one(ground, inputs, key) for key in sorted(inputs)),
    )


def _one(ground: Ground, inputs: Mapping[str, Range], key: str) -> OneInput:
    middle, number = central(inputs), inputs[key]

    def npv(value: float) -> float:
        found = headline.npv(ground, {**middle, key: value})
        return 0.0 if isinstance(found, Undefined) else found

    return OneInput(
        input=key,
        range=number,
        low=npv(number.low),
        high=npv(number.high),
        switching_value=switching_value(key, number.central, npv),
    )


def _draws(ground: Ground, inputs: Mapping[str, Range]) -> Array | None:
    values: dict[str, Number] = dict(central(inputs))
    uncertain = [key for key, number in inputs.items() if not number.is_certain]
    if not uncertain:
        return None
    for key in uncertain:
        values[key] = draw(ground.case.slug, key, inputs[key])
    found = headline.npvs(ground, values)
    return None if isinstance(found, Undefined) else found
