"""Search engines are given the address of every page."""

from xml.etree import ElementTree as ET

from civalue_build.publish.sitemap import sitemap


def test_every_page_is_listed_by_its_address_in_order() -> None:
    listed = ET.fromstring(  # noqa: S314 - our own
        sitemap("https://example.org/a&b/", ["z/index.html", "cases/é/index.html"])
    )
    assert [place.text for place in listed.iter() if place.tag.endswith("}loc")] == [
        "https://example.org/a&b/cases/%C3%A9/index.html",
        "https://example.org/a&b/z/index.html",
    ]


def test_a_page_whose_last_change_is_known_has_its_day() -> None:
    listed = sitemap("https://example.org/", ["a.html", "b.html"], {"b.html": "2026-10-01"})
    assert b"a.html</loc></url>" in listed
    assert b"b.html</loc><lastmod>2026-10-01</lastmod></url>" in listed
