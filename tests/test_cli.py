"""The command line as people use it."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from civalue_build.cli import main
from tests.conftest import ROOT

Capture = pytest.CaptureFixture[str]


def run(library: Path, *words: str) -> int:
    command, *rest = words
    return main([command, "--library", str(library), *rest])


def spoil(library: Path, old: str, new: str) -> None:
    path = library / "cases" / "sound" / "case.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_case_checks_clean(library: Path, capsys: Capture) -> None:
    assert run(library, "check", "sound") == 0
    assert "all is well" in capsys.readouterr().out


def test_an_error_is_one_clickable_line_and_fails(library: Path, capsys: Capture) -> None:
    spoil(library, "setting: acute", "setting: acuute")
    assert run(library, "check") == 1
    shown = capsys.readouterr().out
    line = shown.splitlines()[0]
    assert line.startswith("cases/sound/case.md:")
    assert "acute" in line
    assert "[error: " in line
    assert "Next: mend the errors" in shown


def test_a_gap_fails_only_where_strict(library: Path, capsys: Capture) -> None:
    spoil(library, "review_by: ", "# review_by: ")
    assert run(library, "check") == 0
    shown = capsys.readouterr().out
    assert "gap" in shown
    assert "can be published as it is" in shown
    assert run(library, "check", "--strict") == 1


def test_findings_come_as_json_too(library: Path, capsys: Capture) -> None:
    spoil(library, "setting: acute", "setting: acuute")
    run(library, "check", "--output-format", "json")
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["file"] == "cases/sound/case.md"
    assert finding["line"] > 1
    assert finding["level"] == "error"


@pytest.mark.parametrize("name", ["sound", "cases/sound", "cases/sound/", "./cases/sound/case.md"])
def test_a_case_may_be_named_by_slug_folder_or_file(library: Path, name: str) -> None:
    assert run(library, "check", name) == 0


def test_a_misspelt_case_is_a_usage_error_with_the_nearest_name(
    library: Path, capsys: Capture
) -> None:
    assert run(library, "appraise", "sond") == 2
    assert "did you mean sound?" in capsys.readouterr().err


def test_a_named_case_is_checked_without_the_frameworks_own_pages(
    library: Path, capsys: Capture
) -> None:
    page = library / "framework" / "pages" / "broken.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\nno title\n---\n", encoding="utf-8")
    assert run(library, "check", "sound") == 0
    assert run(library, "check") == 2
    assert "framework/pages/broken.md" in capsys.readouterr().err


def test_a_folder_that_is_no_library_is_a_usage_error(tmp_path: Path, capsys: Capture) -> None:
    assert run(tmp_path, "check") == 2
    assert "framework" in capsys.readouterr().err


def test_appraise_gives_the_contracted_keys(library: Path, capsys: Capture) -> None:
    assert run(library, "appraise", "sound", "--output-format", "json") == 0
    (case,) = json.loads(capsys.readouterr().out)["cases"]
    assert case["case"] == "sound"
    wanted = (
        "case vintage results lines headline ladder parties lenses operational uncertainty "
        "measures principles"
    )
    assert set(wanted.split()) <= set(case)
    assert {"framework", "discounting", "price_year", "horizon"} <= set(case["vintage"])
    cells = [(r["perspective"], r["horizon"]) for r in case["results"]]
    assert len(cells) == len(set(cells)) >= 16
    figures = "pv_costs pv_benefits npv return_per_pound net_return payback_years undiscounted"
    for result in case["results"]:
        assert set(figures.split()) == set(result["claimed"]) == set(result["corrected"])
    assert [rung["step"] for rung in case["ladder"]] == ["cash", "capacity", "society"]
    assert case["headline"]["step"] == "capacity"
    years = case["lines"][0]["by_year"]
    assert {"year", "gross", "claimed", "corrected", "discounted"} <= set(years[0])
    assert set(case["lenses"]) == {"social", "economic", "business"}


def test_every_null_figure_of_the_document_has_its_reason(library: Path, capsys: Capture) -> None:
    spoil(library, "costs:\n", "partial_costs:\n")
    spoil(library, "partial_costs:\n", "costs:\n")
    run(library, "appraise", "sound", "--output-format", "json")
    (case,) = json.loads(capsys.readouterr().out)["cases"]
    for result in (*case["results"], *case["ladder"], case["headline"]):
        for name, value in result["claimed"].items():
            assert value is not None or name in result["why_not"]
        for name, value in result["corrected"].items():
            why = result["why_not"]
            assert value is not None or name in why or f"corrected.{name}" in why


def test_another_schedule_changes_the_vintage(library: Path, capsys: Capture) -> None:
    run(library, "appraise", "sound", "--output-format", "json", "--discounting", "none")
    (case,) = json.loads(capsys.readouterr().out)["cases"]
    assert case["vintage"]["discounting"] == "none"


def test_an_unknown_schedule_is_a_usage_error_that_lists_them(
    library: Path, capsys: Capture
) -> None:
    assert run(library, "appraise", "sound", "--discounting", "nun") == 2
    assert "green-book-2026" in capsys.readouterr().err


def test_the_summary_has_colour_only_on_a_terminal(library: Path) -> None:
    command = [sys.executable, "-m", "civalue_build", "appraise", "sound"]
    command += ["--library", str(library)]
    plain = subprocess.run(command, capture_output=True, check=True)
    assert b"\x1b[" not in plain.stdout
    main_end, terminal = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    with os.fdopen(main_end, "rb", buffering=0) as reader:
        child = subprocess.Popen(command, stdout=terminal, env=environment)
        os.close(terminal)
        shown = b""
        while part := _read(reader.fileno()):
            shown += part
        assert child.wait() == 0
    assert b"\x1b[1m" in shown


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65_536)
    except OSError:  # the terminal closed with its last writer
        return b""


def test_the_columns_of_the_summary_are_aligned(library: Path, capsys: Capture) -> None:
    run(library, "appraise", "sound")
    lines = capsys.readouterr().out.splitlines()
    start = next(i for i, line in enumerate(lines) if "PV costs" in line)
    assert len({len(line) for line in lines[start : start + 4]}) == 1


@pytest.mark.parametrize("size", ["story", "valued"])
def test_a_new_case_is_valid_as_it_stands_and_never_overwritten(
    library: Path, capsys: Capture, size: str
) -> None:
    assert run(library, "new", "fewer-falls", "--size", size) == 0
    assert run(library, "check", "fewer-falls") == 0
    path = library / "cases" / "fewer-falls" / "case.md"
    path.write_text("mine", encoding="utf-8")
    assert run(library, "new", "fewer-falls") == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert "there already" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../out", "Fewer Falls", "a/b", ".hidden", "a" * 200, ""])
def test_a_new_case_cannot_be_put_outside_the_cases(library: Path, name: str) -> None:
    before = sorted(library.rglob("*"))
    assert run(library, "new", name) == 2
    assert sorted(library.rglob("*")) == before


def test_a_working_names_the_file_and_line_of_each_number(capsys: Capture) -> None:
    assert main(["appraise", "raid-liaison-psychiatry", "--explain", "--library", str(ROOT)]) == 0
    line = re.search(r"cases/raid-liaison-psychiatry/case\.md:(\d+)", capsys.readouterr().out)
    assert line
    text = (ROOT / "cases/raid-liaison-psychiatry/case.md").read_text(encoding="utf-8")
    assert re.search(r"\d", text.splitlines()[int(line[1]) - 1])


def test_explain_teaches_with_examples(capsys: Capture) -> None:
    assert main(["explain", "CV101"]) == 0
    shown = capsys.readouterr().out
    assert "CV101" in shown
    assert "This is found:" in shown
    assert "This is well:" in shown


def test_explain_knows_checks_by_name_and_suggests_the_nearest(capsys: Capture) -> None:
    assert main(["explain", "CV1O1"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_help_teaches_every_command(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    for command in ("build", "check", "appraise", "explain", "new", "version"):
        assert f"  {command}" in shown
    assert "exit codes" in shown


def test_version_is_one_line(capsys: Capture) -> None:
    assert main(["version"]) == 0
    assert capsys.readouterr().out.startswith("civalue ")


def test_a_command_that_is_not_understood_exits_with_2() -> None:
    with pytest.raises(SystemExit) as stop:
        main(["bulid"])
    assert stop.value.code == 2


def test_one_broken_case_does_not_stop_the_others(library: Path, capsys: Capture) -> None:
    broken = library / "cases" / "broken"
    broken.mkdir()
    (broken / "case.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert run(library, "check") == 1
    shown = capsys.readouterr().out
    assert "cases/broken/case.md:" in shown
    assert "not judged" in shown
    assert "Checked 2 cases" in shown


def test_a_fault_in_a_programme_is_found_with_its_place(library: Path, capsys: Capture) -> None:
    folder = library / "programmes"
    folder.mkdir()
    text = "format: 1\ntitle: Value in wards\nsummary: Shared costs.\ncases: sound\n"
    (folder / "wards.yml").write_text(text, encoding="utf-8")
    assert run(library, "check") == 1
    assert "programmes/wards.yml:4:8: CV" in capsys.readouterr().out


def test_output_is_utf_8_whatever_the_system_prefers(library: Path) -> None:
    spoil(library, "title: ", "title: Łódź → ≥ ")
    command = [sys.executable, "-m", "civalue_build", "appraise", "sound"]
    command += ["--library", str(library)]
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "Łódź → ≥" in done.stdout.decode("utf-8")


def test_a_case_of_another_folder_is_not_taken_for_one_of_the_library(
    library: Path, capsys: Capture
) -> None:
    other = library / "elsewhere" / "sound"
    other.mkdir(parents=True)
    (other / "case.md").write_text("---\n---\n", encoding="utf-8")
    assert run(library, "check", str(other / "case.md")) == 2
    assert "is not a case of the library" in capsys.readouterr().err
