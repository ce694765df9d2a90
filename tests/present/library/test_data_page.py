"""The page of data says whether the site has a feed, and how it comes to have one."""

import pytest

from civalue_build.model.framework import Framework
from civalue_build.present.library.data_page import page


@pytest.mark.parametrize(
    ("address", "there", "not_there"),
    [
        ("https://example.org/value/", 'href="../feed.xml"', "site_url"),
        ("", "<code>site_url</code>", "feed.xml"),
        (None, "How to cite", "feed"),
    ],
)
def test_a_feed_is_offered_where_there_is_one(
    framework: Framework, address: str | None, there: str, not_there: str
) -> None:
    body = page(framework, address=address).body
    assert there in body
    assert not_there not in body


def test_how_to_cite_gives_the_address_of_the_site_or_asks_for_it(framework: Framework) -> None:
    known = page(framework, address="https://example.org/value/").body
    assert "https://example.org/value/index.html</p>" in known
    assert "Add the day on which you took the data." in known
    assert "Add the address of this site and the day" in page(framework, address="").body
