"""The real engine draws a small site; what it leaves behind is what is published."""

import hashlib
import os
import pickle
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic, sleep

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.site import Asset, NavEntry, ProsePage
from civalue_build.publish import markers
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.engine import draw_chrome, start_drawing
from civalue_build.publish.engines import Engine
from tests.publish.conftest import Reading, files_of
from tests.publish.small_site import AWKWARD, CASE, PURPOSE, SETTINGS, SITE, URL

ROOT = Path(__file__).parents[2]
HOSTS = (
    "unpkg.com",
    "jsdelivr",
    "cdnjs",
    "googleapis",
    "gstatic",
    "api.github.com",
    "polyfill",
    "cdn.",
)


def pages(drawn: Chromes) -> dict[str, str]:
    """Every page as it would be published."""
    files = files_of(drawn.folder)
    prose = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    shells = {path: chrome.fill(replace(CASE, path=path)) for path, chrome in drawn.shells.items()}
    return prose | shells | {CASE.path: drawn.specimen.fill(CASE)}


def test_the_folder_holds_prose_and_assets_and_no_page_drawn_for_its_chrome(
    drawn: Chromes,
) -> None:
    files = files_of(drawn.folder)
    assert {path for path in files if path.endswith(".html")} == {
        PURPOSE,
        "about/index.html",
    }
    assert {asset.path: asset.content for asset in SITE.assets}.items() <= files.items()
    for gone in ("sitemap", "search", "lunr", ".map", ".md"):
        left = {path for path in files if gone in path}
        assert left <= {asset.path for asset in SITE.assets}, gone
    assert not (drawn.folder / "cases").exists()


def test_no_marker_is_left_in_any_file(drawn: Chromes) -> None:
    for path, data in files_of(drawn.folder).items():
        assert not re.search(rb"civalue[a-z]+\d*mark", data, re.IGNORECASE), path
    for path, html in pages(drawn).items():
        assert not markers.ANY.search(html), path


def test_a_page_of_prose_has_its_title_and_description_in_words(drawn: Chromes) -> None:
    read = Reading((drawn.folder / PURPOSE).read_text(encoding="utf-8"))
    assert read.text("title") == [" ".join(f"{AWKWARD} - {SITE.title}".split())]
    assert read.text("h1") == [" ".join(AWKWARD.split())]
    assert next(read.having("meta", name="description"))["content"] == 'Why & "how"'


def test_a_page_of_prose_with_a_heading_of_its_own_keeps_it(drawn: Chromes) -> None:
    read = Reading((drawn.folder / "about/index.html").read_text(encoding="utf-8"))
    assert read.text("h1") == ["Our own heading"]
    assert read.text("title") == [f"About - {SITE.title}"]


def test_a_title_of_the_menu_is_right_in_text_and_in_labels(drawn: Chromes) -> None:
    for path, html in pages(drawn).items():
        read = Reading(html)
        labels = [each.get("aria-label") or "" for _, each in read.tags]
        assert not [label for label in labels if "&amp;" in label], path
        assert "Cases & more" in [*read.text("a"), *read.text("span")], path
    read = Reading(
        drawn.shells["framework/prices/index.html"].fill(
            replace(CASE, path="framework/prices/index.html")
        )
    )
    assert "Previous: Costs & <gains>" in [each.get("aria-label") for _, each in read.tags]


def test_no_page_asks_another_host_for_anything(drawn: Chromes) -> None:
    for path, html in pages(drawn).items():
        for tag, attrs in Reading(html).tags:
            for name in ("src", "href", "srcset", "action"):
                if tag != "a":
                    assert not re.match(r"(https?:)?//", attrs.get(name) or ""), (path, tag)


def test_no_file_names_a_host_from_which_scripts_and_fonts_are_commonly_fetched(
    drawn: Chromes,
) -> None:
    ours = {asset.path for asset in SITE.assets}
    for path, data in files_of(drawn.folder).items():
        for host in HOSTS if path not in ours else ():
            if host == "polyfill":  # a word of scripts, too: only as part of an address
                assert not re.search(rb"//[\w./-]*polyfill", data), path
            else:
                assert host.encode() not in data, (path, host)
        if path.endswith(".css"):
            assert not re.search(rb"(url\(|@import)\s*['\"]?(https?:)?//", data), path


def test_without_an_address_of_the_site_no_page_claims_one(drawn: Chromes) -> None:
    for path, html in pages(drawn).items():
        assert not list(Reading(html).having("link", rel="canonical")), path


