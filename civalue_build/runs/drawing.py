"""The chrome of the site: drawn by the engine, or as it was drawn before from the same."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from pydantic_core import to_json

from civalue_build.model.record import record
from civalue_build.model.site import Asset, Site
from civalue_build.publish.bundle import cut, join
from civalue_build.publish.cache import Cache
from civalue_build.publish.chrome import Chrome
from civalue_build.publish.drawn import Chromes, Each, Learning
from civalue_build.publish.engine import Drawing, start_drawing
from civalue_build.publish.engines import LIBRARIES, Engine
from civalue_build.publish.fingerprint import fingerprint, of_program, versions_of
from civalue_build.publish.folder import files_in
from civalue_build.runs.read_json import read_json

NOWHERE = Path()


@record
class _Told:
    """What an entry says of a drawing; `paths` are those of its files."""

    shells: Mapping[str, Chrome]
    families: Mapping[str, Chrome]
    paths: tuple[str, ...]


class Frames(Protocol):
    """What the engine drew: first the chromes to fill, then finished files."""

    def chromes(self) -> Chromes:
        """Return the chrome of a site. Raises CivalueError if it is not as civalue knows it."""

    def files(self) -> tuple[Asset, ...]:
        """Return the files of the theme, and the framework's own pages, once there are chromes."""


class Begun(Protocol):
    """A chrome that was drawn before, or is being drawn."""

    @property
    def under_way(self) -> bool:
        """Whether the engine is at work on it."""

    def learn(self, each: Each = map) -> Frames:
        """Wait for the engine, and begin to learn from all that was drawn, with `each`.

        Raises CivalueError if the engine stops.
        """


class _Known:
    under_way = False

    def __init__(self, entry: bytes) -> None:
        first, *self._contents = cut(entry)
        self._told = read_json(_Told, first)

    def learn(self, each: Each = map) -> Frames:  # noqa: ARG002 all is known
        return self

    def chromes(self) -> Chromes:
        told = self._told
        return Chromes(shells=told.shells, families=told.families, folder=NOWHERE)

    def files(self) -> tuple[Asset, ...]:
        pairs = zip(self._told.paths, self._contents, strict=True)
        return tuple(Asset(path=path, content=file) for path, file in pairs)


@record
class _Drawing:
    key: str
    cache: Cache
    drawing: Drawing
    under_way: bool = True

    def learn(self, each: Each = map) -> Frames:
        return _Learning(self.key, self.cache, self.drawing.learn(each))


class _Learning:
    """Keeps in the cache what was drawn, when its files are asked for."""

    def __init__(self, key: str, cache: Cache, learning: Learning) -> None:
        self._key, self._cache, self._learning = key, cache, learning

    @cached_property
    def _chromes(self) -> Chromes:
        return self._learning.finish()

    def chromes(self) -> Chromes:
        return replace(self._chromes, folder=NOWHERE)

    def files(self) -> tuple[Asset, ...]:
        files = tuple(files_in(self._chromes.folder))
        self._cache.put(self._key, _pack(self._chromes, files))
        return files


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
        yield _Known(entry)
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
