"""A line reads as its readers see it."""

import pytest

from civalue_build.check.plain import plain, plain_lines, shown


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("943&nbsp;476&#32;5919", "943 476 5919"),
        ("943\\-476\\-5919", "943-476-5919"),
        ("**943** _476_ `5919`", "943 476 5919"),
        ("9*4*3~~4~~", "9434"),
        ("a_b_c", "a_b_c"),
        ("９４３ ٤٧٦ 𝟓", "943 476 5"),
        ("943\u2009476\u20075919\u3000x", "943 476 5919 x"),
        ("943–476—5919−1 -- 2", "943-476-5919-1 - 2"),
        ("07700·900·123", "07700.900.123"),
        ("jane＠x.org and jane%40x.org and jane&commat;x.org", " and ".join(["jane@x.org"] * 3)),
        ("9\u200b4\u00ad3\u0336", "943"),
        ("> > quoted  text\\", "quoted text"),
        ("&#99999999999999999; &nothing; 100%", "&#99999999999999999; &nothing; 100%"),
        ("", ""),
    ],
)
def test_codes_marks_and_letters_of_other_kinds_are_read(line: str, reads: str) -> None:
    assert plain(line) == reads


def test_where_a_link_leads_stands_in_one_reading_and_not_in_the_other() -> None:
    line = '943 [476](https://x.org/a(b)c "d") 5919[^note] [one][two] ![p](p.png)'
    assert shown(line) == "943 476 5919 one p"
    assert "https://x.org/a(b)c" in plain(line)


def test_lines_read_together_read_as_each_does_alone() -> None:
    lines = ["plain words ", "", "> a  b", "| --- |", "**943** 476", "caf\u00e9\tx", "plain -- no"]
    assert plain_lines(lines) == [plain(line) for line in lines]
    assert plain_lines([]) == []
