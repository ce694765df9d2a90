"""With a thousand cases each page still says something that a person can read."""

import csv
import io
import re
from gzip import compress
from hashlib import sha256
from itertools import pairwise

import pytest

from civalue_build.check.registry import docs
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Kind, Standing
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset, Page
from civalue_build.present.addresses import CASES_CSV
from civalue_build.present.library.base import natural
from civalue_build.present.library.cases import FEW
from civalue_build.present.library.principles import ALL, FIRST
from civalue_build.present.library.site import framework_pages, pages_of_cases
from civalue_build.present.library.views import SHOWN
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS, card, every_page

CHECKS = docs()
MANY = tuple(
    card(
        f"case-{number}",
        title=f"{'Bcé7'[number % 4]} work {number}",
        kinds=(Kind.RELEASED_CAPACITY,),
        tags=("falls",),
        priorities=("safer-care",),
        unit_values=("bed-day",),
        standings=(("clarify-purpose", Standing.SHOWN if number % 3 else Standing.NOT_SHOWN),),
    )
    for number in range(300)
)


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


def drawn(framework: Framework, cards: tuple[CaseCard, ...]) -> dict[str, Page]:
    made = every_page(framework, CHECKS, cards)
    return {item.path: item for item in made if isinstance(item, Page)}


@pytest.fixture(scope="module")
def many(small: Framework) -> dict[str, Page]:
    return drawn(small, MANY)


def test_a_page_of_the_framework_is_the_same_whatever_the_cases(small: Framework) -> None:
    fixed = {page.path: page for page in framework_pages(small, CHECKS)}
    for cards in ((), CARDS, MANY):
        everything = drawn(small, cards)
        assert {path: everything[path] for path in fixed} == fixed


def test_every_page_that_cases_change_is_drawn_with_them(small: Framework) -> None:
    with_cases = {item.path for item in pages_of_cases(small, CHECKS, CARDS)}
    before, after = drawn(small, ()), drawn(small, CARDS)
    assert {path for path in after if before.get(path) != after[path]} <= with_cases
    fixed = {page.path for page in framework_pages(small, CHECKS)}
    assert not fixed & with_cases


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("framework/tags/index.html", "../../cases/index.html?tag=falls"),
        ("framework/kinds/index.html", "../../cases/index.html?kind=released-capacity"),
        ("framework/priorities/index.html", "../../cases/index.html?priority=safer-care"),
        ("unit-values/index.html", "../data/cases.csv"),
    ],
)
def test_a_long_list_of_cases_is_cut_and_leads_to_the_others(
    many: dict[str, Page], path: str, way: str
) -> None:
    body = many[path].body
    assert len(set(re.findall(r"cases/(case-\d+)/index.html", body))) == SHOWN
    assert f'<a href="{way}">Find {len(MANY) - SHOWN} more cases in the ' in body


def test_what_a_list_leaves_out_is_in_the_table_to_which_it_leads(small: Framework) -> None:
    made = pages_of_cases(small, CHECKS, MANY)
    [table] = [i for i in made if isinstance(i, Asset) and i.path == CASES_CSV]
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert len(rows) == len(MANY)
    assert {row["unit_values"] for row in rows} == {"bed-day"}
    verdicts = [row["principle_clarify_purpose"] for row in rows]
    assert (verdicts.count("shown"), verdicts.count("not-shown")) == (200, 100)


def test_a_principle_counts_its_verdicts_before_it_lists_some_cases(many: dict[str, Page]) -> None:
    body = many["framework/principles/clarify-purpose/index.html"].body
    tally = body[body.index('id="verdicts"') : body.index('id="cases"')]
    assert re.findall(r">\s*(\d+)\s*<", tally)[:3] == ["200", "0", "100"]
    assert body.count("/case-") == FIRST
    assert f"Find {len(MANY) - FIRST} more cases" in body


@pytest.mark.parametrize(("cases", "shown"), [(ALL, ALL), (ALL + 1, FIRST)])
def test_a_principle_lists_every_case_until_they_are_very_many(
    small: Framework, cases: int, shown: int
) -> None:
    some = pages_of_cases(small, CHECKS, MANY[:cases])
    path = "framework/principles/clarify-purpose/index.html"
    [body] = [page.body for page in some if isinstance(page, Page) and page.path == path]
    assert body.count("/case-") == shown
    assert (f"Find {cases - shown} more cases" in body) == (cases > shown)
    assert (f"The first {shown} cases, in order of title" in body) == (cases > shown)


def test_a_reader_without_scripts_finds_many_cases_by_first_letter(
    many: dict[str, Page],
) -> None:
    body = many["cases/index.html"].body
    assert re.findall(r'<a href="#letter-([^"]+)">([^<]+)</a>', body) == [
        ("0", "0 to 9"),
        ("b", "B"),
        ("c", "C"),
        ("é", "É"),
    ]
    firsts = re.findall(r'id="letter-([^"]+)".*?>(\w) ?work', body, re.DOTALL)
    assert [letter for letter, _ in firsts] == ["0", "b", "c", "é"]
    titles = re.findall(r'index.html">(\w work \d+)<', body)
    assert len(titles) == len(MANY)
    assert all(natural(one) < natural(other) for one, other in pairwise(titles))


def test_few_cases_need_no_letters(small: Framework) -> None:
    body = drawn(small, MANY[:FEW])["cases/index.html"].body
    assert "letter-" not in body


def test_the_list_of_a_thousand_cases_is_light(small: Framework) -> None:
    thousand = tuple(
        card(f"case-{n}", title=f"{n} {sha256(b'%d' % n).hexdigest()}") for n in range(1000)
    )
    body = drawn(small, thousand)["cases/index.html"].body
    assert len(compress(body.encode())) < 120_000
