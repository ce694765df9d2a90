"""A site stands neither where a build reads nor where another one replaces everything."""

from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.folder import Staging
from civalue_build.publish.place import settled
from tests.publish.conftest import files_of


def build(target: Path, *keep_out: Path) -> None:
    with Staging(target, keep_out=keep_out) as staging:
        staging.write("a.html", b"1")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "library"
    for folder in ("cases/falls", "framework"):
        (root / folder).mkdir(parents=True)
    (root / "cases/falls/case.md").write_text("years of work")
    return root


@pytest.mark.parametrize("root", ["/", "//", "/..", "/etc/../..", "/."])
def test_the_root_of_the_disk_is_refused_however_it_is_written(root: str) -> None:
    with pytest.raises(CivalueError, match="root of the disk"):
        build(Path(root))


@pytest.mark.parametrize(
    "place",
    ["cases", "cases/site", "cases/falls", "framework/a/b", "other/../cases/x", "link/x", "link"],
)
def test_no_site_is_made_where_a_build_reads(library: Path, place: str) -> None:
    (library / "link").symlink_to(library / "cases")
    before = sorted(library.rglob("*"))
    with pytest.raises(CivalueError, match=r"which a build reads|is a link"):
        build(library / place, library / "cases", library / "framework")
    assert sorted(library.rglob("*")) == before


def test_a_library_with_a_mark_is_not_taken_for_a_site(library: Path) -> None:
    (library / ".civalue-site").write_text("")
    with pytest.raises(CivalueError, match=r"holds .*cases, which a build reads"):
        build(library, library / "cases")
    assert (library / "cases/falls/case.md").is_file()


def test_a_library_named_from_where_the_reader_stands_is_known(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library)
    with pytest.raises(CivalueError, match="which a build reads"):
        build(Path("../library/cases/x"), Path("cases"))
    with pytest.raises(CivalueError, match="which a build reads"):
        build(Path(), Path("cases"))
    build(Path("site"), Path("cases"))
    assert (library / "site/a.html").is_file()


@pytest.mark.parametrize("place", ["inner", "a/b/inner", "../site/inner"])
def test_no_site_is_made_inside_another(tmp_path: Path, place: str) -> None:
    site = tmp_path / "site"
    build(site)
    before = files_of(site)
    with pytest.raises(CivalueError, match=f"is inside the site {site}"):
        build(site / place)
    assert files_of(site) == before


def test_a_site_is_replaced_by_whatever_way_it_is_named(tmp_path: Path) -> None:
    build(tmp_path / "site")
    build(tmp_path / "site/../site")
    (tmp_path / "other").mkdir()
    build(tmp_path / "other/../site/.")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other", "site"]


def test_a_way_through_a_link_is_the_way_that_the_system_goes(tmp_path: Path) -> None:
    (tmp_path / "far/away").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far/away")
    assert settled(tmp_path / "link/../site") == tmp_path / "far/site"
    assert settled(tmp_path / "link/..") == tmp_path / "far"
    assert settled(tmp_path / "link") == tmp_path / "link"


def test_a_way_that_goes_in_circles_or_through_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "file").write_text("")
    for place in ("round/site", "file/site"):
        with pytest.raises(CivalueError, match="cannot write"):
            build(tmp_path / place)
