from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.model import enums
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Period
from civalue_build.model.estimate import PartialDate, Range
from civalue_build.model.reference import Unit
from civalue_build.present import wording


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "£0"),
        (-0.2, "£0"),
        (999.5, "£1,000"),
        (2.5, "£3"),
        (-4000, "−\u2060£4,000"),
        (1772153.49, "£1,772,153"),
    ],
)
def test_tables_give_money_to_the_pound_rounded_half_up(amount: float, shown: str) -> None:
    assert wording.money(amount) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (45.2, "£45.20"),
        (562, "£562"),
        (0.035, "£0.035"),
        (-16.24, "−\u2060£16.24"),
        (1430000000, "£1,430,000,000"),
    ],
)
def test_prices_keep_their_pence(amount: float, shown: str) -> None:
    assert wording.price(amount) == shown


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (183.76, "£184"),
        (53382, "£53,400"),
        (286_500, "£287,000"),
        (-2_345, "−\u2060£2,350"),
        (999_999, "£1 million"),
        (1_772_153, "£1.8 million"),
        (-2_000_000, "−\u2060£2 million"),
        (1_250_000_000, "£1.3 billion"),
    ],
)
def test_prose_carries_no_false_precision(amount: float, shown: str) -> None:
    assert wording.about(amount) == shown


def test_other_currencies_go_by_their_code() -> None:
    assert wording.money(-1200, "USD") == "−\u2060USD 1,200"
    assert wording.per_pound(4.444, "EUR") == "EUR 4.44 per EUR 1"


def test_a_loss_is_named_and_carries_no_minus() -> None:
    assert wording.net(-53382) == "net cost of £53,400"
    assert wording.net(1_772_153) == "net benefit of £1.8 million"
    assert wording.net(0.3) == "no net cost and no net benefit"


def test_what_work_brings_is_said_as_plainly_for_a_loss_as_for_a_gain() -> None:
    assert wording.balance(1_772_153) == "brings £1.8 million more than it costs"
    assert wording.balance(-53382) == "costs £53,400 more than it brings"
    assert wording.balance(0.3) == "brings as much as it costs"
    assert wording.balance(-53382, "USD") == "costs USD 53,400 more than it brings"


def test_counts_of_1_to_7_people_are_never_printed() -> None:
    assert [wording.people(n) for n in (0, 1, 7, 8, 1200)] == [
        "0",
        "1 to 7",
        "1 to 7",
        "8",
        "1,200",
    ]


def test_a_share_is_a_percentage() -> None:
    assert wording.percent(0.0831) == "8.31%"


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "0%"), (0.004, "less than 1%"), (0.07, "7%"), (0.999, "more than 99%"), (1, "100%")],
)
def test_a_part_is_neither_nothing_nor_all_where_it_is_not_so(share: float, shown: str) -> None:
    assert wording.part(share) == shown


@pytest.mark.parametrize(
    ("value", "back", "on_top"),
    [
        (34.2, "£34.20", "£33.20"),
        (0.96, "£0.96", "a loss of £0.04"),
        (0, "£0.00", "a loss of £1.00"),
        (-632.33, wording.NO_RETURN, wording.NO_RETURN),
    ],
)
def test_no_return_is_a_negative_number(value: float, back: str, on_top: str) -> None:
    assert wording.ratio(value) == back
    assert wording.net_ratio(value - 1) == on_top


def test_dates_are_as_exact_as_they_are_known() -> None:
    day = PartialDate(year=2026, month=10, day=1)
    assert wording.date(day) == "1 October 2026"
    assert wording.date(PartialDate(year=2026)) == "2026"
    assert wording.period(Period(start=PartialDate(year=2023, month=4))) == "from April 2023"
    assert wording.period(Period(start=PartialDate(year=2016), end=day)) == (
        "2016 to 1 October 2026"
    )


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        ((0,), "year 0"),
        ((2, 0, 1), "years 0 to 2"),
        ((0, 3), "years 0 and 3"),
        ((), "no year"),
    ],
)
def test_years_of_a_line_read_as_words(years: tuple[int, ...], shown: str) -> None:
    assert wording.years(years) == shown


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        (0, "at once"),
        (0.001, "1 day"),
        (0.148, "54 days"),
        (2 / 12, "2 months"),
        (0.225, "3 months"),
        (1.99, "24 months"),
        (2.34, "2.3 years"),
    ],
)
def test_payback_is_in_days_months_or_years_as_its_length_asks(years: float, shown: str) -> None:
    assert wording.duration(years) == shown


def test_a_range_has_the_word_to_and_marks_a_midpoint() -> None:
    stated = Range(low=300, central=410, high=480)
    middle = Range(low=1, central=2, high=3, is_midpoint=True)
    assert wording.ends(stated, wording.exact) == "300 to 480"
    assert wording.ends(middle, wording.price) == "midpoint of £1 to £3"
    assert wording.ends(Range.of(27.6), wording.exact) == ""


