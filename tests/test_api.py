"""The library in Python has the numbers of the site, and its page shows what the code gives."""

import ast
import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from math import isnan
from pathlib import Path
from typing import Any

import pytest

import civalue_build
from civalue_build.api import Library
from civalue_build.errors import CivalueError
from civalue_build.model.enums import Level
from civalue_build.pipeline import all_checks, side_by_side, work
from civalue_build.present.library import frames, insights_python
from civalue_build.present.library.base import library_of
from civalue_build.present.library.columns import columns
from civalue_build.present.library.site import pages_of_cases
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.conftest import LIBRARY, ROOT


@cache
def whole() -> Library:
    """The real library."""
    return civalue_build.load_library(ROOT)


@cache
def data() -> dict[str, list[dict[str, str]]]:
    """The files of data of the site, row by row, as a build makes them."""
    around = whole().around
    works = (work(load_case(ROOT, slug), around) for slug in case_slugs(ROOT))
    cards = [done.card for done in works if done.card]
    made = pages_of_cases(around.framework, all_checks(), cards, (), side_by_side(around, cards))
    return {
        item.path: list(csv.DictReader(io.StringIO(item.content.decode("utf-8-sig"))))
        for item in made
        if item.path.endswith(".csv") and hasattr(item, "content")
    }


def plain(value: Any) -> float | None:
    """A number of a table, none where it is missing."""
    return None if isnan(float(value)) else float(value)


def test_a_card_is_the_same_with_a_page_and_without() -> None:
    around = whole().around
    for card in whole().cards:
        assert work(load_case(ROOT, card.slug), around).card == card


def test_the_frame_is_the_table_of_the_site_at_full_precision() -> None:
    frame, rows = whole().frame(), data()["data/cases.csv"]
    assert list(frame.columns) == list(rows[0])
    assert list(frame["case"]) == [row["case"] for row in rows]
    known = columns(library_of(whole().around.framework, cards=whole().cards))
    for column in known:
        for value, row in zip(frame[column.name], rows, strict=True):
            if column.decimals is not None:
                shown = float(row[column.name]) if row[column.name] else None
                exact = plain(value)
                assert (exact is None) == (shown is None), column.name
                assert exact is None or round(exact, column.decimals) == pytest.approx(shown)


def test_the_frame_has_the_returns_of_insights() -> None:
    frame = whole().frame().set_index("case")
    rows = data()["data/returns.csv"]
    assert len(rows) == len(whole().portfolio().cases)
    for row in rows:
        for name in ("claimed_return_per_pound", "corrected_return_per_pound"):
            shown = float(row[name]) if row[name] else None
            value = plain(frame.loc[row["case"], name])
            assert value == (shown if shown is None else pytest.approx(shown, rel=1e-14))


def test_the_frames_have_the_numbers_of_the_document_of_each_case() -> None:
    results, lines = whole().results(), whole().lines()
    for slug in whole().cases:
        done = work(load_case(ROOT, slug), whole().around)
        (file,) = (one for one in done.assets if one.path.endswith("/appraisal.json"))
        (told,) = json.loads(file.content)["cases"]
        own = results[results["case"] == slug]
        assert [plain(npv) for npv in own["claimed_npv"]] == [
            item["claimed"]["npv"] for item in told["results"]
        ]
        claimed = lines[(lines["case"] == slug) & lines["year"].notna()]["claimed"]
        assert list(claimed) == [
            year["claimed"] for line in told["lines"] for year in line["by_year"]
        ]


def test_every_column_of_the_frames_is_documented() -> None:
    assert list(whole().results().columns) == list(frames.RESULTS)
    assert list(whole().lines().columns) == list(frames.LINES)
    assert all(means for means, _ in (*frames.RESULTS.values(), *frames.LINES.values()))


def test_the_headline_of_a_case_is_its_row_in_the_results() -> None:
    results = whole().results()
    headlines = results[results["is_headline"]].set_index("case")["claimed_npv"]
    frame = whole().frame().set_index("case")["claimed_npv"]
    assert len(headlines) == int(whole().frame()["perspective"].notna().sum())
    for case, npv in headlines.items():
        assert plain(npv) == plain(frame[str(case)])


