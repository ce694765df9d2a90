"""A number changed in a workbook does what the same change to the case does: both are done."""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal, Uncertainty
from civalue_build.model.case import Case
from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import Framework
from civalue_build.present.workbook.book import workbook
from civalue_build.source.framework import read_framework
from tests.appraise.cases import world
from tests.conftest import ROOT
from tests.present.workbook import edits
from tests.present.workbook.cases import everything, library
from tests.present.workbook.office import formulas, recalculated
from tests.present.workbook.reading import headline, unlike

OLD = PriceYear(first=2019)
SHARES = ("attribution", "deadweight", "displacement", "drop_off")


class Edit(NamedTuple):
    """A workbook with a change, and the appraisal of the case with the same change."""

    book: bytes
    value: Appraisal
    framework: Framework


class Start(NamedTuple):
    """A case before it is edited, and its workbook: made once for all of its edits."""

    given: Case
    framework: Framework
    value: Appraisal
    book: bytes


def start(given: Case, framework: Framework) -> Start:
    value = appraise(given, framework)
    made = workbook(given, value, framework)
    assert made
    return Start(given, framework, value, made.content)


def changed(begun: Start, key: str, factor: float = 1.3) -> Edit:
    """Change one number of a case, in its workbook and in itself or the framework."""
    given, framework, before, book = begun
    assert before.rests
    value = before.rests.inputs[key].central * factor
    book = edits.book_with(book, key, value)
    if key.startswith("unit-values."):
        framework = edits.framework_with(framework, key.removeprefix("unit-values."), factor)
    else:
        given = edits.case_with(given, key, value)
    return Edit(book, appraise(given, framework), framework)


def at_rate(begun: Start, rate: float, *, health: bool = False) -> Edit:
    """Discount a case at another rate, in its workbook and in its framework."""
    given, framework, before, book = begun
    assert before.vintage
    book = edits.book_at_rate(book, rate, health=health)
    framework = edits.framework_at_rate(framework, before.vintage.discounting, rate, health=health)
    return Edit(book, appraise(given, framework), framework)


def wrong(found: dict[str, Edit], folder: Path) -> dict[str, list[str]]:
    again = recalculated({name: edit.book for name, edit in found.items()}, folder)
    faults = {n: unlike(again[n], edit.value, edit.framework) for n, edit in found.items()}
    return {name: fault for name, fault in faults.items() if fault}


@pytest.mark.slow
def test_each_number_of_a_case_moves_every_result_of_its_workbook(tmp_path: Path) -> None:
    begun = start(everything(), world())
    value = begun.value
    assert isinstance(value.uncertainty, Uncertainty)
    assert value.rests
    found = {key: changed(begun, key) for key in value.rests.inputs}
    found |= {
        "money": at_rate(begun, 0.07),
        "health": at_rate(begun, 0.02, health=True),
        "nothing": at_rate(begun, 0.0),
    }
    assert {"volumes.visits", "unit-values.bed-day", "benefits.beds.drop_off"} <= found.keys()
    assert wrong(found, tmp_path) == {}
    before = value.headline and value.headline.claimed.npv
    moved = {name for name, edit in found.items() if _npv(edit.value) != before}
    silent = {"costs.care.amount", "benefits.life.quantity", "benefits.life.unit_value", "health"}
    assert moved == found.keys() - silent


def _npv(value: Appraisal) -> object:
    assert value.headline
    return value.headline.claimed.npv


def sort_of(key: str) -> str:
    """What sort of number an input is: no two cases need show the same one."""
    return "unit value" if key.startswith("unit-values.") else key.rpartition(".")[2]


@pytest.mark.slow
def test_an_edit_to_the_workbook_of_a_published_case_is_an_edit_to_the_case(
    tmp_path: Path,
) -> None:
    framework = read_framework(ROOT)
    found: dict[str, Edit] = {}
    tried: Counter[str] = Counter()
    for slug, given in library().items():
        value = appraise(given, framework)
        if not value.rests or not isinstance(value.uncertainty, Uncertainty):
            continue
        begun = start(given, framework)
        key = min(value.rests.inputs, key=lambda key: (tried[sort_of(key)], key))
        tried[sort_of(key)] += 1
        found[f"{slug}.{key}"] = changed(begun, key, 0.8)
        if len(tried) < 5:
            found[f"{slug}.rate"] = at_rate(begun, 0.06)
    assert {"quantity", "amount", "attribution", "unit value"} <= tried.keys()
    assert wrong(found, tmp_path) == {}


def test_the_headline_of_a_workbook_has_a_name() -> None:
    begun = start(everything(), world())
    assert str(headline(formulas(begun.book))).startswith("=")
    assert begun.value.headline
