"""Links of the whole built site: inside, they lead somewhere; nothing is fetched from outside."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

FETCHED = {("link", "href"), ("script", "src"), ("img", "src"), ("iframe", "src"), ("use", "href")}


class Links(HTMLParser):
    """Collects the ids of a page, where it leads and what it fetches."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.leads: list[str] = []
        self.fetches: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            if (tag, name) in {("a", "href"), ("form", "action")} and value:
                self.leads.append(value)
            if (tag, name) in FETCHED and value:
                self.fetches.append(value)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    found = {}
    for path in site.rglob("*.html"):
        links = Links()
        links.feed(path.read_text(encoding="utf-8"))
        found[path] = links
    return found


def test_every_link_inside_the_site_leads_to_a_page_and_a_place(
    site: Path, pages: dict[Path, Links]
) -> None:
    dead = []
    for page, links in pages.items():
        for link in links.leads + links.fetches:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or page.name == "404.html":
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            missing = not target.is_file()
            anchor = unquote(parts.fragment)
            if not missing and anchor and target in pages:
                missing = anchor not in pages[target].ids and anchor != "__skip"
            if missing:
                dead.append((str(page.relative_to(site)), link))
    assert not dead


def test_nothing_is_fetched_from_another_host(pages: dict[Path, Links]) -> None:
    outside = {link for links in pages.values() for link in links.fetches if urlsplit(link).netloc}
    assert not outside


def test_every_page_is_reached_from_the_home_page(site: Path, pages: dict[Path, Links]) -> None:
    reached, waiting = set[Path](), [site / "index.html"]
    while waiting:
        page = waiting.pop()
        if page in reached or page not in pages:
            continue
        reached.add(page)
        for link in pages[page].leads:
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc and parts.path:
                waiting.append((page.parent / unquote(parts.path)).resolve())
    assert {str(p.relative_to(site)) for p in set(pages) - reached} <= {"404.html"}
