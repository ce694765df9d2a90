"""The files of one page for a board: the sheet of the site, and the downloads beside it."""

from collections.abc import Iterable

from civalue_build.model.site import Asset
from civalue_build.present.addresses import (
    PICTURE,
    address_on,
    board_address,
    board_file,
    case_address,
    relative,
)
from civalue_build.present.case.base import Material
from civalue_build.present.case.board import board
from civalue_build.present.case.board_readers import download
from civalue_build.present.case.board_views import Board, Papers
from civalue_build.present.rendering import render
from civalue_build.present.views import Link

STYLE = "assets/board.css"


def papers(known: Material, site: str = "", *, downloads: bool = True) -> Papers:
    """Return one page for a board as files. The same case gives the same bytes on every day.

    `site` is the address of the site, if it has one. What the downloads need is loaded with the
    first of them.
    """
    one = board(known, site)
    made = _downloads(one) if downloads else ()
    return Papers(page=_page(one, map(download, made), site), downloads=made)


def _downloads(one: Board) -> tuple[Asset, Asset]:
    from civalue_build.present.board.pdf import pdf  # noqa: PLC0415 not where there is none
    from civalue_build.present.board.word import word  # noqa: PLC0415

    return (
        Asset(path=board_file(one.slug, "pdf"), content=pdf(one)),
        Asset(path=board_file(one.slug, "docx"), content=word(one)),
    )


def _page(one: Board, made: Iterable[Link], site: str) -> Asset:
    """Return the sheet. Search engines are told of the page of the case, to show instead."""
    path = board_address(one.slug)
    html = render(
        "case_board.html",
        board=one,
        style=relative(path, STYLE),
        downloads=tuple(made),
        address=address_on(site, case_address(one.slug)),
        picture=address_on(site, PICTURE),
    )
    return Asset(path=path, content=f"{html}\n".encode())
