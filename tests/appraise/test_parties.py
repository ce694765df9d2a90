"""Who pays and who gains: every pound in one account, and transfers that come to nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal, Undefined
from civalue_build.model.case import Case, Partner
from civalue_build.model.enums import Kind, Perspective, Sector
from civalue_build.model.lines import BenefitLine, CostLine
from tests.builders import benefit, case, cost, each, framework, number, unstated

TREASURY = Partner(id="treasury", name="Central government", sector=Sector.CENTRAL_GOVERNMENT)
PAY = 10_000.0


def valued(known: Case) -> Appraisal:
    return appraise(known, framework())


def of(*lines: CostLine | BenefitLine, partners: tuple[Partner, ...] | None = None) -> Case:
    changes = {} if partners is None else {"partners": partners}
    return case(
        costs=tuple(x for x in lines if isinstance(x, CostLine)),
        benefits=tuple(x for x in lines if isinstance(x, BenefitLine)),
        **changes,
    )


def net(found: Appraisal, party: str) -> object:
    return next(account.net for account in found.parties if account.id == party)


def test_a_transfer_names_both_parties_and_who_sees_nothing_of_it() -> None:
    inside = benefit(21, kind=Kind.FUNDED_CAPACITY, from_party="board")
    outside = benefit(9, id="grant", kind=Kind.INCOME, from_party="council")
    first, second = valued(of(inside, outside)).transfers
    assert (first.payer, first.gainer, first.claimed) == ("board", "self", 21)
    assert first.nets_in == (Perspective.NHS, Perspective.PUBLIC_SECTOR, Perspective.SOCIETY)
    assert second.nets_in == (Perspective.PUBLIC_SECTOR, Perspective.SOCIETY)


def test_a_transfer_without_an_amount_says_why() -> None:
    line = benefit(kind=Kind.INCOME, from_party="board", amount=unstated())
    assert isinstance(valued(of(line)).transfers[0].claimed, Undefined)


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6), st.sampled_from(["self", "board", "council"]))
def test_the_nets_of_all_parties_are_the_net_of_society(
    gain: float, spent: float, payer: str
) -> None:
    moved = benefit(gain, kind=Kind.INCOME, gained_by="people", from_party="board")
    found = valued(of(cost(spent, paid_by=payer), moved))
    society = found.result(Perspective.SOCIETY, 3)
    assert society is not None
    nets = [p.net for p in found.parties if not isinstance(p.net, Undefined)]
    assert sum(nets) == pytest.approx(society.claimed.npv, abs=1e-6)


def test_correction_makes_what_a_payer_loses_larger_and_what_others_gain_smaller() -> None:
    line = benefit(100, kind=Kind.INCOME, from_party="board", grade=6)
    found = {p.id: p for p in valued(of(line)).parties}
    assert (found["self"].net, found["board"].net) == (100, -100)
    assert found["self"].net_corrected == pytest.approx(60)
    assert found["board"].net_corrected == pytest.approx(-140)


def test_a_disbenefit_stays_a_gain_below_zero_of_its_party() -> None:
    account = valued(of(benefit(-50))).parties[0]
    assert (account.pays, account.gains, account.net) == (0, -50, -50)


def test_the_centrally_paid_part_of_pensions_is_a_cost_of_the_public_sector_alone() -> None:
    """Of 23.78 points of pay, the employer pays 14.38 and central government 9.4."""
    years = each(0)
    pay = cost(PAY, id="pay", years=years)
    own = cost(PAY * 0.1438, id="pension", years=years)
    central = cost(PAY * 0.094, id="pension-centre", years=years, paid_by="treasury")
    found = valued(of(pay, own, central, partners=(TREASURY,)))
    costs = {}
    for who in Perspective:
        result = found.result(who, 1)
        assert result is not None
        costs[who] = result.claimed.pv_costs
    assert costs[Perspective.ORGANISATION] == pytest.approx(PAY * 1.1438)
    assert costs[Perspective.NHS] == pytest.approx(PAY * 1.1438)
    assert costs[Perspective.PUBLIC_SECTOR] == pytest.approx(PAY * 1.2378)
    assert costs[Perspective.SOCIETY] == pytest.approx(PAY * 1.2378)
    assert net(found, "treasury") == pytest.approx(-PAY * 0.094)


def test_a_share_of_a_transfer_is_taken_from_its_payer_too() -> None:
    line = benefit(100, kind=Kind.INCOME, from_party="board", attribution=number(0.25))
    assert net(valued(of(line)), "board") == pytest.approx(-25)
