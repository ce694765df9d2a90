"""The list of all cases, as cards and as one table, and how one case reads in a list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from civalue_build.model.appraisal import Result, Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Step
from civalue_build.model.framework import Framework
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import CASES, CASES_CSV, case_address, relative
from civalue_build.present.charts.series.small import latest_in_words, sparkline
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.views import marks, prose_link
from civalue_build.present.views import CardView, Cell, Column, Fact, Link, Row, Table, Tag

NOT_VALUED = "not yet valued"
COUNTING = f"Each headline counts {wording.label(Step.CAPACITY)}."
COLUMNS = (
    Column(text="Case"),
    Column(text="Organisation"),
    Column(text="Setting"),
    Column(text="Status"),
    Column(text="Headline, in words"),
    Column(text="Strongest claim of any benefit"),
)


FEW = 48
"""Up to so many cases, each is shown as a card too; more are only listed, by first letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cases under one letter; without a heading it is all of them."""

    heading: str
    table: Table


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of all cases."""
    yield draw(
        CASES,
        "library_cases.html",
        title="Cases",
        lead=_lead(library),
        cards=tuple(_cards(library)),
        groups=tuple(_groups(library)),
        onward=ways(
            CASES,
            prose_link(library.framework, "contribute/index", "Add a case of your own"),
            prose_link(library.framework, "methods/index", "See how the figures are worked out"),
        ),
        download=Link(text="Download this table (CSV)", href=relative(CASES, CASES_CSV)),
    )


def cases_in_words(real: int, invented: int = 0, archived: int = 0) -> str:
    """Return a number of cases, with those that are archived or invented apart from the others."""
    counts = (
        (archived, "archived case", "archived cases"),
        (invented, "invented teaching case", "invented teaching cases"),
    )
    extra = [wording.counted(*count) for count in counts if count[0]]
    cases = [wording.counted(real, "case", "cases")] if real or not extra else []
    return wording.listed([*cases, *extra])


def headline_in_words(framework: Framework, card: CaseCard) -> str:
    """Return what a case came to, for whom and over how long, or why there is no figure."""
    if card.headline is None:
        return NOT_VALUED
    claimed, corrected = card.headline.claimed, card.headline.corrected
    if isinstance(claimed.pv_benefits, Undefined) and isinstance(claimed.npv, Undefined):
        return f"no figure: {wording.reason(claimed.pv_benefits)}"
    words = _both(_came_to(claimed, card.currency), _came_to(corrected, card.currency))
    if card.ungraded:
        words += f" ({wording.counted(card.ungraded, 'line', 'lines')} without a grade)"
    missing = "; no net figure" if isinstance(claimed.npv, Undefined) else ""
    return f"{words}, {_scope(framework, card.headline)}{missing}"


def claim_in_words(framework: Framework, card: CaseCard) -> str:
    """Return the strongest claim of a case by its title, `no claim` where it makes none."""
    return wording.title(framework.claims, card.claim) if card.claim else "No claim stated"


def _both(claimed: str, corrected: str) -> str:
    """Put what is claimed beside what is corrected; once where they are the same."""
    if claimed == corrected:
        return f"{claimed}, as claimed and corrected for evidence"
    return f"{claimed} as claimed, {corrected} corrected for evidence"


def _came_to(returns: Returns, currency: str) -> str:
    if not isinstance(returns.npv, Undefined):
        return wording.net(returns.npv, currency)
    if returns.pv_benefits == 0:
        return "no benefit in money"
    worth = wording.figure(returns.pv_benefits, lambda amount: wording.about(amount, currency))
    return f"gross benefits of {worth}"


def _scope(framework: Framework, result: Result) -> str:
    whom = wording.lower_first(wording.title(framework.perspectives, result.perspective))
    over = wording.counted(result.horizon, "year", "years")
    return f"for {whom} over {over}, counting {wording.step(Step.CAPACITY)}"


def _lead(library: Library) -> str:
    count = cases_in_words(len(library.counted), library.invented, library.archived)
    return f"{count}, in order of title. They are not ranked. {COUNTING}"


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
            Fact(term="Strongest claim of any benefit", value=claim_in_words(framework, card)),
        ),
        level=3,
    )


def _cards(library: Library) -> Iterator[CardView]:
    if len(library.cards) <= FEW:
        for card in library.cards:
            yield _card(library.framework, card)


def _groups(library: Library) -> Iterator[Group]:
    """Give the cases as one table, or as one for each first letter where they are many."""
    if len(library.cards) <= FEW:
        yield Group(heading="", table=_table(library.framework, library.cards))
        return
    for letter, cards in groupby(library.cards, key=lambda card: _letter(card.title)):
        heading = "0 to 9" if letter == "0" else letter.upper()
        table = _table(library.framework, tuple(cards))
        name = letter if letter.isalnum() else ord(letter)
        caption = f"Cases under {heading}, in order of title"
        yield Group(heading=heading, table=replace(table, id=f"cases-{name}", caption=caption))


def _letter(title: str) -> str:
    """Return under what a title stands, in keeping with the order of titles: a letter, or 0."""
    first = title.casefold()[:1]
    return "0" if first.isdecimal() else first


def _table(framework: Framework, cards: Sequence[CaseCard]) -> Table:
    return Table(
        id="cases",
        caption="All cases, in order of title",
        columns=COLUMNS,
        stacked=True,
        rows=tuple(_row(framework, card) for card in cards),
    )


def _trend(card: CaseCard) -> str:
    """Return how the lead outcome went: a small line, and what it shows in words."""
    if card.trend is None:
        return ""
    label, said = card.trend.label, wording.lower_first(latest_in_words(card.trend))
    words = Markup("{} {}: latest point {}")
    return words.format(sparkline(card.trend), label, said)


def _row(framework: Framework, card: CaseCard) -> Row:
    return Row(
        cells=(
            Cell(
                text=card.title,
                href=relative(CASES, case_address(card.slug)),
                tags=marks(card),
                note=_trend(card),
            ),
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
