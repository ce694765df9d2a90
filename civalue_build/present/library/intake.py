"""The pages on which a case is filled in: their prose is the framework's, the form is ours."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from civalue_build.model.framework import Framework, ProsePage
from civalue_build.model.intake import Field, Part, Sort
from civalue_build.model.intake_parts import PARTS
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.present.addresses import TO_FILL_IN, prose_address, relative
from civalue_build.present.intake.options import Option, options
from civalue_build.present.intake.plan import plan
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.prose import FORM, SPREADSHEET, framework_html, with_contact
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import Link

SCRIPTS = ("assets/case_text.js", "assets/form.js")
START = "contribute/browser"
OPEN = ("case", "story")
"""Parts that everybody fills in; the others are opened by those who have something for them."""

_SHORT = (
    Sort.NUMBER,
    Sort.WHOLE,
    Sort.PEOPLE,
    Sort.SHARE,
    Sort.DATE,
    Sort.PRICE_YEAR,
    Sort.YEARS,
)
_ROWS = {Sort.LONG: 3, Sort.STORY: 6, Sort.SERIES: 6}


@record
class Control:
    """One control of the form: `rows` of a text of several lines, 0 for one line."""

    field: Field
    id: str
    rows: int
    is_short: bool
    options: tuple[Option, ...]
    chooses: bool

    @property
    def has_meanings(self) -> bool:
        """Whether what is chosen has a meaning that is said below it."""
        return any(option.means for option in self.options)


@record
class Fieldset:
    """One part of the form."""

    part: Part
    is_open: bool
    controls: tuple[Control, ...]


def pages(library: Library) -> Iterator[Page]:
    """Draw the form and the page of the spreadsheet, where the framework has the text of each."""
    known = {page.path: page for page in library.framework.pages}
    if FORM in known:
        yield _form(known[FORM], library.framework)
    if SPREADSHEET in known:
        yield _spreadsheet(known[SPREADSHEET], library.framework)


def assets(framework: Framework) -> Iterator[Asset]:
    """Make the spreadsheet to fill in, where the framework has a page that offers it."""
    if any(page.path == SPREADSHEET for page in framework.pages):
        from civalue_build.present.intake.spreadsheet import spreadsheet  # noqa: PLC0415 slow

        yield Asset(path=TO_FILL_IN, content=spreadsheet(framework))


def _form(page: ProsePage, framework: Framework) -> Page:
    path, found = prose_address(page.path), options(framework)
    browser = prose_link(framework, START)
    made = draw(
        path,
        "library_form.html",
        title=page.title,
        lead=page.description,
        prose=_prose(page, framework),
        contact=framework.contact or "",
        sets=tuple(_fieldset(part, found) for part in PARTS),
        plan=plan(framework),
        start=_part_of(path, browser, "the text to start from", "the-text-to-start-from"),
        steps=_part_of(path, browser, "Write a case on GitHub", "write-the-case"),
        spreadsheet=relative(path, prose_address(SPREADSHEET)),
        scripts=tuple(relative(path, script) for script in SCRIPTS),
        onward=_onward(path, framework),
    )
    return replace(made, source=_source(page))


def _spreadsheet(page: ProsePage, framework: Framework) -> Page:
    path = prose_address(page.path)
    made = draw(
        path,
        "library_spreadsheet.html",
        title=page.title,
        lead=page.description,
        prose=_prose(page, framework),
        file=relative(path, TO_FILL_IN),
        sheets=tuple(part for part in PARTS if part.many),
        onward=_onward(path, framework),
    )
    return replace(made, source=_source(page))


def _part_of(path: str, page: Link | None, text: str, anchor: str) -> Link | None:
    """Return a link to a part of a page, where the library has that page."""
    return page and Link(text=text, href=relative(path, f"{page.href}#{anchor}"))


def _source(page: ProsePage) -> str:
    return f"framework/pages/{page.path}.md"


def _prose(page: ProsePage, framework: Framework) -> str:
    text = with_contact(framework, page.body)
    return framework_html(text, f"pages/{page.path}.md", prose_address(page.path))


def _onward(path: str, framework: Framework) -> tuple[Link, ...]:
    return ways(
        path,
        prose_link(framework, "contribute/privacy", "What must not be published"),
        prose_link(framework, "contribute/format", "The case format: all that a case can hold"),
        prose_link(framework, "contribute/reviewing", "What a reviewer looks at"),
    )


def _fieldset(part: Part, found: Mapping[str, tuple[Option, ...]]) -> Fieldset:
    return Fieldset(
        part=part,
        is_open=part.id in OPEN,
        controls=tuple(_control(part, field, found) for field in part.fields),
    )


def _control(part: Part, field: Field, found: Mapping[str, tuple[Option, ...]]) -> Control:
    name = field.path.replace(".", "-").replace("_", "-").replace(" ", "-").lower()
    return Control(
        field=field,
        id=f"in-{part.id}-{name}",
        rows=_ROWS.get(field.sort, 0),
        is_short=field.sort in _SHORT,
        options=found.get(field.of, ()) if field.sort is Sort.CHOICE else (),
        chooses=field.sort in (Sort.CHOICE, Sort.NAME),
    )
