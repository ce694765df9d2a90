"""The page of comparisons says what cannot be compared, and ranks nothing."""

import json
import re

import pytest

from civalue_build.model.enums import Status
from civalue_build.model.framework import Framework
from civalue_build.present.library.base import library_of
from civalue_build.present.library.compare import pages
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS, card


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


def test_every_case_can_be_chosen_and_an_invented_or_archived_one_is_marked(
    small: Framework,
) -> None:
    cards = (*CARDS, card("old", status=Status.ARCHIVED))
    body = next(pages(library_of(small, (), cards))).body
    offered = re.findall(r'<option value="([^"]+)">([^<]+)</option>', body)
    assert [slug for slug, _ in offered] == [
        "gross",
        "old",
        "story",
        "teaching",
        "ward-9",
        "ward-10",
    ]
    marked = [text for _, text in offered if "(" in text]
    assert marked == ["Old (archived)", "Teaching (invented)"]


def test_no_case_stands_on_the_page_before_it_is_chosen_and_no_figure_does(
    small: Framework,
) -> None:
    body = next(pages(library_of(small, (), CARDS))).body
    assert "£24,000" not in body
    assert "not ranked" in body


def test_what_the_script_is_told_is_data_and_can_end_no_element(small: Framework) -> None:
    body = next(pages(library_of(small, (), CARDS))).body
    found = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', body, re.DOTALL)
    assert found
    keys = [aspect["key"] for aspect in json.loads(found.group(1))]
    assert {"origin", "prices", "horizon", "counted", "currency", "costs", "claim"} <= set(keys)
    assert "<" not in found.group(1)
