"""How to read the charts of measures: every state with its picture, and what the rules are."""

from collections.abc import Iterator

from markupsafe import Markup

from civalue_build.model.enums import Assurance, Variation
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import READING, case_address, relative
from civalue_build.present.charts.icons import assurance_icon, point_icon, variation_icon
from civalue_build.present.charts.series.model import FEW, FIRM
from civalue_build.present.charts.series.shapes import NAMES
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.parts import ONWARD, UP
from civalue_build.present.library.views import prose_link
from civalue_build.present.views import Link

METHOD = "methods/measures"
PRACTICE = 4
"""How many cases to practise on are named."""

_VARIATION = {
    Variation.COMMON_CAUSE: "the latest point is no part of a signal",
    Variation.IMPROVEMENT_HIGH: "higher is better, and the latest point is part of a signal up",
    Variation.IMPROVEMENT_LOW: "lower is better, and the latest point is part of a signal down",
    Variation.CONCERN_HIGH: "lower is better, and the latest point is part of a signal up",
    Variation.CONCERN_LOW: "higher is better, and the latest point is part of a signal down",
    Variation.NEUTRAL_HIGH: "neither way is better; the latest point is part of a signal up",
    Variation.NEUTRAL_LOW: "neither way is better; the latest point is part of a signal down",
}
_ASSURANCE = {
    Assurance.PASS: "all that lies between the limits is better than the target",
    Assurance.FAIL: "all that lies between the limits is worse than the target",
    Assurance.HIT_OR_MISS: "the target lies between the limits",
}
NO_TARGET = "Nothing can be said"
WHY_NOT = "there are too few points or no limits, or the process has left those of its baseline"


@record
class Entry:
    """A picture, its name and when it is shown."""

    icon: Markup
    name: str
    when: str = ""


def pages(library: Library) -> Iterator[Page]:
    """Draw the page about charts."""
    limit = library.framework.thresholds.get("series-points")
    words = "How that is decided, and where the rules come from"
    method = prose_link(library.framework, METHOD, words)
    yield draw(
        READING,
        "library_reading.html",
        title="Reading the charts",
        lead="Numbers go up and down by themselves. These charts tell such movement from change.",
        up=UP,
        onward=ways(READING, *ONWARD),
        practice=tuple(_practice(library)),
        firm=wording.number(limit.value if limit else FIRM),
        few=wording.number(FEW),
        method=method and method._replace(href=relative(READING, method.href)),
        points=tuple(Entry(icon=point_icon(reads), name=name) for reads, name in NAMES.items()),
        variation=tuple(variation_entries()),
        assurance=tuple(assurance_entries()),
    )


def variation_entries() -> Iterator[Entry]:
    """Give every state of variation with its picture."""
    for state in Variation:
        name = wording.capital(wording.label(state))
        yield Entry(icon=variation_icon(state), name=name, when=_VARIATION[state])


def assurance_entries() -> Iterator[Entry]:
    """Give every state of assurance with its picture, and that of none."""
    for state in Assurance:
        name = wording.capital(wording.label(state))
        yield Entry(icon=assurance_icon(state), name=name, when=_ASSURANCE[state])
    yield Entry(icon=assurance_icon(None), name=NO_TARGET, when=WHY_NOT)


def _practice(library: Library) -> Iterator[Link]:
    """Give the first invented cases that have a chart."""
    drawn = [card for card in library.cards if card.illustrative and card.trend]
    for card in drawn[:PRACTICE]:
        href = relative(READING, f"{case_address(card.slug)}#over-time")
        yield Link(text=card.title, href=href)
