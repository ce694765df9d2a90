"""Each page says to other programs what it is, in its own words, once and escaped."""

from html import escape

import pytest

from civalue_build.present.addresses import PICTURE as OF_PAGES_WITHOUT_A_FRAME
from civalue_build.publish.drawn import Chromes
from civalue_build.publish.picture import PICTURE
from tests.publish.conftest import Reading
from tests.publish.small_site import AWKWARD, CASE, PURPOSE, SITE, URL


def page_of(drawn: Chromes, path: str) -> str:
    file = drawn.folder / path
    if file.exists():
        return file.read_text(encoding="utf-8")
    return drawn.chrome_for(path).fill(CASE)


def told(html: str) -> dict[str, list[str]]:
    """What a page says of itself, by name."""
    found: dict[str, list[str]] = {}
    for tag, attrs in Reading(html).tags:
        name = attrs.get("property") or attrs.get("name")
        if tag == "meta" and name:
            found.setdefault(name, []).append(attrs.get("content") or "")
    return found


@pytest.mark.parametrize("path", [CASE.path, PURPOSE])
def test_a_page_says_its_title_and_description_once(addressed: Chromes, path: str) -> None:
    said = told(page_of(addressed, path))
    assert said["og:title"] == [AWKWARD]
    assert said["og:type"] == ["article"]
    assert said["og:locale"] == ["en_GB"]
    assert said["og:site_name"] == [SITE.title]
    assert said["og:description"] == said["description"]
    assert said["twitter:card"] == ["summary_large_image"]


def test_addresses_are_those_of_the_page_and_the_picture_is_there(addressed: Chromes) -> None:
    html = page_of(addressed, CASE.path)
    said = told(html)
    assert said["og:url"] == [f"{URL}{CASE.path}"]
    assert said["og:image"] == [f"{URL}assets/images/card.png"]
    assert (addressed.folder / "assets/images/card.png").read_bytes().startswith(b"\x89PNG")
    feeds = list(Reading(html).having("link", type="application/atom+xml"))
    assert [feed["href"] for feed in feeds] == [f"{URL}feed.xml"]


def test_a_site_without_an_address_names_none(drawn: Chromes) -> None:
    html = page_of(drawn, CASE.path)
    said = told(html)
    assert not {"og:url", "og:image"} & set(said)
    assert said["twitter:card"] == ["summary"]
    assert "application/atom+xml" not in html
    assert not (drawn.folder / "assets/images/card.png").exists()


def test_the_home_page_is_the_site_and_no_article(drawn: Chromes) -> None:
    html = drawn.chrome_for("index.html").fill(
        type(CASE)(path="index.html", title="Home", body="x", description="y")
    )
    assert told(html)["og:type"] == ["website"]
    assert escape(SITE.title) in html


def test_pages_without_the_frame_name_the_same_picture() -> None:
    assert OF_PAGES_WITHOUT_A_FRAME == PICTURE
