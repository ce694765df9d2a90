"""The page of all cases, and how one case reads in a list."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup

from civalue_build.model.appraisal import Result, Returns, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.case import Period
from civalue_build.model.enums import Step
from civalue_build.model.estimate import PartialDate
from civalue_build.model.framework import Framework
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    CASES_CSV,
    CLAIMS,
    COMPARE,
    KINDS,
    PRIORITIES,
    SETTINGS,
    TAGS,
    relative,
)
from civalue_build.present.charts.series.small import latest_in_words, sparkline
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.explorer import SORTS, Explorer, explorer
from civalue_build.present.library.views import marks, prose_link
from civalue_build.present.views import Link, Tag

SCRIPT, START = "assets/explorer.js", "assets/explorer_start.js"
NOT_VALUED = "not yet valued"
BY_WORD = (
    Link(text="setting", href=SETTINGS),
    Link(text="priority", href=PRIORITIES),
    Link(text="kind of benefit", href=KINDS),
    Link(text="how far a benefit has come", href=CLAIMS),
    Link(text="tag", href=TAGS),
)
"""Pages that list cases under words: what serves a reader without scripts."""

FEW = 48
"""A list of more cases has a way to each first letter, for a reader without scripts."""


class Entry(NamedTuple):
    """One case in the list. `letter` is the anchor of the first case under a letter.

    `codes` are the numbers of the options that it stands under; `began` and `reviewed` are days
    as numbers that sort, 0 where they are not known.
    """

    slug: str
    title: str
    summary: str
    tags: tuple[Tag, ...]
    status: str
    claim: str
    organisation: str
    setting: str
    period: str
    headline: str
    trend: Markup | str
    codes: str
    began: int
    reviewed: int
    letter: str = ""


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of all cases."""
    found = explorer(library.framework, library.cards)
    entries = tuple(_entries(library, found))
    yield draw(
        CASES,
        "library_cases.html",
        title="Cases",
        lead=_lead(library),
        count=counted_apart(card.illustrative for card in library.cards),
        facets=found.facets,
        sorts=SORTS,
        entries=entries,
        letters=_letters(entries),
        by_word=ways(CASES, *BY_WORD),
        compare=relative(CASES, COMPARE),
        script=relative(CASES, SCRIPT),
        start=relative(CASES, START),
        onward=ways(
            CASES,
            Link(text="Compare cases side by side", href=COMPARE) if entries else None,
            prose_link(library.framework, "contribute/index", "Add a case of your own"),
            prose_link(library.framework, "methods/index", "See how the figures are worked out"),
        ),
        download=Link(text="Download all cases as a table (CSV)", href=relative(CASES, CASES_CSV)),
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


def counted_apart(illustrative: Iterable[bool]) -> str:
    """Return how many cases there are, invented ones apart, from whether each one is invented."""
    invented = tuple(illustrative)
    return cases_in_words(len(invented) - sum(invented), sum(invented))


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
    one = wording.one_of(framework.units, card.vintage)
    only = f", for {one} only" if one else ""
    return f"{words}{only}, {_scope(framework, card.headline)}{missing}"


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
    return f"for {whom} over {over}, counting {wording.label(Step.CAPACITY)}"


def _lead(library: Library) -> str:
    count = cases_in_words(len(library.counted), library.invented, library.archived)
    if len(library.cards) > 1:
        return f"{count}, in order of title. They are not ranked."
    return f"{count}." if library.cards else ""


def _entries(library: Library, found: Explorer) -> Iterator[Entry]:
    """Give the cases in order of title; where they are many, the first of each letter is marked."""
    last = ""
    for card in library.cards:
        letter = _letter(card.title) if len(library.cards) > FEW else ""
        yield _entry(library.framework, card, found, letter if letter != last else "")
        last = letter


def _entry(framework: Framework, card: CaseCard, found: Explorer, letter: str) -> Entry:
    return Entry(
        slug=card.slug,
        title=card.title,
        summary=card.summary,
        tags=marks(card),
        status=wording.capital(wording.label(card.status)),
        claim=claim_in_words(framework, card),
        organisation=card.organisation,
        setting=wording.title(framework.settings, card.setting),
        period=_period(card),
        headline=wording.capital(headline_in_words(framework, card)),
        trend=_trend(card),
        codes=found.codes[card.slug],
        began=_day(card.started),
        reviewed=_day(card.reviewed),
        letter=letter,
    )


def _period(card: CaseCard) -> str:
    if card.started is None:
        return ""
    return wording.capital(wording.period(Period(start=card.started, end=card.ended)))


def _day(date: PartialDate | None) -> int:
    """Return the first day that a date may mean as a number: 20230401."""
    if date is None:
        return 0
    year, month, day = date.first_day
    return year * 10_000 + month * 100 + day


def _letter(title: str) -> str:
    """Return under what a title stands, in keeping with the order of titles: a letter, or 0."""
    first = title.casefold()[:1]
    if first.isdecimal():
        return "0"
    return first if first.isalnum() else str(ord(first))


def _letters(entries: tuple[Entry, ...]) -> tuple[Link, ...]:
    """Return the way to the first case under each letter."""
    return tuple(
        Link(text=_head(entry), href=f"#letter-{entry.letter}") for entry in entries if entry.letter
    )


def _head(entry: Entry) -> str:
    return "0 to 9" if entry.letter == "0" else entry.title[:1].upper()


def _trend(card: CaseCard) -> Markup | str:
    """Return how the lead outcome went: a small line, and what it shows in words."""
    if card.trend is None:
        return ""
    label, said = card.trend.label, wording.lower_first(latest_in_words(card.trend))
    words = Markup("{} {}. Latest point: {}")
    return words.format(sparkline(card.trend), label, said)
