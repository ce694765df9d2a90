from pathlib import Path

import pytest

from civalue_build.model.case import Programme
from civalue_build.source.programme import load_programme, parse_programme

TEXT = b"""\
format: 1
title: Value in wards
summary: Twelve wards learn together.
appraisal: {price_year: 2023/24, horizon: 3}
costs:
  - {id: coach, label: Coaching, type: direct, paid_by: self, amount: 9000, years: 0-2, source: s}
cases: [skin-check-rounds]
"""


def test_a_programme_has_shared_costs_and_cases() -> None:
    reading = parse_programme("wards", "programmes/wards.yml", TEXT)
    assert reading.findings == ()
    assert isinstance(reading.programme, Programme)
    assert reading.programme.id == "wards"
    assert reading.programme.cases == ("skin-check-rounds",)
    assert reading.programme.costs
    assert str(reading.places.place(("title",))) == "programmes/wards.yml:2:8"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"amount: 9000", b"amount: -9000", "CV033"),
        (b"title:", b"titel:", "CV019"),
        (b"format: 1", b"format: 3", "CV031"),
        (b"appraisal: {price_year: 2023/24, horizon: 3}\n", b"", "CV035"),
        (b"format: 1", b"format: 1: 2", "CV012"),
    ],
)
def test_a_programme_at_fault_gives_findings(old: bytes, new: bytes, fault: str) -> None:
    reading = parse_programme("wards", "programmes/wards.yml", TEXT.replace(old, new, 1))
    assert [found.code for found in reading.findings] == [fault]


def test_a_programme_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / "wards.yml").write_bytes(TEXT)
    assert load_programme(tmp_path, "wards").programme is not None
    missing = load_programme(tmp_path, "nowhere")
    assert missing.programme is None
    assert [found.code for found in missing.findings] == ["CV041"]
