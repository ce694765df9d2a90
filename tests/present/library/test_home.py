"""The front page counts what may be counted, and never adds up money or returns."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.glance import (
    GAIN,
    NO_GAIN,
    NO_NET,
    NOT_VALUED,
    glance_tables,
    key_facts,
    outcome_of,
)
from civalue_build.present.library.home import pages
from civalue_build.present.views import Table
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS, card, freed, headline, returns, side_by_side


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


@pytest.fixture(scope="module")
def full(small: Framework) -> Library:
    return whole(small, CARDS)


def whole(framework: Framework, cards: Sequence[CaseCard]) -> Library:
    """A library with what its cases come to side by side."""
    return library_of(framework, (), cards, (), side_by_side(framework, cards))


def table(library: Library, name: str) -> Table:
    return next(table for table in glance_tables(library) if table.id == name)


def cells(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in found.rows]


def test_gains_losses_and_gaps_are_counted_alike(full: Library) -> None:
    assert cells(table(full, "outcomes")) == [
        [GAIN, "1", "0"],
        [NO_GAIN, "1", "2"],
        [NO_NET, "1", "1"],
        [NOT_VALUED, "1", "1"],
    ]


def test_a_net_value_below_a_pound_is_no_return() -> None:
    assert outcome_of(returns(100, 100.4)) == NO_GAIN
    assert outcome_of(returns(100, 101)) == GAIN


def test_a_gain_without_a_return_is_told_apart_from_returns(framework: Framework) -> None:
    free = [card(slug, headline=headline(returns(0, 4))) for slug in ("first", "second")]
    paid = card("paid", headline=headline(returns(2, 4)))
    note = table(whole(framework, [paid, *free]), "outcomes").note
    assert "2 cases have a net figure and, with no cost to divide by, no return" in note
    assert "1 case has a net" in table(whole(framework, [paid, free[0]]), "outcomes").note
    assert "net figure" not in table(whole(framework, [paid]), "outcomes").note


def test_claims_are_counted_from_the_weakest(full: Library) -> None:
    assert [row[-1] for row in cells(table(full, "claims"))] == ["1", "0", "1", "1", "0", "1"]


def test_beds_are_summed_over_the_cases_that_state_them(full: Library) -> None:
    found = table(full, "operational")
    assert cells(found) == [["1,095 bed days", "2", "1"]]
    assert found.rows[0].cells[0].note == "that is 3 beds, at 365 bed days each"


def test_units_that_are_not_operational_currency_are_left_out(small: Framework) -> None:
    units = {key: replace(unit, operational=False) for key, unit in small.units.items()}
    library = whole(replace(small, units=units), CARDS)
    assert "operational" not in {table.id for table in glance_tables(library)}


def test_an_invented_case_changes_no_number(small: Framework) -> None:
    real = whole(small, [card for card in CARDS if not card.illustrative])
    assert glance_tables(real) == glance_tables(whole(small, CARDS))


def test_a_library_of_invented_cases_counts_nothing(small: Framework) -> None:
    library = whole(small, [card("teaching", illustrative=True)])
    assert glance_tables(library) == ()
    assert "There are no cases to count yet." in next(pages(library)).body


def test_no_money_is_added_up_on_the_front_page(full: Library) -> None:
    assert "£" not in next(pages(full)).body


def test_the_return_in_the_middle_is_shown_once_there_are_enough(small: Framework) -> None:
    paid = [card(f"paid-{n}", headline=headline(returns(10, 10 * n))) for n in range(1, 6)]
    terms = {fact.term: fact.value for fact in key_facts(whole(small, paid))}
    assert terms["The case in the middle brings back, for each £1"] == "£3.00"
    assert terms["Bring back more than they cost"] == "4 of 5 cases"


def test_what_was_measured_stands_apart_from_what_is_forecast(full: Library) -> None:
    shown = key_facts(full)[1]
    assert shown.value == "2 of 4 cases"
    assert shown.note == "1 signed off; 1 planned or forecast; 1 with no claim"


def test_a_library_without_returns_gives_no_middle(small: Framework) -> None:
    library = whole(small, [card("story")])
    terms = [fact.term for fact in key_facts(library)]
    assert terms == ["Say what changed for people", "Measured, or signed off by finance"]


def test_people_come_first_and_are_not_added_up(small: Framework) -> None:
    told, silent = card("told", outcomes=2), card("silent", outcomes=0)
    first = key_facts(whole(small, [told, silent]))[0]
    assert (first.term, first.value) == ("Say what changed for people", "1 of 2 cases")
    assert "not added up" in first.note


def test_ways_in_name_the_invented_apart_from_the_real(full: Library) -> None:
    body = next(pages(full)).body
    assert "4 cases from 1 setting" in body
    assert "4 cases and 1 invented teaching case" in body
    assert "1 case and 1 invented teaching case" in body


def test_a_change_for_the_worse_is_taken_off(small: Framework) -> None:
    worse = card("worse", operational=(freed("bed-day", -30),), headline=headline(returns(1, 0)))
    library = whole(small, (*CARDS, worse))
    assert cells(table(library, "operational"))[0][0] == "1,065 bed days"


def test_each_other_approach_is_a_way_in_by_its_short_name(full: Library) -> None:
    (page,) = pages(full)
    ways = page.body.partition('id="by-approach"')[2].partition("</nav>")[0]
    assert '<a href="framework/approaches/evo/index.html">EVO</a>' in ways
    (bare,) = pages(replace(full, framework=replace(full.framework, approaches={})))
    assert "by-approach" not in bare.body


@pytest.mark.parametrize(("cards", "link"), [((), "The list of cases"), (CARDS[:2], "All 2 cases")])
def test_a_library_that_has_just_begun_is_told_in_whole_sentences(
    small: Framework, cards: tuple[CaseCard, ...], link: str
) -> None:
    body = next(pages(whole(small, cards))).body
    assert f">{link}" in body
    assert ("Cases stand under each setting" in body) is bool(cards)
