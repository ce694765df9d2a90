import pytest

from civalue_build.model.enums import Assurance, Variation
from civalue_build.present import wording
from civalue_build.present.charts.icons import assurance_icon, variation_icon
from civalue_build.present.library.base import library_of
from civalue_build.present.library.reading import pages
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY


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
