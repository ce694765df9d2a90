"""Pages of the framework's prose that hold worked examples, each from a case of the library."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import ProsePage
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.model.worked import (
    OF_LIBRARY,
    Asked,
    Block,
    WorkedExample,
    WorkedStep,
    blocks,
)
from civalue_build.present.addresses import case_address, prose_address, relative
from civalue_build.present.library.base import Library
from civalue_build.present.library.prose import (
    framework_html,
    holds_examples,
    with_anchors,
    with_contact,
)
from civalue_build.present.library.worked_library import by_preference, of_library
from civalue_build.present.rendering import render
from civalue_build.present.views import Link

MISSING = "No worked example: no case of this library shows it."


@record
class ExampleView:
    """An example with the place that it comes from; without steps, `missing` says why."""

    steps: tuple[WorkedStep, ...] = ()
    origin: Link | None = None
    is_invented: bool = False
    missing: str = ""

    @property
    def about(self) -> str:
        """The line or the input that its steps are figures of, where they name none."""
        return next((step.about for step in self.steps if step.about), "")


def pages(library: Library) -> Iterator[Page]:
    """Draw every page of prose that asks for an example."""
    known = Examples.of(library)
    for page in library.framework.pages:
        if holds_examples(page):
            told = replace(page, body=with_contact(library.framework, page.body))
            yield _page(known, told)


@record
class Examples:
    """What the cases of a library answer: by what is asked, by slug, real cases first."""

    library: Library
    answers: Mapping[Asked, Mapping[str, tuple[CaseCard, WorkedExample]]]

    @classmethod
    def of(cls, library: Library) -> "Examples":
        """Return the examples of all cases of a library."""
        answers: dict[Asked, dict[str, tuple[CaseCard, WorkedExample]]] = {}
        for card in by_preference(library):
            for item in card.worked:
                answers.setdefault(item.asked, {})[card.slug] = card, item
        return cls(library=library, answers=answers)

    def view(self, block: Block, path: str) -> ExampleView:
        """Return the example that a page at `path` asks for.

        It comes from the case that the block names, else from the first real case that has it,
        else from an invented one.
        """
        if block.asked.figure in OF_LIBRARY:
            return self._of_library(block, path)
        for asked in (block.asked, Asked(figure=block.asked.figure)):
            if found := self.answers.get(asked):
                card, item = found.get(block.case) or next(iter(found.values()))
                place = case_address(card.slug) + (f"#{item.anchor}" if item.anchor else "")
                origin = Link(text=card.title, href=relative(path, place))
                invented = card.illustrative
                return ExampleView(steps=item.steps, origin=origin, is_invented=invented)
        return ExampleView(missing=MISSING)

    def _of_library(self, block: Block, path: str) -> ExampleView:
        answer = of_library(self.library, block.asked.figure, block.case)
        if answer is None:
            return ExampleView(missing=MISSING)
        origin = Link(text=answer.title, href=relative(path, answer.address))
        return ExampleView(steps=answer.steps, origin=origin, is_invented=answer.is_invented)


def _page(known: Examples, page: ProsePage) -> Page:
    path, source = prose_address(page.path), f"pages/{page.path}.md"
    html, contents = with_anchors(Markup("\n").join(_parts(known, page, path, source)))
    return Page(
        path=path,
        title=page.title,
        description=page.description,
        body=render("library_prose.html", title=page.title, body=html),
        contents=contents,
        source=f"framework/{source}",
    )


def _parts(known: Examples, page: ProsePage, path: str, source: str) -> Iterator[Markup]:
    lines, at = page.body.split("\n"), 0
    prose = partial(framework_html, source=source, path=path)
    for block in blocks(page.body):
        yield prose("\n".join(lines[at : block.start]))
        yield render("library_worked.html", example=known.view(block, path))
        at = block.end
    yield prose("\n".join(lines[at:]))
