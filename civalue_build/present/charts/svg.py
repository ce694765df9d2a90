"""Pieces of a drawing as text. Words are escaped here; all else is ours: numbers and colours."""

from collections.abc import Iterable
from functools import lru_cache


def line(x: str, ends: tuple[float, float], look: str = "") -> str:
    """Return an upright line; `ends` are its upper and lower end in pixels."""
    above, below = map(size, ends)
    return f'<line x1="{x}" x2="{x}" y1="{above}" y2="{below}" {look}/>'


def rect(x: str, y: float, width: str, height: float, look: str) -> str:
    """Return a box; `y` and `height` are in pixels."""
    box = f'x="{x}" y="{size(y)}" width="{width}" height="{size(height)}"'
    return f"<rect {box} {look}/>"


def words(text: str, x: str, y: float, look: str = "") -> str:
    """Return words that stand at a place, `y` being their base line in pixels."""
    return f'<text x="{x}" y="{size(y)}" {look}>{escaped(text)}</text>'


def together(parts: Iterable[str], look: str) -> str:
    """Return parts under one look, which each would else have to repeat."""
    return f"<g {look}>{''.join(parts)}</g>"


def escaped(text: str) -> str:
    """Return text as it stands inside an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def share(part: float) -> str:
    """Return a part of the whole width."""
    return f"{size(part * 100)}%"


@lru_cache(maxsize=4096)
def size(value: float) -> str:
    """Return a length with two decimals at most."""
    return repr(round(value, 2) + 0.0).removesuffix(".0")
