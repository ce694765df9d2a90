"""The list of cases reads the same for every case, in order of title."""

import csv
import io
from dataclasses import replace

import pytest

from civalue_build.model.appraisal import Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.present.library.base import library_of, natural
from civalue_build.present.library.cases import cases_in_words, headline_in_words, pages
from civalue_build.present.library.data import assets
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS, card, headline, returns

CORRECTED = "net cost of £1,000 corrected for evidence"
SCOPE = "for the NHS over 3 years, counting cash, released capacity and avoided cost"
SAME = f"as claimed and corrected for evidence, {SCOPE}"
GRADELESS = f"as claimed and corrected for evidence (2 lines without a grade), {SCOPE}"
UNSTATED = Undefined("no benefit has an amount")


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


@pytest.fixture(scope="module")
def rows(small: Framework) -> list[dict[str, str]]:
    asset, *_ = assets(library_of(small, (), CARDS))
    return list(csv.DictReader(io.StringIO(asset.content.decode("utf-8-sig"))))


def test_titles_are_sorted_as_people_sort_them() -> None:
    titles = ["ward 10", "Ward 9", "Été", "a story"]
    assert sorted(titles, key=natural) == ["a story", "Ward 9", "ward 10", "Été"]


def test_cases_stand_in_order_of_title_and_not_of_return(small: Framework) -> None:
    body = next(pages(library_of(small, (), CARDS))).body
    table = body[body.index("<table") :]
    places = [
        table.index(f">{text}") for text in ("Gross", "Story", "Teaching", "ward 9", "Ward 10")
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        (
            CARDS[0],
            f"net benefit of £24,000 as claimed, {CORRECTED}, {SCOPE}",
        ),
        (CARDS[1], f"net cost of £28,800, {SAME}"),
        (CARDS[2], f"gross benefits of £2.4 million, {SAME}; no net figure"),
        (
            card("x", headline=headline(replace(returns(None, 0), pv_benefits=UNSTATED))),
            "no figure: no benefit has an amount",
        ),
        (
            card("x", headline=headline(returns(None, 0))),
            f"no benefit in money, {SAME}; no net figure",
        ),
        (CARDS[3], "not yet valued"),
        (
            card("x", headline=headline(returns(5, 5))),
            f"no net cost and no net benefit, {SAME}",
        ),
        (
            card("x", currency="USD", headline=headline(returns(100, 1_300))),
            f"net benefit of USD 1,200, {SAME}",
        ),
        (
            card("x", headline=headline(returns(5, 5)), ungraded=2),
            f"no net cost and no net benefit, {GRADELESS}",
        ),
    ],
)
def test_a_headline_is_told_in_words(small: Framework, case: CaseCard, words: str) -> None:
    assert headline_in_words(small, case) == words


def test_every_headline_in_the_list_says_what_it_counts(small: Framework) -> None:
    body = next(pages(library_of(small, (), CARDS))).body
    valued = sum("counting" in headline_in_words(small, card) for card in CARDS)
    assert body.count("cash, released capacity and avoided cost") == valued > 0


def test_the_table_of_data_has_the_words_of_the_page(rows: list[dict[str, str]]) -> None:
    assert CORRECTED in rows[-1]["headline_in_words"]
    assert (rows[-1]["counting"], rows[1]["counting"]) == ("capacity", "")


def test_real_and_invented_cases_are_never_one_number() -> None:
    assert cases_in_words(4, 1) == "4 cases and 1 invented teaching case"
    assert cases_in_words(0, 2) == "2 invented teaching cases"
    assert cases_in_words(1) == "1 case"


def test_the_table_of_data_has_every_case(rows: list[dict[str, str]]) -> None:
    assert [row["case"] for row in rows] == ["gross", "story", "teaching", "ward-9", "ward-10"]
    assert [row["invented"] for row in rows] == ["no", "no", "yes", "no", "no"]


def test_a_figure_that_is_not_defined_is_an_empty_cell(rows: list[dict[str, str]]) -> None:
    gross = rows[0]
    assert isinstance(CARDS[2].headline and CARDS[2].headline.claimed.npv, Undefined)
    assert (gross["claimed_npv"], gross["claimed_pv_benefits"]) == ("", "2400000")
    assert gross["total_bed_day"] == ""


def test_claimed_and_corrected_stand_side_by_side(rows: list[dict[str, str]]) -> None:
    assert (rows[-1]["claimed_npv"], rows[-1]["corrected_npv"]) == ("24000", "-1000")


def test_no_cell_of_the_table_of_data_is_a_formula(small: Framework) -> None:
    asset, *_ = assets(library_of(small, (), CARDS))
    assert asset.content.startswith(b"\xef\xbb\xbfcase,")
    assert b"'=Example" in asset.content
    assert b",=Example" not in asset.content
