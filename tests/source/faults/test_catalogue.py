import re

import pytest

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc
from civalue_build.model.place import Place
from civalue_build.source.faults.catalogue import FAULTS, finding


def test_codes_run_in_order_and_stand_once() -> None:
    codes = [doc.code for doc in FAULTS]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"CV0[0-49]\d", code) and code != "CV000" for code in codes)


@pytest.mark.parametrize("doc", FAULTS, ids=lambda doc: doc.name)
def test_a_fault_is_named_and_explained(doc: CheckDoc) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", doc.name)
    assert doc.summary.endswith(".")
    assert doc.explanation.endswith(".")
    assert "  " not in doc.explanation


def test_names_stand_once() -> None:
    assert len({doc.name for doc in FAULTS}) == len(FAULTS)


def test_a_finding_has_the_code_name_and_level_of_its_fault() -> None:
    found = finding(FAULTS[0], "a message", Place("f", 2, 3), "x")
    assert (found.code, found.name, found.level) == ("CV001", "case-file-missing", Level.ERROR)
    assert (str(found.place), found.case) == ("f:2:3", "x")
    assert finding(FAULTS[0], "", Place("f"), level=Level.GAP).level is Level.GAP
