"""The page on which two to four cases stand side by side, with what cannot be compared."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Status
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import CASES, CASES_CSV, COMPARE, relative
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import Link

SCRIPT = "assets/compare.js"
PLACES = ("First", "Second", "Third", "Fourth")


class Row(NamedTuple):
    """One thing that is set side by side: its key in the files of cases, its head, small print."""

    key: str
    head: str
    note: str = ""


class Part(NamedTuple):
    """Rows under one head."""

    head: str
    rows: tuple[Row, ...]


class Aspect(NamedTuple):
    """What cases must have alike for some rows to be comparable.

    `short` names the difference in the head of such a row, `so` says what follows from it. Where
    it does not `bar` a comparison, it asks for care.
    """

    key: str
    head: str
    short: str
    so: str
    rows: tuple[str, ...]
    bar: bool = True


class Choice(NamedTuple):
    """A case that can be chosen."""

    slug: str
    text: str


PARTS = (
    Part(
        "What it is",
        (
            Row("setting", "Setting"),
            Row("population", "For whom"),
            Row("period", "When"),
            Row("status", "Status"),
            Row("evidence", "How it was studied"),
            Row("claim", "Strongest claim of any benefit"),
        ),
    ),
    Part(
        "People first",
        (
            Row("changes", "What changed for people", "Each case counts in its own way."),
            Row("freed", "Freed in operational currency", "After the share due to the work."),
        ),
    ),
    Part(
        "Money",
        (
            Row("basis", "What the figures count"),
            Row("costs", "Costs", "Present value."),
            Row("benefits", "Benefits", "Present value."),
            Row("npv", "Net present value", "Benefits less costs."),
            Row("return", "Return per £1", "Benefits ÷ costs."),
            Row("payback", "Time to pay back"),
            Row("chance", "Chance that it pays back"),
            Row("parties", "Who pays, who gains", "Everything valued, health and wider too."),
        ),
    ),
)

_AMOUNTS = ("costs", "benefits", "npv", "parties")
_RATIOS = ("return", "payback", "chance")
_FIGURES = ("changes", "freed", *_AMOUNTS, *_RATIOS)

ASPECTS = (
    Aspect("origin", "Real or invented", "an invented case stands beside a real one",
           "The figures of an invented case are made up: they show how, and are no evidence.",
           _FIGURES),
    Aspect("valued", "Value in money", "a case is not valued in money",
           "A case that is not valued has no figure to set beside others. It is not worth less.",
           (*_AMOUNTS, *_RATIOS)),
    Aspect("currency", "Currency", "currencies differ",
           "Amounts in several currencies are not converted.", _AMOUNTS),
    Aspect("prices", "Price year", "price years differ",
           "A pound of one year buys more than a pound of a later one.", _AMOUNTS),
    Aspect("horizon", "How many years are counted", "years counted differ",
           "Over more years, more of the benefits and of the costs are counted.",
           (*_AMOUNTS, *_RATIOS, "freed")),
    Aspect("counted", "Who and what is counted", "who and what is counted differ",
           "What is a gain to one payer may be none to another.", (*_AMOUNTS, *_RATIOS)),
    Aspect("discounting", "Discounting", "discount rates differ",
           "Other rates give later years another weight.", (*_AMOUNTS, *_RATIOS)),
    Aspect("costs", "Gross or net", "gross stands beside net",
           "Benefits before costs are no net figure, and have no return.",
           ("costs", "npv", *_RATIOS)),
    Aspect("claim", "How far the benefits have come", "claims differ",
           "What is planned or forecast may still turn out otherwise than what was measured.",
           ("freed", "benefits", "npv", *_RATIOS), bar=False),
    Aspect("evidence", "How the work was studied", "studies differ in strength",
           "A weaker study leaves more room for other reasons why things changed.",
           ("changes", "freed", "benefits", "npv", *_RATIOS), bar=False),
)  # fmt: skip
"""In the order in which they are said."""

ALWAYS = (
    "Size: totals grow with the size of the work; nothing here is divided by people or beds.",
    "Per unit: only the return per £1, the time to pay back and the chance do not grow with size.",
    "Outcomes: each case measures what mattered to its own people, in its own way.",
)
"""What holds of any cases side by side."""


def pages(library: Library) -> Iterator[Page]:
    """Draw the page; each case's own file has what stands in its column."""
    yield draw(
        COMPARE,
        "library_compare.html",
        title="Compare cases",
        lead="Two to four cases side by side. They stand in the order in which they were chosen, "
        "and are not ranked.",
        choices=tuple(_choices(library.cards)),
        places=PLACES,
        parts=PARTS,
        aspects=_data(),
        always=ALWAYS,
        folder=relative(COMPARE, CASES).removesuffix("index.html"),
        cases=relative(COMPARE, CASES),
        table=Link(text="the table of all cases (CSV)", href=relative(COMPARE, CASES_CSV)),
        script=relative(COMPARE, SCRIPT),
        onward=ways(
            COMPARE,
            Link(text="Find other cases", href=CASES),
            prose_link(
                library.framework, "methods/evidence-correction", "What is corrected for evidence"
            ),
            prose_link(library.framework, "methods/realisation", "What a headline counts"),
        ),
    )


def _choices(cards: tuple[CaseCard, ...]) -> Iterator[Choice]:
    for card in cards:
        marks = (
            card.illustrative and "invented",
            card.status is Status.ARCHIVED and wording.label(card.status),
        )
        told = ", ".join(mark for mark in marks if mark)
        yield Choice(slug=card.slug, text=f"{card.title} ({told})" if told else card.title)


def _data() -> Markup:
    """Return the aspects for the script, as JSON that can stand in a page."""
    text = json.dumps([aspect._asdict() for aspect in ASPECTS], ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 our own words, and no markup
