"""The whole line, from a folder of cases to a folder of pages."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from civalue_build.cli import main
from civalue_build.pipeline import surroundings, work
from civalue_build.runs.building import build
from civalue_build.runs.how import How
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.reading import RawCase, Reading
from tests.conftest import LIBRARY, ROOT

DAY = (2026, 11, 22)


def made(library: Path, target: Path) -> list[str]:
    built = build(library, target, surroundings(library, DAY), How())
    return [outcome.slug for outcome in built.outcomes if outcome.is_published]


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_broken_case_is_left_out_and_the_others_are_published(
    library: Path, tmp_path: Path
) -> None:
    shutil.copytree(library / "cases" / "sound", library / "cases" / "broken")
    case = library / "cases" / "broken" / "case.md"
    case.write_text(case.read_text(encoding="utf-8").replace("format: 1", "format: x", 1))
    assert made(library, tmp_path / "site") == ["sound"]
    assert (tmp_path / "site" / "cases" / "sound" / "index.html").is_file()
    assert not (tmp_path / "site" / "cases" / "broken").exists()


def test_the_page_of_a_case_that_is_gone_disappears(library: Path, tmp_path: Path) -> None:
    shutil.copytree(library / "cases" / "sound", library / "cases" / "other")
    made(library, tmp_path / "site")
    assert (tmp_path / "site" / "cases" / "other").exists()
    shutil.rmtree(library / "cases" / "other")
    made(library, tmp_path / "site")
    assert not (tmp_path / "site" / "cases" / "other").exists()


def test_the_work_on_a_case_is_a_pure_function_of_its_bytes(library: Path) -> None:
    around = surroundings(library, DAY)
    raw = load_case(library, "sound")
    shutil.rmtree(library)
    assert work(raw, around) == work(raw, around)


@pytest.mark.parametrize("library", [LIBRARY, pytest.param(ROOT, marks=pytest.mark.slow)])
def test_a_rebuild_elsewhere_gives_the_same_bytes(tmp_path: Path, library: Path) -> None:
    built = []
    for index, seed in enumerate(("1", "2")):
        copy = tmp_path.joinpath(f"place-{index}", *["deeper"] * index)
        for part in ("framework", "cases", "programmes"):
            if (library / part).exists():
                shutil.copytree(library / part, copy / part)
        shutil.copy(ROOT / "mkdocs.yml", copy)
        environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1790000000"}
        environment["TZ"] = ("UTC", "Asia/Tokyo")[index]
        command = [sys.executable, "-m", "civalue_build", "build", "--library", str(copy)]
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
        built.append(digests(copy / "site"))
    assert built[0] == built[1]


def test_a_fault_of_ours_in_one_case_stops_no_other(
    library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(library / "cases" / "sound", library / "cases" / "unlucky")

    def stumble(raw: RawCase) -> Reading:
        if raw.slug == "unlucky":
            raise ZeroDivisionError
        return parse_case(raw)

    monkeypatch.setattr("civalue_build.pipeline.parse_case", stumble)
    done = build(library, tmp_path / "site", surroundings(library, DAY), How()).outcomes
    assert {item.slug: item.is_published for item in done} == {"sound": True, "unlucky": False}
    assert "ZeroDivisionError" in done[1].crash
    assert main(["check", "--library", str(library)]) == 3
    assert "all is well" not in capsys.readouterr().out
