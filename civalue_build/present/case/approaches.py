"""A case as other approaches to value tell it: the same facts under their categories."""

import posixpath
from collections.abc import Mapping

from markupsafe import Markup

from civalue_build.model.approach import Approach, Picture
from civalue_build.model.approach_facts import COSTS_AT, EVO, PATHWAY_AT, ST_VINCENTS
from civalue_build.model.crosswalk import Reading
from civalue_build.model.enums import Step
from civalue_build.model.place import KeyPath
from civalue_build.model.record import record
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.addresses import (
    PICTURE,
    address_on,
    approach_address,
    relative,
    view_as_address,
)
from civalue_build.present.case.approach_asks import asked, tally
from civalue_build.present.case.approach_costs import costs_view
from civalue_build.present.case.approach_facts import FactView, facts_id, facts_view
from civalue_build.present.case.approach_pathway import PathwayView, pathway_view
from civalue_build.present.case.approach_pyramid import case_pyramid
from civalue_build.present.case.approach_rows import (
    CategoryView,
    category_views,
    has_amounts,
    labels_of,
    without,
)
from civalue_build.present.case.base import Material
from civalue_build.present.case.reporting import ItemView, drawn_item, sources_say_more
from civalue_build.present.charts.pyramid.figure import pyramid_view
from civalue_build.present.library.views import INVENTED, checked_tag, prose_link
from civalue_build.present.rendering import render
from civalue_build.present.views import FigureView, Link, Tag

Drawn = dict[str, tuple[FigureView, Asset]]
CASE = "index.html"
TRANSFERS = "What one body pays and another gains comes to £0 where both are counted."
CORRECTED = "How amounts are corrected for evidence"
FACTS = Tag(text="facts of its own", tone="green")
_WORDS: dict[str, tuple[Approach, Markup]] = {}
"""By id, the words of an approach as drawn: they are the same on the page of each case."""


@record
class Told:
    """A case as one approach tells it. `tally` says how many of its questions are answered how."""

    id: str
    title: str
    short: str
    about: str
    tags: tuple[Tag, ...]
    categories: tuple[CategoryView, ...]
    empty: str
    figure: FigureView | None
    pathway: PathwayView | None
    tally: str
    asks: tuple[ItemView, ...]
    facts: tuple[FactView, ...]
    facts_at: str
    words: Markup


@record
class ViewAs:
    """The page of a case as other approaches tell it, its files and its figures."""

    files: tuple[Asset, ...]
    figures: tuple[FigureView, ...]


def view_as(known: Material, site: str = "") -> ViewAs | None:
    """Return a case as other approaches tell it; none where the framework knows no other.

    `site` is the address of the site, if it has one.
    """
    readings = known.appraisal.readings
    if not readings:
        return None
    labels = labels_of(known)
    drawn = _drawn(known)
    views = [_told(known, reading, labels, drawn) for reading in readings]
    return ViewAs(
        files=(_page(known, views, site), *(file for _, file in drawn.values())),
        figures=tuple(figure for figure, _ in drawn.values()),
    )


def _page(known: Material, views: list[Told], site: str) -> Asset:
    path = view_as_address(known.case.slug)
    html = render(
        "case_approaches.html",
        case=known.case.title,
        address=address_on(site, path),
        picture=address_on(site, PICTURE),
        tags=(INVENTED,) if known.case.illustrative else (),
        assets=relative(path, "assets"),
        basis=_basis(known),
        correction=_correction(known),
        sources=sources_say_more(known),
        views=views,
    )
    return Asset(path=path, content=f"{html}\n".encode())


def _basis(known: Material) -> str:
    """Return once for all tables of the page what their money is."""
    vintage = known.appraisal.vintage
    if vintage is None or not has_amounts(known):
        return "The case states no amount for any cost or benefit."
    return (
        f"Money is present value for the NHS {known.over}, in {vintage.price_year} prices, "
        f"counting {wording.label(Step.CAPACITY)}. What society counts follows where it is another "
        f"amount. {wording.ROUNDED} "
        f"{_transfers(known)}{known.ungraded}"
    ).rstrip()


def _correction(known: Material) -> Link | None:
    """Return the way to what “corrected for evidence” means, where the page says so of money."""
    method = prose_link(known.framework, "methods/evidence-correction", CORRECTED)
    return method._replace(href=known.to(method.href)) if method and has_amounts(known) else None


def _transfers(known: Material) -> str:
    return f"{TRANSFERS} " if known.appraisal.transfers else ""


def _told(known: Material, reading: Reading, labels: Mapping[str, str], drawn: Drawn) -> Told:
    approach = known.framework.approaches[reading.approach]
    questions = list(asked(known, approach, reading))
    return Told(
        id=reading.approach,
        title=approach.title,
        short=approach.short,
        about=approach.about,
        tags=(FACTS,) if reading.gives_facts else (),
        categories=category_views(known, approach, reading, labels),
        empty=without(approach, reading),
        figure=drawn[reading.approach][0] if reading.approach in drawn else None,
        pathway=pathway_view(known) if reading.approach == ST_VINCENTS else None,
        tally=tally(answer for _, _, answer in questions),
        asks=tuple(
            drawn_item(item.title, item.note or "", word, answer, CASE)
            for item, word, answer in questions
        ),
        facts=facts_view(known.case, reading.approach, approach, _facts_drawn(known)),
        facts_at=facts_id(reading.approach),
        words=_words(known, reading.approach, approach),
    )


def _facts_drawn(known: Material) -> tuple[KeyPath, ...]:
    """Return the places of those facts that the page draws."""
    appraisal = known.appraisal
    places = ((COSTS_AT, appraisal.distribution), (PATHWAY_AT, appraisal.pathway))
    return tuple(place for place, drawn in places if drawn)


def _drawn(known: Material) -> Drawn:
    """Return the figures of the page with their files, by approach, numbered as they stand."""
    folder, found = posixpath.dirname(known.path), known.appraisal.distribution
    drawn: Drawn = {}
    for reading in known.appraisal.readings:
        approach, number = known.framework.approaches[reading.approach], 1 + len(drawn)
        if approach.picture is Picture.PYRAMID:
            chart = case_pyramid(known, approach, reading)
            drawn[reading.approach] = pyramid_view(chart, number, folder)
        elif reading.approach == EVO and found:
            drawn[reading.approach] = costs_view(known, found, number, folder)
    return drawn


def _words(known: Material, name: str, approach: Approach) -> Markup:
    """Return an approach's words beside ours, and the way to its page: drawn once for all cases."""
    found = _WORDS.get(name)
    if found is None or found[0] is not approach:
        more = Link(
            text="More on this approach, and where it comes from",
            href=known.to(approach_address(name)),
        )
        checked = checked_tag(all(source.checked for source in approach.sources))
        drawn = render("case_approach_words.html", words=approach.words, more=more, checked=checked)
        found = _WORDS[name] = approach, drawn
    return found[1]
