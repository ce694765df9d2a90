"""What the engine is given, so that the comparison is of the same pages."""

import shutil
from pathlib import Path

import pytest
import yaml

from benchmarks.engine import Project, write_project, write_prose_project
from tests.conftest import ROOT

PAGE = """<html><head><title>A - Site</title></head><body><nav>Menu</nav>
<article id="__content" class="x">

<h1>Rounds &amp; <em>checks</em></h1>

<p>Text</p>
</article></body></html>
"""
PAGES = ("about/index.html", "cases/index.html", "cases/rounds/index.html", "index.html")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for path in PAGES:
        (tmp_path / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / path).write_text(PAGE, encoding="utf-8")
    return write_project(tmp_path / "site", ROOT / "mkdocs.yml", tmp_path / "engine")


def test_a_page_is_its_article_and_its_title(project: Project) -> None:
    assert project.pages == PAGES
    text = (project.folder / "docs" / "cases" / "rounds" / "index.md").read_text(encoding="utf-8")
    assert "title: Rounds & checks\n" in text
    assert "<p>Text</p>" in text
    assert "Menu" not in text


def test_cases_are_kept_out_of_the_menu(project: Project) -> None:
    said = yaml.safe_load(project.config[False].read_text(encoding="utf-8"))
    assert said["nav"] == ["index.md", {"about": ["about/index.md"]}, {"cases": ["cases/index.md"]}]
    assert said["plugins"] == []


def test_a_page_that_came_out_otherwise_is_found(project: Project) -> None:
    shutil.copytree(project.folder / "docs", project.target)
    for path in project.target.rglob("*.md"):
        path.rename(path.with_suffix(".html"))
    assert project.lost_pages() == []
    lost = project.target / "index.html"
    lost.write_text(lost.read_text(encoding="utf-8").replace("Text", "Else"), encoding="utf-8")
    assert project.lost_pages() == ["index.html"]


def test_with_prose_alone_a_case_is_its_own_markdown(project: Project, tmp_path: Path) -> None:
    case = tmp_path / "library" / "cases" / "rounds" / "case.md"
    case.parent.mkdir(parents=True)
    case.write_text("---\ntitle: Rounds\n---\n\n## The problem\n\nA\n\n---\n", encoding="utf-8")
    prose = write_prose_project(project, tmp_path / "library", tmp_path / "prose")
    text = (prose.folder / "docs" / "cases" / "rounds" / "index.md").read_text(encoding="utf-8")
    assert text.endswith("## The problem\n\nA\n\n---\n")
    assert "title: Rounds\n" in text
    about = Path("docs", "about", "index.md")
    assert (prose.folder / about).read_bytes() == (project.folder / about).read_bytes()
