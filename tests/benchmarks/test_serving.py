"""The wait for a page that is edited while it is served is timed to the fresh page."""

import sys
from pathlib import Path

import pytest

from benchmarks.serving import seconds_to_fresh
from benchmarks.tasks import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="benchmarks need Unix")


@pytest.mark.slow
def test_each_edit_is_timed_until_its_page_is_fresh(tmp_path: Path) -> None:
    library = Library.write(tmp_path, 3, 1)
    library.fresh()
    found = seconds_to_fresh(library, 2)
    assert {what: len(seconds) for what, seconds in found.items()} == {
        "a sentence, on the page of the case": 2,
        "a title, on the page of the case": 2,
        "a title, in the list of cases": 2,
    }
    assert all(0 < seconds < 60 for times in found.values() for seconds in times)
    case = sorted((library.folder / "cases").iterdir())[1] / "case.md"
    text = case.read_text(encoding="utf-8")
    assert text.count("Edited1_title_in_the_list") == 1
    assert "Edited0_title" not in text
