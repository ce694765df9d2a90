import time
from itertools import pairwise

import pytest

from civalue_build.source.log import Log
from civalue_build.source.yaml.nodes import plain
from civalue_build.source.yaml.strict import read_tree


def tree_of(text: str) -> object:
    log = Log("f")
    tree = read_tree(text, log)
    assert log.findings == []
    assert tree is not None
    return plain(tree)


def faults_of(text: str) -> list[str]:
    log = Log("f")
    read_tree(text, log)
    return [f"{f.place.line}:{f.place.column}: {f.code}" for f in log.findings]


def test_values_are_what_they_look_like() -> None:
    text = 'a: no\nb: 017\nc: 1.5\nd: "2"\ne: [true, ~, 2023-04-01]\nf:\n  g: >-\n    x\n    y\n'
    assert tree_of(text) == {
        "a": "no",
        "b": "017",
        "c": 1.5,
        "d": "2",
        "e": [True, None, "2023-04-01"],
        "f": {"g": "x y"},
    }


def test_an_empty_text_is_an_empty_set_of_keys() -> None:
    assert tree_of("") == {}
    assert tree_of("# only a comment\n") == {}


def test_places_are_lines_and_columns_of_the_file() -> None:
    log = Log("f")
    read_tree("a: 1\nb: {c: *x}\n", log, first_line=11)
    assert [(f.place.line, f.place.column) for f in log.findings] == [(12, 8)]


def test_columns_count_letters_and_not_bytes() -> None:
    assert faults_of("a: {ñandú: €, b: *x}\n") == ["1:18: CV014"]


def test_every_fault_of_a_readable_text_is_told_at_once() -> None:
    text = "a: &x 1\na: 2\nb: *x\nc: !t 3\n<<: {d: 4}\ntrue: 5\n"
    assert faults_of(text) == [
        "1:4: CV014",
        "2:1: CV017",
        "3:4: CV014",
        "4:4: CV015",
        "5:1: CV014",
        "6:1: CV018",
    ]


def test_after_a_fault_of_syntax_only_that_one_is_told() -> None:
    assert faults_of("a: &x 1\nb: c: d\n") == ["2:5: CV012"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", '"a": ['])
def test_nesting_of_a_hundred_thousand_stops_early(opening: str) -> None:
    start = time.perf_counter()
    found = faults_of(opening * 100_000)
    assert time.perf_counter() - start < 20
    assert len(found) <= 17
    assert found[-1].endswith(("CV013", "CV012"))


def test_nesting_by_indentation_stops_early() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(1000))
    assert faults_of(text) == ["17:17: CV013"]


def test_an_alias_bomb_does_not_grow() -> None:
    names = "abcdefghi"
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    lines += [f"{n}: &{n} [{', '.join([f'*{m}'] * 9)}]" for m, n in pairwise(names)]
    log = Log("f")
    tree = read_tree("\n".join(lines), log)
    assert tree is not None
    assert len(str(plain(tree))) < 1000
    assert {f.code for f in log.findings} == {"CV014"}


def test_a_merge_bomb_does_not_grow() -> None:
    text = "a: &a {x: 1}\n" + "".join(f"k{n}: {{<<: [*a, *a]}}\n" for n in range(100))
    start = time.perf_counter()
    assert {code.split()[-1] for code in faults_of(text)} == {"CV014"}
    assert time.perf_counter() - start < 20


def test_many_keys_in_one_place_are_read_in_time() -> None:
    text = "".join(f"k{n}: 1\n" for n in range(9_000))
    start = time.perf_counter()
    assert faults_of(text) == []
    assert time.perf_counter() - start < 20


def test_more_values_than_anybody_needs_are_refused() -> None:
    assert faults_of("- 1\n" * 20_001) == ["20000:3: CV013"]


def test_a_number_of_ten_thousand_digits_is_text() -> None:
    assert tree_of("a: " + "9" * 10_000) == {"a": "9" * 10_000}


@pytest.mark.parametrize(
    "text", ['a: "x\\0y"', 'a: "x\\u202Ey"', 'a: "x\\u200By"', 'a: "\\x1b[2J"']
)
def test_a_hidden_character_written_as_an_escape_is_found(text: str) -> None:
    assert faults_of(text) == ["1:4: CV004"]
