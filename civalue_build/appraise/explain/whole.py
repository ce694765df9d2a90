"""Every figure of a case with its working."""

from collections.abc import Mapping, Sequence

from civalue_build.appraise.bookings import Booking, counted, signs
from civalue_build.appraise.chain import Chain
from civalue_build.appraise.explain.accounts import Account
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.delay import delay
from civalue_build.appraise.explain.ends import Ends
from civalue_build.appraise.explain.lines import LineBook
from civalue_build.appraise.explain.parts import Parts
from civalue_build.appraise.explain.printed import printed
from civalue_build.appraise.explain.totals import claims, operational, parties, realised
from civalue_build.appraise.explain.unsure import Unsure
from civalue_build.appraise.explain.wider import forgone, wider
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.headline import PERSPECTIVE, STEP
from civalue_build.model.appraisal import Appraisal, Uncertainty
from civalue_build.model.enums import Perspective, Side, Step
from civalue_build.model.explained import Explanations, What, of_result

HEADLINE = Perspective.NHS


def explanations(
    ground: Ground, chains: Sequence[Chain], booked: Sequence[Booking], found: Appraisal
) -> Explanations:
    """Return how each figure of an appraisal was worked out, by its id."""
    book = Book()
    lines = {
        value.id: LineBook(book, ground, chain, value)
        for chain, value in zip(chains, found.lines, strict=True)
    }
    for line in lines.values():
        line.write()
    parts, case, years = Parts(book, ground), ground.case, ground.horizon
    _results(parts, ground, booked, found)
    realised(parts, case, booked, found.realised, years)
    claims(book, found.realised, found.claims)
    parties(parts, booked, found.parties, years)
    operational(book, lines, found.operational)
    wider(book, ground, lines, found.health_and_wider)
    forgone(book, ground, found)
    ends = Ends(book, ground, found.lines)
    printed(parts, ground, lines, booked, ends, found.printed)
    chosen = counted(case, booked, PERSPECTIVE, STEP)
    if isinstance(found.uncertainty, Uncertainty):
        npv = book.nodes[of_result(HEADLINE, years, "claimed", What.NPV)]
        Unsure(book, ends, npv, _times(chosen)).write(found.uncertainty)
    if found.cost_of_delay:
        delay(parts, chosen, found.cost_of_delay)
    return book.nodes


def _times(chosen: Sequence[Booking]) -> Mapping[str, int]:
    """Return by line how often, and with which sign, it is in the headline."""
    sides = {booking.line.id: booking.side for booking in chosen}
    return {
        line: -times if sides[line] is Side.COST else times for line, times in signs(chosen).items()
    }


def _results(parts: Parts, ground: Ground, booked: Sequence[Booking], found: Appraisal) -> None:
    """Put down who × by when up to the case's own horizon, the ladder, and payback."""
    own = ground.horizon
    accounts = {who: Account(parts, counted(ground.case, booked, who)) for who in Perspective}
    for cell in found.results:
        if cell.horizon <= own:
            name, account = f"results.{cell.perspective}.{cell.horizon}", accounts[cell.perspective]
            account.nets(name, cell.horizon, cell.claimed, cell.corrected)
            if cell.horizon == own:
                account.returns(name, cell.claimed, cell.corrected)
    if head := found.headline:
        name = f"results.{HEADLINE}.{own}"
        accounts[HEADLINE].plain(name, own, head.claimed, head.corrected)
        accounts[HEADLINE].pay_back(name, own, head.claimed, head.corrected)
    for rung in found.ladder:
        if rung.step is Step.CASH:  # the other rungs are cells of who × by when
            chosen = counted(ground.case, booked, rung.perspective, rung.step)
            account, name = Account(parts, chosen), f"ladder.{rung.step}"
            account.nets(name, own, rung.claimed, rung.corrected)
            account.returns(name, rung.claimed, rung.corrected)