def test_with_an_address_every_page_names_its_own(addressed: Chromes) -> None:
    for path, html in pages(addressed).items():
        links = [each["href"] for each in Reading(html).having("link", rel="canonical")]
        assert links == ([] if path == "404.html" else [f"{URL}{path}"])


def test_an_address_can_be_written_without_its_last_sign(tmp_path: Path, engine: Engine) -> None:
    settings = SETTINGS | {"site_url": URL.rstrip("/")}
    html = draw_chrome(SITE, settings, tmp_path, engine).specimen.fill(CASE)
    assert f'<link rel="canonical" href="{URL}{CASE.path}">' in html


def test_with_an_address_the_page_for_wrong_ones_works_wherever_it_is_shown(
    addressed: Chromes,
) -> None:
    known = {*files_of(addressed.folder), *pages(addressed)}
    html = (addressed.folder / "404.html").read_text(encoding="utf-8")
    links = [
        link
        for _, attrs in Reading(html).tags
        for name in ("href", "src", "action", "data-root")
        if (link := attrs.get(name)) and not link.startswith(("https://", "#"))
    ]
    assert "/value/cases/index.html" in links
    assert '<h1>Nothing here</h1><a href="/value/index.html">Home</a>' in html
    for link in links:
        assert link.startswith("/value/"), link
        assert link.removeprefix("/value/") in {*known, ""}, link


def test_relative_links_of_every_page_lead_to_a_page_or_a_file(drawn: Chromes) -> None:
    known = {*files_of(drawn.folder), *pages(drawn)}
    for path, html in pages(drawn).items():
        for _, attrs in Reading(html).tags:
            link = (attrs.get("href") or attrs.get("src") or "").partition("#")[0]
            if link and not re.match(r"[a-z]+:|/", link):
                target = os.path.normpath(Path(path).parent / link)
                assert target in known, (path, link)


BUILD_AND_HASH = """
import hashlib, sys
from pathlib import Path
from civalue_build.publish.engine import draw_chrome
from tests.publish.conftest import files_of
from tests.publish.small_site import SETTINGS, SITE
drawn = draw_chrome(SITE, SETTINGS, Path(sys.argv[1]), sys.argv[2])
print(hashlib.sha256(repr((
    drawn.shells, drawn.families, files_of(drawn.folder))).encode()).hexdigest())
"""


def test_the_same_site_gives_the_same_bytes_in_any_folder_zone_and_order(
    drawn: Chromes, engine: Engine, tmp_path: Path
) -> None:
    here = hashlib.sha256(
        repr((drawn.shells, drawn.families, files_of(drawn.folder))).encode()
    ).hexdigest()
    for number, zone in enumerate(("Pacific/Kiritimati", "UTC")):
        there = subprocess.run(
            [
                sys.executable,
                "-c",
                BUILD_AND_HASH,
                tmp_path / f"a folder {number}" / "déjà",
                engine,
            ],
            env=os.environ
            | {"PYTHONHASHSEED": str(number + 1), "TZ": zone, "LC_ALL": "C", "PYTHONPATH": ""}
            | {"SOURCE_DATE_EPOCH": str(number * 10**9)},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert there.stdout.strip() == here


BROKEN = (
    "[gone](../gone/index.md)",
    "[gone](../gone.csv)",
    "[gone](/gone.csv)",
    "![gone](gone.png)",
    "[gone](../framework/purpose/index.md#gone)",
)


def test_broken_links_are_named_until_all_are_mended(tmp_path: Path, engine: Engine) -> None:
    left = {
        f"a{at}": ProsePage(path=f"a{at}/index.html", title="A", markdown=link)
        for at, link in enumerate(BROKEN)
    }
    while left:
        site = replace(SITE, prose=(*SITE.prose, *left.values()))
        with pytest.raises(CivalueError) as told:
            draw_chrome(site, SETTINGS, tmp_path, engine)
        named = {at for at in left if re.search(rf"page {at}/index.*gone", str(told.value))}
        assert named, left
        left = {at: page for at, page in left.items() if at not in named}


@pytest.mark.slow
@pytest.mark.parametrize("link", BROKEN)
def test_a_broken_link_stops_the_build_and_is_named(
    tmp_path: Path, engine: Engine, link: str
) -> None:
    broken = ProsePage(path="a/index.html", title="A", markdown=link)
    with pytest.raises(CivalueError, match=r"page a/index[\s\S]*gone"):
        draw_chrome(replace(SITE, prose=(*SITE.prose, broken)), SETTINGS, tmp_path, engine)


def test_a_menu_entry_without_a_page_stops_the_build(tmp_path: Path, engine: Engine) -> None:
    nav = (*SITE.nav, NavEntry(title="Nowhere", path="nowhere/index.html"))
    with pytest.raises(CivalueError, match=r"nowhere/index\.md"):
        draw_chrome(replace(SITE, nav=nav), SETTINGS, tmp_path, engine)


def test_a_module_in_the_folder_of_the_build_is_not_run(tmp_path: Path, engine: Engine) -> None:
    """A file called yaml.py beside the build must not stand in for the library."""
    (tmp_path / "yaml.py").write_text("raise SystemExit('run!')", encoding="utf-8")
    assert draw_chrome(SITE, SETTINGS, tmp_path, engine).folder.is_dir()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, CivalueError])
