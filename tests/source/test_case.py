"""Whole cases: several faults at once, hostile bytes, time."""

import json
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from civalue_build.appraise import appraise
from civalue_build.model.enums import Level
from civalue_build.source.case import RawCase, Reading
from civalue_build.source.faults.catalogue import FAULTS
from tests.conftest import examples
from tests.source.corpus import SOUND, samples, surroundings
from tests.source.texts import STORY, read, told, with_keys, with_prose

SOUND_TEXT = (SOUND / "case.md").read_text("utf-8")
SOUND_FILES = {"ulcers.csv": (SOUND / "ulcers.csv").read_bytes()}
CODES = {doc.code for doc in FAULTS}
BOUND = 20.0
"""Seconds: beyond this a reader stalls. A guard against attacks, not a budget."""
SLOW = settings(examples(150), suppress_health_check=[HealthCheck.too_slow])
TOKENS = [
    *(
        "[",
        "]",
        "{",
        "}",
        ": ",
        ":",
        "- ",
        "-",
        "#",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "|",
        ">",
        "%",
        "@",
    ),
    *('"', "'", "\\", "`", "~", "\t", "\n", "\n\n", "  ", "---\n", "...\n", "## ", "<b>", "\r"),
    *("null", "true", "12,000", "£5", "9" * 40, ".inf", "1e3", "-1", "0-999", "2023", "not-stated"),
    *(
        "\u202e",
        "\x00",
        "\ufeff",
        "é",
        "👩",
        "![x](y.png)",
        "[a](javascript:x)",
        "title: ",
        "costs:",
    ),
]


def checked(reading: Reading, began: float) -> None:
    """What holds for every reading, whatever was read."""
    assert time.perf_counter() - began < BOUND
    assert {found.code for found in reading.findings} <= CODES
    for found in reading.findings:
        assert found.message
        assert not found.message.endswith(".")
        assert found.message.isprintable()
        assert found.place.line >= 1
        assert found.place.column >= 1
    if reading.case is None:
        assert any(found.level is Level.ERROR for found in reading.findings)
        assert reading.not_judged
    else:
        appraise(reading.case, surroundings().framework)


def test_the_sound_case_is_read_without_a_finding() -> None:
    reading = read(SOUND_TEXT, SOUND_FILES)
    assert told(reading) == []
    assert reading.case is not None
    assert reading.case.slug == "x"
    assert reading.case.sections[0].heading == "The problem"
    assert len(reading.case.series["ulcers"]) >= 12
    assert reading.not_judged == ""


def test_a_story_of_ten_lines_is_a_case() -> None:
    reading = read(STORY)
    assert told(reading) == []
    assert reading.case is not None
    assert not reading.case.has_money


def test_faults_of_keys_values_text_and_tables_are_told_together() -> None:
    text = SOUND_TEXT.replace("title: ", "titel: ", 1).replace("status: completed", "status: done")
    text = text.replace("attribution: 0.6", "attribution: 60") + "\n<b>x</b>\n"
    tables = {"ulcers.csv": b"date,value\n2023-04,1\n2023-04,x\n"}
    found = told(read(text, tables))
    assert [line.split()[1] for line in found] == [
        *("CV019", "CV024", "CV030", "CV046", "CV044", "CV043")
    ]


def test_after_a_fault_of_syntax_the_text_is_still_looked_at() -> None:
    reading = read(with_keys("a: b: c\n").replace("Too many", "<b>Too</b> many"))
    assert [line.split()[1] for line in told(reading)] == ["CV012", "CV046"]
    assert reading.case is None
    assert "front matter" in reading.not_judged


def test_only_the_first_two_hundred_faults_are_told() -> None:
    keys = "".join(f"key-{number}: 1\n" for number in range(500))
    found = read(with_keys(keys)).findings
    assert len(found) == 201
    assert found[-1].code == "CV032"
    assert found[-1].message == "300 more faults follow and are not shown"


