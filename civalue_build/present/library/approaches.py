"""Other approaches to value: a page for each, and the library as each of them reads it."""

import posixpath
from collections.abc import Collection, Iterator

from civalue_build.model.approach import Approach
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    APPROACHES,
    CASES,
    FRAMEWORK,
    REPORTING,
    approach_address,
    relative,
)
from civalue_build.present.charts.figure import live_files
from civalue_build.present.charts.pyramid.figure import pyramid_view
from civalue_build.present.library.approach_counts import library_pyramid
from civalue_build.present.library.approach_tables import (
    asks_table,
    categories_table,
    words_table,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.views import case_list, prose_link, source_cell
from civalue_build.present.views import FigureView, Link

FRAME = Link(text="The framework", href=FRAMEWORK)
UP = Link(text="Other approaches to value", href=APPROACHES)
LEAD = (
    "Organisations tell the value of improvement in their own ways. Each case here is written "
    "once, and can be read by any of them."
)
NONE = "The framework has no other approach yet."
Found = tuple[FigureView, Asset]


@record
class Entry:
    """An approach in the list; `own` says how many real cases give facts for it, if any does."""

    link: Link
    about: str
    own: str


def pages(library: Library) -> Iterator[Page]:
    """Draw the list of approaches, then a page for each."""
    yield _index(library)
    listed = list(library.framework.approaches.items())
    for at, (name, approach) in enumerate(listed):
        following = listed[at + 1] if at + 1 < len(listed) else None
        yield _page(library, name, approach, following)


def assets(library: Library) -> Iterator[Asset]:
    """Make the data and the live figure of each approach's picture."""
    for name, approach in library.framework.approaches.items():
        if found := _figure(library, name, approach):
            view, file = found
            yield file
            yield from live_files((view,), posixpath.dirname(file.path))


def _index(library: Library) -> Page:
    found = library.framework.approaches
    return draw(
        APPROACHES,
        "library_approaches.html",
        title=UP.text,
        lead=LEAD,
        up=FRAME,
        entries=tuple(_entries(library)),
        checked=_checked(found.values()),
        none=NONE,
        onward=ways(
            APPROACHES,
            Link(text="Read the cases", href=CASES),
            prose_link(library.framework, "contribute/your-own-library", "Add an approach"),
            Link(text="Back to the framework", href=FRAMEWORK),
        ),
    )


def _entries(library: Library) -> Iterator[Entry]:
    for name, each in library.framework.approaches.items():
        cases = sum(name in card.approaches for card in library.counted)
        own = wording.counted(cases, "case gives", "cases give")
        yield Entry(
            link=Link(text=each.title, href=relative(APPROACHES, approach_address(name))),
            about=each.about,
            own=f"{own} facts for it." if cases else "",
        )


def _checked(found: Collection[Approach]) -> str:
    """Return of how many approaches a person has compared the account with its sources."""
    checked = sum(all(source.checked for source in each.sources) for each in found)
    of = wording.counted(len(found), "account", "accounts")
    told = wording.number(checked) if checked else "none"
    return f"Of these {of}, {told} has been compared with its sources by a person so far."


def _page(
    library: Library, name: str, approach: Approach, following: tuple[str, Approach] | None
) -> Page:
    path = approach_address(name)
    figure = _figure(library, name, approach)
    cards = [card for card in library.cards if card.is_current and name in card.approaches]
    guideline = library.framework.guidelines.get(approach.guideline or "")
    return draw(
        path,
        "library_approach.html",
        title=approach.title,
        lead=approach.about,
        up=UP,
        lesson=approach.lesson,
        heard=approach.readers,
        words=words_table(name, approach) if approach.words else None,
        categories=categories_table(library, name, approach),
        figure=figure[0] if figure else None,
        cases=case_list(path, cards, f"approach={name}"),
        asks=asks_table(name, (*(guideline.items if guideline else ()), *approach.asks)),
        profile=Link(
            text="How the cases here answer them",
            href=relative(path, f"{REPORTING}#{approach.guideline}"),
        )
        if guideline
        else None,
        left_out=approach.left_out,
        sources=tuple(source_cell(source) for source in approach.sources),
        onward=ways(path, *_onward(following)),
    )


def _onward(following: tuple[str, Approach] | None) -> Iterator[Link]:
    if following:
        name, approach = following
        yield Link(text=f"The next approach: {approach.title}", href=approach_address(name))
    yield Link(text="All approaches", href=APPROACHES)
    yield Link(text="Read the cases", href=CASES)


def _figure(library: Library, name: str, approach: Approach) -> Found | None:
    if approach.picture is None or not library.counted:
        return None
    folder = posixpath.dirname(approach_address(name))
    return pyramid_view(library_pyramid(library, name, approach), 1, folder)
