"""What patients cost, drawn as shares: the words say no more than the counts show."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from civalue_build.appraise.distribution import distribution
from civalue_build.model.approach_facts import CostBand, PatientCosts
from civalue_build.model.estimate import PriceYear
from civalue_build.present.case.approach_costs import costs_view
from civalue_build.present.case.base import Material
from civalue_build.present.views import FigureView

ENDS = (0.0, 2000.0, 5000.0)


def costs(
    *counts: tuple[int, int], period: str = "2022/23", who: str | None = None
) -> PatientCosts:
    bands = zip(ENDS, (*ENDS[1:], None), counts, strict=True)
    return PatientCosts(
        table="plics.csv",
        price_year=PriceYear(first=2023),
        source="audit",
        before=period,
        after="2024/25",
        who=who,
        bands=tuple(
            CostBand(low=low, high=high, before=before, after=after, row=2)
            for low, high, (before, after) in bands
        ),
    )


def drawn(known: Material, given: PatientCosts) -> tuple[FigureView, str]:
    found = distribution(given, 0)
    assert found is not None
    view, file = costs_view(known, found, 3, "cases/x")
    return view, file.content.decode("utf-8-sig")


MIDDLE = "the middle patient cost"
HALF = "half of the patients cost under"


@pytest.mark.parametrize(
    ("counts", "title"),
    [
        (((10, 90), (80, 10), (10, 10)),
         f"Before, {MIDDLE} £2,000 to under £5,000; after, under £2,000"),
        (((10, 10), (10, 10), (90, 90)), f"Before and after, {MIDDLE} £5,000 and over"),
        (((50, 90), (0, 0), (50, 10)),
         f"Before, {HALF} £2,000; after, {MIDDLE} under £2,000"),
        (((90, 20), (10, 20), (10, 40)),
         f"Before, {MIDDLE} under £2,000; after, {HALF} £5,000"),
        (((20, 30), (20, 30), (40, 60)), f"Before and after, {HALF} £5,000"),
    ],
)  # fmt: skip
def test_the_title_says_where_the_middle_patient_stands(
    known: Material, counts: tuple[tuple[int, int], ...], title: str
) -> None:
    view, _ = drawn(known, costs(*counts))
    assert view.title == title
    assert title in view.drawing


def test_what_is_measured_names_the_prices_the_periods_and_how_many(known: Material) -> None:
    view, _ = drawn(known, costs((1000, 90), (800, 10), (0, 10), who="People on <six> wards"))
    assert view.measure == (
        "Share of patients by what each cost, in 2023/24 prices. 1,800 patients before (2022/23) "
        "and 110 after (2024/25): People on <six> wards"
    )
    assert "are not the same people" in view.note
    source = next(one.title for one in known.case.sources if one.id == "audit")
    assert f"Source: {source}" in view.note


def test_the_drawing_reads_every_share_aloud_and_escapes_words(known: Material) -> None:
    view, _ = drawn(known, costs((50, 25), (25, 25), (25, 50), who="<b>"))
    assert 'role="img"' in view.drawing
    assert "Under £2,000: before: 2022/23 50%, after: 2024/25 25%." in view.drawing
    assert "<b>" not in view.drawing


def test_the_table_has_counts_beside_shares_and_their_sums(known: Material) -> None:
    view, _ = drawn(known, costs((50, 25), (0, 25), (50, 1950)))
    heads = [column.text for column in view.table.columns]
    assert heads[1:] == ["Patients before", "Share before", "Patients after", "Share after"]
    rows = [[cell.text for cell in row.cells] for row in view.table.rows]
    assert rows == [
        ["Under £2,000", "50", "50%", "25", "1%"],
        ["£2,000 to under £5,000", "0", "0%", "25", "1%"],
        ["£5,000 and over", "50", "50%", "1,950", "98%"],
        ["All", "100", "100%", "2,000", "100%"],
    ]
    assert [row.total for row in view.table.rows] == [False, False, False, True]


def test_the_file_has_the_ends_the_counts_and_whole_shares(known: Material) -> None:
    view, content = drawn(known, costs((1, 25), (1, 25), (1, 50)))
    head, first, _, last = csv.reader(StringIO(content))
    assert head[0] == "From (GBP, 2023/24 prices)"
    assert first[:4] == ["0", "2000", "1", "25"]
    assert float(first[4]) == pytest.approx(1 / 3)
    assert last[:2] == ["5000", ""]
    assert view.download.href == "evo-patient-costs.csv"
    assert view.download.text == "Download the data for figure 3 (1 kB CSV)"


def test_a_long_name_of_a_period_does_not_stick_out_of_a_phone(known: Material) -> None:
    period = "the twelve months from April 2022 on all wards"
    view, _ = drawn(known, costs((50, 25), (0, 25), (50, 50), period=period))
    assert ">Before</text>" in view.drawing
    assert f"({period})" in view.measure


def test_amounts_are_in_the_currency_of_the_case(known: Material) -> None:
    appraisal = known.appraisal
    assert appraisal.vintage is not None
    elsewhere = replace(appraisal, vintage=replace(appraisal.vintage, currency="USD"))
    view, content = drawn(replace(known, appraisal=elsewhere), costs((9, 9), (9, 9), (9, 9)))
    assert "USD" in view.title
    assert "£" not in view.drawing + content
