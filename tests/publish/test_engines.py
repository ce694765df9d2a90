"""Three programs draw the same library; one that is missing is told with what installs it."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.engine import draw_chrome
from civalue_build.publish.engines import Engine, command
from tests.publish.small_site import SETTINGS, SITE

ROOT = Path(__file__).parents[2]
MODULES = {
    Engine.MATERIAL: ("mkdocs", "material"),
    Engine.PROPERDOCS: ("properdocs", "material"),
    Engine.ZENSICAL: ("zensical",),
}


def packages(name: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    known = {
        "core": project["project"]["dependencies"],
        "engines": project["project"]["optional-dependencies"]["engines"],
        "dev": project["dependency-groups"]["dev"],
    }
    found: list[str] = known[name]
    return found


def test_an_engine_that_is_not_installed_is_told_with_the_command_that_installs_it(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in MODULES[engine]:
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, module, None)
            with pytest.raises(CivalueError) as error:
                draw_chrome(SITE, SETTINGS, tmp_path / module, engine)
        package = str(error.value).split('python -m pip install "')[1].removesuffix('"')
        group = "core" if engine is Engine.MATERIAL else "engines"
        assert package in packages(group)
        assert f"the site engine {engine} is not installed" in str(error.value)


def test_the_tests_run_with_every_engine_that_can_be_installed() -> None:
    assert set(packages("engines")) <= set(packages("dev"))


def test_the_command_is_one_that_the_engine_knows(engine: Engine) -> None:
    words = command(engine, "mkdocs.yml")
    module = words[words.index("-m") + 1]
    help_text = subprocess.run(
        [sys.executable, "-P", "-m", module, "build", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for option in (word for word in words[4:] if word.startswith("--")):
        assert option in help_text
