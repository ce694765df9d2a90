import pytest

from civalue_build.source.yaml.scalars import is_infinite, looks_like_number, meant_number, resolve


@pytest.mark.parametrize(
    "raw", ["no", "yes", "on", "Y", "12:30", "017", "1e3", "2023-04-01", ".inf", ".nan", "0x1F"]
)
def test_what_other_readers_turn_into_something_else_stays_text(raw: str) -> None:
    assert resolve(raw) == raw


@pytest.mark.parametrize(
    "raw", ["+5", ".5", "5.", "1_000", "1,000", "--5", "- 5", "1" * 19, "0." + "1" * 19, "٣", "²"]
)
def test_what_is_no_plain_number_stays_text(raw: str) -> None:
    assert resolve(raw) == raw


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", 0),
        ("-0", 0),
        ("-12", -12),
        ("9" * 18, 10**18 - 1),
        ("0.035", 0.035),
        ("-1.50", -1.5),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_plain_numbers_and_four_words_are_understood(raw: str, value: object) -> None:
    assert resolve(raw) == value
    assert type(resolve(raw)) is type(value)


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("12,000", "12000"),
        ("£5", "5"),
        ("£1,234.50", "1234.50"),
        ("5%", "0.05"),
        ("12.5 %", "0.125"),
        ("1e3", "1000"),
        ("1.5E2", "150"),
        ("+7", "7"),
        (".5", "0.5"),
        ("017", "17"),
        ("1_000", "1000"),
        ("−4", "-4"),
        ("5.", "5"),
    ],
)
def test_a_slip_in_a_number_is_put_right(raw: str, meant: str) -> None:
    assert meant_number(raw) == meant


@pytest.mark.parametrize("raw", ["twelve", "12:30", "1e999", "9" * 10_000, "%", "£", "e5", "1.2.3"])
def test_a_number_is_not_guessed_where_it_is_unclear(raw: str) -> None:
    assert meant_number(raw) is None


def test_infinity_is_known_in_its_spellings() -> None:
    assert all(is_infinite(raw) for raw in (".inf", "-.INF", "inf", "nan", ".NaN", "Infinity"))
    assert not any(is_infinite(raw) for raw in ("info", "nano", "1", ""))


def test_a_name_does_not_look_like_a_number() -> None:
    assert looks_like_number("~12 or so")
    assert not looks_like_number("ward-12")