def test_pictures_that_the_text_shows_are_part_of_the_case() -> None:
    out = BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    reading = read(with_prose("## The problem\n\n![A ward](a.png)\n"), {"a.png": out.getvalue()})
    assert told(reading) == []
    assert reading.case is not None
    assert [picture.name for picture in reading.case.pictures] == ["a.png"]


def test_a_folder_of_an_approach_may_name_files_of_its_own() -> None:
    reading = read(with_keys("approaches: {evo: {notes: [notes.csv]}}\n"), {"notes.csv": b"x"})
    assert told(reading) == []


@SLOW
@given(st.binary(max_size=3000))
def test_random_bytes_never_raise(data: bytes) -> None:
    began = time.perf_counter()
    checked(read(data), began)


@SLOW
@given(st.binary(max_size=2000), st.binary(max_size=2000))
def test_random_bytes_in_front_matter_text_and_tables_never_raise(a: bytes, b: bytes) -> None:
    began = time.perf_counter()
    text = b"---\nmeasures: [{series: a.csv}]\nledger: b.csv\n" + a + b"\n---\n![x](c.png)\n" + b
    checked(read(text, {"a.csv": a, "b.csv": b"month,line,plan,actual\n" + b, "c.png": a}), began)


@SLOW
@given(st.binary(max_size=2000), st.text(max_size=200))
def test_random_bands_and_random_facts_for_an_approach_never_raise(a: bytes, b: str) -> None:
    began = time.perf_counter()
    plics = {"table": "a.csv", "price_year": "2023/24", "source": b, "before": b, "after": b}
    pathway = [b, {"stage": b}, [b]]
    given = {"evo": {"plics": plics}, "st-vincents": {"pathway": pathway}}
    text = with_keys(f"approaches: {json.dumps(given)}\n")
    checked(read(text, {"a.csv": b"from,to,before,after\n0,1,9,9\n1," + a}), began)


@SLOW
@given(st.lists(st.sampled_from(TOKENS), max_size=60))
def test_random_words_of_yaml_never_raise(words: list[str]) -> None:
    began = time.perf_counter()
    checked(read(with_keys("".join(words) + "\n")), began)


@SLOW
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(["", *TOKENS])),
        min_size=1,
        max_size=4,
    )
)
def test_a_mutated_sound_case_never_raises(changes: list[tuple[float, int, str]]) -> None:
    began = time.perf_counter()
    text = SOUND_TEXT
    for where, cut, new in changes:
        start = int(where * len(text))
        text = text[:start] + new + text[start + cut :]
    checked(read(text, SOUND_FILES), began)


@SLOW
@given(st.sampled_from(SOUND_TEXT.split("\n")), st.sampled_from(SOUND_TEXT.split("\n")))
def test_a_sound_case_with_two_lines_exchanged_never_raises(one: str, other: str) -> None:
    began = time.perf_counter()
    text = SOUND_TEXT.replace(one, "\0").replace(other, one).replace("\0", other)
    checked(read(text, SOUND_FILES), began)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_no_sample_of_the_corpus_gives_an_unprintable_message(sample: object) -> None:
    place = getattr(sample, "place")  # noqa: B009
    text = (place / "case.md" if place.is_dir() else place).read_bytes()
    began = time.perf_counter()
    checked(read(text, SOUND_FILES), began)


def test_reading_imports_nothing_that_is_slow_to_load() -> None:
    program = (
        "import sys, civalue_build.source.case, civalue_build.source.folder.files,"
        " civalue_build.source.framework, civalue_build.source.programme;"
        "slow = ('pandas', 'plotly', 'numpy', 'PIL', 'mkdocs', 'jinja2', 'nh3', 'pydantic');"
        "print([n for n in slow if n in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout.strip() == "[]"


def test_a_raw_case_needs_no_files() -> None:
    assert RawCase(slug="x", file="cases/x/case.md", text=None).others == {}
