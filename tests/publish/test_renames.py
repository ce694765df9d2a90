"""A rename that the system refuses for a moment is tried again, and told where it stays so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from civalue_build.publish import renames, swap
from civalue_build.publish.renames import rename


class Held:
    """Renames as on Windows, where files at `what` are open until they were tried `times`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, what: Path, times: int) -> None:
        self.what, self.left, self.replace = what, times, Path.replace
        monkeypatch.setattr(Path, "replace", self.function())
        monkeypatch.setattr(renames, "_PATIENCE", 0.3)
        monkeypatch.setattr(swap, "_exchanged", lambda *_: False)

    def function(self) -> Callable[[Path, Path], Path]:
        def replace(old: Path, new: Path) -> Path:
            if old == self.what and self.left:
                self.left -= 1
                raise PermissionError(13, "Access is denied", str(old))
            return self.replace(old, new)

        return replace


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path, Path]:
    new, target = tmp_path / "new", tmp_path / "site"
    for folder in (new, target):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    return new, target, tmp_path / "aside"


@pytest.mark.parametrize("held", ["new", "site"])
def test_a_site_that_is_looked_at_for_a_moment_is_replaced_all_the_same(
    monkeypatch: pytest.MonkeyPatch, sites: tuple[Path, Path, Path], held: str
) -> None:
    new, target, aside = sites
    Held(monkeypatch, target.with_name(held), 2)
    assert swap.put_in_place(new, target, aside) == aside
    assert (target / "index.html").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("held", ["new", "site"])
def test_a_site_that_stays_open_is_the_old_one_at_its_place(
    monkeypatch: pytest.MonkeyPatch, sites: tuple[Path, Path, Path], held: str
) -> None:
    new, target, aside = sites
    Held(monkeypatch, target.with_name(held), 1000)
    with pytest.raises(PermissionError):
        swap.put_in_place(new, target, aside)
    assert (target / "index.html").read_text(encoding="utf-8") == "site"
    assert (new / "index.html").exists()
    assert not aside.exists()


def test_what_is_refused_for_another_reason_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renames, "_PATIENCE", 60)
    with pytest.raises(FileNotFoundError):
        rename(tmp_path / "missing", tmp_path / "new")