def test_the_engine_ends_with_the_block_that_started_it(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    with suppress(stop), start_drawing(SITE, SETTINGS, tmp_path) as drawing:
        assert drawing.process.poll() is None
        raise stop
    assert drawing.process.returncode not in (None, 0)
    assert not (tmp_path / "site" / "index.html").exists()


def test_the_engine_works_while_the_block_does_other_things(
    tmp_path: Path, drawn: Chromes, engine: Engine
) -> None:
    with start_drawing(SITE, SETTINGS, tmp_path, engine) as drawing:
        deadline = monotonic() + 60
        while drawing.process.poll() is None and monotonic() < deadline:
            sleep(0.02)
        learned = drawing.finish()
    assert (learned.shells, learned.families) == (drawn.shells, drawn.families)
    assert files_of(learned.folder) == files_of(drawn.folder)


def test_an_engine_that_says_more_than_a_pipe_holds_is_waited_for(tmp_path: Path) -> None:
    link = "".join(f"[gone {number}](../gone-{number}-{'x' * 200}.md)\n" for number in range(999))
    broken = ProsePage(path="a/index.html", title="A", markdown=link)
    site = replace(SITE, prose=(*SITE.prose, broken))
    with start_drawing(site, SETTINGS, tmp_path) as drawing:
        drawing.process.wait(timeout=60)
        with pytest.raises(CivalueError, match="gone-998"):
            drawing.finish()
    assert (tmp_path / "errors.txt").stat().st_size > 2**16


def test_a_second_run_in_the_same_folder_keeps_nothing_of_the_first(
    drawn: Chromes, tmp_path: Path, engine: Engine
) -> None:
    extra = Asset(path="data/old.csv", content=b"")
    other = replace(SITE, title="Another", assets=(*SITE.assets, extra))
    draw_chrome(other, SETTINGS, tmp_path, engine)
    again = draw_chrome(SITE, SETTINGS, tmp_path, engine)
    assert files_of(again.folder) == files_of(drawn.folder)
    assert (again.shells, again.families) == (drawn.shells, drawn.families)


def test_a_page_without_a_chrome_of_its_own_gets_that_of_its_family(drawn: Chromes) -> None:
    assert drawn.chrome_for("cases/index.html") is drawn.shells["cases/index.html"]
    assert drawn.chrome_for("cases/falls/index.html") is drawn.families["cases"]
    assert drawn.chrome_for("framework/parts/x/index.html") is drawn.families["framework/parts"]
    for path in ("cases/x/y/index.html", "elsewhere/index.html", "elsewhere/x/index.html"):
        with pytest.raises(CivalueError, match=f"{path} is neither"):
            drawn.chrome_for(path)


def test_what_was_drawn_can_be_sent_to_another_process(drawn: Chromes) -> None:
    assert pickle.loads(pickle.dumps(drawn)) == drawn  # noqa: S301 - our own


def test_pages_of_the_menu_lead_on_in_its_order_and_pages_of_families_do_not(
    drawn: Chromes,
) -> None:
    def ways(path: str, way: str) -> list[str | None]:
        html = drawn.chrome_for(path).fill(replace(CASE, path=path))
        links = (attrs for tag, attrs in Reading(html).tags if tag == "a")
        return [
            each["href"]
            for each in links
            if f"md-footer__link--{way}" in (each.get("class") or "").split()
        ]

    assert ways("cases/index.html", "prev") == ["../index.html"]
    assert ways("cases/index.html", "next") == ["../framework/index.html"]
    assert ways("framework/prices/index.html", "next") == []
    for path in (CASE.path, "framework/parts/x/index.html"):
        assert ways(path, "prev") == ways(path, "next") == []
