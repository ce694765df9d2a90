"""Facts that are drawn are in the document of a case too."""

import json
from dataclasses import replace

from civalue_build.appraise import appraise
from civalue_build.model.approach_facts import CostBand, PatientCosts, Stage
from civalue_build.model.case import Case
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.present.document import as_json, document


def test_counts_shares_and_stages_are_in_the_document(valued: Case, framework: Framework) -> None:
    costs = PatientCosts(
        table="plics.csv",
        price_year=PriceYear(first=2023),
        source="audit",
        before="2022/23",
        after="2024/25",
        bands=(
            CostBand(low=0, high=2000, before=30, after=90, row=2),
            CostBand(low=2000, high=None, before=90, after=10, row=3),
        ),
    )
    case = replace(valued, patient_costs=costs, pathway=(Stage(stage="Ward", held_by="self"),))
    (found,) = json.loads(as_json([document(appraise(case, framework), {})]))["cases"]
    assert found["patient_costs"]["bands"] == [
        {"from": 0, "to": 2000},
        {"from": 2000, "to": None},
    ]
    assert found["patient_costs"]["before"] == {
        "period": "2022/23",
        "patients": 120,
        "counts": [30, 90],
        "shares": [0.25, 0.75],
        "middle": [1, 1],
    }
    assert found["patient_costs"]["after"]["middle"] == [0, 0]
    assert found["pathway"] == [{"stage": "Ward", "held_by": "self", "issue": None, "change": None}]


def test_a_case_without_them_says_so(valued: Case, framework: Framework) -> None:
    found = document(appraise(valued, framework), {})
    assert (found["patient_costs"], found["pathway"]) == (None, [])
