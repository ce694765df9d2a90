"""The workbook of a case, worked out anew by LibreOffice, says what the appraisal says."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework
from civalue_build.present.workbook.book import workbook
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT
from tests.present.workbook.cases import by_hand, drawn, library, yearly_world
from tests.present.workbook.office import as_written, poisoned, recalculated
from tests.present.workbook.reading import unlike

Made = Mapping[str, tuple[bytes, Appraisal]]


def made(found: Mapping[str, Case], framework: Framework) -> dict[str, tuple[bytes, Appraisal]]:
    books = {}
    for name, case in found.items():
        value = appraise(case, framework)
        book = workbook(case, value, framework)
        if book:
            books[name] = (book.content, value)
    return books


def faults(made: Made, framework: Framework, folder: Path) -> dict[str, list[str]]:
    again = recalculated({name: book for name, (book, _) in made.items()}, folder)
    found = {name: unlike(again[name], value, framework) for name, (_, value) in made.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.slow
def test_every_workbook_of_the_library_comes_to_what_its_page_says(tmp_path: Path) -> None:
    framework = read_framework(ROOT)
    books = made(library(), framework)
    assert len(books) > 20
    assert faults(books, framework, tmp_path) == {}


@pytest.mark.slow
def test_workbooks_of_cases_of_every_shape_come_to_what_their_appraisals_say(
    tmp_path: Path,
) -> None:
    framework = yearly_world()
    books = made({**by_hand(), **numbered(drawn(25))}, framework)
    assert len(books) > 30
    assert faults(books, framework, tmp_path) == {}
    assert written_otherwise(books, framework) == {}


def test_figures_are_written_with_the_formulas_for_viewers_that_work_nothing_out() -> None:
    framework = yearly_world()
    books = made({**by_hand(), **numbered(drawn(5))}, framework)
    assert len(books) > 10
    assert written_otherwise(books, framework) == {}


def written_otherwise(made: Made, framework: Framework) -> dict[str, list[str]]:
    found = {n: unlike(as_written(book), value, framework) for n, (book, value) in made.items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def numbered(found: Sequence[Case]) -> dict[str, Case]:
    return {f"case-{at:02}": case for at, case in enumerate(found)}


def test_a_book_that_nobody_works_out_shows_that_it_was_not() -> None:
    framework = read_framework(ROOT)
    slug = "pressure-ulcer-validator"
    ((book, value),) = made({slug: library()[slug]}, framework).values()
    assert unlike(as_written(poisoned(book)), value, framework)
