"""Insights puts cases side by side: no ranking, no one return, nothing invented in a number."""

import csv
import io
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from civalue_build.check.across.catalogue import DOCS
from civalue_build.model.appraisal import Undefined, Vintage
from civalue_build.model.card import CaseCard
from civalue_build.model.contribution import Edition, SavingClaim, SavingShare, Seen
from civalue_build.model.enums import Claim, Standing
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset, Page
from civalue_build.present.library import insights_python
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.insights import FEW
from civalue_build.present.library.insights_spread import BANDS, band, chart, facts, observed
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS, card, every_page, headline, returns, side_by_side


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


def valued(slug: str, costs: float | None, benefits: float, **changes: Any) -> CaseCard:
    """A case with a headline at the prices of the library and its editions."""
    basis = Vintage(
        framework="test",
        discounting="green-book-2026",
        price_year="2023/24",
        horizon=3,
        price_index="gdp-deflator",
        currency="GBP",
    )
    net = returns(costs, benefits)
    editions = (
        Edition(schedule="green-book-2026", npv=net.npv, return_per_pound=net.return_per_pound),
    )
    fields = {"headline": headline(net), "vintage": basis, "editions": editions}
    return card(slug, **(fields | changes))


SIX = (
    valued("loss", 10, -50),
    valued("nothing", 10, 0),
    valued("little", 10, 5),
    valued("even", 10, 10),
    valued("double", 10, 20),
    valued("much", 10, 400),
)


def library(framework: Framework, cards: tuple[CaseCard, ...]) -> Library:
    """A library with what its cases come to side by side."""
    return library_of(framework, DOCS, cards, (), side_by_side(framework, cards))


def drawn(framework: Framework, cards: tuple[CaseCard, ...]) -> dict[str, str]:
    """The pages of Insights by the end of their address, as text without tags."""
    made = every_page(framework, DOCS, cards)
    pages = (page for page in made if isinstance(page, Page) and page.path.startswith("insights/"))
    return {page.path.removeprefix("insights/"): told(page.body) for page in pages}


