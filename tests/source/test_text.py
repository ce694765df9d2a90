import pytest

from civalue_build.source.log import Log
from civalue_build.source.text import CASE_BYTES, HIDDEN, read_text


def read(data: bytes) -> tuple[str | None, list[str]]:
    log = Log("f")
    text = read_text(data, log)
    return text, [f"{f.place.line}:{f.place.column}: {f.code} {f.message}" for f in log.findings]


def test_a_leading_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    assert read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n") == ("a: 1\nb: 2\n", [])


def test_a_byte_that_is_not_utf_8_is_located() -> None:
    text, found = read("a\né: ".encode() + b"\xa35")
    assert text is None
    assert found == ["2:4: CV003 the file is not saved as UTF-8 from here on; save it as UTF-8"]


def test_more_bytes_than_the_limit_are_not_read() -> None:
    text, found = read(b"a" * (CASE_BYTES + 1))
    assert text is None
    assert found == ["1:1: CV002 the file has 512,001 bytes; at most 512,000 are read"]


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "a NUL character (U+0000)"),
        ("\x1b", "an escape character (U+001B)"),
        ("\x08", "a control character (U+0008)"),
        ("\x85", "a control character (U+0085)"),
        ("\u202e", "a mark that turns the direction of writing (U+202E)"),
        ("\u2066", "a mark that turns the direction of writing (U+2066)"),
        ("\u200b", "a space of no width (U+200B)"),
        ("\u00ad", "a soft hyphen (U+00AD)"),
        ("\ufeff", "a byte order mark inside the text (U+FEFF)"),
        ("\u2028", "a character that nobody can see (U+2028)"),
        ("\U000e0041", "a character that nobody can see (U+E0041)"),
        ("\r", "a carriage return without a line feed (U+000D)"),
    ],
)
def test_a_hidden_character_is_named_and_located(character: str, name: str) -> None:
    text, found = read(f"a: 1\nb: x{character}y\n".encode())
    assert text == "a: 1\nb: x y\n"
    assert found == [f"2:5: CV004 {name}; delete it"]


def test_letters_of_other_scripts_and_signs_are_no_hidden_characters() -> None:
    assert not HIDDEN.search("Ünïcødé ¡¿ £€ – “quotes” ½ 日本 שלום 👩 ❤️ ~\t\n")


def test_a_file_full_of_hidden_characters_gives_twenty_findings() -> None:
    _, found = read("\u202e\n".encode() * 100_000)
    assert sum("CV004" in line for line in found) == 20


def test_a_line_beyond_ten_thousand_characters_is_told_once() -> None:
    text, found = read(("a\n" + "b" * 10_001 + "\n" + "c" * 10_001).encode())
    assert found == ["2:10001: CV005 the line has 10,001 characters; at most 10,000 are read"]
    assert text is None


@pytest.mark.parametrize("around", ["plain", "élan – £5 …", "日本語", "\U0001f642"])
def test_every_hidden_character_is_found_among_other_letters(around: str) -> None:
    hidden = [chr(n) for n in range(0x110000) if not 0xD800 <= n < 0xE000 and HIDDEN.match(chr(n))]
    assert len(hidden) > 4_000
    for character in hidden:
        text, found = read(f"{around}{character}{around}".encode())
        assert text == f"{around} {around}"
        assert len(found) == 1
