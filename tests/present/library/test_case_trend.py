from dataclasses import replace

from civalue_build.model.card import Trend
from civalue_build.model.enums import Variation
from civalue_build.present import wording
from civalue_build.present.library.base import library_of
from civalue_build.present.library.cases import pages
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY
from tests.present.library.cards import CARDS

TREND = Trend(
    label="Falls <b>a month</b>",
    values=tuple((738000 + 30 * at, float(at)) for at in range(8)),
    variation=Variation.CONCERN_HIGH,
)


def test_the_table_of_cases_has_a_line_where_there_is_a_series_and_says_what_it_shows() -> None:
    cards = (replace(CARDS[0], trend=TREND), *CARDS[1:])
    body = next(pages(library_of(read_framework(LIBRARY), (), cards))).body
    table = body[body.index("<table") :]
    assert table.count('class="cv-spark"') == 1
    said = wording.label(Variation.CONCERN_HIGH)
    assert f"Falls &lt;b&gt;a month&lt;/b&gt;. Latest point: {said}" in table
