"""The picture that social media show beside a link to the site: its name on a plain ground.

The letters come with civalue, so that a picture is the same on every computer.
"""

import io
from importlib.resources import files
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

PICTURE = "assets/images/card.png"
WIDTH, HEIGHT = 1200, 630
_GROUND, _INK, _LINE = "#005eb8", "#ffffff", "#ffeb3b"
_FONTS = "present/board/fonts"
_LEFT, _TOP, _GAP, _FOOT = 90, 90, 50, 18
_TITLE = ("LiberationSans-Bold.ttf", 80, 24, 3)
_TOLD = ("LiberationSans-Regular.ttf", 40, 52, 4)
"""A font, its size, letters that fit on a line, and lines that fit below each other."""
_NO_LETTER = "\uffff"


def picture(title: str, description: str) -> bytes:
    """Return a PNG with a title and what is said of the site below it, cut where too long.

    A text with a letter that the font lacks is left out: empty boxes tell nobody anything.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 slow to load, and seldom needed

    image = Image.new("RGB", (WIDTH, HEIGHT), _GROUND)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, HEIGHT - _FOOT, WIDTH, HEIGHT), fill=_LINE)
    top: float = _TOP
    for text, (name, size, across, lines) in ((title, _TITLE), (description, _TOLD)):
        font = _font(name, size)
        if text and _has_all(font, text):
            place, words, spacing = (_LEFT, top), _cut(text, across, lines), size // 3
            pen.multiline_text(place, words, fill=_INK, font=font, spacing=spacing)
            top = pen.multiline_textbbox(place, words, font=font, spacing=spacing)[3] + _GAP
    found = io.BytesIO()
    image.quantize(16).save(found, "PNG", optimize=True)
    return found.getvalue()


def _font(name: str, size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415

    content = (files("civalue_build") / _FONTS / name).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size, layout_engine=ImageFont.Layout.BASIC)


def _has_all(font: "FreeTypeFont", text: str) -> bool:
    none = bytes(font.getmask(_NO_LETTER))
    return all(bytes(font.getmask(sign)) != none for sign in set(text) if not sign.isspace())


def _cut(text: str, across: int, lines: int) -> str:
    return "\n".join(wrap(text, across, max_lines=lines, placeholder=" …"))
