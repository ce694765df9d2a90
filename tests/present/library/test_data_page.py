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
