"""The definitions and the three lenses in full."""

from collections.abc import Iterator

from civalue_build.model.framework import Definition, LensText
from civalue_build.model.site import Page
from civalue_build.present.addresses import DEFINITIONS, LENSES
from civalue_build.present.library.base import Library
from civalue_build.present.library.parts import part
from civalue_build.present.library.prose import framework_html
from civalue_build.present.library.views import Section, source_cell


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of definitions and the page of lenses."""
    framework = library.framework
    yield part(
        DEFINITIONS,
        "Definitions",
        "One common definition of each word, with the framings that it leaves open.",
        *map(_definition, framework.definitions),
    )
    yield part(
        LENSES,
        "Three lenses",
        "Each case is seen through three lenses. They are never added together.",
        *map(_lens, sorted(framework.lenses, key=lambda lens: lens.number)),
    )


def _definition(item: Definition) -> Section:
    source = f"definitions/{item.id}.md"
    return Section(
        anchor=item.id,
        heading=item.title,
        quote=item.definition,
        source=source_cell(item.source),
        prose=framework_html(item.body, source, DEFINITIONS, level=3),
    )


def _lens(lens: LensText) -> Section:
    source = f"lenses/{lens.id}.md"
    return Section(
        anchor=lens.id,
        heading=lens.title,
        text=lens.question,
        quote=lens.words,
        source=source_cell(lens.source),
        prose=framework_html(lens.body, source, LENSES, level=3),
    )
