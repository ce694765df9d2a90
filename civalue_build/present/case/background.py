"""Behind a case: its story, sources, what the sums rest on, how to cite it, and its files."""

import posixpath
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from civalue_build.model.appraisal import Vintage
from civalue_build.model.case import Revision
from civalue_build.model.evidence import Source
from civalue_build.model.record import record
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.addresses import (
    DISCOUNTING,
    FRAMEWORK,
    PRICE_INDICES,
    programme_address,
)
from civalue_build.present.case.base import Material, source_anchor
from civalue_build.present.case.header import evidence
from civalue_build.present.prose import prose, safe_url
from civalue_build.present.sheets import Value, csv_bytes
from civalue_build.present.views import Fact, FigureView, Link

UNNAMED = "To have something put right, see “What next?” at the end of this page."
DOCUMENT = "appraisal.json"
LINES = "lines.csv"
_LINE_HEADS = (
    "Line", "Label", "Side", "Kind or type", "Party", "From", "Claim", "Evidence grade",
    "Unit", "Quantity a year", "Price of one", "Price year", "Price factor", "Year", "Gross",
    "Claimed", "Corrected", "Present value", "Present value corrected", "Currency",
    "Why no amount",
)  # fmt: skip


@record
class SourceView:
    """One source: where it is, and how much of it was read."""

    anchor: str
    title: str
    href: str
    about: str
    read: str
    note: str


def story(known: Material) -> Markup:
    """Return the narrative, rendered; its parts have headings of level 3."""
    parts = (f"## {section.heading}\n\n{section.text}" for section in known.case.sections)
    pictures = {picture.name for picture in known.case.pictures}
    return prose("\n\n".join(parts), pictures)


def lessons(known: Material) -> tuple[Fact, ...]:
    """Return what would be done otherwise and where else it goes."""
    learned = known.case.learning
    if learned is None:
        return ()
    pairs = (("What we would do otherwise", learned.adapt), ("Where else it goes", learned.spread))
    return tuple(Fact(term=term, value=value) for term, value in pairs if value)


def sources(known: Material) -> tuple[SourceView, ...]:
    """Return the sources in the order of the case."""
    return tuple(_source(source) for source in known.case.sources)


def _source(source: Source) -> SourceView:
    kind = wording.plain(source.kind) if source.kind else None
    told = ", ".join(part for part in (source.publisher, source.year, kind) if part)
    about = told if source.publisher else wording.capital(told)
    return SourceView(
        anchor=source_anchor(source.id),
        title=source.title,
        href=safe_url(source.url),
        about=f"{about}." if about and not about.endswith(".") else about,
        read=wording.label(source.read_as) if source.read_as else "how much was read is not stated",
        note=source.note or "",
    )


def keepers(known: Material) -> tuple[Fact, ...]:
    """Return who stands behind the case, whom to ask, and when it is looked at again."""
    return tuple(_keepers(known))


def _keepers(known: Material) -> Iterator[Fact]:
    case = known.case
    if case.sponsor:
        yield Fact(term="Sponsor", value=case.sponsor.role, note=case.sponsor.how or "")
    if case.contact:
        yield Fact(term="Questions go to", value=case.contact.role, href=mail(known))
    if not (case.sponsor or case.contact):
        yield Fact(term="Questions go to", value="Nobody is named", note=UNNAMED)
    yield from _dates(known)
    if case.programme:
        yield _programme(known, case.programme)
    if case.tags:
        topics = wording.listed(wording.title(known.framework.tags, tag) for tag in case.tags)
        yield Fact(term="Topics", value=topics)


def _dates(known: Material) -> Iterator[Fact]:
    case = known.case
    if case.reviewed or case.review_by:
        yield Fact(term="Reviewed", value=_review(known))
    if case.published:
        yield Fact(term="Published here", value=wording.date(case.published))
    if case.changes:
        yield Fact(term="Changed since", value=_changes(case.changes))


def _changes(changes: Iterable[Revision]) -> str:
    """Return what changed in the case, the latest first."""
    latest = sorted(changes, key=lambda change: change.date.first_day, reverse=True)
    return " ".join(f"{wording.date(item.date)}: {wording.sentence(item.what)}" for item in latest)


def _programme(known: Material, identifier: str) -> Fact:
    if known.programme is None:
        return Fact(term="Programme", value=wording.capital(wording.plain(identifier)))
    href = known.to(programme_address(identifier))
    return Fact(term="Programme", value=known.programme.title, href=href)


def mail(known: Material) -> str:
    """Return the way to write to the contact, empty where no address is given."""
    contact = known.case.contact
    return safe_url(f"mailto:{contact.email}") if contact and contact.email else ""


def _review(known: Material) -> str:
    done, due = known.case.reviewed, known.case.review_by
    last = wording.date(done) if done else "not yet"
    return f"{last}; next by {wording.date(due)}" if due else last


def basis(known: Material) -> tuple[Fact, ...]:
    """Return what the results depend on beside the case."""
    return tuple(_basis(known))


