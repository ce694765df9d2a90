"""Amounts are read as finance teams type them, in the unit that the head says."""

import pytest

from civalue_build.source.register.amounts import Unit, read_amount, speaks_of_thousands, unit_of

POUNDS = Unit()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234.56", 1234.56),
        ("£1,234.56", 1234.56),
        ("£ 1,234", 1234),
        ("1 234", 1234),
        ("(1,234)", -1234),
        ("(£1,234.50)", -1234.5),
        ("-£5", -5),
        ("£-5", -5),
        ("−5", -5),
        ("0", 0),
        ("1,234,567", 1234567),
    ],
)
def test_an_amount_is_read_with_its_pounds_commas_and_brackets(text: str, expected: float) -> None:
    assert read_amount(text, POUNDS) == expected


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("12k", "below a head that says £k"),
        ("£1.2m", "below a head that says £k"),
        ("1,23", "write 1.23"),
        ("1.234,56", ""),
        ("-", "write 0 if nothing was counted"),
        ("n/a", "leave the field empty"),
        ("tbc", "leave the field empty"),
        ("60%", ""),
        ("2025-04", ""),
        ("€5", ""),
        ("(5", ""),
        ("5)", ""),
        ("(-5)", ""),
        ("--5", ""),
        ("1e5", ""),
        ("true", ""),
        ("inf", ""),
        ("2,00,000", ""),
        ("9" * 400, ""),
        ("1" + "," * 30_000, ""),
    ],
)
def test_what_is_not_surely_an_amount_is_told_and_not_guessed(text: str, hint: str) -> None:
    told = read_amount(text, POUNDS)
    assert isinstance(told, str)
    assert told.startswith("expected an amount such as 1234.56, £1,234.56 or (1,234), found “")
    assert hint in told


def test_an_amount_beyond_any_budget_is_refused() -> None:
    told = read_amount("9999999999", Unit(factor=1_000, stated=True))
    assert told == "“9999999999” is too large to be meant"


def test_a_comma_of_a_table_with_semicolons_may_part_decimals() -> None:
    told = read_amount("1,234", POUNDS, decimal="")
    assert "write 1234 if the comma groups thousands, 1.234 if it parts decimals" in str(told)


@pytest.mark.parametrize(
    ("head", "rest", "factor"),
    [
        ("Plan £k", "Plan", 1_000),
        ("Plan (£k)", "Plan", 1_000),
        ("Plan £000", "Plan", 1_000),
        ("Plan (£’000s)", "Plan", 1_000),
        ("£K Plan", "Plan", 1_000),
        ("Plan £ thousands", "Plan", 1_000),
        ("Plan in £m", "Plan", 1_000_000),
        ("Plan (£)", "Plan", 1),
        ("Apr-25 £", "Apr-25", 1),
    ],
)
def test_a_head_says_what_its_amounts_count_in(head: str, rest: str, factor: int) -> None:
    assert unit_of(head) == (rest, Unit(factor=factor, stated=True))


@pytest.mark.parametrize("head", ["Plan", "Plan k", "Plan (000s)", "Plan £kilo", "Kind"])
def test_a_head_that_says_no_unit_has_none(head: str) -> None:
    assert unit_of(head) == (head, Unit())


def test_thousands_have_no_noise_of_their_own() -> None:
    assert read_amount("1.1", Unit(factor=1_000, stated=True)) == 1100


@pytest.mark.parametrize(
    ("text", "expected"),
    [("All figures in £000", True), ("£k", True), ("in thousands", True), ("(k)", True),
     ("£'000", True), ("Kind", False), ("Plan", False), ("Ward 1000", False), ("£", False)],
)  # fmt: skip
def test_a_text_that_speaks_of_thousands_is_known(text: str, *, expected: bool) -> None:
    assert speaks_of_thousands(text) is expected