def test_a_worked_out_quantity_has_few_decimals() -> None:
    assert [wording.rounded(n) for n in (2.675, 108.1513, 27.6, 0.00731, 14500)] == [
        "2.68",
        "108.15",
        "27.6",
        "0.0073",
        "14,500",
    ]


def test_a_quantity_takes_the_right_form_of_its_unit() -> None:
    unit = Unit(id="bed-day", title="bed days", singular="bed day")
    assert wording.quantity(14500, unit) == "14,500 bed days"
    assert wording.quantity(1, unit) == "1 bed day"
    assert wording.unit_name("−1", unit) == "bed day"
    assert wording.quantity(2, None, "care-home") == "2 care home"


def test_an_undefined_figure_becomes_its_reason_and_a_long_one_moves_to_the_note() -> None:
    short, long = (
        Undefined("no cost stated."),
        Undefined("the cost of the team is not stated anywhere"),
    )
    assert wording.figure(short, wording.money) == "no cost stated"
    assert wording.brief(short, wording.money) == "no cost stated"
    assert wording.brief(long, wording.money) == "not given"
    assert wording.not_given([short, long, long, 3.0]) == f"Not given: {long.why}."
    assert wording.figure(Undefined(""), wording.money) == "not stated"


def _vocabularies() -> list[type[StrEnum]]:
    framework_titles = {enums.Kind, enums.Claim, enums.Sector, enums.Perspective}
    found = [item for item in vars(enums).values() if isinstance(item, type)]
    return [
        item
        for item in found
        if issubclass(item, StrEnum) and item is not StrEnum and item not in framework_titles
    ]


@pytest.mark.parametrize("vocabulary", _vocabularies(), ids=lambda item: item.__name__)
def test_every_member_of_a_vocabulary_has_words(vocabulary: type[StrEnum]) -> None:
    assert all(wording.label(member) for member in vocabulary)


def test_a_download_is_never_smaller_than_1_kb() -> None:
    assert [wording.file_size(n) for n in (12, 5400, 1_250_000)] == ["1 kB", "5 kB", "1.3 MB"]


@given(
    st.floats(allow_nan=False, allow_infinity=False)
    | st.integers(-(10**6), 10**6).map(lambda number: number / 2)
)
def test_a_whole_number_is_what_its_decimal_digits_round_to(value: float) -> None:
    shown = wording.number(value).replace(",", "").replace(wording.MINUS, "-")
    whole = Decimal(repr(value)).to_integral_value(rounding=ROUND_HALF_UP)
    assert shown == f"{whole + 0:f}"


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (13516.929287, "£13,517"),
        (100.4, "£100"),
        (99.5, "£99.50"),
        (99.996, "£100"),
        (6.666667, "£6.67"),
        (7.0, "£7"),
        (0.0043219, "£0.00432"),
        (0.0, "£0"),
        (-12.345, "−\u2060£12.35"),
    ],
)
def test_a_price_that_was_worked_out_has_no_false_precision(amount: float, text: str) -> None:
    assert wording.worked_price(amount) == text


def test_a_minus_never_parts_from_its_currency_at_the_end_of_a_line() -> None:
    assert wording.money(-5) == f"{wording.MINUS}{wording.JOINER}£5"
    assert wording.money(5) == "£5"


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("The hospitals that people left", "the hospitals that people left"),
        ("An NHS trust in England", "an NHS trust in England"),
        ("Central government", "central government"),
        ("Everybody", "everybody"),
        ("People who use A&E", "People who use A&E"),
        ("Central London Hospital", "Central London Hospital"),
        ("Friends of Example Hospital", "Friends of Example Hospital"),
        ("NHS services that patients used", "NHS services that patients used"),
        ("A&E department", "A&E department"),
        ("", ""),
    ],
)
def test_a_party_within_a_sentence_loses_only_a_capital_that_is_no_name(
    name: str, within: str
) -> None:
    assert wording.midway(name) == within


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (1.2019, 1.2134, "1.20 to 1.21"),
        (61.0, 61.62, "61.0 to 61.6"),
        (1210.2, 1221.9, "1,210 to 1,220"),
        (99.46, 100.9, "99.5 to 101"),
        (0.8941, 0.9031, "0.894 to 0.903"),
        (3.0, 3.0, "3"),
    ],
)
def test_two_ends_of_a_quantity_have_as_many_decimals_each(
    low: float, high: float, shown: str
) -> None:
    assert wording.near(low, high) == shown


def test_a_column_that_rounding_breaks_is_known() -> None:
    assert wording.adds_up(5_277.2, 18_952.4, 13_675.2)
    assert not wording.adds_up(5_276.6, 18_952.4, 13_675.8)
