"""The same finished pages, drawn by the site engine alone: what the builds are compared with."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import yaml

_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project of the engine; `config` by whether the engine makes its search index."""

    folder: Path
    config: dict[bool, Path]
    pages: tuple[str, ...]

    @property
    def target(self) -> Path:
        """Where the engine puts the site."""
        return self.folder / "site"

    def lost_pages(self) -> list[str]:
        """Return the drawn pages that do not hold the article they were given, blanks apart."""
        return [path for path in self.pages if not self._is_whole(path)]

    def _is_whole(self, path: str) -> bool:
        source = (self.folder / "docs" / path).with_suffix(".md").read_text(encoding="utf-8")
        given = source.partition("<div>\n")[2].removesuffix("\n</div>\n").split()
        drawn = (self.target / path).read_text(encoding="utf-8").split()
        return " ".join(given) in " ".join(drawn)


def write_project(site: Path, settings: Path, folder: Path) -> Project:
    """Make each page of a finished site a Markdown file that holds its article as HTML.

    Case pages are kept out of the menu, as in the site; the others are in it, by their folder.
    """
    shutil.rmtree(folder, ignore_errors=True)
    pages = tuple(sorted(_pages(site)))
    for path in pages:
        source = (folder / "docs" / path).with_suffix(".md")
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(_markdown((site / path).read_text(encoding="utf-8"), path), "utf-8")
    said = yaml.safe_load(settings.read_text(encoding="utf-8"))
    said |= {"docs_dir": "docs", "site_dir": "site", "nav": _menu(pages), "not_in_nav": "/cases/*/"}
    said.pop("validation", None)
    config = {}
    for search in (False, True):
        config[search] = folder / f"mkdocs{'-search' if search else ''}.yml"
        plugins = ["search"] if search else []
        config[search].write_text(yaml.safe_dump(said | {"plugins": plugins}), encoding="utf-8")
    return Project(folder=folder, config=config, pages=pages)


def write_prose_project(finished: Project, library: Path, folder: Path) -> Project:
    """Make the same project with nothing but their own Markdown prose for the cases."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(finished.folder / "docs", folder / "docs")
    config = {search: folder / path.name for search, path in finished.config.items()}
    for search, copied in config.items():
        shutil.copy(finished.config[search], copied)
    cases = [path for path in finished.pages if _is_case(path)]
    for path in cases:
        text = (library / path).with_name("case.md").read_text(encoding="utf-8")
        _, front, prose = text.split("---\n", 2)
        head = _front(yaml.load(front, yaml.CSafeLoader)["title"], path)
        source = (folder / "docs" / path).with_suffix(".md")
        source.write_text(f"{head}{prose}", encoding="utf-8")
    return Project(folder=folder, config=config, pages=finished.pages)


def _pages(site: Path) -> Iterator[str]:
    found = (path.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return (path for path in found if not path.startswith("assets/"))


def _is_case(path: str) -> bool:
    return path.startswith("cases/") and path.count("/") == 2


def _markdown(html: str, path: str) -> str:
    found = _ARTICLE.search(html)
    if found is None:
        raise ValueError(f"{path} has no article")
    heading = _HEADING.search(found[1])
    title = unescape(_TAG.sub("", heading[1])).strip() if heading else path
    return f"{_front(title, path)}<div>\n{found[1].strip()}\n</div>\n"


def _front(title: str, path: str) -> str:
    head: dict[str, Any] = {"title": title}
    head |= {"hide": ["navigation"]} if _is_case(path) else {}
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n\n"


def _menu(pages: tuple[str, ...]) -> list[str | dict[str, list[str]]]:
    parts: dict[str, list[str]] = {}
    for path in pages:
        if not _is_case(path):
            part = path.partition("/")[0] if "/" in path else ""
            parts.setdefault(part, []).append(path.removesuffix(".html") + ".md")
    home = parts.pop("", [])
    return [*home, *({part: listed} for part, listed in parts.items())]
