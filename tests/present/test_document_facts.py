"""Facts that are drawn are in the document of a case too."""

import json
from dataclasses import replace

from civalue_build.appraise import appraise
from civalue_build.model.approach_facts import Stage
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework
from civalue_build.present.document import as_json, document
from tests.present.case.test_approaches_drawn import COSTS


def test_counts_shares_and_stages_are_in_the_document(valued: Case, framework: Framework) -> None:
    case = replace(valued, patient_costs=COSTS, pathway=(Stage(stage="Ward", held_by="self"),))
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
