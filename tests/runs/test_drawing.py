"""The chrome of a site is drawn once, while other things are done, and then known."""

from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import Asset
from civalue_build.publish.cache import Cache
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.engines import Engine
from civalue_build.runs.drawing import Begun, begin
from tests.publish.small_site import AWKWARD, SETTINGS, SITE


def drawn(begun: Begun) -> tuple[Chromes, tuple[Asset, ...]]:
    frames = begun.learn()
    return frames.chromes(), frames.files()


def test_what_was_drawn_before_is_the_same_without_an_engine(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path / "cache")
    with begin(SITE, SETTINGS, tmp_path / "a", cache, Engine.MATERIAL) as begun:
        assert begun.under_way
        first = drawn(begun)
    with begin(SITE, SETTINGS, tmp_path / "b", cache, Engine.MATERIAL) as begun:
        assert not begun.under_way
        assert drawn(begun) == first
    assert not (tmp_path / "b").exists()


def test_other_settings_are_drawn_anew(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path / "cache")
    with begin(SITE, SETTINGS, tmp_path / "a", cache, Engine.MATERIAL) as begun:
        drawn(begun)
    other = SETTINGS | {"copyright": AWKWARD.partition("<")[0]}
    with begin(SITE, other, tmp_path / "a", cache, Engine.MATERIAL) as begun:
        assert begun.under_way


def test_nothing_is_kept_of_a_drawing_that_was_given_up(tmp_path: Path) -> None:
    cache = Cache(folder=tmp_path / "cache")
    fault = CivalueError("a case")
    with (
        pytest.raises(CivalueError, match="a case"),
        begin(SITE, SETTINGS, tmp_path / "a", cache, Engine.MATERIAL),
    ):
        raise fault
    with begin(SITE, SETTINGS, tmp_path / "a", cache, Engine.MATERIAL) as begun:
        assert begun.under_way
