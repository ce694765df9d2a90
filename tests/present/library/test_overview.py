"""Pages of the framework show its words, its numbers, and whether somebody checked them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

import pytest

from civalue_build.model.enums import Level
from civalue_build.model.estimate import Estimate
from civalue_build.model.finding import CheckDoc
from civalue_build.model.framework import Framework
from civalue_build.model.site import Page
from civalue_build.present.library import (
    check_list,
    grades,
    numbers,
    overview,
    principles,
    terms,
    unit_values,
)
from civalue_build.present.library.base import Library, library_of
from civalue_build.present.library.nav import navigation
from civalue_build.source.framework import read_framework
from tests.conftest import LIBRARY, ROOT
from tests.present.library.cards import CARDS

GAP = CheckDoc(
    code="CV101",
    name="aim-without-a-target",
    level=Level.GAP,
    summary="No <target> says how much was meant.",
    explanation="First part.\n\nSecond part.",
    principle="clarify-purpose",
    fails="aim: {statement: Better}\n",
    passes="aim: {statement: Halve it}\n",
    waivable=True,
)
ERROR = CheckDoc(
    code="CV11", name="not-yaml", level=Level.ERROR, summary="It cannot be read.", explanation=""
)


@pytest.fixture(scope="module")
def small() -> Framework:
    return read_framework(LIBRARY)


@pytest.fixture(scope="module")
def full(small: Framework) -> Library:
    return library_of(small, (GAP, ERROR), CARDS)


def page(library: Library, path: str) -> Page:
    made: Iterator[Page] = chain(
        check_list.pages(library),
        overview.pages(library),
        numbers.pages(library),
        grades.pages(library),
        principles.pages(library),
        terms.pages(library),
        unit_values.pages(library),
    )
    return next(page for page in made if page.path == path)


def test_the_front_page_quotes_each_principle(full: Library) -> None:
    body = page(full, "framework/index.html").body
    for principle in full.framework.principles:
        assert str(principle.words).replace("'", "&#39;") in body


def test_a_number_that_nobody_compared_says_so(small: Framework) -> None:
    value = small.unit_values["bed-day"]
    entry = replace(value.values[0], source=replace(value.values[0].source, checked=False))
    unchecked = replace(small, unit_values={"bed-day": replace(value, values=(entry,))})
    body = page(library_of(unchecked), "unit-values/index.html").body
    assert "0 of 1 entry" in body
    assert body.count("Not checked by a person yet") == 1
    checked = replace(entry, source=replace(entry.source, checked=True))
    known = replace(small, unit_values={"bed-day": replace(value, values=(checked,))})
    assert "Not checked" not in page(library_of(known), "unit-values/index.html").body


def test_a_unit_value_shows_its_range_and_its_cases(small: Framework) -> None:
    value = small.unit_values["bed-day"]
    amount = Estimate(low=300, central=562, high=600.5)
    entry = replace(value.values[0], value=amount)
    ranged = replace(small, unit_values={"bed-day": replace(value, values=(entry,))})
    body = page(library_of(ranged, (), CARDS), "unit-values/index.html").body
    assert "£562 (£300 to £600.50)" in body
    assert (
        '<a href="../cases/ward-10/index.html">Ward 10 &amp; &lt;b&gt;falls&lt;/b&gt;</a>' in body
    )


def test_unit_values_stand_in_families_and_each_only_once(small: Framework) -> None:
    body = page(library_of(small), "unit-values/index.html").body
    assert '<h2 id="beds">Days in a bed</h2>' in body
    assert all(body.count(f'id="{key}"') == 1 for key in small.unit_values)
    odd = replace(small.unit_values["bed-day"], unit="balloon")
    other = page(library_of(replace(small, unit_values={"balloon": odd})), "unit-values/index.html")
    assert '<h2 id="others">Other values</h2>' in other.body
    assert '<h2 id="beds">' not in other.body


def test_verdicts_stand_in_order_of_title_and_not_of_verdict(full: Library) -> None:
    body = page(full, "framework/principles/clarify-purpose/index.html").body
    table = body[body.index('id="cases-list"') :]
    places = [table.index(text) for text in ("Teaching", "ward 9", "Not shown yet")]
    assert places == sorted(places)


def test_a_principle_names_its_checks_and_what_a_person_judges(full: Library) -> None:
    found = page(full, "framework/principles/clarify-purpose/index.html")
    assert '<a href="../../../checks/cv101/index.html">CV101</a>' in found.body
    assert full.framework.principles[0].reviewer in found.body
    other = page(full, "framework/principles/co-design/index.html")
    assert "No check looks at this principle" in other.body


def test_a_check_shows_both_examples_and_how_to_set_it_aside(full: Library) -> None:
    body = page(full, "checks/cv101/index.html").body
    assert "No &lt;target&gt; says how much was meant." in body
    assert "aim: {statement: Better}" in body
    assert "aim: {statement: Halve it}" in body
    assert "<p>Second part.</p>" in body
    assert "aim-without-a-target: Why this does not apply" in body
    assert "../../framework/principles/clarify-purpose/index.html" in body


def test_an_error_is_not_to_be_set_aside(full: Library) -> None:
    body = page(full, "checks/cv11/index.html").body
    assert "An error has to be mended." in body
    assert "A case that fails" not in body


def test_checks_are_listed_by_weight(full: Library) -> None:
    body = page(full, "checks/index.html").body
    assert body.index("CV11<") < body.index("CV101<")


def test_corrections_carry_their_sign(full: Library) -> None:
    body = page(full, "framework/evidence-grades/index.html").body
    assert "+40%" in body
    assert "\N{MINUS SIGN}40%" in body


def test_the_schedule_used_by_default_says_so(full: Library) -> None:
    body = page(full, "framework/discounting/index.html").body
    assert body.count("It is used where a case names none.") == 1


def test_settings_lead_to_their_cases(full: Library) -> None:
    body = page(full, "framework/settings/index.html").body
    assert "../../cases/ward-9/index.html" in body


def test_methods_follow_the_order_of_their_front_page() -> None:
    known = read_framework(ROOT)
    methods = next(entry for entry in navigation(known) if entry.title == "Methods")
    front = next(item.body for item in known.pages if item.path == "methods/index")
    names = [child.path.split("/")[1] for child in methods.children]
    assert names == sorted(names, key=lambda name: front.index(f"({name}.md"))
