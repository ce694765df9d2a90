"""Sums of a case that no account of who × by when holds: claims, parties, units of capacity."""

from collections.abc import Iterable, Mapping, Sequence

from civalue_build.appraise.bookings import Booking, by_itself, counted
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.lines import LineBook
from civalue_build.appraise.explain.parts import Parts
from civalue_build.model.appraisal import ClaimRung, Operational, PartyAccount
from civalue_build.model.case import Case
from civalue_build.model.enums import Claim, Side, Step
from civalue_build.model.explained import Explained, How, Sort, What
from civalue_build.model.worth import Realised

VIEWS = (("claimed", What.DISCOUNTED), ("corrected", What.DISCOUNTED_CORRECTED))


def realised(
    parts: Parts, case: Case, booked: Sequence[Booking], cells: Iterable[Realised], years: int
) -> None:
    """Put down the benefits of each kind at each level of claim."""
    for cell in cells:
        own = [b for b in counted(case, booked, cell.perspective) if _is_in(b, cell)]
        for (name, view), figure in zip(VIEWS, (cell.claimed, cell.corrected), strict=True):
            key, terms = f"realised.{cell.kind}.{cell.claim}.{name}", parts.all_of(own, view, years)
            parts.book.made(
                key, What.BENEFITS, Sort.MONEY, How.SUM, terms, figure=figure, of=cell.kind
            )


def claims(book: Book, cells: Iterable[Realised], rungs: Iterable[ClaimRung]) -> None:
    """Put down the headline's benefits at each level of claim, the sum of its kinds."""
    money = [cell for cell in cells if cell.kind.step is not Step.SOCIETY]
    for rung in rungs:
        kinds = [cell.kind for cell in money if cell.claim is rung.claim]
        for (name, _), figure in zip(VIEWS, (rung.claimed, rung.corrected), strict=True):
            end = f"{rung.claim}.{name}"
            terms = tuple(book.nodes[f"realised.{kind}.{end}"] for kind in kinds)
            if terms:
                key, what = f"claims.{end}", What.BENEFITS
                book.made(key, what, Sort.MONEY, How.SUM, terms, figure=figure)


def _is_in(booking: Booking, cell: Realised) -> bool:
    claim = booking.line.claim or Claim.PLANNED
    return booking.kind is cell.kind and claim is cell.claim and not booking.why


def parties(
    parts: Parts, booked: Sequence[Booking], accounts: Iterable[PartyAccount], years: int
) -> None:
    """Put down what each party pays, gains and is left with, as if nobody else were counted."""
    made, money = parts.book.made, Sort.MONEY
    for party in accounts:
        own = [by_itself(b) for b in booked if b.party == party.id and not b.why]
        figures = ((party.pays, party.gains, party.net), (None, None, party.net_corrected))
        for (view, amounts), (pays, gains, net) in zip(VIEWS, figures, strict=True):
            costs, gained = (
                parts.all_of((b for b in own if b.side is side), amounts, years)
                for side in (Side.COST, Side.BENEFIT)
            )
            name, of = f"parties.{party.id}.{view}", party.id
            left = made(f"{name}.pays", What.PAYS, money, How.SUM, costs, figure=pays, of=of)
            right = made(f"{name}.gains", What.GAINS, money, How.SUM, gained, figure=gains, of=of)
            made(f"{name}.net", What.NET, money, How.DIFFERENCE, (right, left), figure=net, of=of)


def operational(book: Book, lines: Mapping[str, LineBook], found: Iterable[Operational]) -> None:
    """Put down the units of each year after all shares, and in all."""
    for item in found:
        own = [line for line in lines.values() if line.frees(item.unit)]
        years = tuple(
            _units(book, own, item, year, figure) for year, figure in enumerate(item.by_year)
        )
        name = f"operational.{item.unit}"
        book.made(name, What.UNITS, Sort.QUANTITY, How.SUM, years, figure=item.total, of=item.unit)


def _units(
    book: Book, lines: Iterable[LineBook], item: Operational, year: int, figure: float
) -> Explained:
    terms = tuple(line.own_units(year) for line in lines if year in line.chain.units)
    name, what = f"operational.{item.unit}.{year}", What.UNITS
    return book.made(
        name, what, Sort.QUANTITY, How.SUM, terms, figure=figure, of=item.unit, year=year
    )
