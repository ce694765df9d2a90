from dataclasses import replace

import pytest

from civalue_build.model.card import Trend
from civalue_build.model.enums import Assurance, Variation
from civalue_build.present import wording
from civalue_build.present.charts.icons import assurance_icon, variation_icon
from civalue_build.present.library.base import library_of
from civalue_build.present.library.reading import pages
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import card


@pytest.fixture(scope="module")
def body() -> str:
    (page,) = pages(library_of(read_framework(LIBRARY), (), ()))
    return page.body


@pytest.mark.parametrize("state", Variation)
def test_every_state_of_variation_has_its_picture_and_words(body: str, state: Variation) -> None:
    at = body.index(variation_icon(state))
    assert wording.capital(wording.label(state)) in body[at : at + 1200]


@pytest.mark.parametrize("state", Assurance)
def test_every_state_of_assurance_has_its_picture_and_words(body: str, state: Assurance) -> None:
    at = body.index(assurance_icon(state))
    assert wording.capital(wording.label(state)) in body[at : at + 1200]


def test_that_nothing_can_be_said_has_a_picture_too(body: str) -> None:
    assert assurance_icon(None) in body


def test_the_page_names_invented_cases_to_practise_on_and_no_real_ones() -> None:
    trend = Trend(label="Falls", values=((1, 2.0), (2, 3.0)), variation=Variation.COMMON_CAUSE)
    cards = [
        replace(card(name), illustrative=name != "real", trend=None if name == "bare" else trend)
        for name in ("drawn", "bare", "real")
    ]
    (page,) = pages(library_of(read_framework(LIBRARY), (), cards))
    assert "cases/drawn/index.html#over-time" in page.body
    assert "cases/bare/" not in page.body
    assert "cases/real/" not in page.body


def test_the_page_says_how_many_points_make_limits_firm_as_the_framework_does() -> None:
    framework = read_framework(LIBRARY)
    limit = framework.thresholds["series-points"]
    changed = {**framework.thresholds, "series-points": replace(limit, value=17)}
    (page,) = pages(library_of(replace(framework, thresholds=changed)))
    assert "fewer than 17 points set them" in page.body
