"""The site engine at arm's length: one run draws the prose and the chrome of everything else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import yaml

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.model.site import Site
from civalue_build.publish import mend, said
from civalue_build.publish.drawn import Chromes, Each, Learning, learn_site
from civalue_build.publish.engines import Engine, adapted, command
from civalue_build.publish.told import in_words
from civalue_build.publish.tree import configuration, documents
from civalue_build.publish.words import Words

__all__ = ["Chromes", "Drawing", "Engine", "draw_chrome", "start_drawing"]


def draw_chrome(
    site: Site, settings: Mapping[str, Any], work: Path, engine: Engine = Engine.MATERIAL
) -> Chromes:
    """Draw the prose pages and the chrome of all others, in the folder `work`.

    `settings` is what mkdocs.yml says. What `work` held from an earlier run is replaced.
    Raises CivalueError with the page or the setting if the engine stops, in its own words, if a
    link leads nowhere, or if what it drew is not what civalue knows.
    """
    with start_drawing(site, settings, work, engine) as drawing:
        return drawing.finish()


@record
class Drawing:
    """A run of the engine that is under way, in a process of its own."""

    site: Site
    settings: Mapping[str, Any]
    work: Path
    words: Words
    process: subprocess.Popen[bytes]

    def finish(self) -> Chromes:
        """Wait for the engine, and learn from what it drew. Raises what `draw_chrome` raises."""
        return self.learn().finish()

    def learn(self, each: Each = map) -> Learning:
        """Wait for the engine, and begin to learn from what it drew, with `each` for all pages.

        Raises CivalueError if the engine stops, in its own words.
        """
        with in_words("write", self.work):
            built = self.wait()
            mend.files(built)
            _write(built, {asset.path: asset.content for asset in self.site.assets})
            return learn_site(self.site, self.settings, built, self.words, each)

    def wait(self) -> Path:
        """Wait for the engine; return the folder of what it drew, as it drew it: with markers."""
        code = self.process.wait()
        output = "".join(_told(self.work / name) for name in _OUTPUT)
        if code != 0 or said.warned(output):
            why = self.words.show(said.reason(output, code))
            raise CivalueError(f"the site engine stopped:\n{why}")
        return self.work / "site"


@contextmanager
def start_drawing(
    site: Site, settings: Mapping[str, Any], work: Path, engine: Engine = Engine.MATERIAL
) -> Iterator[Drawing]:
    """Start the engine, which draws while the block does other things, and ends with the block.

    Raises CivalueError for a setting that the build does not take, or an engine that is missing.
    """
    with in_words("write", work):
        words = Words()
        config = _given(site, settings, work, words, engine)
        process = _start(config, engine)
    try:
        yield Drawing(site=site, settings=settings, work=work, words=words, process=process)
    finally:
        process.kill()
        process.wait()


def _given(
    site: Site, settings: Mapping[str, Any], work: Path, words: Words, engine: Engine
) -> Path:
    """Write what the engine reads; return the path of its settings."""
    work.mkdir(parents=True, exist_ok=True)
    docs, _ = _emptied(work / "docs"), _emptied(work / "site")
    _write(docs, {path: text.encode() for path, text in documents(site, words).items()})
    assets = {asset.path: asset.content for asset in site.assets}
    _write(docs, {path: content for path, content in assets.items() if not _is_markdown(path)})
    config = work / "mkdocs.yml"
    told = adapted(configuration(site, settings, words), engine)
    config.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return config


def _start(config: Path, engine: Engine) -> subprocess.Popen[bytes]:
    """Start the engine; it needs neither the network nor the clock.

    What it says goes to files: a pipe that nobody reads yet would fill up and stop it.
    """
    words = [sys.executable, *command(engine, str(config))]
    with ExitStack() as opened:
        out, err = (opened.enter_context((config.parent / name).open("wb")) for name in _OUTPUT)
        return subprocess.Popen(  # noqa: S603 - our own interpreter and fixed words
            words,
            cwd=config.parent,
            env=os.environ | _SETTLED,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )


def _told(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _is_markdown(path: str) -> bool:
    return Path(path).suffix.lower() in (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


_OUTPUT = ("output.txt", "errors.txt")
_SETTLED = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "SOURCE_DATE_EPOCH": "0",
    "NO_COLOR": "1",
}
