"""The file of a programme: what it says, what is at fault in it, and which files there are."""

import os
import sys
from pathlib import Path

import pytest

from civalue_build.model.enums import Level
from civalue_build.model.programme import Programme
from civalue_build.source.programme import load_programme, load_programmes, parse_programme

TEXT = b"""\
format: 1
title: Value in wards
summary: Twelve wards learn together.
record: team
organisation: {name: Example Hospitals}
status: under-way
period: {start: 2023-04}
appraisal: {price_year: 2023/24, horizon: 3}
costs:
  - {id: coach, label: Coaching, type: direct, paid_by: self, amount: 9000, years: 0-2, source: s}
cases: [skin-check-rounds]
story:
  learned: |
    Count the tests that fail.

    Count the coach.
"""


def test_a_programme_has_shared_costs_cases_and_a_story() -> None:
    reading = parse_programme("wards", "programmes/wards.yml", TEXT)
    assert reading.findings == ()
    assert isinstance(reading.programme, Programme)
    assert reading.programme.id == reading.id == "wards"
    assert reading.programme.cases == ("skin-check-rounds",)
    assert reading.programme.costs
    assert reading.programme.story
    told = [heading for _, heading, _ in reading.programme.story.parts]
    assert told == ["What we learned"]
    assert str(reading.places.place(("title",))) == "programmes/wards.yml:2:8"


def test_seen_as_a_case_a_programme_has_its_costs_and_no_benefit() -> None:
    programme = parse_programme("wards", "programmes/wards.yml", TEXT).programme
    assert programme
    seen = programme.as_case()
    assert seen.costs == programme.costs
    assert seen.benefits is None
    assert seen.section("What we learned").startswith("Count the tests")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"amount: 9000", b"amount: -9000", "CV033"),
        (b"title:", b"titel:", "CV019"),
        (b"format: 1", b"format: 3", "CV031"),
        (b"appraisal: {price_year: 2023/24, horizon: 3}\n", b"", "CV035"),
        (b"format: 1", b"format: 1: 2", "CV012"),
        (b"status: under-way", b"status: going", "CV024"),
        (b"summary: Twelve", b"summary: " + b"Twelve " * 400, "CV092"),
        (b"period: {start: 2023-04}", b"period: {start: April}", "CV025"),
        (b"fail.", b"fail <b>first</b>.", "CV046"),
        (b"fail.", b"[fail](javascript:alert).", "CV047"),
        (b"cases: [skin-check-rounds]", b"cases: skin-check-rounds", "CV021"),
    ],
)
def test_a_programme_at_fault_gives_findings(old: bytes, new: bytes, fault: str) -> None:
    reading = parse_programme("wards", "programmes/wards.yml", TEXT.replace(old, new, 1))
    assert [found.code for found in reading.findings] == [fault]


def test_a_fault_of_the_story_stands_on_its_own_line() -> None:
    text = TEXT.replace(b"Count the coach.", b"<i>Count</i> the coach.")
    (found,) = parse_programme("wards", "programmes/wards.yml", text).findings
    assert found.place.line == text.decode().splitlines().index("    <i>Count</i> the coach.") + 1


def test_a_programme_is_read_from_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "wards.yml").write_bytes(TEXT)
    assert load_programme(tmp_path, "wards").programme is not None
    missing = load_programme(tmp_path, "nowhere")
    assert missing.programme is None
    assert [found.code for found in missing.findings] == ["CV041"]


def test_a_broken_programme_stops_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "a-broken-one.yml").write_bytes(b"format: [1\n")
    (folder / "wards.yml").write_bytes(TEXT)
    broken, sound = load_programmes(tmp_path)
    assert broken.programme is None
    assert [found.level for found in broken.findings] == [Level.ERROR]
    assert sound.programme is not None


def test_a_file_that_cannot_be_a_programme_gives_a_finding(tmp_path: Path) -> None:
    folder = tmp_path / "programmes"
    folder.mkdir()
    (folder / "Two Wards.yml").write_bytes(TEXT)
    (folder / "notes.txt").write_bytes(b"notes")
    (folder / ".hidden").write_bytes(b"")
    (folder / "linked.yml").symlink_to(folder / "Two Wards.yml")
    found = {reading.id: reading.findings[0].code for reading in load_programmes(tmp_path)}
    assert found == {"Two Wards.yml": "CV008", "linked": "CV041", "notes.txt": "CV009"}
    assert all(reading.programme is None for reading in load_programmes(tmp_path))


def test_a_library_without_a_folder_of_programmes_has_none(tmp_path: Path) -> None:
    assert load_programmes(tmp_path) == ()


def test_a_file_too_many_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "programmes").mkdir()
    for number in range(402):
        (tmp_path / "programmes" / f"p{number:03d}.yml").write_text("")
    read = load_programmes(tmp_path)
    assert len(read) == 401
    assert "at most 400" in read[-1].findings[0].message


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there alone")
def test_a_name_that_is_no_text_is_told_in_text(tmp_path: Path) -> None:
    (tmp_path / "programmes").mkdir()
    (tmp_path / "programmes" / os.fsdecode(b"\xff.yml")).write_text("")
    (read,) = load_programmes(tmp_path)
    assert "cannot be an address" in read.findings[0].message.encode().decode()
