"""Pages of prose with worked examples, as a library draws them."""

from dataclasses import replace

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework, ProsePage
from civalue_build.model.site import Heading, Page
from civalue_build.model.worked import Asked, WorkedExample, WorkedStep
from civalue_build.present.library.base import library_of
from civalue_build.present.library.indexed import documents
from civalue_build.present.library.site import shell_site
from civalue_build.present.library.worked import MISSING, pages
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import card

PATH = "methods/waiting/index.html"
ASKED = Asked(figure="delay")
BODY = """Why it matters. See [the start](index.md).

## What is lost

```worked
figure: delay
case: second
```

## What is lost

### A part

Done."""


def framework(body: str = BODY) -> Framework:
    """The miniature framework with one page more."""
    whole = read_framework(LIBRARY)
    page = ProsePage(path="methods/waiting", title="Waiting", description="Why.", body=body)
    return replace(whole, pages=(*whole.pages, page))


def answering(slug: str, figure: str, *, asked: Asked = ASKED, invented: bool = False) -> CaseCard:
    """A case that answers with one figure."""
    step = WorkedStep(name="Lost", figure=figure, formula="a × b", numbers="<1> × 2", about="Beds")
    example = WorkedExample(asked=asked, steps=(step,), anchor="how")
    return card(slug, worked=(example,), illustrative=invented)


def drawn(*cards: CaseCard, body: str = BODY) -> Page:
    """The page with the example, in a library of these cases."""
    (page,) = pages(library_of(framework(body), (), cards))
    return page


def test_an_example_comes_from_the_case_that_is_named() -> None:
    page = drawn(answering("first", "£1"), answering("second", "£2"))
    assert 'Worked example, from <a href="../../cases/second/index.html#how">Second</a>' in (
        page.body.replace("second/#how", "second/index.html#how")
    )
    assert "£2" in page.body
    assert "£1" not in page.body
    assert "&lt;1&gt; × 2" in page.body
    assert ": Beds</figcaption>" in page.body


def test_else_it_comes_from_the_first_real_case_that_has_it() -> None:
    other = Asked(figure="draws")
    cards = (
        answering("a-story", "£0", invented=True),
        answering("b-other", "£1", asked=other),
        answering("c-real", "£2"),
        answering("d-real", "£3"),
    )
    assert "C real" in drawn(*cards).body
    only = drawn(*cards[:2])
    assert "A story" in only.body
    assert "(invented for teaching)" in only.body


def test_where_no_case_has_it_the_page_says_so() -> None:
    page = drawn(card("plain"))
    assert MISSING in page.body
    assert "cv-worked" not in page.body
    assert "```" not in page.body


def test_a_line_that_no_case_has_gives_way_to_another_line() -> None:
    body = "```worked\nfigure: delay\nline: beds\n```"
    assert "£2" in drawn(answering("second", "£2"), body=body).body


@pytest.mark.parametrize("figure", ["editions", "portfolio.returns", "programme.return"])
def test_a_library_without_cases_has_no_example_of_several(figure: str) -> None:
    assert MISSING in drawn(body=f"```worked\nfigure: {figure}\n```").body


def test_its_headings_are_listed_and_lead_to_places_of_their_own() -> None:
    page = drawn()
    assert page.contents == (
        Heading(level=2, text="What is lost", anchor="what-is-lost"),
        Heading(level=2, text="What is lost", anchor="what-is-lost-2"),
        Heading(level=3, text="A part", anchor="a-part"),
    )
    assert all(f'id="{heading.anchor}"' in page.body for heading in page.contents)
    assert (page.title, page.description) == ("Waiting", "Why.")
    assert page.source == "framework/pages/methods/waiting.md"


def test_only_a_page_with_examples_is_taken_from_the_engine() -> None:
    site = shell_site(framework(), (), {})
    engine = {page.path for page in site.prose}
    assert PATH in site.shells
    assert PATH not in engine
    assert {"about/index.html", "methods/index.html"} <= engine
    methods = next(entry for entry in site.nav if entry.title == "Methods")
    assert PATH in [entry.path for entry in methods.children]


def test_a_page_of_prose_may_lead_to_it_and_it_may_not_lead_nowhere() -> None:
    known = framework()
    about = replace(known.pages[0], path="about", body="See [waiting](methods/waiting.md#a-part).")
    shell_site(replace(known, pages=(*known.pages[1:], about)), (), {})
    with pytest.raises(CivalueError, match=r"framework/pages/methods/waiting\.md"):
        shell_site(framework(f"[gone](gone.md)\n\n{BODY}"), (), {})


def test_search_finds_the_words_of_the_page_and_not_the_figures_of_a_case() -> None:
    page = drawn(answering("second", "£2"))
    found = documents(framework(), ())(PATH, page.body)
    assert "Why it matters" in found
    assert "£2" not in found
