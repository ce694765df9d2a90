"""JSON without spaces is what the json module of Python writes."""

import json

import pytest

from civalue_build.present.compact import compact_json, plain_json

TOLD = {"a": [1, 2.5, 0.1 + 0.2, None, True], "b": ("£", "−", "<b>&'", "\u2028"), "c": "\U0001f600"}


def test_letters_stay_as_they_are() -> None:
    assert compact_json(TOLD) == json.dumps(TOLD, ensure_ascii=False, separators=(",", ":"))


def test_plain_json_has_neither_marks_of_html_nor_letters_beyond_ascii() -> None:
    text = plain_json(TOLD)
    assert text.isascii()
    assert not set("<>&'") & set(text)
    assert json.loads(text) == {**TOLD, "b": list(TOLD["b"])}


@pytest.mark.parametrize("letter", ["£", "\u2028", "\U0001f600"])
def test_a_letter_beyond_ascii_is_written_as_python_does(letter: str) -> None:
    assert plain_json(letter) == json.dumps(letter)
