"""The sheet as a tagged PDF (PDF/UA-1), set by Typst from a template of ours.

The words of a case reach it as data, so that nothing in them is a command. It reads no file but
its template and our fonts, and asks no other host. Import this module where a PDF is made.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, cast

from typst import Compiler, Fonts, TypstError

from civalue_build.present.case.board_views import Board, Part, Said

ACCESSIBLE: Literal["ua-1"] = "ua-1"
_HERE = Path(__file__).parent
_LONG = re.compile(r"\S{40}(?=\S)")
_BREAK = "\N{ZERO WIDTH SPACE}"


def pdf(board: Board) -> bytes:
    """Return the sheet as a PDF. The same board gives the same bytes on every day.

    Letters that our font lacks are taken from others; where none has them, a box stands in their
    place, and the file does not call itself PDF/UA.
    """
    words = json.dumps(_data(board), ensure_ascii=False)
    for spare in (False, True):
        try:
            return _set(words, ACCESSIBLE, spare=spare)
        except TypstError:
            continue
    return _set(words, None, spare=True)


def _set(words: str, standard: Literal["ua-1"] | None, *, spare: bool) -> bytes:
    made = _compiler(spare).compile(
        input=_template(),
        sys_inputs={"board": words},
        format="pdf",
        pdf_standards=standard,
        timestamp=0,
    )
    return cast("bytes", made)  # a list for pictures alone


@cache
def _template() -> bytes:
    return (_HERE / "sheet.typ").read_bytes()


@cache
def _compiler(spare: bool) -> Compiler:  # noqa: FBT001 the key of what is kept
    """Return what sets sheets. It holds the fonts, which are read once for each process."""
    fonts = Fonts(
        include_system_fonts=False,
        include_embedded_fonts=spare,
        font_paths=[str(_HERE / "fonts")],
    )
    return Compiler(_template(), root=str(_HERE / "fonts"), font_paths=fonts)


def _data(board: Board) -> Mapping[str, object]:
    return {
        "scale": board.size.scale,
        "title": _broken(board.title),
        "facts": _told(board.facts),
        "notices": [_broken(notice) for notice in board.notices],
        "summary": _broken(board.summary),
        "parts": [_part(part) for part in board.parts],
        "foot": [{"text": _broken(line.text), "href": line.href} for line in board.foot],
    }


def _part(part: Part) -> Mapping[str, object]:
    grid = part.grid
    return {
        "heading": part.heading,
        "says": _told(part.says),
        "grid": grid and {"caption": grid.caption, "head": grid.head, "rows": grid.rows},
        "points": _told(part.points),
    }


def _told(items: Iterable[Said]) -> list[Mapping[str, str]]:
    return [{"term": item.term, "text": _broken(item.text)} for item in items]


def _broken(text: str) -> str:
    """Return a text in which a line may end within a word that is longer than any of a language."""
    return _LONG.sub(rf"\g<0>{_BREAK}", text)
