"""A case on one page, for a board paper: the record from which every form of it is drawn."""

from collections.abc import Iterator

from civalue_build.model.evidence import Source
from civalue_build.present import wording
from civalue_build.present.addresses import address_on
from civalue_build.present.case.background import citation
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_fit import fitted
from civalue_build.present.case.board_money import money_part
from civalue_build.present.case.board_people import capacity_part, people_part
from civalue_build.present.case.board_trust import asks_part, trust_part, unknown_part
from civalue_build.present.case.board_views import Board, Reference, Said
from civalue_build.present.case.header import header, tags_of
from civalue_build.present.library.views import INVENTED
from civalue_build.present.prose import safe_url

SHOWN_ADDRESS = 90
"""The letters up to which the address of a source is printed."""


def board(known: Material, site: str = "") -> Board:
    """Return what a case says on one sheet; `site` is the address of the site, if it has one."""
    case, top = known.case, header(known)
    return fitted(
        Board(
            slug=case.slug,
            title=case.title,
            facts=tuple(_facts(known)),
            notices=tuple(filter(None, (top.invented, top.banner, *top.notices))),
            summary=case.summary,
            parts=(
                people_part(known),
                capacity_part(known),
                money_part(known),
                trust_part(known),
                unknown_part(known),
                asks_part(known),
            ),
            foot=tuple(_foot(known, site)),
        )
    )


def _facts(known: Material) -> Iterator[Said]:
    case = known.case
    setting = wording.title(known.framework.settings, case.setting)
    yield Said(f"{case.organisation.name}, {wording.lower_first(setting)}", "Organisation")
    told = (wording.period(case.period), *(tag.text for tag in tags_of(known) if tag != INVENTED))
    yield Said(" ".join(wording.sentence(text) for text in told), "When")


def _foot(known: Material, site: str) -> Iterator[Reference]:
    sources = known.case.sources
    if sources:
        yield _source(sources[0], len(sources) - 1)
    yield Reference(citation(known))
    if address := address_on(site, known.path):
        yield Reference(f"The case in full, with every sum: {address}", safe_url(address))


def _source(source: Source, others: int) -> Reference:
    about = ", ".join(part for part in (source.title, source.publisher, source.year) if part)
    more = f" And {wording.counted(others, 'other', 'others')} in the case." if others else ""
    href = safe_url(source.url)
    shown = f" {href}" if href and len(href) <= SHOWN_ADDRESS else ""
    return Reference(f"Source: {wording.sentence(about)}{more}{shown}", href)
