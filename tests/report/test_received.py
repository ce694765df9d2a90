"""Findings read from a file that anybody may have written."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civalue_build.errors import CivalueError
from civalue_build.model.enums import Level
from civalue_build.report.findings import as_json
from civalue_build.report.received import MOST_BYTES, received
from tests.report.made import finding

SOUND = json.loads(as_json([finding()]))["findings"][0]


def packed(**changed: Any) -> bytes:
    return json.dumps({"findings": [{**SOUND, **changed}]}).encode()


def test_what_check_writes_is_read_back() -> None:
    found = (finding(), finding("“quoted”", level=Level.ADVICE, line=9))
    assert received(as_json(found).encode()) == found


@pytest.mark.parametrize(
    "changed",
    [
        {"code": "CV101 <b>"},
        {"code": ["CV101"]},
        {"name": "late](x"},
        {"level": "fatal"},
        {"level": "error\n"},
        {"file": "/etc/passwd"},
        {"file": "cases/../../x"},
        {"file": ""},
        {"line": 0},
        {"line": True},
        {"line": "3"},
        {"line": 10**9},
        {"column": 1.5},
        {"message": None},
        {"message": "x" * 5000},
    ],
)
def test_what_check_would_not_write_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(CivalueError):
        received(packed(**changed))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff",
        b"[]",
        b"null",
        b'{"findings": {}}',
        b'{"findings": [3]}',
        b"[" * 100_000,
        b'{"findings": [' + b"{}," * 30_000 + b"{}]}",
        b'{"n": ' + b"9" * 100_000 + b"}",
        b" " * (MOST_BYTES + 1),
    ],
)
def test_other_data_is_refused(raw: bytes) -> None:
    with pytest.raises(CivalueError):
        received(raw)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(SOUND)), inner),
    )
)
def test_any_data_is_read_or_refused(data: Any) -> None:
    try:
        found = received(json.dumps({"findings": data}).encode())
    except CivalueError:
        return
    assert len(found) == len(data)