def told(body: str) -> str:
    """The words of a page, each once after the other."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def file(framework: Framework, cards: tuple[CaseCard, ...], path: str) -> list[dict[str, str]]:
    """A file of data, row by row."""
    made = every_page(framework, DOCS, cards)
    (content,) = (item.content for item in made if isinstance(item, Asset) and item.path == path)
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (-633.0, "negative"),
        (-0.004, "none"),
        (0.0, "none"),
        (0.01, "some"),
        (1.0, "some"),
        (1.01, "to-2"),
        (2.0, "to-2"),
        (5.0, "to-5"),
        (10.0, "to-10"),
        (10.01, "over-10"),
    ],
)
def test_every_return_falls_in_one_band(value: float, name: str) -> None:
    assert band(value) == name
    assert name in dict(BANDS)


def test_each_case_is_a_dot_in_its_band_or_beside_the_scale(small: Framework) -> None:
    found = chart(library(small, (*SIX, card("story"))))
    names = {row.label: [dots.names for dots in row.series] for row in found.rows}
    assert names["Less than nothing: costs grew"][0] == ("Loss: a loss",)
    assert names["Up to £1 for each £1 spent"][0] == ("Even: £1.00", "Little: £0.50")
    assert names["It cannot be worked out"] == [("Story",)]
    assert sum(len(series[0]) for series in names.values()) == 7


def test_gains_and_losses_are_said_as_plainly_as_each_other(small: Framework) -> None:
    found = {
        fact.term: fact.value for fact in facts(library(small, (*SIX, card("story"))).portfolio)
    }
    assert found == {
        "Bring back more than they cost": "2 of 6",
        "Bring back something, but no more than they cost": "2 of 6",
        "Bring back nothing, or make costs grow": "2 of 6",
        "The case in the middle brings back, for each £1": "£0.75",
        "Have no return that can be worked out": "1 of 7",
    }


def test_a_return_that_nobody_measured_is_not_told_as_one_that_came(small: Framework) -> None:
    gains = headline(returns(1, 3))
    planned = tuple(card(x, headline=gains, claim=Claim.FORECAST) for x in ("a", "b"))
    seen = card("c", headline=gains, claim=Claim.MEASURED)
    said = [observed(library(small, cards).portfolio) for cards in (planned, (*planned, seen))]
    assert said == ["none of the 2 measured", "1 of the 3 measured"]
    alone = [observed(library(small, (one,)).portfolio) for one in (planned[0], seen)]
    assert alone == ["not measured", "measured"]
    assert observed(library(small, (card("story"),)).portfolio) == ""


def test_a_few_cases_are_shown_one_by_one_and_have_no_middle(small: Framework) -> None:
    page = drawn(small, SIX[:3])["index.html"]
    assert "too few" in page
    assert "fewer than four such cases: a loss, £0.00, £0.50" in page


def test_cases_stand_in_order_of_title_and_never_of_return(small: Framework) -> None:
    body = next(
        page.body
        for page in every_page(small, DOCS, SIX)
        if isinstance(page, Page) and page.path == "insights/index.html"
    )
    table = body[body.index('id="returns-table"') :].partition("</table>")[0]
    titles = re.findall(r'href="[^"]*cases/([a-z]+)/', table)
    assert titles == ["double", "even", "little", "loss", "much", "nothing"]


def test_an_invented_or_archived_case_is_in_no_number(small: Framework) -> None:
    invented = valued("invented", 1, 1_000_000, illustrative=True)
    before, after = (drawn(small, cards)["index.html"] for cards in (SIX, (*SIX, invented)))
    assert after.replace(" In no number here: 1 invented teaching case.", "") == before


def test_what_is_not_in_the_totals_is_said_beside_them(small: Framework) -> None:
    page = drawn(small, (*SIX, valued("gross", None, 5), card("story")))["index.html"]
    assert "Not in these totals: 2 cases." in page
    assert "not yet valued in money (1)" in page
    assert "what the work cost is not stated in full (1)" in page


def test_a_case_that_makes_up_most_of_a_total_is_named(small: Framework) -> None:
    page = drawn(small, (valued("giant", 1000, 1), valued("dwarf", 1, 1)))["index.html"]
    assert "2 cases; “Giant” is more than 99% of it" in page


def test_a_plan_is_not_added_to_what_was_measured(small: Framework) -> None:
    planned = valued("plan", 100, 900, claim=Claim.PLANNED)
    measured = valued("seen", 100, 50, claim=Claim.MEASURED)
    rows = file(small, (planned, measured), "data/totals.csv")
    nets = {row["of"]: float(row["claimed"]) for row in rows if row["what"] == "net"}
    assert nets == {"planned": 800, "measured": -50}


def test_the_data_say_why_a_return_is_missing(small: Framework) -> None:
    rows = file(small, (*SIX, valued("gross", None, 5)), "data/returns.csv")
    by_case = {row["case"]: row for row in rows}
    assert by_case["gross"]["claimed_return_per_pound"] == ""
    assert by_case["gross"]["why_not"] == "costs are not stated"
    assert float(by_case["much"]["claimed_return_per_pound"]) == 40
    assert by_case["much"]["band_claimed"] == "over-10"


def test_the_social_lens_counts_cases_that_tell_of_people(small: Framework) -> None:
    seen = Seen(claimed=1.0, corrected=1.0)
    cards = (valued("a", 1, 2, outcomes=2, society=seen), valued("b", 1, 2, society=seen))
    assert "1 of 2 cases tell what changed for people" in drawn(small, cards)["index.html"]


def test_principles_are_counted_by_verdict_over_real_cases(small: Framework) -> None:
    rows = file(small, CARDS, "data/principles.csv")
    purpose = next(row for row in rows if row["principle"] == "clarify-purpose")
    assert (purpose[Standing.SHOWN], purpose[Standing.NOT_SHOWN]) == ("1", "1")
    page = drawn(small, CARDS)["principles/index.html"]
    assert "It is no score" in page


def test_savings_are_reported_with_who_claims_how_much(small: Framework) -> None:
    def claiming(slug: str, share: float) -> CaseCard:
        known = SavingShare(saving="ward-beds", by_year=(share,), first=2023)
        return valued(slug, 1, 2, savings=(SavingClaim(share=known, claimed=(1,), corrected=(1,)),))

    page = drawn(small, (claiming("one", 0.75), claiming("two", 0.5)))["double-counting/index.html"]
    assert "1 saving is claimed by several cases. Of 1 saving, more than 100% is claimed." in page
    assert "One 75%" in page.replace("Share claimed ", "")
    assert "Ward beds, 2023/24 scaled to 100% in all totals" in page
    assert "125%" in page
    within = (claiming("one", 0.5), claiming("two", 0.5))
    fair = drawn(small, within)["double-counting/index.html"]
    assert "1 saving is claimed by several cases, and no part of it twice." in fair
    quiet = drawn(small, SIX)["double-counting/index.html"]
    assert "No saving is claimed by more than one case" in quiet
    assert "No case names a saving" in quiet


def test_every_case_stands_under_every_schedule_with_its_vintage(small: Framework) -> None:
    unsaid = Undefined("costs are not stated")
    both = (
        Edition(
            schedule="green-book-2026",
            npv=100.0,
            return_per_pound=2.0,
            corrected_npv=70.0,
            corrected_return_per_pound=1.5,
        ),
        Edition(schedule="none", npv=120.4, return_per_pound=unsaid),
    )
    cards = (valued("a", 10, 20, editions=both), valued("b", None, 1))
    page = drawn(small, cards)["discounting/index.html"]
    assert "1 case has a net figure, as claimed. 1 changes with the schedule." in page
    assert "3 years, 2023/24 prices" in page
    assert "£100" in page
    assert "£2.00, used; corrected £70, £1.50" in page
    rows = file(small, cards, "data/discounting.csv")
    assert [(r["case"], r["used"], r["npv_green_book_2026"], r["npv_none"]) for r in rows] == [
        ("a", "green-book-2026", "100", "120.4"),
        ("b", "green-book-2026", "", ""),
    ]
    assert [row["corrected_npv_green_book_2026"] for row in rows] == ["70", ""]
    assert [row["why_not"] for row in rows] == ["costs are not stated"] * 2


def test_schedules_that_give_every_case_the_same_figure_are_named(small: Framework) -> None:
    other = replace(small.schedules["none"], title="Old book")
    known = replace(small, schedules=dict(small.schedules) | {"old": other})
    nets = {"green-book-2026": 100.0, "old": 100.0, "none": 120.0}
    editions = tuple(Edition(schedule=s, npv=n, return_per_pound=2.0) for s, n in nets.items())
    page = drawn(known, (valued("a", 10, 20, editions=editions),))["discounting/index.html"]
    title = small.schedules["green-book-2026"].title
    assert f"{title} and Old book give the same figure in every case." in page


def test_invented_cases_stand_under_the_schedules_apart_from_real_ones(small: Framework) -> None:
    cards = (valued("real", 1, 3), valued("teaching", 1, 3, illustrative=True))
    page = drawn(small, cards)["discounting/index.html"]
    assert "1 case has a net figure" in page
    assert page.index("Invented teaching cases. Headline") > page.index("Real")


def test_many_cases_are_listed_up_to_a_point_and_all_in_the_file(small: Framework) -> None:
    many = tuple(valued(f"case-{n}", 10, n) for n in range(FEW + 20))
    page = drawn(small, many)["index.html"]
    assert f"The first {FEW} cases. All are in the file." in page
    assert len(file(small, many, "data/returns.csv")) == len(many)


def test_a_library_without_cases_has_nothing_to_put_side_by_side(small: Framework) -> None:
    pages = drawn(small, ())
    assert "There are no cases to put side by side yet." in pages["index.html"]
    assert "Download this table" not in pages["principles/index.html"]
    assert insights_python.steps(library(small, ())) == ()
    assert "There are no cases to show it on yet." in pages["python/index.html"]