def test_the_portfolio_is_that_of_the_frame() -> None:
    frame, found = whole().frame(), whole().portfolio()
    real = frame[~frame["invented"] & (frame["status"] != "archived")]
    assert list(real["case"]) == list(found.cases)
    known = real["claimed_return_per_pound"].dropna()
    assert sorted(known) == list(found.claimed.returns)
    assert float(known.median()) == pytest.approx(found.claimed.median)


def steps() -> Iterator[insights_python.Step]:
    """The steps of the page as the site shows them."""
    around, cards = whole().around, whole().cards
    shown = library_of(around.framework, (), cards, (), side_by_side(around, cards))
    yield from insights_python.steps(shown)


def run(code: str, names: dict[str, Any]) -> Any:
    """Run a step as a notebook does, and return the value of its last line."""
    *before, last = ast.parse(code).body
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(before, []), "page", "exec"), names)  # noqa: S102 our own page
    return eval(compile(ast.Expression(last.value), "page", "eval"), names)  # noqa: S307 our own


def test_the_code_of_the_page_gives_what_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "cases")
    names: dict[str, Any] = {}
    made = list(steps())
    assert len(made) >= 7
    for step in made:
        assert repr(run(step.code, names)) == step.output, step.code


def test_another_schedule_takes_the_place_of_each_cases_own() -> None:
    plain_sums = civalue_build.load_library(ROOT, "none")
    assert set(plain_sums.frame()["discounting"].dropna()) == {"none"}
    editions = {
        card.slug: {edition.schedule: edition.npv for edition in card.editions}
        for card in whole().cards
    }
    for card in plain_sums.cards:
        if card.headline:
            assert card.headline.claimed.npv == editions[card.slug]["none"]


def test_a_case_with_an_error_is_in_the_findings_alone(library: Path) -> None:
    (case,) = (library / "cases").glob("*/case.md")
    case.write_text("---\nformat: 1\n---\n", encoding="utf-8")
    found = civalue_build.load_library(library)
    assert case.parent.name not in found.cases
    assert any(finding.level is Level.ERROR for finding in found.findings)
    assert len(found.frame()) == len(found.cases)


def test_two_cases_that_claim_more_than_all_of_a_saving_are_both_told_at_their_line(
    tmp_path: Path,
) -> None:
    """Two invented cases share one saving, 60% and 40%; the second is made to claim 60% too."""
    for folder in ("framework", "programmes"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    slugs = ("home-before-noon", "medicines-ready-to-go")
    for slug in slugs:
        shutil.copytree(ROOT / "cases" / slug, tmp_path / "cases" / slug)
    case = tmp_path / "cases" / slugs[1] / "case.md"
    written = case.read_text(encoding="utf-8")
    assert written.count("attribution: 0.4") == 1
    case.write_text(written.replace("attribution: 0.4", "attribution: 0.6"), encoding="utf-8")
    found = civalue_build.load_library(tmp_path)
    told = [finding for finding in found.findings if finding.code == "CV5016"]
    assert [finding.case for finding in told] == list(slugs)
    for finding in told:
        lines = (tmp_path / finding.place.file).read_text(encoding="utf-8").splitlines()
        assert lines[finding.place.line - 1].strip() == "saving_key: morning-bed-days"
        assert "120% of the saving" in finding.message
    (shared,) = found.portfolio().shared_invented
    assert shared.is_over
    assert found.portfolio().units == (), "invented bed days are in no total"


def test_a_folder_that_is_no_library_and_an_unknown_schedule_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match="no library here"):
        civalue_build.load_library(tmp_path)
    with pytest.raises(CivalueError, match="no discount schedule “often”"):
        civalue_build.load_library(LIBRARY, "often")


def test_opening_a_library_needs_no_pandas_and_importing_the_package_nothing() -> None:
    told = """
import sys, civalue_build
assert not [name for name in sys.modules if name.startswith("civalue_build.")]
civalue_build.load_library(sys.argv[1])
assert "pandas" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", told, str(LIBRARY)], check=True)
