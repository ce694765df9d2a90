import time

import pytest

from civalue_build.source.log import Log
from civalue_build.source.prose import Prose, read_prose


def read(text: str, first_line: int = 1) -> tuple[Prose, list[str]]:
    log = Log("f")
    prose = read_prose(text, first_line, log)
    return prose, [f"{f.place.line}:{f.place.column}: {f.code}" for f in log.findings]


def headings(text: str) -> list[tuple[str, int, str]]:
    return [(part.heading, part.line, part.text) for part in read(text)[0].sections]


def test_parts_have_their_heading_line_and_text() -> None:
    text = "\n## The problem\n\nA.\n\n## What happened\nB.\n"
    assert headings(text) == [("The problem", 2, "\nA."), ("What happened", 6, "B.")]


def test_underlined_headings_are_headings_and_text_begins_below_the_line() -> None:
    text = "The problem\n-----------\nA.\n\nWhat happened\n---\n\nB.\n"
    assert headings(text) == [("The problem", 2, "A."), ("What happened", 6, "\nB.")]


def test_a_line_of_text_is_found_from_the_line_of_its_heading() -> None:
    text = "x\n---\n\nA.\nneedle\n\n## y\nneedle\n"
    prose, _ = read(text, first_line=11)
    rows = {
        part.line + 1 + row
        for part in prose.sections
        for row, line in enumerate(part.text.split("\n"))
        if line == "needle"
    }
    assert rows == {15, 18}


@pytest.mark.parametrize(
    "text", ["```\n## no\n```\n", "    ## no\n", "> ## no\n", "- ## no\n", "~~~ md\n## no\n~~~\n"]
)
def test_what_looks_like_a_heading_inside_another_block_is_none(text: str) -> None:
    assert headings(f"## The problem\n\n{text}") == [("The problem", 1, f"\n{text.rstrip()}")]


def test_a_fence_that_is_not_closed_runs_to_the_end() -> None:
    assert len(headings("## The problem\n\n```\n## What happened\n")) == 1


def test_the_words_of_a_heading_are_read_without_their_marks_and_case() -> None:
    prose, found = read("## *THE*  `problem` ##\n\nA.\n")
    assert [part.heading for part in prose.sections] == ["The problem"]
    assert found == []


def test_headings_give_their_lines_the_first_of_two_counting() -> None:
    prose, found = read("## The problem\n\n## The problem\n", first_line=5)
    assert prose.headings == {"The problem": 5}
    assert found == ["7:1: CV048"]


def test_headings_below_the_second_level_are_free() -> None:
    assert read("## The problem\n\n### Anything\n\n#### More\n")[1] == []


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ("A <b>c</b>.", "1:3"),
        ("<div>\n<p>x</p>\n</div>", "1:1"),
        ("é <br>", "1:3"),
        ("<!-- x\ny -->", "1:1"),
        ("| a |\n|---|\n| <i>b</i> |", "3:3"),
        ("> <script>\n> x\n> </script>", "1:3"),
        ("[^1]\n\n[^1]: <u>x</u>", "3:7"),
        ("<ScRiPt >", "1:1"),
        ("<?php x ?>", "1:1"),
        ("<![CDATA[x]]>", "1:1"),
    ],
)
def test_html_is_found_once_where_it_begins(html: str, place: str) -> None:
    found = [line for line in read(f"## The problem\n\n{html}\n")[1] if "CV046" in line]
    row, column = place.split(":")
    assert found == [f"{int(row) + 2}:{column}: CV046"]


@pytest.mark.parametrize("text", ["`<b>`", "```\n<b>\n```", "a < b and c > d", "\\<b>", "&lt;b>"])
def test_signs_that_are_no_html_are_left_alone(text: str) -> None:
    assert read(f"## The problem\n\n{text}\n")[1] == []


@pytest.mark.parametrize(
    "link",
    [
        "[a](javascript:x)",
        "[a](JaVaScRiPt:x)",
        "[a](java&#115;cript:x)",
        "[a](javascript&colon;x)",
        "[a](<java\tscript:x>)",
        "[a](data:text/html;base64,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "<javascript:x>",
        "[a][r]\n\n[r]: javascript:x",
        "[a](//example.org)",
        "[a](/\\example.org)",
        "[a](\\\\\\\\example.org)",
    ],
)
def test_a_link_to_anything_but_the_web_or_mail_is_found(link: str) -> None:
    assert [line.split()[-1] for line in read(f"## The problem\n\n{link}\n")[1]] == ["CV047"]


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://example.org)",
        "[a](http://example.org)",
        "[a](mailto:a@example.org)",
        "<https://example.org>",
        "[a](#the-problem)",
        "[a](../another-case/)",
    ],
)
def test_other_links_are_allowed(link: str) -> None:
    assert read(f"## The problem\n\n{link}\n")[1] == []


def test_pictures_of_the_folder_are_listed_by_name() -> None:
    prose, found = read("## The problem\n\n![a](x.png) and ![b](two%20words.jpg)\n")
    assert [(shown.name, shown.mark) for shown in prose.pictures] == [
        ("x.png", (3, 1)),
        ("two words.jpg", (3, 17)),
    ]
    assert found == []


@pytest.mark.parametrize(
    "address",
    [
        "../x.png",
        "/x.png",
        "a/x.png",
        "https://x.org/x.png",
        "data:image/png;base64,x",
        "a%2Fx.png",
    ],
)
def test_a_picture_from_elsewhere_is_found(address: str) -> None:
    assert read(f"## The problem\n\n![a]({address})\n")[1] == ["3:1: CV047"]


@pytest.mark.parametrize("hostile", ["[", "![", "> ", "*a_", "`", "<", "[](", "- ", "|", "&", "[^"])
def test_hostile_text_is_read_in_time(hostile: str) -> None:
    text = "\n".join([hostile * (9_000 // len(hostile))] * 20)
    start = time.perf_counter()
    read(f"## The problem\n\n{text}\n")
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("a &#8238;b", "3:3"),
        ("a &#x200B; b", "3:3"),
        ("é &rlm;", "3:3"),
        ("&zwnj;", "3:1"),
        ("*a* &#27;", "3:5"),
        ('[a](https://example.org "b&rlm;c")', "3:1"),
        ("[a](&#8238;https://example.org)", "3:1"),
        ("### a &shy;", "3:7"),
        ("| a |\n|---|\n| &lrm; |", "5:3"),
        ("```a&rlm;\nb\n```", "3:1"),
    ],
)
def test_a_hidden_character_written_as_an_entity_is_found(written: str, place: str) -> None:
    assert f"{place}: CV004" in read(f"## The problem\n\n{written}\n")[1]


def test_an_entity_in_code_is_only_text() -> None:
    assert read("## The problem\n\n`&rlm;`\n")[1] == []


@pytest.mark.parametrize("deep", ["- " * 400 + "a", ">" * 400 + "a", "> - " * 100 + "a"])
def test_a_text_that_is_nested_too_deep_is_not_read(deep: str) -> None:
    prose, found = read(f"## The problem\n\n{deep}\n")
    assert not prose.is_whole
    assert len(found) == 1
    assert "CV094" in found[0]


def test_a_text_of_too_much_markdown_is_not_read() -> None:
    prose, found = read("## The problem\n\n" + "- a\n" * 20_000)
    assert not prose.is_whole
    assert [line.split()[-1] for line in found] == ["CV094"]
