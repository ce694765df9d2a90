"""When the engine stops, a reader learns which page or setting, and nothing of its inside."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import ProsePage
from civalue_build.publish.engine import draw_chrome
from civalue_build.publish.engines import Engine
from civalue_build.publish.said import reason, warned
from tests.publish.small_site import SETTINGS, SITE


def told(
    tmp_path: Path, settings: dict[str, Any], *prose: ProsePage, engine: Engine = Engine.MATERIAL
) -> str:
    site = replace(SITE, prose=(*SITE.prose, *prose))
    with pytest.raises(CivalueError) as error:
        draw_chrome(site, SETTINGS | settings, tmp_path, engine)
    return str(error.value)


def test_a_picture_or_language_that_the_theme_lacks_is_told_by_its_setting(
    tmp_path: Path, engine: Engine
) -> None:
    theme = SETTINGS["theme"]
    text = told(tmp_path, {"theme": theme | {"icon": {"logo": "no/such"}}}, engine=engine)
    assert text.endswith("mkdocs.yml: theme.icon: the theme has no picture no/such")
    text = told(tmp_path, {"theme": theme | {"language": "xx"}}, engine=engine)
    assert text.endswith("mkdocs.yml: theme.language: the theme does not know xx")
    assert "Traceback" not in text
    assert "File " not in text
    assert str(tmp_path) not in text


def test_a_setting_that_the_engine_refuses_is_told_by_its_key(tmp_path: Path) -> None:
    text = told(tmp_path, {"validation": {"links": {"not_found": "maybe"}}})
    assert "\nmkdocs.yml: validation: " in text
    assert "maybe" in text


def test_a_broken_link_is_told_by_its_page(tmp_path: Path) -> None:
    broken = ProsePage(path="a/index.html", title="A", markdown="[gone](../gone/index.md)")
    assert "page a/index.md contains a link '../gone/index.md'" in told(tmp_path, {}, broken)


def test_zensicals_picture_of_a_broken_link_is_told_in_one_line(tmp_path: Path) -> None:
    broken = ProsePage(path="a/index.html", title="A", markdown="[gone](../gone/index.md)")
    text = told(tmp_path, {}, broken, engine=Engine.ZENSICAL)
    assert text == (
        "the site engine stopped:\npage a/index.md: page does not exist: ../gone/index.md"
    )


@pytest.mark.parametrize(
    "output",
    ["INFO    -  Building\nWARNING -  The nav lacks a.md", "\x1b[33mWarning:\x1b[0m anchor gone"],
)
def test_a_warning_is_seen_however_the_engine_ended(output: str) -> None:
    assert warned(output)


def test_what_is_said_of_every_build_is_no_warning() -> None:
    assert not warned("INFO    -  Building\nx.py:3: DeprecationWarning: old\nBuild started\n")


def test_a_traceback_is_left_out_and_what_went_wrong_is_kept() -> None:
    output = (
        "INFO    -  Building\nERROR   -  Error reading page 'a.md': bad\n"
        'Traceback (most recent call last):\n  File "x.py", line 1, in y\n    call()\n'
        "    ~~~~^^\n^^^^^\nValueError: bad\n"
    )
    assert reason(output, 1) == "Error reading page 'a.md': bad\nValueError: bad"


def test_an_engine_that_ends_without_a_word_gives_its_code() -> None:
    assert reason("INFO    -  Building\n", 137) == "it ended with 137 and gave no reason"


def test_the_items_of_a_list_are_kept() -> None:
    output = "WARNING -  These pages exist:\n  - a.md\n  - b.md\n"
    assert reason(output, 1).splitlines()[1:] == ["  - a.md", "  - b.md"]


def test_a_scratch_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CivalueError, match="cannot write"):
        draw_chrome(SITE, SETTINGS, tmp_path / "file")
