"""The list of all cases, as cards and as one table, and how one case reads in a list."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Result, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import CASES, CASES_CSV, case_address, relative
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.views import marks, prose_link
from civalue_build.present.views import CardView, Cell, Column, Fact, Link, Row, Table, Tag

NOT_VALUED = "not yet valued"
COLUMNS = (
    Column(text="Case"),
    Column(text="Organisation"),
    Column(text="Setting"),
    Column(text="Status"),
    Column(text="Headline, in words"),
    Column(text="Strongest claim"),
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of all cases."""
    yield draw(
        CASES,
        "library_cases.html",
        title="Cases",
        lead=_lead(library),
        cards=[_card(library.framework, card) for card in library.cards],
        table=_table(library),
        onward=ways(
            CASES,
            prose_link(library.framework, "contribute/index", "Add a case of your own"),
            prose_link(library.framework, "methods/index", "See how the figures are worked out"),
        ),
        download=Link(text="Download this table (CSV)", href=relative(CASES, CASES_CSV)),
    )


def cases_in_words(real: int, invented: int = 0) -> str:
    """Return a number of cases, with those that are invented apart from the others."""
    cases = wording.counted(real, "case", "cases")
    if not invented:
        return cases
    extra = wording.counted(invented, "invented teaching case", "invented teaching cases")
    return f"{cases} and {extra}" if real else extra


def headline_in_words(framework: Framework, card: CaseCard) -> str:
    """Return what a case came to, for whom and over how long, or why there is no figure."""
    if card.headline is None:
        return NOT_VALUED
    npv, benefits = card.headline.claimed.npv, card.headline.claimed.pv_benefits
    scope = _scope(framework, card.headline)
    if not isinstance(npv, Undefined):
        return f"{wording.net(npv, card.currency)}, {scope}"
    if isinstance(benefits, Undefined):
        return f"no figure: {wording.reason(benefits)}"
    return f"gross benefits of {wording.about(benefits, card.currency)}, {scope}; no net figure"


def claim_in_words(framework: Framework, card: CaseCard) -> str:
    """Return the strongest claim of a case by its title, `no claim` where it makes none."""
    return wording.title(framework.claims, card.claim) if card.claim else "No claim stated"


def _scope(framework: Framework, result: Result) -> str:
    whom = wording.lower_first(wording.title(framework.perspectives, result.perspective))
    return f"for {whom} over {wording.counted(result.horizon, 'year', 'years')}"


def _lead(library: Library) -> str:
    count = cases_in_words(len(library.counted), library.invented)
    return f"{count}, in order of title. They are not ranked."


def _status(card: CaseCard) -> Tag:
    return Tag(text=wording.label(card.status), tone="white")


def _card(framework: Framework, card: CaseCard) -> CardView:
    setting = wording.title(framework.settings, card.setting)
    return CardView(
        title=card.title,
        href=relative(CASES, case_address(card.slug)),
        text=card.summary,
        tags=(*marks(card), _status(card)),
        facts=(
            Fact(term="Where", value=f"{card.organisation}, {wording.lower_first(setting)}"),
            Fact(term="Headline", value=wording.capital(headline_in_words(framework, card))),
            Fact(term="Strongest claim", value=claim_in_words(framework, card)),
        ),
        level=3,
    )


def _table(library: Library) -> Table:
    return Table(
        id="cases",
        caption="All cases, in order of title",
        columns=COLUMNS,
        stacked=True,
        rows=tuple(_row(library.framework, card) for card in library.cards),
        note="The headline is as claimed by the case. Its page also gives the figure corrected "
        "for the strength of the evidence.",
    )


def _row(framework: Framework, card: CaseCard) -> Row:
    return Row(
        cells=(
            Cell(text=card.title, href=relative(CASES, case_address(card.slug)), tags=marks(card)),
            Cell(text=card.organisation),
            Cell(text=wording.title(framework.settings, card.setting)),
            Cell(text=wording.capital(wording.label(card.status))),
            Cell(
                text=wording.capital(headline_in_words(framework, card)),
                empty=card.headline is None,
            ),
            Cell(text=claim_in_words(framework, card)),
        )
    )
