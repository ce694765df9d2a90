"""Annotations as a runner of GitHub Actions reads them."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.model.enums import Level
from civalue_build.report.github import annotations, log
from tests.report.made import HOSTILE, finding

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def read(command: str) -> tuple[str, dict[str, str], str]:
    """Take a command apart as the runner does."""
    kind, properties, data = COMMAND.fullmatch(command).groups()  # type: ignore[union-attr]
    pairs = dict(part.split("=", 1) for part in properties.split(","))
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        pairs = {key: value.replace(code, char) for key, value in pairs.items()}
        data = data if code in {"%3A", "%2C"} else data.replace(code, char)
    return kind, pairs, data


def test_a_finding_stands_at_its_line_under_its_code() -> None:
    (command,) = annotations([finding()])
    kind, at, said = read(command)
    assert kind == "error"
    assert at == {"file": "cases/a/case.md", "line": "3", "col": "5", "title": "CV101 late"}
    assert said == "the date has passed"


def test_levels_are_errors_warnings_and_notices_in_this_order() -> None:
    found = [finding(level=level) for level in reversed(Level)]
    assert [read(c)[0] for c in annotations(found)] == ["error", "warning", "notice"]


@pytest.mark.parametrize("message", HOSTILE)
def test_no_message_leaves_its_annotation(message: str) -> None:
    (command,) = annotations([finding(message)])
    assert command.isprintable()
    assert len(command.splitlines()) == 1
    assert command.count("::") == 2
    assert "##[" not in command
    read(command)


def test_a_file_cannot_add_a_property_to_its_annotation() -> None:
    (command,) = annotations([finding(file="cases/a,title=x::y%0A:z/case.md")])
    _, at, _ = read(command)
    assert at["title"] == "CV101 late"
    assert at["file"] == "cases/a,title=x: :y%0A:z/case.md"


@given(st.text(), st.text(min_size=1))
def test_whatever_is_said_stays_one_command(message: str, file: str) -> None:
    (command,) = annotations([finding(message, file=file)])
    assert len(command.splitlines()) == 1
    assert set(read(command)[1]) == {"file", "line", "col", "title"}


def test_more_findings_than_github_shows_are_put_together_by_file() -> None:
    found = [finding(f"m{n}", file=f"cases/{n % 4}/case.md", line=n + 1) for n in range(12)]
    commands = annotations(found)
    assert len(commands) == 4
    _, at, said = read(commands[0])
    assert at["title"] == "3 errors here"
    assert at["line"] == "1"
    assert said.splitlines() == ["line 1: CV101 m0", "line 5: CV101 m4", "line 9: CV101 m8"]


def test_more_files_than_github_shows_end_in_how_many_are_left() -> None:
    found = [finding(file=f"cases/{n:02}/case.md") for n in range(30)]
    commands = annotations(found)
    assert len(commands) == 10
    assert read(commands[-1])[2] == "and 21 more: see the summary of this run"


def test_one_file_with_very_many_findings_says_how_many_are_left() -> None:
    (command,) = annotations([finding(line=n + 1) for n in range(500)])
    assert read(command)[2].splitlines()[-1] == "and 480 more: see the summary of this run"


@given(st.lists(st.tuples(st.sampled_from(Level), st.integers(0, 15)), max_size=80))
def test_github_never_drops_one_and_none_is_left_uncounted(found: list[tuple[Level, int]]) -> None:
    commands = annotations(finding(level=lv, file=f"f{n}") for lv, n in found)
    assert max(Counter(read(c)[0] for c in commands).values(), default=0) <= 10
    told = 0
    for _, at, said in map(read, commands):
        more = re.search(r"and (\d+) more", said)
        lines = said.count("line ") if "here" in at["title"] else int("file" in at)
        told += lines + (int(more[1]) if more else 0)
    assert told == len(found)


@pytest.mark.parametrize("message", HOSTILE)
def test_the_log_below_them_holds_no_other_command(message: str) -> None:
    lines = log([finding(message)]).splitlines()
    assert [line for line in lines if line.startswith(("::", "##["))] == [
        lines[0],
        "::group::Every finding",
        "::endgroup::",
    ]


def test_nothing_found_prints_nothing() -> None:
    assert log([]) == ""


def test_an_annotation_is_never_longer_than_github_takes_and_counts_what_it_leaves_out() -> None:
    found = [finding("\N{HOSPITAL}" * 900, line=n + 1) for n in range(12)]
    (command,) = annotations(found)
    said = read(command)[2].splitlines()
    assert len("\n".join(said).encode("utf-16-le")) // 2 < 4096
    assert said[0].startswith("line 1: CV101 ")
    assert said[-1] == "and 10 more: see the summary of this run"
    (alone,) = annotations([finding("\u200b" * 9000)])
    assert 900 < len(read(alone)[2]) < 4096
