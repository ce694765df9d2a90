"""The pages on which a case is filled in: lists from the framework, each control with its label."""

import re
from dataclasses import replace

from civalue_build.model.framework import Framework, Term
from civalue_build.model.intake_parts import PARTS
from civalue_build.present.addresses import TO_FILL_IN
from civalue_build.present.library import intake
from civalue_build.present.library.base import library_of
from civalue_build.source.framework import read_framework
from tests.conftest import ROOT

FRAMEWORK = read_framework(ROOT)


def bodies(framework: Framework = FRAMEWORK) -> dict[str, str]:
    return {page.path: page.body for page in intake.pages(library_of(framework))}


def form(framework: Framework = FRAMEWORK) -> str:
    return bodies(framework)["contribute/form/index.html"]


def test_a_setting_that_is_added_to_the_framework_can_be_chosen() -> None:
    added = {**FRAMEWORK.settings, "moon": Term(id="moon", title="On the <moon>")}
    shown = form(replace(FRAMEWORK, settings=added))
    assert '<option value="moon">On the &lt;moon&gt;</option>' in shown
    assert '"moon"' in shown.partition('data-intake="plan">')[2]
    assert "moon" not in form()


def test_every_field_has_one_control_with_a_label_and_what_describes_it() -> None:
    shown = form()
    controls = re.findall(r"<(?:input|select|textarea) id=\"(in-[^\"]+)\"([^>]*)>", shown)
    assert len(controls) == sum(len(part.fields) for part in PARTS)
    for name, attributes in controls:
        assert shown.count(f'<label for="{name}">') == 1
        described = re.search(r'aria-describedby="([^"]+)"', attributes)
        assert described
        for other in described[1].split():
            assert shown.count(f'id="{other}"') == 1


def test_a_library_without_a_contact_says_so_and_one_with_it_leads_there() -> None:
    assert "They have given no address to write to yet" in form(replace(FRAMEWORK, contact=None))
    told = form(replace(FRAMEWORK, contact="mailto:library@example.org"))
    assert '<a href="mailto:library@example.org">library@example.org</a>' in told


def test_a_framework_without_these_pages_has_neither_form_nor_spreadsheet() -> None:
    bare = replace(FRAMEWORK, pages=())
    assert bodies(bare) == {}
    assert list(intake.assets(bare)) == []
    assert [asset.path for asset in intake.assets(FRAMEWORK)] == [TO_FILL_IN]


def test_the_page_of_the_spreadsheet_names_each_of_its_sheets() -> None:
    shown = bodies()["contribute/spreadsheet/index.html"]
    assert 'href="../case-to-fill-in.xlsx" download' in shown
    for sheet in ("Case", "Series", "Lists", *(part.sheet for part in PARTS if part.many)):
        assert f"<dt>{sheet}</dt>" in shown
