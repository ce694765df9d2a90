"""The feed of cases: the latest first, dated by what cases say, safe for any text."""

from typing import Any
from xml.etree import ElementTree as ET

from civalue_build.model.card import plain_card
from civalue_build.model.case import Revision
from civalue_build.model.estimate import PartialDate
from civalue_build.present.feed import feed
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from tests.conftest import ROOT
from tests.present.library.cards import card

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://example.org/value/"


def dated(slug: str, year: int, month: int | None = None, **changes: Any) -> Any:
    return card(slug, reviewed=PartialDate(year=year, month=month), **changes)


def read(*cards: Any) -> ET.Element:
    (file,) = feed(URL, "Value & <worth>", cards)
    assert file.path == "feed.xml"
    return ET.fromstring(file.content)  # noqa: S314 our own


def test_the_latest_stands_first_and_the_feed_is_as_new_as_it() -> None:
    found = read(dated("old", 2024, 3), dated("new", 2026, 10), dated("middle", 2025))
    ids = [entry.findtext(f"{ATOM}id") for entry in found.iter(f"{ATOM}entry")]
    assert ids == [f"{URL}cases/{slug}/index.html" for slug in ("new", "middle", "old")]
    assert found.findtext(f"{ATOM}updated") == "2026-10-01T00:00:00Z"


def test_a_text_of_a_contributor_is_text_and_an_invented_case_says_so() -> None:
    found = read(dated("a", 2026, title="<b>&\x07</b>", summary="]]> <x>", illustrative=True))
    entry = found.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "<b>&</b> (invented teaching case)"
    assert entry.findtext(f"{ATOM}summary") == "]]> <x>"


def test_every_entry_has_what_the_format_asks_for() -> None:
    (entry,) = read(dated("a", 2026)).iter(f"{ATOM}entry")
    for part in ("id", "title", "updated", "summary"):
        assert entry.findtext(f"{ATOM}{part}")
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Example Hospitals"


def test_there_is_none_without_an_address_or_without_a_date() -> None:
    assert list(feed("", "Value", [dated("a", 2026)])) == []
    assert list(feed(URL, "Value", [card("a")])) == []


def test_a_case_is_as_new_as_the_latest_of_its_own_dates_and_says_what_changed() -> None:
    day = PartialDate(year=2026, month=11, day=20)
    change = Revision(date=PartialDate(year=2027, month=2), what="The cost of training was added")
    (entry,) = read(card("a", published=day)).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}published") == "2026-11-20T00:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-20T00:00:00Z"
    (entry,) = read(dated("a", 2026, published=day, changed=change)).iter(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}published") == "2026-11-20T00:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2027-02-01T00:00:00Z"
    said = entry.findtext(f"{ATOM}summary") or ""
    assert said.startswith("Changed: The cost of training was added. ")


def test_every_case_of_the_library_that_gives_a_date_is_in_its_feed() -> None:
    """Real cases are `reviewed` by nobody yet: the day of their publication brings them in."""
    found = [parse_case(load_case(ROOT, slug)).case for slug in case_slugs(ROOT)]
    cards = [plain_card(case) for case in found if case]
    entries = {entry.findtext(f"{ATOM}id") for entry in read(*cards).iter(f"{ATOM}entry")}
    real = {f"{URL}cases/{item.slug}/index.html" for item in cards if not item.illustrative}
    assert real & entries
