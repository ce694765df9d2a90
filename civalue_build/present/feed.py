"""The feed of new and changed cases, for feed readers.

It knows no clock: a case's date is the latest day on which, as its file says, it was published
(`published`), changed (`changes`) or gone through (`reviewed`). A case without any is not in it.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from civalue_build.model.card import CaseCard
from civalue_build.model.estimate import PartialDate
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.addresses import FEED, HOME, case_address

TOLD = (
    "Cases by the latest day on which, as they say, they were published, changed or gone through."
)
SHOWN = 100
"""Cases in the feed at most, the latest first."""


def feed(address: str, title: str, cards: Iterable[CaseCard]) -> Iterator[Asset]:
    """Make the Atom feed of a site at `address`, if any case gives a date of its own."""
    dated = [(card.updated, card) for card in cards if card.updated]
    latest = sorted(dated, key=lambda pair: (_reversed(pair[0]), pair[1].slug))[:SHOWN]
    if address and latest:
        yield Asset(path=FEED, content=_text(address.rstrip("/"), title, latest).encode())


def _reversed(day: PartialDate) -> tuple[int, ...]:
    return tuple(-number for number in day.first_day)


def _text(base: str, title: str, latest: list[tuple[PartialDate, CaseCard]]) -> str:
    home, own = f"{base}/{HOME}", f"{base}/{FEED}"
    return "\n".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
            f"<title>{_plain(title)}: new and changed cases</title>",
            f"<subtitle>{TOLD}</subtitle>",
            f"<id>{_plain(own)}</id>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
            f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>',
            f"<updated>{_moment(latest[0][0])}</updated>",
            *(_entry(base, day, card) for day, card in latest),
            "</feed>",
            "",
        )
    )


def _entry(base: str, day: PartialDate, card: CaseCard) -> str:
    address = f"{base}/{quote(case_address(card.slug))}"
    invented = " (invented teaching case)" if card.illustrative else ""
    first = f"<published>{_moment(card.published)}</published>" if card.published else ""
    return (
        f"<entry><title>{_plain(card.title + invented)}</title><id>{_plain(address)}</id>"
        f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
        f"{first}<updated>{_moment(day)}</updated>"
        f"<author><name>{_plain(card.organisation)}</name></author>"
        f"<summary>{_plain(_summary(card))}</summary></entry>"
    )


def _summary(card: CaseCard) -> str:
    """Return what changed last, then what the case says of itself."""
    changed = f"Changed: {wording.sentence(card.changed.what)} " if card.changed else ""
    return f"{changed}{card.summary}"


def _moment(day: PartialDate) -> str:
    """Return the beginning of a day as RFC 3339 has it; of a month or year, its first day's."""
    year, month, date = day.first_day
    return f"{year:04d}-{month:02d}-{date:02d}T00:00:00Z"


def _plain(text: str) -> str:
    """Return a text for XML, without the characters that XML cannot hold."""
    return escape("".join(sign for sign in text if sign >= " " or sign in "\t\n"))
