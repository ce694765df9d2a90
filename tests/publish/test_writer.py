"""One writer serves several processes, and the one that made it goes on writing meanwhile."""

import pickle
from pathlib import Path

from civalue_build.publish.writer import Writer


def test_what_a_writer_has_written_does_not_travel_with_it(tmp_path: Path) -> None:
    """A thread pickles it while another writes: what grows meanwhile would stop the build."""
    new, old = tmp_path / "new", tmp_path / "old"
    new.mkdir()
    writer = Writer(new=new, old=old)
    before = pickle.dumps(writer)
    writer("cases/one/index.html", b"one")
    assert pickle.dumps(writer) == before


def test_a_writer_in_another_process_writes_the_same_site(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    for folder in (new, old / "a"):
        folder.mkdir(parents=True)
    (old / "a" / "same.html").write_bytes(b"same")
    other = pickle.loads(pickle.dumps(Writer(new=new, old=old)))  # noqa: S301 our own
    other("a/same.html", b"same")
    other("a/new.html", b"new")
    assert (new / "a" / "same.html").samefile(old / "a" / "same.html")
    assert (new / "a" / "new.html").read_bytes() == b"new"
