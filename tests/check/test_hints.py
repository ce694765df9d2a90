"""A hint leads to every line that holds it, once, and to no other."""

import re
from time import perf_counter

from civalue_build.check.hints import lines_with

DIGIT = re.compile(r"\d")


def test_each_line_with_a_hint_is_given_once_with_where_it_begins() -> None:
    text = "one\n2 and 3\n\nfour\n5"
    assert list(lines_with(DIGIT, text)) == [(4, "2 and 3"), (18, "5")]


def test_a_text_without_the_hint_has_no_lines_to_look_at() -> None:
    assert list(lines_with(DIGIT, "one\ntwo\n")) == []


def test_a_long_line_full_of_hints_is_gone_through_once() -> None:
    began = perf_counter()
    assert len(list(lines_with(DIGIT, "1 " * 500_000))) == 1
    assert perf_counter() - began < 20
