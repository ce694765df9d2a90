"""A formula in words and with its numbers says what the operation does, signs and all."""

import pytest

from civalue_build.model.appraisal import Undefined
from civalue_build.model.explained import Explained, How, Sort, What
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.sums import formula, numbers, told


def leaf(figure: float, what: What = What.CLAIMED, sort: Sort = Sort.MONEY) -> Explained:
    return Explained(f"{what}.{figure}", what, sort, figure, How.STATED)


def made(how: How, figure: float, *terms: Explained) -> Explained:
    return Explained("made", What.NPV, Sort.MONEY, figure, how, terms)


GAIN, LOSS = leaf(300.0, What.PV_BENEFITS), leaf(-100.0, What.PV_COSTS)


@pytest.mark.parametrize(
    ("how", "terms", "words", "text"),
    [
        (How.DIFFERENCE, (GAIN, LOSS), "benefits − costs", "£300 − (−\u2060£100)"),
        (How.RATIO, (GAIN, leaf(100.0, What.PV_COSTS)), "benefits ÷ costs", "£300 ÷ £100"),
        (How.SUM, (LOSS, GAIN), "the sum of the lines that count here", "−\u2060£100 + £300"),
        (How.SUM, (GAIN, LOSS), "the sum of the lines that count here", "£300 − £100"),
        (How.SUM, (), "nothing counts here", ""),
        (
            How.REST,
            (leaf(0.1, What.DEADWEIGHT, Sort.SHARE),),
            "1 − share that would have happened anyway",
            "1 − 10%",
        ),
        (
            How.RAISED,
            (leaf(-0.4, What.CORRECTION, Sort.SHARE),),
            "1 + evidence correction",
            "1 + (−40%)",
        ),
        (How.LOSS, (GAIN,), "0 − benefits", "0 − £300"),
        (How.LESS_ONE, (GAIN,), "benefits − 1", "£300 − 1"),
        (
            How.POWER,
            (leaf(0.9, What.KEPT, Sort.SHARE), leaf(2.0, What.YEARS_LATER, Sort.YEARS)),
            "share kept each later year to the power of years after the first",
            "90% to the power of 2",
        ),
        (
            How.MEAN,
            (leaf(4.0, What.LOW, Sort.QUANTITY), leaf(6.0, What.HIGH, Sort.QUANTITY)),
            "the middle of both ends",
            "(4 + 6) ÷ 2",
        ),
    ],
)
def test_an_operation_is_told_in_words_and_with_its_numbers(
    known: Material, how: How, terms: tuple[Explained, ...], words: str, text: str
) -> None:
    node = made(how, 0.0, *terms)
    assert (formula(known, node), numbers(known, node)) == (words, text)


def test_a_discount_factor_names_its_year_and_its_rate(known: Material) -> None:
    node = known.appraisal.explained["discount.money.1"]
    assert formula(known, node) == "discount factor of year 0 ÷ (1 + discount rate of year 1)"
    assert numbers(known, node) == "1 ÷ (1 + 3.5%)"


def test_payback_shows_each_year_and_the_moment(known: Material) -> None:
    flows = [leaf(100.0, What.COSTS), leaf(40.0, What.BENEFITS)]
    flows += [leaf(0.0, What.COSTS), leaf(120.0, What.BENEFITS)]
    years = [node._replace(year=place // 2) for place, node in enumerate(flows)]
    node = made(How.PAYBACK, 1.5, *years)._replace(what=What.PAYBACK_YEARS, sort=Sort.YEARS)
    found = told(known, node)
    assert found.figure == "18 months (1.5 years)"
    assert found.numbers == (
        "£100 (costs of year 0), £40 (benefits of year 0), −\u2060£60 so far; "
        "£0 (costs of year 1), £120 (benefits of year 1), £60 so far; "
        "1 year + £60 (missing at the start of year 1) ÷ £120 (benefits through year 1) "
        "= 1.5 years"
    )


def test_a_figure_that_is_not_given_says_why(known: Material) -> None:
    node = replace_figure(GAIN, Undefined("no cost stated"))
    found = told(known, node)
    assert (found.figure, found.formula, found.pieces) == ("no cost stated", "", ())


def replace_figure(node: Explained, figure: Undefined) -> Explained:
    return node._replace(figure=figure, how=How.NOT_GIVEN)


def test_a_payers_loss_is_named(known: Material) -> None:
    label = known.appraisal.lines[0].label
    own = leaf(5.0)._replace(of=known.appraisal.lines[0].id)
    loss = made(How.LOSS, -5.0, own)._replace(of=own.of)
    assert told(known, made(How.SUM, 0.0, own, loss)).numbers == (
        f"£5 ({label}) − £5 (loss of {label})"
    )


def test_numbers_keep_every_digit_that_is_multiplied(known: Material) -> None:
    third = leaf(220 / 3, What.QUANTITY, Sort.QUANTITY)
    node = made(How.PRODUCT, 0.0, third, leaf(5241.5, What.PRICE, Sort.PRICE))
    assert numbers(known, node) == "73.333333 × £5,241.50"


def test_money_back_within_the_first_year_has_no_years_before_it(known: Material) -> None:
    flows = [leaf(30.0, What.COSTS), leaf(120.0, What.BENEFITS)]
    node = made(How.PAYBACK, 0.25, *(flow._replace(year=0) for flow in flows))
    node = node._replace(what=What.PAYBACK_YEARS, sort=Sort.YEARS)
    assert told(known, node).numbers.endswith(
        "; £30 (missing at the start of year 0) ÷ £120 (benefits through year 0) = 0.25 years"
    )


def test_a_price_that_was_worked_out_is_told_from_one_that_somebody_stated(known: Material) -> None:
    stated = leaf(13516.929287, What.PRICE, Sort.PRICE)
    worked = made(How.PRODUCT, 13516.929287, stated)._replace(sort=Sort.PRICE)
    assert told(known, stated).figure == "£13,516.929287"
    assert told(known, worked).figure == "£13,517"
