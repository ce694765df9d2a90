"""The chrome of the site: drawn by the engine, or as it was drawn before from the same."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from pydantic_core import to_json

from civalue_build.model.record import record
from civalue_build.model.site import Asset, Site
from civalue_build.publish.bundle import cut, join
from civalue_build.publish.cache import Cache
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.drawn import Chromes, Each
from civalue_build.publish.engine import Drawing, start_drawing
from civalue_build.publish.engines import Engine
from civalue_build.publish.fingerprint import fingerprint, of_program, versions_of
from civalue_build.publish.folder import files_in
from civalue_build.runs.read_json import read_json

NOWHERE = Path()
LIBRARIES = {
    Engine.MATERIAL: ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions"),
    Engine.PROPERDOCS: ("properdocs", "mkdocs-material", "markdown", "pymdown-extensions"),
    Engine.ZENSICAL: ("zensical",),
}
"""The libraries that have a part in what an engine draws."""


@record
class Drawn:
    """What the engine drew: chromes to fill, and finished files."""

    chromes: Chromes
    files: tuple[Asset, ...]


@record
class _Told:
    """What an entry says of a drawing; `paths` are those of its files."""

    shells: Mapping[str, Chrome]
    families: Mapping[str, Chrome]
    paths: tuple[str, ...]


class Begun(Protocol):
    """A chrome that was drawn before, or is being drawn."""

    @property
    def under_way(self) -> bool:
        """Whether the engine is at work on it."""

    def finish(self, each: Each = map) -> Drawn:
        """Return the chrome of a site, with the files of the theme and the framework's own pages.

        `each` learns from all that was drawn. Raises CivalueError if the engine stops.
        """


@record
class _Known:
    entry: bytes
    under_way: bool = False

    def finish(self, each: Each = map) -> Drawn:  # noqa: ARG002 all is known
        return _unpack(self.entry)


@record
class _Drawing:
    key: str
    cache: Cache
    drawing: Drawing
    under_way: bool = True

    def finish(self, each: Each = map) -> Drawn:
        chromes = self.drawing.finish(each)
        files = tuple(files_in(chromes.folder))
        self.cache.put(self.key, _pack(chromes, files))
        return Drawn(chromes=replace(chromes, folder=NOWHERE), files=files)


@contextmanager
def begin(
    site: Site, settings: Mapping[str, Any], scratch: Path, cache: Cache, engine: Engine
) -> Iterator[Begun]:
    """Start to draw the chrome of a site, unless it was drawn before from the same.

    The engine works while the block does other things, and ends with the block.
    """
    key = _key(site, settings, engine)
    entry = cache.get(key)
    if entry is not None:
        cache.touch(key)
        yield _Known(entry=entry)
        return
    with start_drawing(site, settings, scratch, engine) as drawing:
        yield _Drawing(key=key, cache=cache, drawing=drawing)


def _key(site: Site, settings: Mapping[str, Any], engine: Engine) -> str:
    files = (part for asset in site.assets for part in (asset.path, asset.content))
    told = (repr(replace(site, assets=())), repr(settings), engine, *versions_of(LIBRARIES[engine]))
    return fingerprint(of_program(), *told, *files)


def _pack(chromes: Chromes, files: tuple[Asset, ...]) -> bytes:
    told = _Told(
        shells=dict(chromes.shells),
        families=dict(chromes.families),
        paths=tuple(file.path for file in files),
    )
    return join((to_json(told), *(file.content for file in files)))


def _unpack(entry: bytes) -> Drawn:
    first, *contents = cut(entry)
    told = read_json(_Told, first)
    chromes = Chromes(shells=told.shells, families=told.families, folder=NOWHERE)
    pairs = zip(told.paths, contents, strict=True)
    return Drawn(
        chromes=chromes, files=tuple(Asset(path=path, content=file) for path, file in pairs)
    )
