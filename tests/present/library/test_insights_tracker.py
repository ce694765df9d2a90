"""The tracker: each number leads to its case, and what is not reported is said to be so."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from civalue_build.model.appraisal import Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Kind, Status
from civalue_build.model.framework import Framework, ProsePage
from civalue_build.model.site import Asset
from civalue_build.model.tracked import TrackedLine
from civalue_build.present.library import data
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.insights_tracker import FEW, figures, pages, rows
from civalue_build.present.library.insights_tracker_charts import MOST, chart
from civalue_build.source.framework import read_framework
from tests.appraise.test_portfolio_tracked import JANUARY, cost, line
from tests.conftest import LIBRARY
from tests.present.library.cards import card, side_by_side


@pytest.fixture(scope="module")
def framework() -> Framework:
    return read_framework(LIBRARY)


def kept(slug: str, *lines: TrackedLine, **changes: Any) -> CaseCard:
    return card(slug, tracked=lines, **changes)


REAL = kept(
    "agency-rounds",
    cost((1000, 1100), (1000, 1050), (1000, None)),
    line((3000, 2500), (3000, 3100), (3000, None)),
    line((500, None), (500, None), (500, None), label="Home care", party="Council",
         kind=Kind.COST_AVOIDED),
)  # fmt: skip
INVENTED = kept("night-bins", line((70, 71), (70, 72)), illustrative=True)


def library(framework: Framework, *cards: CaseCard) -> Library:
    return library_of(framework, (), cards, (), side_by_side(framework, cards))


def body(framework: Framework, *cards: CaseCard) -> str:
    (page,) = pages(library(framework, *cards))
    return page.body


def told(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def test_a_library_without_a_ledger_says_how_to_begin(framework: Framework) -> None:
    guide = ProsePage(path="contribute/format", title="The format", body="Keys.")
    made = body(replace(framework, pages=(guide,)), card("story"))
    assert "No real case keeps a ledger of plan and actual yet." in made
    assert 'href="../../contribute/format/index.html"' in made
    assert "<table" not in made
    assert "<figure" not in made


def test_each_row_has_plan_actual_and_what_is_to_come_and_leads_to_the_case(
    framework: Framework,
) -> None:
    made = body(framework, REAL)
    words = told(made)
    assert 'href="../../cases/agency-rounds/index.html#lines"' in made
    assert "Line: Saved. 2 latest: February 2026 £6,000 £5,600 £3,000" in words
    assert "Line: Spent. 2 latest: February 2026 £2,000 £2,150 £1,000" in words
    assert "1 real case keeps a ledger" in words
    assert "They are not present values" in words


def test_what_is_not_reported_yet_is_no_nought(framework: Framework) -> None:
    words = told(body(framework, REAL))
    assert "On the books of Council." in words
    assert "none £1,000 £1,000 of it not reported yet not reported yet £500" in words
    assert "“Home care” is not reported yet." in words


def test_a_line_that_went_quiet_is_named_with_its_last_month(framework: Framework) -> None:
    gone = kept("gone", line((10, 9), *[(10, None)] * 4), line(*[(1, 1)] * 5, label="Other"))
    words = told(body(framework, gone))
    assert "“Saved” has no actual for 4 planned months since January 2026." in words
    assert "“Other”" not in words


def test_invented_cases_stand_apart_and_are_marked(framework: Framework) -> None:
    made = body(framework, REAL, INVENTED)
    real, _, invented = made.partition('id="invented"')
    assert "Night bins" not in real
    assert "Agency rounds" not in invented
    assert "Invented teaching case" in invented
    assert "Sum so far, as booked. Invented teaching cases" in invented


def test_cases_stand_by_title_and_organisations_by_name(framework: Framework) -> None:
    cards = (
        kept("b-small", line((1, 1), party="B"), organisation="B"),
        kept("a-large", line((1, 9000), party="C"), organisation="C"),
        kept("c-middle", line((1, 50), party="A"), organisation="A"),
    )
    made = body(framework, *cards)
    assert re.findall(r"cases/([a-c])-\w+/index.html#lines", made) == ["a", "b", "c"]
    assert re.findall(r'<h3 id="real-\d-\w">(\w)</h3>', made) == ["A", "B", "C"]


def test_the_sum_so_far_is_that_of_every_month(framework: Framework) -> None:
    months = ((10, 8), (10, None), (None, None), (10, 14), (10, None))
    known = library(framework, kept("one", line(*months)))
    (books,) = known.portfolio.tracker.books
    made = chart(framework, books, books.sums[0], "tracker-1", invented=False)
    assert made.series == ("Actual", "Plan")
    assert [bar.label for bar in made.bars[::4]] == ["January 2026", "May 2026"]
    assert [bar.values[1] for bar in made.bars] == [10, 20, 20, 30, 40]
    assert [bar.values[0] for bar in made.bars] == [8, 8, 8, 22, Undefined("not reported yet")]
    assert made.times == pytest.approx([1 / 12, 2 / 12, 3 / 12, 4 / 12, 5 / 12])
    assert made.since == JANUARY
    assert made.title == "Cash-releasing: £22 came by April 2026, £30 planned to date"
    assert made.note == "The line of what came ends with April 2026."


def test_costs_are_spent_and_a_plan_alone_says_that_nothing_came(framework: Framework) -> None:
    known = library(framework, REAL)
    titles = [one.view.title for one in figures(known)]
    assert titles == [
        "Cost avoided: £1,500 planned, and nothing reported yet",
        "Cash-releasing: £5,600 came by February 2026, £6,000 planned to date",
        "Costs: £2,150 spent by February 2026, £2,000 planned to date",
    ]


def test_every_figure_has_its_file_and_stands_alive_in_one(framework: Framework) -> None:
    known = library(framework, REAL, INVENTED)
    files = {made.path: made.content for made in data.assets(known) if isinstance(made, Asset)}
    alive = files["insights/tracker/charts.json"].decode()
    for at in range(1, 5):
        assert f'"tracker-{at}":' in alive
        assert files[f"insights/tracker/tracker-{at}.csv"]


def test_a_chart_of_one_month_is_not_drawn(framework: Framework) -> None:
    assert figures(library(framework, kept("one", line((1, 1))))) == ()


def test_a_page_of_many_says_how_many_are_in_the_file_alone(framework: Framework) -> None:
    many = [kept(f"case-{n}", line((1, 1), (1, 1), party=f"Trust {n}")) for n in range(60)]
    known = library(framework, *many)
    (page,) = pages(known)
    assert len(figures(known)) == MOST
    assert page.body.count('<h3 id="real-') == FEW
    assert "36 more organisations are in the file alone." in page.body
    assert "12 more cases are in the file alone." in page.body


def test_a_saving_that_two_cases_book_is_pointed_out(framework: Framework) -> None:
    both = (kept(slug, line((1, 1), saving="ward-beds")) for slug in ("one", "two"))
    assert "the saving “ward beds”: it may be here more than once" in body(framework, *both)


def test_the_file_has_every_month_of_every_line_but_of_archived_cases(
    framework: Framework,
) -> None:
    old = replace(kept("old", line((1, 1))), status=Status.ARCHIVED)
    small = kept("one", cost((5, None), (None, 4)))
    told = ("one", "One", "no", "Example Hospitals", "spent", "Spent", "cost", None, None, "GBP")
    assert list(rows(library(framework, small, old))) == [
        (*told, "2026-01", 5, None),
        (*told, "2026-02", None, 4),
    ]
