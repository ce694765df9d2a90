"""The site engine at arm's length: one run draws the prose and the chrome of everything else."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from civalue_build.errors import CivalueError
from civalue_build.model.site import Site
from civalue_build.publish import markers, mend, said, tabs
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.told import in_words
from civalue_build.publish.tree import configuration, documents
from civalue_build.publish.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Chromes:
    """What the engine drew.

    `shells` are by path; `specimen` is for every case page, `cases/x/index.html`; `folder` holds
    the finished files: prose, styles, scripts, assets.
    """

    shells: Mapping[str, Chrome]
    specimen: Chrome
    folder: Path


def draw_chrome(site: Site, settings: Mapping[str, Any], work: Path) -> Chromes:
    """Draw the prose pages and the chrome of all others, in the folder `work`.

    `settings` is what mkdocs.yml says. What `work` held from an earlier run is replaced.
    Raises CivalueError with the page or the setting, in the engine's own words, if it stops,
    broken links included.
    """
    with in_words("write", work):
        return _drawn(site, settings, work, Words())


def _drawn(site: Site, settings: Mapping[str, Any], work: Path, words: Words) -> Chromes:
    work.mkdir(parents=True, exist_ok=True)
    docs, built = _emptied(work / "docs"), _emptied(work / "site")
    _write(docs, {path: text.encode() for path, text in documents(site, words).items()})
    assets = {asset.path: asset.content for asset in site.assets}
    _write(docs, {path: content for path, content in assets.items() if not _is_markdown(path)})
    config = work / "mkdocs.yml"
    config.write_text(
        yaml.safe_dump(configuration(site, settings, words), allow_unicode=True, sort_keys=False),
        encoding="utf-8",
    )
    _run(config, words)
    drawn = {path: _taken(built, path, words) for path in (*site.shells, markers.SPECIMEN_PATH)}
    mend.files(built, words)
    _write(built, assets)
    specimen = drawn.pop(markers.SPECIMEN_PATH)
    return Chromes(shells=drawn, specimen=specimen, folder=built)


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


def _taken(built: Path, path: str, words: Words) -> Chrome:
    """Learn a drawn page's chrome and take the page away."""
    page = built / path
    html = mend.page(words.show_html(page.read_text(encoding="utf-8")))
    page.unlink()
    for folder in page.relative_to(built).parents[:-1]:
        if not any((built / folder).iterdir()):
            (built / folder).rmdir()
    return Chrome.learn(tabs.placed(mend.rooted(html, path), path), path)


def _run(config: Path, words: Words) -> None:
    """Run the engine; it needs neither the network nor the clock.

    Not `--quiet`: that also silences the warnings that `--strict` counts.
    """
    done = subprocess.run(  # noqa: S603 - our own interpreter and fixed words
        [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "-f", str(config)],
        cwd=config.parent,
        env=os.environ | _SETTLED,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        why = words.show(said.reason(done.stdout + done.stderr, done.returncode))
        raise CivalueError(f"the site engine stopped:\n{why}")


_SETTLED = {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "SOURCE_DATE_EPOCH": "0",
    "NO_COLOR": "1",
}
