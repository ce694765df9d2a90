from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from civalue_build.source.front_matter import part
from civalue_build.source.log import Log
from civalue_build.source.shape.schema import case_schema
from civalue_build.source.yaml.nodes import plain
from civalue_build.source.yaml.strict import read_tree
from tests.make_wrong_types import ENDING
from tests.source.corpus import SOUND, samples
from tests.source.make_schema import PATH, text
from tests.source.texts import STORY, with_keys

VALIDATOR = Draft202012Validator(case_schema())
CASES = sorted((Path(__file__).parents[2] / "cases").glob("*/case.md"))


def front_matter(text: str) -> Any:
    parts = part(text, Log("f"))
    assert parts is not None
    tree = read_tree(parts.yaml, Log("f"))
    assert tree is not None
    return plain(tree)


def test_the_committed_schema_is_that_of_the_model() -> None:
    assert PATH.read_text("utf-8") == text()


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(case_schema())


@pytest.mark.parametrize("path", [*CASES, SOUND / "case.md"], ids=lambda path: path.parent.name)
def test_the_schema_takes_the_cases_of_the_library(path: Path) -> None:
    assert list(VALIDATOR.iter_errors(front_matter(path.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    "keys",
    [
        "volumes: {a: 1, b: {low: 1, high: 2}, c: not-stated, d: {total: 3, over: 0-2}}",
        "reviewed: 2023\nreview_by: 2023-04-01\n",
        "costs: []\nbenefits:\n",
    ],
)
def test_the_schema_takes_short_spellings(keys: str) -> None:
    assert list(VALIDATOR.iter_errors(front_matter(with_keys(keys + "\n")))) == []


@pytest.mark.parametrize(
    "text",
    [
        with_keys("xylophone: 1\n"),
        STORY.replace("title: ", "titel: "),
        STORY.replace("completed", "done"),
        STORY.replace("format: 1", "format: 2"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(text: str) -> None:
    assert list(VALIDATOR.iter_errors(front_matter(text)))


def test_the_schema_refuses_nearly_every_wrong_type() -> None:
    passed = [
        sample.name
        for sample in samples()
        if sample.name.endswith(ENDING)
        and VALIDATOR.is_valid(front_matter(sample.place.read_text("utf-8")))
    ]
    # A number written as text may be the name of a volume: only the reader can tell.
    assert all(name.removesuffix(ENDING).split("-")[-1] in _ESTIMATES for name in passed)


_ESTIMATES = {"amount", "quantity", "attribution", "deadweight", "displacement", "off"}
