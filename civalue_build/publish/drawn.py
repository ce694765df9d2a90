"""What the engine drew, made into chromes and finished pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeVar
from urllib.parse import urlsplit

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.model.site import Site
from civalue_build.publish import edit, header, markers
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.drawn_page import NOT_FOUND, DrawnPage, Pages
from civalue_build.publish.links import dead_links
from civalue_build.publish.markup import edited, parse
from civalue_build.publish.picture import PICTURE, picture
from civalue_build.publish.slots import missing
from civalue_build.publish.social import Social
from civalue_build.publish.told import in_words
from civalue_build.publish.words import Words

Item = TypeVar("Item")
Result = TypeVar("Result")


@record
class Chromes:
    """What the engine drew.

    `shells` are by path; `families` are by folder, each for every page of its family;
    `folder` holds the finished files: prose, styles, scripts, assets.
    """

    shells: Mapping[str, Chrome]
    families: Mapping[str, Chrome]
    folder: Path

    def chrome_for(self, path: str) -> Chrome:
        """Return the chrome of the page at this path: its own, or that of its family.

        Raises CivalueError if the engine drew neither.
        """
        found = self.shells.get(path) or self.families.get(markers.family(path))
        if found is None:
            raise CivalueError(f"{path} is neither in the navigation nor in a family of pages")
        return found

    @property
    def specimen(self) -> Chrome:
        """The chrome of every case page."""
        return self.families["cases"]


class Each(Protocol):
    """Does the same work on all items and gives the results in order: `map`, or a crew's."""

    def __call__(
        self, work: Callable[[Item], Result], items: Sequence[Item], /
    ) -> Iterator[Result]:
        """Give the results."""


@record
class Learning:
    """Pages that the engine drew, which are being learned from; `built` is their folder.

    `filled` are the paths of those that are drawn for their chrome.
    """

    site: Site
    built: Path
    pages: Pages
    filled: tuple[str, ...]
    learned: Iterator[DrawnPage]

    def finish(self) -> Chromes:
        """Return the chromes; finish the pages of the folder in place.

        Raises CivalueError if a page is not as civalue knows it, or a link of one leads nowhere.
        """
        with in_words("write", self.built):
            return self._finished({page.path: page for page in self.learned})

    def _finished(self, drawn: Mapping[str, DrawnPage]) -> Chromes:
        _check_links(self.site, self.built, drawn.values())
        for path in self.pages.edits:
            _write(self.built / path, drawn[path].html)
        _finish_not_found(self.pages, self.site.not_found)
        _take_away(self.built, self.filled)
        if self.pages.social.url:
            _draw_picture(self.built, self.site)
        chromes = {path: page.chrome for path, page in drawn.items() if page.chrome}
        return Chromes(
            shells={path: chromes[path] for path in self.site.shells},
            families={name: chromes[markers.specimen(name)] for name in self.site.families},
            folder=self.built,
        )


def learn_site(
    site: Site, settings: Mapping[str, Any], built: Path, words: Words, each: Each = map
) -> Learning:
    """Begin to learn the chromes from what the engine drew into `built`, with `each`.

    The folder holds the site's own assets, too.
    """
    filled = (*site.shells, *map(markers.specimen, site.families))
    base = settings.get("edit_uri") or ""
    pages = Pages(
        built=built,
        words=words,
        social=Social(title=site.title, url=settings.get("site_url") or ""),
        header=site.header,
        footer=site.footer,
        edits={page.path: edit.EditLink(edit_base=base).fill(page) for page in site.prose},
        edit_base=base,
    )
    learned = each(pages, (*filled, *pages.edits))
    return Learning(site=site, built=built, pages=pages, filled=filled, learned=learned)


def _write(page: Path, html: str) -> None:
    page.write_text(html, encoding="utf-8", newline="\n")


def _draw_picture(built: Path, site: Site) -> None:
    (built / PICTURE).parent.mkdir(parents=True, exist_ok=True)
    (built / PICTURE).write_bytes(picture(site.title, site.description))


def _check_links(site: Site, built: Path, drawn: Iterable[DrawnPage]) -> None:
    """Raise CivalueError for links to nowhere: not every engine looks for all of them.

    Pages of families are made later, and taken to be there.
    """
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    dead: dict[str, list[str]] = {}
    for path, target in dead_links([page.links for page in drawn], files):
        if markers.family(target) not in site.families:
            dead.setdefault(target, []).append(path)
    if dead:
        told = [_told(target, paths) for target, paths in dead.items()]
        raise CivalueError("\n".join(("links that lead nowhere:", *told)))


def _told(target: str, paths: list[str]) -> str:
    others = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return f"page {paths[0]}{others}: {target} is not in the site"


def _finish_not_found(pages: Pages, words: str) -> None:
    """Finish the page for wrong addresses, whose links go by the address of the site.

    Without an address they could lead anywhere: there is no such page then. `words` of ours stand
    in the place of the theme's heading.
    """
    page, url = pages.built / NOT_FOUND, pages.social.url
    if not url:
        page.unlink(missing_ok=True)
        return
    top = urlsplit(url).path.rstrip("/") + "/"
    html = pages.mended(NOT_FOUND, top)
    heading = next(parse(html).having("h1"), None)
    if heading is None:
        raise missing("heading of the page for wrong addresses")
    instead = header.rooted(words, top) if words else html[heading.start : heading.end]
    _write(page, edited(html, ((heading.start, heading.end, instead),)))


def _take_away(built: Path, paths: Iterable[str]) -> None:
    """Remove pages that were drawn for their chrome, and folders that held nothing else."""
    for page in (built / path for path in paths):
        page.unlink()
        for folder in page.relative_to(built).parents[:-1]:
            if not any((built / folder).iterdir()):
                (built / folder).rmdir()
