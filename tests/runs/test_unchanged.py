"""What a build leaves behind for the next one."""

from pathlib import Path

from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.place import Place
from civalue_build.publish.cache import Cache
from civalue_build.runs.outcome import Told
from civalue_build.runs.unchanged import Known, key_of_site, recall, remember


def _found(message: str, principle: str | None) -> Finding:
    return Finding(
        code="CV002",
        name="gap",
        level=Level.GAP,
        message=message,
        place=Place("cases/falls/case.md", 3, 7),
        case="falls",
        principle=principle,
    )


def _known(site: Path) -> Known:
    alone = Told(
        slug="falls",
        findings=(_found("a “quoted” word\nand \udcff", "purpose"), _found("none", None)),
        not_judged="the dates",
        is_published=False,
    )
    told = (alone, Told(slug="ulcers", findings=(), not_judged="", is_published=True))
    return Known(
        inputs="a" * 64, site=key_of_site(site), outcomes=told, together=(_found("both", None),)
    )


def test_the_next_build_knows_every_word_that_the_last_one_said(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", Cache(folder=tmp_path / "cache")
    site.mkdir()
    known = _known(site)
    remember(cache, site, known)
    assert recall(cache, site, known.inputs) == known


def test_nothing_is_known_of_other_inputs_or_of_a_site_that_was_touched(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", Cache(folder=tmp_path / "cache")
    site.mkdir()
    known = _known(site)
    remember(cache, site, known)
    assert recall(cache, site, "b" * 64) is None
    (site / "index.html").touch()
    assert recall(cache, site, known.inputs) is None
