"""The front page of the framework."""

from collections.abc import Iterator

from civalue_build.model.framework import Definition, Framework, LensText, Literature
from civalue_build.model.reference import DiscountSchedule, PriceIndex
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    DEFINITIONS,
    DISCOUNTING,
    FRAMEWORK,
    LENSES,
    PRICE_INDICES,
    principle_address,
    prose_address,
    relative,
)
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.parts import PARTS, SELF_CHECK
from civalue_build.present.library.views import Section, TermView, prose_link, source_cell
from civalue_build.present.views import Cell, Column, Link, Row, Table


def pages(library: Library) -> Iterator[Page]:
    """Draw the framework's front page."""
    framework = library.framework
    yield draw(
        FRAMEWORK,
        "library_sections.html",
        title="The framework",
        lead=framework.purpose,
        onward=ways(
            FRAMEWORK,
            Link(text="Read the cases", href=CASES),
            prose_link(framework, "methods/index", "See how the figures are worked out"),
            prose_link(framework, "contribute/index", "Add a case of your own"),
        ),
        sections=tuple(_front(framework)),
    )


def _front(framework: Framework) -> Iterator[Section]:
    yield Section(
        anchor="definitions",
        heading="What the words mean",
        terms=tuple(_short_definition(item) for item in framework.definitions),
        links=(_link("The definitions in full, and what may differ", DEFINITIONS),),
    )
    yield Section(
        anchor="lenses",
        heading="Three lenses",
        terms=tuple(_short_lens(item) for item in _lenses(framework)),
        links=(_link("The lenses in full, and what belongs to each", LENSES),),
    )
    yield Section(
        anchor="principles",
        heading="Ten principles" if len(framework.principles) == 10 else "Principles",
        tables=(_principles(framework),),
        links=_self_check(framework),
    )
    yield _parts()
    if framework.literature:
        yield _literature(framework.literature)
    yield Section(anchor="edition", heading="This edition", tables=(_edition(framework),))


def _parts() -> Section:
    return Section(
        anchor="parts",
        heading="Lists, prices and rates",
        text="Everything that a case is read against, with its sources.",
        links=tuple(_link(part.text, part.href) for part in PARTS),
    )


def _link(text: str, address: str) -> Link:
    return Link(text=text, href=relative(FRAMEWORK, address))


def _lenses(framework: Framework) -> list[LensText]:
    return sorted(framework.lenses, key=lambda lens: lens.number)


def _short_definition(item: Definition) -> TermView:
    return TermView(anchor=f"definition-{item.id}", title=item.title, means=item.definition)


def _short_lens(lens: LensText) -> TermView:
    return TermView(anchor=f"lens-{lens.id}", title=lens.title, means=lens.question)


def _principles(framework: Framework) -> Table:
    ordered = sorted(framework.principles, key=lambda principle: principle.number)
    return Table(
        id="principles-table",
        caption="The principles",
        columns=(Column(text="Principle"), Column(text="In the words of the source")),
        rows=tuple(
            Row(
                cells=(
                    Cell(
                        text=f"{item.number}. {item.title}",
                        href=relative(FRAMEWORK, principle_address(item.id)),
                    ),
                    Cell(text=item.words),
                )
            )
            for item in ordered
        ),
    )


def _self_check(framework: Framework) -> tuple[Link, ...]:
    return tuple(
        _link(page.title, prose_address(page.path))
        for page in framework.pages
        if page.path == SELF_CHECK
    )


def _literature(literature: Literature) -> Section:
    rows = (
        Row(
            cells=(
                Cell(text=fact.title, note=fact.note or ""),
                Cell(text=wording.exact(fact.value) + ("%" if fact.unit == "percent" else "")),
            )
        )
        for fact in literature.facts
    )
    return Section(
        anchor="literature",
        heading=literature.title,
        text="Much is written about the benefits of continuous improvement and little about "
        "what it takes. So each case here is asked for its own cost, for its sources, and for "
        "who in finance agreed the figures.",
        source=source_cell(literature.source),
        tables=(
            Table(
                id="literature-table",
                caption="What a review of the literature found",
                columns=(Column(text="Finding"), Column(text="Number", numeric=True)),
                rows=tuple(rows),
            ),
        ),
    )


def _edition(framework: Framework) -> Table:
    schedule = framework.schedules.get(framework.default_discounting)
    index = framework.price_indices.get(framework.default_price_index)
    facts = {
        "Edition": Cell(text=framework.edition),
        "Price year of the library": Cell(text=framework.library_price_year.label),
        "Discount schedule, where a case names none": _named(
            schedule, f"{DISCOUNTING}#{framework.default_discounting}"
        ),
        "Price index, where a case names none": _named(
            index, f"{PRICE_INDICES}#{framework.default_price_index}"
        ),
    }
    return Table(
        id="edition-table",
        caption="What the framework assumes",
        columns=(Column(text="What"), Column(text="Which")),
        rows=tuple(Row(cells=(Cell(text=what), which)) for what, which in facts.items()),
    )


def _named(item: DiscountSchedule | PriceIndex | None, address: str) -> Cell:
    if item is None:
        return Cell(text="not stated", empty=True)
    return Cell(text=item.title, href=relative(FRAMEWORK, address))
