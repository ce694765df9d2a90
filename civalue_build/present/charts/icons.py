"""Small pictures of where a process stands. Drawn here; words always stand beside them.

A rounded frame is for variation: the line inside goes where the latest points went, and ends in the
shape that such points have on the chart. A round frame is for assurance: a target, and values.
"""

from collections.abc import Mapping

from markupsafe import Markup

from civalue_build.model.enums import Assurance, Reading, Variation
from civalue_build.present.charts.series.lines import LIMIT, TARGET
from civalue_build.present.charts.series.shapes import COLOURS, PLAIN, shape

SIZE = 44
_FLAT, _UP, _DOWN = (
    "M9 24L15 19L21 25L27 19L35 22",
    "M9 33L17 30L24 24L33 13",
    "M9 11L17 14L24 20L33 31",
)
_ENDS = {_FLAT: (35, 22), _UP: (33, 13), _DOWN: (33, 31)}
_VARIATION: Mapping[Variation, tuple[Reading | None, str]] = {
    Variation.COMMON_CAUSE: (None, _FLAT),
    Variation.IMPROVEMENT_HIGH: (Reading.IMPROVEMENT, _UP),
    Variation.IMPROVEMENT_LOW: (Reading.IMPROVEMENT, _DOWN),
    Variation.CONCERN_HIGH: (Reading.CONCERN, _UP),
    Variation.CONCERN_LOW: (Reading.CONCERN, _DOWN),
    Variation.NEUTRAL_HIGH: (Reading.NEUTRAL, _UP),
    Variation.NEUTRAL_LOW: (Reading.NEUTRAL, _DOWN),
}
_LINES: Mapping[Assurance, tuple[int, str]] = {
    Assurance.PASS: (23, "M8 17L14 12L20 16L26 11L32 15L36 13"),
    Assurance.FAIL: (23, "M8 17L14 12L20 16L26 11L32 15L36 13"),
    Assurance.HIT_OR_MISS: (22, "M7 26L12 14L18 31L24 13L30 30L34 17L37 24"),
}
"""Where the target is, and how the values go."""
_SIGNS: Mapping[Assurance, str] = {
    Assurance.PASS: "M15 32L20 37L29 27",
    Assurance.FAIL: "M17 28L27 38M27 28L17 38",
    Assurance.HIT_OR_MISS: "",
}
_TONES: Mapping[Assurance, str] = {
    Assurance.PASS: COLOURS[Reading.IMPROVEMENT],
    Assurance.FAIL: COLOURS[Reading.CONCERN],
    Assurance.HIT_OR_MISS: PLAIN,
}


def variation_icon(state: Variation) -> Markup:
    """Return the picture of what the latest point of a chart says."""
    reads, way = _VARIATION[state]
    colour = COLOURS[reads]
    edge = f'fill="#FFFFFF" stroke="{colour}" stroke-width="3"'
    frame = f'<rect x="2" y="2" width="40" height="40" rx="8" {edge} />'
    middle = f'<path d="M7 22H37" stroke="{LIMIT}" stroke-dasharray="2 3" />'
    line = f'<path d="{way}" fill="none" stroke="{colour}" stroke-width="2.5" />'
    x, y = _ENDS[way]
    return _icon(f"{frame}{middle}{line}{shape(reads, str(x), y)}")


def assurance_icon(state: Assurance | None) -> Markup:
    """Return the picture of whether a target will be met; none where nothing can be said."""
    if state is None:
        frame = _round(LIMIT, ' stroke-dasharray="5 4"')
        return _icon(f'{frame}<path d="M14 22H30" stroke="{LIMIT}" stroke-width="2.5" />')
    colour, (middle, way) = _TONES[state], _LINES[state]
    target = f'<path d="M6 {middle}H38" stroke="{TARGET}" stroke-width="3" />'
    values = f'<path d="{way}" fill="none" stroke="{PLAIN}" stroke-width="2" />'
    sign = f'<path d="{_SIGNS[state]}" fill="none" stroke="{colour}" stroke-width="3.5" />'
    return _icon(f"{_round(colour)}{target}{values}{sign if _SIGNS[state] else ''}")


def point_icon(reads: Reading | None) -> Markup:
    """Return the shape of a point, for a legend."""
    drawn = shape(reads, "9", 9, 4)
    head = '<svg class="cv-point" width="18" height="18" aria-hidden="true" focusable="false">'
    return Markup(f"{head}{drawn}</svg>")  # noqa: S704 nothing but our own shapes


def _round(colour: str, more: str = "") -> str:
    return (
        f'<circle cx="22" cy="22" r="20" fill="#FFFFFF" stroke="{colour}" stroke-width="3"{more} />'
    )


def _icon(drawn: str) -> Markup:
    box = f'width="{SIZE}" height="{SIZE}" viewBox="0 0 {SIZE} {SIZE}"'
    head = f'<svg class="cv-icon" {box} aria-hidden="true" focusable="false">'
    return Markup(f"{head}{drawn}</svg>")  # noqa: S704 nothing but our own shapes
