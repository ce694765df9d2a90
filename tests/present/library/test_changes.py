"""What holds from when is made of the framework's own entries, the latest first."""

import re

from civalue_build.present.library.base import library_of
from civalue_build.present.library.changes import pages
from civalue_build.present.library.footer import footer
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT

FRAMEWORK = read_framework(ROOT)
(PAGE,) = pages(library_of(FRAMEWORK))


def test_every_entry_of_every_value_stands_there_once() -> None:
    entries = sum(len(value.values) for value in FRAMEWORK.unit_values.values())
    table = PAGE.body[PAGE.body.index('id="values-by-date"') :].partition("</table>")[0]
    assert table.count("<tr") == entries + 1


def test_the_latest_stands_first() -> None:
    table = PAGE.body[PAGE.body.index('id="values-by-date"') :].partition("</table>")[0]
    years = [int(year) for year in re.findall(r">(?:from |in )[A-Za-z ]*?(\d{4})<", table)]
    assert len(years) > 40
    assert years == sorted(years, reverse=True)


def test_the_foot_of_every_page_names_the_edition_and_leads_to_the_pages_about_the_site() -> None:
    html = footer(FRAMEWORK)
    assert f"Framework edition {FRAMEWORK.edition}" in html
    for page in ("about/accessibility", "about/privacy", "data"):
        assert f'href="{page}/index.html"' in html