def _basis(known: Material) -> Iterator[Fact]:
    vintage, stated = known.appraisal.vintage, known.case.appraisal
    edition = known.framework.edition if vintage is None else vintage.framework
    yield Fact(term="Framework edition", value=edition, href=known.to(FRAMEWORK))
    if vintage:
        yield from _rates(known, vintage)
    if vintage and stated and stated.valued_on:
        yield Fact(term="Values in force on", value=wording.date(stated.valued_on))
    yield from _study(known)


def _rates(known: Material, vintage: Vintage) -> Iterator[Fact]:
    schedule = known.framework.schedules.get(vintage.discounting)
    index = known.framework.price_indices.get(vintage.price_index)
    yield Fact(
        term="Discounting",
        value=schedule.title if schedule else vintage.discounting,
        href=known.to(f"{DISCOUNTING}#{vintage.discounting}") if schedule else "",
    )
    yield Fact(term="Price year", value=vintage.price_year)
    yield Fact(
        term="Price index",
        value=index.title if index else "none: amounts stay as printed",
        href=known.to(f"{PRICE_INDICES}#{vintage.price_index}") if index else "",
    )
    if known.one_only:
        yield Fact(term="All figures are for", value=known.one_only)
    horizon = wording.counted(vintage.horizon, "year", "years")
    yield Fact(term="Horizon", value=horizon, note="year 0 is the first 12 months")
    yield Fact(term="Currency", value=vintage.currency)
    headline = known.appraisal.headline
    if headline:
        title = wording.title(known.framework.perspectives, headline.perspective)
        yield Fact(term="Perspective of the headline", value=title)


def _study(known: Material) -> Iterator[Fact]:
    if study := known.case.evaluation:
        chosen = "Chosen because results were high." if study.selected_because_high else ""
        note = " ".join(part for part in (chosen, study.note) if part)
        yield Fact(term="How it was studied", value=evidence(study).value, note=note)
    basis = known.case.appraisal
    if basis and basis.counterfactual:
        yield Fact(term="What would have happened otherwise", value=basis.counterfactual)
    if signed := known.case.sign_off:
        labels = {line.id: line.label for line in known.case.lines}
        covers = wording.listed(labels.get(name, name) for name in signed.covers)
        note = f"covers: {covers}" if covers else ""
        when = f"{signed.by}, {wording.date(signed.date)}"
        yield Fact(term="Signed off by finance", value=when, note=note)


def citation(known: Material) -> str:
    """Return how to cite the case."""
    case, framework = known.case, known.framework
    invented = " (invented teaching case)" if case.illustrative else ""
    reviewed = f" Reviewed {wording.date(case.reviewed)}." if case.reviewed else ""
    title = wording.sentence(f"{case.title}{invented}")
    return (
        f"{wording.sentence(case.organisation.name)} {title} In: {framework.title}, "
        f"edition {framework.edition}, case “{case.slug}”.{reviewed}"
    )


def downloads(
    known: Material, figures: tuple[FigureView, ...], book: Asset | None = None
) -> tuple[Link, ...]:
    """Return the files of the case; `book` is its workbook, where one was made."""
    document = Link(text="Everything computed for this case (JSON)", href=DOCUMENT)
    if known.appraisal.vintage is None:
        return (document,)
    lines = Link(text="Every line by year, at full precision (CSV)", href=LINES)
    drawn = (
        Link(
            text=f"The data of figure {view.number} (CSV)", href=view.download.href, note=view.title
        )
        for view in figures
    )
    books = (_workbook(book),) if book else ()
    return (*books, *drawn, lines, document)


def data_files(known: Material, book: Asset | None = None) -> tuple[str, ...]:
    """Return the names of the files that hold every figure of a case; none if it has no value."""
    if known.appraisal.vintage is None:
        return ()
    return (*((posixpath.basename(book.path),) if book else ()), LINES, DOCUMENT)


def _workbook(book: Asset) -> Link:
    size = wording.file_size(len(book.content))
    return Link(
        text=f"Every sum of this case as a spreadsheet (XLSX, {size})",
        href=posixpath.basename(book.path),
        note="change a number in it, and every result follows",
    )


def lines_file(known: Material, folder: str) -> Asset:
    """Return every line in every year as CSV, at full precision."""
    return Asset(path=f"{folder}/{LINES}", content=csv_bytes(_LINE_HEADS, _rows(known)))


def _rows(known: Material) -> Iterator[tuple[Value, ...]]:
    for line in known.appraisal.lines:
        head: tuple[Value, ...] = (
            line.id,
            line.label,
            line.side,
            line.kind or line.cost_type or "",
            known.party(line.party),
            known.party(line.from_party) if line.from_party else "",
            line.claim or "",
            line.grade,
            line.unit or "",
            line.quantity.central if line.quantity else None,
            line.price.central if line.price else None,
            line.price_year,
            line.price_factor,
        )
        for item in line.by_year:
            sums = (item.gross, item.claimed, item.corrected, item.discounted)
            yield (*head, item.year, *sums, item.discounted_corrected, known.currency, "")
        if not line.by_year:
            yield (*head, *(None,) * 6, known.currency, line.undefined)


def pictures(known: Material, folder: str) -> tuple[Asset, ...]:
    """Return the case's own images."""
    return tuple(
        Asset(path=f"{folder}/{item.name}", content=item.content) for item in known.case.pictures
    )
