"""The corpus of broken trackers: each is sound but for the fault that its name tells.

Beside each stands what the command says of it. Nothing is written of any.
"""

from pathlib import Path

import pytest

from civalue_build.pipeline import surroundings
from civalue_build.runs.ledgers import draft_ledgers
from tests.conftest import LIBRARY

INVALID = Path(__file__).parents[2] / "data" / "trackers" / "invalid"


@pytest.mark.parametrize("path", sorted(INVALID.glob("*.csv")), ids=lambda path: path.stem)
def test_a_broken_tracker_is_told_with_place_and_reason(path: Path) -> None:
    around = surroundings(LIBRARY, None, whole=False)
    draft = draft_ledgers(LIBRARY, around, path, None)
    told = [str(fault).removeprefix(f"{path.name}: ") for fault in draft.faults]
    assert told == path.with_suffix(".txt").read_text("utf-8").splitlines()
    assert told
