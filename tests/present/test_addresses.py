"""One page leads to another as the paths of a file system do."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from civalue_build.present.addresses import relative

folders = st.lists(st.sampled_from(["a", "b", "cases"]), max_size=3)
pages = folders.map(lambda names: "/".join([*names, "index.html"]))


@given(pages, pages)
def test_the_way_leads_from_one_page_to_the_other(path: str, target: str) -> None:
    way = relative(path, target)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(path), way)) == target
    assert way == posixpath.relpath(target, posixpath.dirname(path) or ".")


def test_an_anchor_stays_and_stands_alone_on_its_own_page() -> None:
    assert relative("a/index.html", "b/index.html#x") == "../b/index.html#x"
    assert relative("a/index.html", "a/index.html#x") == "#x"
    assert relative("a/index.html", "a/index.html") == "index.html"
