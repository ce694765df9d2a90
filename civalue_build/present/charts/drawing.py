"""The still drawing of a chart: SVG that needs no script and no style of its page."""

from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from civalue_build.present import wording
from civalue_build.present.charts.geometry import (
    BAR,
    LEGEND,
    LINE,
    SERIES,
    Block,
    Geometry,
    geometry,
)
from civalue_build.present.charts.model import Chart
from civalue_build.present.charts.table import spoken

INK, QUIET, RULE = "#212B32", "#4C6272", "#768692"

Look = dict[str, str]


def drawing(chart: Chart) -> Markup:
    """Return the chart as an SVG element with a name and a description."""
    plan = geometry(chart)
    top = plan.top
    root = _root(chart, plan.height + top)
    if top:
        _legend(root, chart)
    body = SubElement(root, "g", {"transform": f"translate(0 {top})"})
    _joins(body, plan, chart)
    _zero(body, plan)
    for block in plan.blocks:
        _bar(body, plan, block)
    for text in plan.texts:
        fill = QUIET if text.quiet else INK
        _words(body, text.words, x="0", y=text.y, fill=fill, strong=text.strong)
    return Markup(tostring(root, encoding="unicode"))  # noqa: S704 the builder escapes


def _root(chart: Chart, height: float) -> Element:
    root = Element(
        "svg",
        {
            "class": "cv-drawing",
            "xmlns": "http://www.w3.org/2000/svg",
            "width": "100%",
            "height": _n(height),
            "role": "img",
            "aria-labelledby": f"{chart.id}-name {chart.id}-words",
            "font-family": "Arial, Helvetica, sans-serif",
            "font-size": "14",
        },
    )
    SubElement(root, "title", {"id": f"{chart.id}-name"}).text = chart.title
    SubElement(root, "desc", {"id": f"{chart.id}-words"}).text = spoken(chart)
    return root


def _legend(root: Element, chart: Chart) -> None:
    for series, name in enumerate(chart.series):
        y = LEGEND * series + 4
        colour = SERIES[series % len(SERIES)]
        _rect(root, "1", y, "26", _look(colour, hollow=series > 0))
        _words(root, name, x="36", y=y + 12)


def _zero(parent: Element, plan: Geometry) -> None:
    x = _share(plan.across(0))
    for block in plan.blocks:
        ends = {"x1": x, "x2": x, "y1": _n(block.y - BAR / 2), "y2": _n(block.y + BAR / 2)}
        SubElement(parent, "line", {**ends, "stroke": RULE, "stroke-width": "1"})


def _bar(parent: Element, plan: Geometry, block: Block) -> None:
    left, right = sorted((plan.across(block.start), plan.across(block.end)))
    width = _share(max(right - left, 0.003))
    top = block.y - BAR / 2 + 2
    _rect(parent, _share(left), top, width, _look(block.colour, hollow=block.hollow))
    shown = _words(parent, block.shown, x="100%", y=block.y + LINE / 2 - 4, strong=True)
    shown.set("text-anchor", "end")


def _rect(parent: Element, x: str, y: float, width: str, look: Look) -> None:
    box = {"x": x, "y": _n(y), "width": width, "height": _n(BAR - 4)}
    SubElement(parent, "rect", {**box, **look})


def _look(colour: str, *, hollow: bool) -> Look:
    if hollow:
        return {"fill": "#FFFFFF", "stroke": colour, "stroke-width": "2"}
    return {"fill": colour}


def _joins(parent: Element, plan: Geometry, chart: Chart) -> None:
    """Join each bar of a waterfall to the next, so that the eye can follow the sum."""
    if not chart.is_waterfall:
        return
    for above, below in zip(plan.blocks, plan.blocks[1:], strict=False):
        if above.end in (below.start, below.end):
            x = _share(plan.across(above.end))
            ends = {"x1": x, "x2": x, "y1": _n(above.y + 7), "y2": _n(below.y - 7)}
            look = {"stroke": RULE, "stroke-dasharray": "2 3"}
            SubElement(parent, "line", {**ends, **look})


def _words(  # noqa: PLR0913 where, what and how
    parent: Element, words: str, *, x: str, y: float, fill: str = INK, strong: bool = False
) -> Element:
    weight = {"font-weight": "700"} if strong else {}
    edge = {"stroke": "#FFFFFF", "stroke-width": "4", "paint-order": "stroke"}
    text = SubElement(parent, "text", {"x": x, "y": _n(y), "fill": fill, **edge, **weight})
    text.text = words
    return text


def _share(part: float) -> str:
    return f"{_n(part * 100)}%"


def _n(value: float) -> str:
    return wording.exact(round(value, 2)).replace(",", "").replace(wording.MINUS, "-")
