"""The example of half the volume is what the tool of a case's page would give."""

import pytest

from civalue_build.appraise.scaling import scaled
from civalue_build.model.appraisal import Undefined
from civalue_build.model.scaling import Setting
from civalue_build.pipeline import assess
from civalue_build.present import wording
from civalue_build.source.folder.files import load_case
from tests.conftest import ROOT
from tests.present.case.worked.test_examples import SLUGS, answered, around


@pytest.mark.parametrize("slug", SLUGS)
def test_half_the_volume_comes_to_what_scaling_gives(slug: str) -> None:
    known = assess(load_case(ROOT, slug), around(), in_full=True).appraisal
    assert known
    head, example = known.headline, answered(slug)[0].get("scaled")
    if head is None or known.scalable is None or isinstance(head.claimed.npv, Undefined):
        assert example is None
        return
    setting = Setting(
        perspective=head.perspective, horizon=head.horizon, volume=0.5, costs_follow=False
    )
    wanted = scaled(known.scalable, setting).claimed
    assert example
    shown = {step.name: step.figure for step in example.steps}
    assert known.vintage
    assert not isinstance(wanted.npv, Undefined)
    assert shown["Net present value"] == wording.money(wanted.npv, known.vintage.currency)
    assert not isinstance(wanted.pv_benefits, Undefined)
    benefits = wording.money(wanted.pv_benefits, known.vintage.currency)
    assert shown["Benefits at half the volume"] == benefits
