"""What the pages of a library are drawn from, and how one is drawn."""

import html
import re
from collections.abc import Iterable

from civalue_build.model.card import CaseCard
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Framework
from civalue_build.model.portfolio import Portfolio
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record
from civalue_build.model.site import Heading, Page
from civalue_build.present.addresses import relative
from civalue_build.present.rendering import render
from civalue_build.present.views import Link

_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_DIGITS = re.compile(r"(\d+)")


@record
class Library:
    """Everything that the pages of a library show.

    `cards` and `programmes` stand in natural order of title; `portfolio` is what the cases come
    to side by side.
    """

    framework: Framework
    portfolio: Portfolio
    checks: tuple[CheckDoc, ...] = ()
    cards: tuple[CaseCard, ...] = ()
    programmes: tuple[ValuedProgramme, ...] = ()

    @property
    def counted(self) -> tuple[CaseCard, ...]:
        """The cases that may enter a total: neither an invented case nor an archived one does."""
        return tuple(card for card in self.cards if card.is_counted)

    @property
    def invented(self) -> int:
        """How many cases are invented, for teaching."""
        return sum(card.illustrative for card in self.cards)

    @property
    def archived(self) -> int:
        """How many real cases are archived: their pages stay, and no total counts them."""
        return len(self.cards) - len(self.counted) - self.invented


def library_of(
    framework: Framework,
    checks: Iterable[CheckDoc] = (),
    cards: Iterable[CaseCard] = (),
    programmes: Iterable[ValuedProgramme] = (),
    portfolio: Portfolio | None = None,
) -> Library:
    """Return a library with its checks in order of code and its cases in order of title."""
    return Library(
        framework=framework,
        portfolio=portfolio or Portfolio(price_year=framework.library_price_year.label),
        checks=tuple(sorted(checks, key=lambda doc: natural(doc.code))),
        cards=by_title(cards),
        programmes=tuple(
            sorted(programmes, key=lambda one: (natural(one.programme.title), one.programme.id))
        ),
    )


def by_title(cards: Iterable[CaseCard]) -> tuple[CaseCard, ...]:
    """Return cases in the order of their titles, numbers in them by size."""
    return tuple(sorted(cards, key=lambda card: (natural(card.title), card.slug)))


_WORD = 1_000_000
"""Where words stand among numbers of so many digits: after them all."""


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts words without regard to case and numbers by size."""
    parts = (part for part in _DIGITS.split(text.casefold()) if part)
    return tuple(
        (len(p.lstrip("0")), p.lstrip("0")) if p.isdecimal() else (_WORD, p) for p in parts
    )


def draw(
    path: str,
    template: str,
    *,
    title: str,
    lead: str,
    up: Link | None = None,
    **view: object,
) -> Page:
    """Draw a page of ours. `lead` is its first sentence, and what search engines show.

    `up` is the page that it is a part of, by address below the site. `onward` in the view says
    where a reader goes next.
    """
    above = up and Link(text=up.text, href=relative(path, up.href))
    body = render(template, title=title, lead=lead, up=above, **view)
    return Page(path=path, title=title, description=lead, body=body, contents=contents_of(body))


def ways(path: str, *links: Link | None) -> tuple[Link, ...]:
    """Return those of the links that are there, as they lead from the page at `path`.

    Addresses are below the site; an address of the web or of mail stays as it is.
    """
    return tuple(_from(path, link) for link in links if link)


def _from(path: str, link: Link) -> Link:
    outside = link.href.startswith(("http:", "https:", "mailto:"))
    return link if outside else link._replace(href=relative(path, link.href))


def contents_of(body: str) -> tuple[Heading, ...]:
    """Return the table of contents of a body that we drew: its headings of level 2."""
    return tuple(
        Heading(level=2, text=html.unescape(_TAG.sub("", text)).strip(), anchor=anchor)
        for anchor, text in _HEADING.findall(body)
    )
