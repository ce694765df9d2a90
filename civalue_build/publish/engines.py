"""The site engines that can draw the same library, and how each is run."""

from collections.abc import Mapping
from enum import StrEnum
from importlib.util import find_spec
from typing import Any

from civalue_build.errors import CivalueError
from civalue_build.model.record import record


class Engine(StrEnum):
    """A program that draws pages; all three read the settings of mkdocs.yml."""

    MATERIAL = "material"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


LIBRARIES = {
    Engine.MATERIAL: ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions"),
    Engine.PROPERDOCS: ("properdocs", "mkdocs-material", "markdown", "pymdown-extensions"),
    Engine.ZENSICAL: ("zensical",),
}
"""The libraries that have a part in what an engine draws."""


@record
class _Program:
    """`package` is what pip is to install; `modules` must be there, the first of them is run."""

    package: str
    modules: tuple[str, ...]
    options: tuple[str, ...] = ("--strict",)


_THEME = "mkdocs-material>=9.8.1,<10"
_PROGRAMS = {
    Engine.MATERIAL: _Program(package=_THEME, modules=("mkdocs", "material")),
    Engine.PROPERDOCS: _Program(package="properdocs>=1.6.7,<2", modules=("properdocs", "material")),
    Engine.ZENSICAL: _Program(
        package="zensical>=0.0.73,<0.1", modules=("zensical",), options=("--strict", "--clean")
    ),
}


def command(engine: Engine, config: str) -> tuple[str, ...]:
    """Return the words after the interpreter that draw the site of a settings file, strictly.

    Not `--quiet`: that also silences the warnings that `--strict` counts.
    Raises CivalueError if the engine is not installed, with what installs it.
    """
    program = _PROGRAMS[engine]
    if not all(map(find_spec, program.modules)):
        raise CivalueError(
            f"the site engine {engine} is not installed; to install it: "
            f'python -m pip install "{program.package}"'
        )
    return ("-P", "-m", program.modules[0], "build", *program.options, "-f", config)


def adapted(configuration: Mapping[str, Any], engine: Engine) -> dict[str, Any]:
    """Return settings as this engine needs them for the pages that the others draw."""
    if engine != Engine.ZENSICAL:
        return dict(configuration)
    return {
        **configuration,
        "theme": {**configuration["theme"], "variant": "classic"},
        "plugins": [{"search": {"enabled": False}}],
    }
