"""The site engine at arm's length: one run draws the prose and the chrome of everything else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from civalue_build.errors import CivalueError
from civalue_build.model.site import Site
from civalue_build.publish import mend, said
from civalue_build.publish.drawn import Chromes, learn_site
from civalue_build.publish.engines import Engine, adapted, command
from civalue_build.publish.told import in_words
from civalue_build.publish.tree import configuration, documents
from civalue_build.publish.words import Words

__all__ = ["Chromes", "Engine", "draw_chrome", "run_engine"]


def draw_chrome(
    site: Site, settings: Mapping[str, Any], work: Path, engine: Engine = Engine.MATERIAL
) -> Chromes:
    """Draw the prose pages and the chrome of all others, in the folder `work`.

    `settings` is what mkdocs.yml says. What `work` held from an earlier run is replaced.
    Raises CivalueError with the page or the setting if the engine stops, in its own words, if a
    link leads nowhere, or if what it drew is not what civalue knows.
    """
    with in_words("write", work):
        words = Words()
        built = run_engine(site, settings, work, words, engine)
        mend.files(built)
        _write(built, {asset.path: asset.content for asset in site.assets})
        return learn_site(site, settings, built, words)


def run_engine(
    site: Site, settings: Mapping[str, Any], work: Path, words: Words, engine: Engine
) -> Path:
    """Run the engine and return the folder of what it drew, as it drew it: with markers."""
    work.mkdir(parents=True, exist_ok=True)
    docs, built = _emptied(work / "docs"), _emptied(work / "site")
    _write(docs, {path: text.encode() for path, text in documents(site, words).items()})
    assets = {asset.path: asset.content for asset in site.assets}
    _write(docs, {path: content for path, content in assets.items() if not _is_markdown(path)})
    config = work / "mkdocs.yml"
    told = adapted(configuration(site, settings, words), engine)
    config.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")
    _run(config, words, engine)
    return built


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


def _run(config: Path, words: Words, engine: Engine) -> None:
    """Run the engine; it needs neither the network nor the clock."""
    done = subprocess.run(  # noqa: S603 - our own interpreter and fixed words
        [sys.executable, *command(engine, str(config))],
        cwd=config.parent,
        env=os.environ | _SETTLED,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    output = done.stdout + done.stderr
    if done.returncode != 0 or said.warned(output):
        why = words.show(said.reason(output, done.returncode))
        raise CivalueError(f"the site engine stopped:\n{why}")


_SETTLED = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "SOURCE_DATE_EPOCH": "0",
    "NO_COLOR": "1",
}
