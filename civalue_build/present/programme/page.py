"""The page of a programme, with its files. Deterministic: same programme, same bytes."""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import replace

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.present import wording
from civalue_build.present.addresses import CASES, PROGRAMMES, address_on
from civalue_build.present.case import background
from civalue_build.present.charts.figure import figure_view, live_files
from civalue_build.present.library.base import draw, ways
from civalue_build.present.library.cases import counted_apart
from civalue_build.present.library.programmes import tags_of
from civalue_build.present.library.views import prose_link
from civalue_build.present.programme.base import Known, known_of
from civalue_build.present.programme.capacity import by_year, counted_from, totals
from civalue_build.present.programme.document import DOCUMENT, TABLE, files
from civalue_build.present.programme.figure import chart
from civalue_build.present.programme.members import members
from civalue_build.present.programme.money import money
from civalue_build.present.programme.people import people
from civalue_build.present.views import Fact, FigureView, Link

UP = Link(text="Programmes", href=PROGRAMMES)
MADE_UP = (
    "This is an invented teaching programme. Its people, places and figures are made up, and so "
    "are those of its cases."
)
METHODS = "methods/programmes"


@record
class ProgrammePage:
    """A page, and the files that go with it."""

    page: Page
    assets: tuple[Asset, ...]


def programme_page(
    valued: ValuedProgramme, cards: Iterable[CaseCard], framework: Framework, site: str = ""
) -> ProgrammePage:
    """Return the page of a programme at `programmes/<id>/index.html`.

    `cards` are the library's published cases; those that name the programme are its members. `site`
    is the address of the site, if it has one.
    """
    own = {card.slug: card for card in cards if card.programme == valued.programme.id}
    known = known_of(valued, own, framework)
    folder = posixpath.dirname(known.path)
    drawn = chart(known)
    figure, data = figure_view(drawn, 1, folder) if drawn and drawn.has_shape else (None, None)
    reviewed = valued.programme.reviewed
    return ProgrammePage(
        page=replace(
            _page(known, figure, site),
            source=f"programmes/{valued.programme.id}.yml",
            reviewed=str(reviewed) if reviewed else "",
        ),
        assets=(
            *((data,) if data else ()),
            *live_files((figure,) if figure else (), folder),
            *files(known, folder),
        ),
    )


def _page(known: Known, figure: FigureView | None, site: str) -> Page:
    programme, material = known.programme, known.material
    invented = " (invented teaching programme)" if programme.illustrative else ""
    return draw(
        known.path,
        "programme.html",
        up=UP,
        title=f"{programme.title}{invented}",
        lead=programme.summary,
        heading=programme.title,
        tags=tags_of(programme),
        invented=MADE_UP if programme.illustrative else "",
        notices=tuple(_notices(known)),
        facts=tuple(_facts(known)),
        members=members(known),
        people=people(known),
        totals=totals(known),
        capacity=by_year(known),
        counted_from=counted_from(known),
        money=money(known),
        figure=figure,
        story=background.story(material),
        sources=background.sources(material),
        basis=background.basis(material),
        keepers=background.keepers(material),
        citation=_citation(known),
        address=address_on(site, known.path),
        downloads=tuple(_downloads(figure)),
        onward=ways(
            known.path,
            prose_link(known.framework, METHODS, "See how a programme is added up"),
            Link(text="See all programmes", href=PROGRAMMES),
            Link(text="Read the cases", href=CASES),
        ),
    )


def _notices(known: Known) -> Iterator[str]:
    programme = known.programme
    if programme.because:
        yield wording.sentence(f"{wording.label(programme.status)}: {programme.because}")
    if known.value.vintage is None:
        yield "Not valued: the programme states no price year, so nothing is added up."


def _facts(known: Known) -> Iterator[Fact]:
    programme = known.programme
    sector = wording.title(known.framework.sectors, programme.organisation.sector)
    yield Fact(term="Organisation", value=programme.organisation.name, note=sector)
    yield Fact(term="When", value=wording.period(programme.period))
    left = len(known.value.left_out)
    cases = counted_apart(member.illustrative for member in known.value.members)
    note = f"{wording.counted(left, 'is', 'are')} not added up" if left else ""
    yield Fact(term="Cases", value=cases, note=note, href="#cases")
    yield Fact(
        term="Shared costs", value=_shared(known), note=known.over if known.value.vintage else ""
    )


def _shared(known: Known) -> str:
    """Return what the cases share, or that it is not stated, or not all of it."""
    lines = known.value.shared
    if known.programme.costs == ():
        return "None"
    if all(line.undefined for line in lines):
        return "Not stated"
    if any(line.undefined for line in lines):
        return "Not all stated"
    return wording.about(sum(line.pv_claimed for line in lines), known.material.currency)


def _citation(known: Known) -> str:
    programme, framework = known.programme, known.framework
    invented = " (invented teaching programme)" if programme.illustrative else ""
    return (
        f"{wording.sentence(programme.organisation.name)} "
        f"{wording.sentence(f'{programme.title}{invented}')} In: {framework.title}, "
        f"edition {framework.edition}, programme “{programme.id}”."
    )


def _downloads(figure: FigureView | None) -> Iterator[Link]:
    if figure:
        text = f"The data of figure {figure.number} (CSV)"
        yield Link(text=text, href=figure.download.href, note=figure.title)
    yield Link(text="What each case brings, from every perspective (CSV)", href=TABLE)
    yield Link(text="Everything computed for this programme (JSON)", href=DOCUMENT)
