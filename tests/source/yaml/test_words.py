import pytest

from civalue_build.source.log import Log
from civalue_build.source.yaml.strict import read_tree

SLIPS = [
    ("a:\n\tb: 1", "2:1", "a tab; indent with spaces"),
    ("a: b\n\tc", "2:1", "a tab; indent with spaces"),
    ("a:Foo\nb: x", "1:2", "a space is missing after the colon"),
    ('"a":b', "1:4", "a space is missing after the colon"),
    ("a: b: c", "1:5", "a colon inside a value; put the value in quotes"),
    ("a: {x: y: z}", "1:9", "a colon inside a value; put the value in quotes"),
    ("a: 1\n  b: 2", "2:3", "this line is indented further than the line above it"),
    ("a:\n    b: 1\n  c: 2", "3:3", "the indentation of this line fits no line above it"),
    ("a:\n  - b: 1\n   c: 2", "3:4", "the indentation of this line fits no list item above it"),
    ('a: "x\nb: 1', "1:4", 'the quote (") that opens here is not closed'),
    ("a: 'x\nb: 1", "1:4", "the quote (') that opens here is not closed"),
    ("a: 'it's'", "1:8", "text after a closing quote; put all of the value in quotes"),
    ("a: [1, 2\nb: 3", "1:4", "the [ that opens here is not closed with ]"),
    ("a: {b: 1\nc: 2", "1:4", "the { that opens here is not closed with }"),
    ("a: [b]]", "1:7", "text after a closing bracket"),
    ("a: [1,,2]", "1:7", "a value is missing before ,"),
    ("a: @b", "1:4", "a value cannot begin with @; put it in quotes"),
    ("a: `b`", "1:4", "a value cannot begin with `; put it in quotes"),
    ("a: - b", "1:4", "a list item (-) begins on a line of its own, below the key"),
    ("a\nb: 1", "1:1", "this line has no key and no colon"),
    ("a: >x\n  b", "1:5", "nothing may follow the sign > or | on its line"),
    ('a: "\\q"', "1:5", "a backslash in double quotes; use single quotes, or write it twice"),
    ("a: *", "1:4", "an anchor (&) or alias (*); put a text that begins so in quotes"),
    ("a: *b c", "1:7", "an alias (*); put the value in quotes"),
    ("a: !x!y z", "1:4", "a tag (!); leave it out, or put the value in quotes"),
    (
        "a: 1\n...\nb: 2",
        "3:1",
        "text after the end of the document; remove the line of dots above it",
    ),
    ("...\na: 1", "1:1", "a line of dots ends the document; remove it"),
    ("%TAG x\na: 1", "1:1", "a line that begins with %; leave it out"),
]


@pytest.mark.parametrize(("text", "place", "message"), SLIPS, ids=[slip[2] for slip in SLIPS])
def test_a_slip_is_told_where_it_is_and_how_to_mend_it(text: str, place: str, message: str) -> None:
    log = Log("f")
    assert read_tree(text, log) is None
    (found,) = log.findings
    assert (f"{found.place.line}:{found.place.column}", found.message) == (place, message)


def test_no_message_uses_the_words_of_the_library() -> None:
    words = ("mapping", "scalar", "token", "sequence", "simple key", "block collection")
    for text, _, _ in SLIPS:
        log = Log("f")
        read_tree(text, log)
        assert not any(word in log.findings[0].message for word in words)
