"""The policy for browsers holds on the built site: nothing that a page needs is refused."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from civalue_build.present.redirect import redirect

NARROW, WIDE = 320, 1280
KINDS = (
    "index.html",
    "cases/index.html",
    "cases/home-before-noon/index.html",
    "cases/skin-check-rounds/index.html",
    "cases/leeds-waste-reduction/index.html",
    "programmes/index.html",
    "programmes/leeds-improvement-partnership/index.html",
    "insights/index.html",
    "insights/principles/index.html",
    "insights/python/index.html",
    "insights/tracker/index.html",
    "framework/index.html",
    "framework/principles/co-design/index.html",
    "framework/reading-charts/index.html",
    "framework/approaches/index.html",
    "framework/approaches/elft-pyramid/index.html",
    "unit-values/index.html",
    "methods/index.html",
    "methods/price-base/index.html",
    "checks/index.html",
    "checks/cv001/index.html",
    "contribute/format/index.html",
    "about/index.html",
    "about/accessibility/index.html",
    "data/index.html",
    "framework/changes/index.html",
    "compare/index.html?cases=home-before-noon,skin-check-rounds",
    "cases/home-before-noon/board.html",
    "cases/skin-check-rounds/approaches.html",
    "search/index.html",
)
WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(
    [event.violatedDirective, event.blockedURI, event.sourceFile].join(" ")));
"""


class Visits:
    """Pages seen in one browser: what they were refused, said, asked for, and left behind."""

    def __init__(self, browser: Browser, width: int) -> None:
        self.context: BrowserContext = browser.new_context(viewport={"width": width, "height": 900})
        self.context.add_init_script(WATCH)
        self.hosts: set[str] = set()
        self.said: list[str] = []
        self.refused: list[str] = []

    def open(self, address: str) -> Page:
        page = self.context.new_page()
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("console", lambda said: self.said.append(f"{page.url}: {said.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))
        page.goto(address)
        return page

    def close(self, page: Page) -> None:
        self.refused += [f"{page.url}: {what}" for what in page.evaluate("window.refused")]
        page.close()


@pytest.mark.slow
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_no_kind_of_page_needs_what_its_policy_refuses(
    browser: Browser, served: str, width: int
) -> None:
    assert_content(browser, served, width, KINDS)


def test_a_page_with_live_charts_needs_nothing_that_its_policy_refuses(
    browser: Browser, served: str
) -> None:
    assert_content(browser, served, WIDE, KINDS[:3])


def assert_content(browser: Browser, served: str, width: int, paths: Iterable[str]) -> None:
    """Pages show themselves and their charts without a refusal, and leave nothing behind."""
    visits = Visits(browser, width)
    for path in paths:
        page = visits.open(f"{served}/{path}")
        for figure in page.locator(".cv-figure[data-live]").all():
            figure.scroll_into_view_if_needed()
            figure.locator(".js-plotly-plot .main-svg").first.wait_for(state="attached")
            figure.locator(".cv-figure__plot").hover(force=True)
        visits.close(page)
    assert visits.refused == []
    assert visits.said == []
    assert visits.hosts == {urlsplit(served).netloc}
    assert visits.context.cookies() == []
    page = visits.open(f"{served}/index.html")
    assert page.evaluate("[{...localStorage}, {...sessionStorage}]") == [{}, {}]
    visits.context.close()


def test_search_runs_under_the_policy_of_its_page(browser: Browser, served: str) -> None:
    visits = Visits(browser, WIDE)
    page = visits.open(f"{served}/index.html")
    page.get_by_label("Search this site").fill("skin checks")
    page.get_by_label("Search this site").press("Enter")
    expect(page.locator(".search-count")).to_contain_text("results for “skin checks”")
    visits.close(page)
    assert visits.refused == []
    assert visits.said == []
    visits.context.close()


def test_a_site_read_from_a_folder_keeps_its_styles_and_scripts(
    site: Path, browser: Browser
) -> None:
    visits = Visits(browser, WIDE)
    for path in KINDS[::5]:
        page = visits.open((site / path.partition("?")[0]).as_uri())
        colour = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
        assert page.evaluate(colour) == "rgb(0, 94, 184)", path
        assert page.evaluate("typeof __md_get") == "function", path
        visits.close(page)
    assert visits.refused == []
    assert visits.said == []
    visits.context.close()


def test_every_page_of_the_site_has_one_policy_and_holds_no_style_or_script_of_its_own(
    site: Path,
) -> None:
    pages = list(site.rglob("*.html"))
    policies = [page.read_text(encoding="utf-8").count("Content-Security-Policy") for page in pages]
    assert len(pages) > 200
    assert set(policies) == {1}


def test_a_former_address_still_leads_on_under_its_policy(browser: Browser, tmp_path: Path) -> None:
    for path, html in ((redirect("old", "new", "New").path, ""), ("cases/new/index.html", "new")):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(html, encoding="utf-8")
    old = redirect("old", "new", "New")
    (tmp_path / old.path).write_bytes(old.content)
    visits = Visits(browser, WIDE)
    page = visits.open((tmp_path / old.path).as_uri())
    page.wait_for_url("**/cases/new/index.html")
    visits.close(page)
    assert visits.refused == []
    visits.context.close()
