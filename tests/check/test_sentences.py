"""Where sentences begin, and how many words they have."""

from time import perf_counter

import pytest

from civalue_build.check.sentences import sentences, split
from civalue_build.model.case import Section
from tests.check.library import overlaid, subject_of


def _words(text: str) -> list[int]:
    return [len(sentence.words) for sentence in split(text, ())]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("One two. Three four five!", [2, 3]),
        ("One two\nthree four.", [4]),
        ("One two\n\nthree four", [2, 2]),
        ("- One two\n- three\n1. four five", [2, 1, 2]),
        ("| One | two |\n| --- | --- |\n\nThree.", [1]),
        ("```\nOne two three\n```\nFour.", [1]),
        ("He said “stop.” Then he left.", [3, 3]),
        ("A [link here](https://example.org/a?b.c) ends.", [4]),
        ("It fell from 2.4 to 1.2 – a lot.", [8]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_hears_it(text: str, counts: list[int]) -> None:
    assert _words(text) == counts


def test_a_sentence_stands_on_the_line_on_which_it_begins() -> None:
    subject, _ = subject_of(overlaid('prose: {The problem: "One.\\n\\nTwo\\nthree. Four."}'))
    found = [s.path for s in sentences(subject.case) if s.path[1] == "The problem"]
    assert found == [
        ("prose", "The problem", 2),
        ("prose", "The problem", 4),
        ("prose", "The problem", 5),
    ]


@pytest.mark.parametrize("seed", ["](", "[a](b", ".)", "1. ", "> ", "```\n", "a.\n", "!”’)*"])
def test_hostile_prose_takes_linear_time(seed: str) -> None:
    text = seed * (100_000 // len(seed))
    began = perf_counter()
    list(split(Section(heading="", text=text, line=1).text, ()))
    assert perf_counter() - began < 20
