"""What is measured of an index is what a build would publish."""

from pathlib import Path

from benchmarks.search import Index, Measured, make_index, table
from tests.conftest import LIBRARY

PAGE = (
    '<html><body><article id="__content"><h1>{0}</h1><p>Words of {0}.</p></article></body></html>'
)


def test_an_index_is_counted_as_it_would_be_published(tmp_path: Path) -> None:
    for name in ("cases/a", "cases/b", "methods", "search"):
        (tmp_path / "site" / name).mkdir(parents=True)
        html = PAGE.format(name.partition("/")[0])
        (tmp_path / "site" / name / "index.html").write_text(html, encoding="utf-8")
    one = make_index(LIBRARY, tmp_path / "site", tmp_path / "one", 10)
    assert (one.pages, one.shards) == (3, 1)
    assert 100_000 < one.first < one.size
    dealt = make_index(LIBRARY, tmp_path / "site", tmp_path / "dealt", 1)
    assert dealt.pages == 3
    assert dealt.shards > 1
    assert dealt.first > one.first


def test_the_table_says_what_each_number_is() -> None:
    index = Index(pages=1250, shards=1, size=11_000_000, first=186_000)
    found = Measured(cases=1000, index=index, seconds=18.42, again=21.8, peak=506_000_000)
    assert (
        table([found]).splitlines()[-1] == "| 1,000 | 1,250 | 1 | 11.0 | 186 | 18.4 | 21.8 | 506 |"
    )
