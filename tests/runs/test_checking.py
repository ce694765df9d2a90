"""Checking the cases of a library."""

import gc
from pathlib import Path

from civalue_build.pipeline import surroundings
from civalue_build.runs.checking import check_cases
from civalue_build.source.library import case_slugs


def test_a_case_that_was_checked_leaves_nothing_for_the_garbage_collector(library: Path) -> None:
    around = surroundings(library, None)
    slugs = case_slugs(library)
    list(check_cases(library, around, slugs, jobs=1))  # what is kept for other cases is made here
    gc.collect()
    gc.disable()
    try:
        found = list(check_cases(library, around, slugs, jobs=1))
        assert gc.collect() == 0
    finally:
        gc.enable()
    assert [outcome.slug for outcome in found] == list(slugs)
    assert not any(outcome.crash for outcome in found)
