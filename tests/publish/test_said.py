"""When the engine stops, a reader learns which page or setting, and nothing of its inside."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import ProsePage
from civalue_build.publish.engine import draw_chrome
from civalue_build.publish.said import reason
from tests.publish.small_site import SETTINGS, SITE


def told(tmp_path: Path, settings: dict[str, Any], *prose: ProsePage) -> str:
    with pytest.raises(CivalueError) as error:
        draw_chrome(replace(SITE, prose=(*SITE.prose, *prose)), SETTINGS | settings, tmp_path)
    return str(error.value)


def test_a_picture_or_language_that_the_theme_lacks_is_told_by_its_setting(tmp_path: Path) -> None:
    theme = SETTINGS["theme"]
    text = told(tmp_path, {"theme": theme | {"icon": {"logo": "no/such"}}})
    assert text.endswith("mkdocs.yml: theme.icon: the theme has no picture no/such")
    text = told(tmp_path, {"theme": theme | {"language": "xx"}})
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
