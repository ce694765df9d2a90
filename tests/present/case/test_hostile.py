"""Nothing that a case says can run on its page, or change the elements that it is made of."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.present.case.page import CasePage, case_page
from civalue_build.present.static_files import static_assets
from tests.present.case.tree import Tree

SCRIPT = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}&amp;"


def _hostile(value: Any, key: str = "") -> Any:
    """Return a value in which every free text carries an attack; ids and references stay."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if key in _KEPT or not value else f"{value}{SCRIPT}"
    if is_dataclass(value) and not isinstance(value, type):
        names = (f.name for f in fields(value) if f.init)
        return replace(value, **{n: _hostile(getattr(value, n), n) for n in names})
    if isinstance(value, tuple):
        return tuple(_hostile(item, key) for item in value)
    if isinstance(value, dict):
        return {name: _hostile(item, key) for name, item in value.items()}
    return value


_KEPT = {
    "id", "slug", "paid_by", "gained_by", "from_party", "unit", "currency", "measure", "lines",
    "volume", "price_index", "discounting",
}  # fmt: skip


@pytest.fixture(scope="module")
def attacked(valued: Case, framework: Framework, judgement: Judgement) -> CasePage:
    case: Case = _hostile(valued)
    found: Judgement = _hostile(judgement)
    return case_page(case, appraise(case, framework), found, framework)


def _is_ours(script: dict[str, str | None]) -> bool:
    """Whether a script element holds data alone, or is a file of the site itself."""
    own = {f"../../{asset.path}" for asset in static_assets()}
    return script.get("type") == "application/json" or script.get("src") in own


def _live(page: Tree) -> Iterator[str]:
    for tag, attributes in page.elements:
        if tag == "script" and not _is_ours(attributes):
            yield tag
        yield from (name for name in attributes if name.startswith("on"))
        for name in ("href", "src"):
            target = str(attributes.get(name) or "").lower().strip()
            if target.startswith(("javascript:", "data:", "vbscript:")):
                yield target


def test_no_field_of_a_case_can_run_anything(attacked: CasePage) -> None:
    assert SCRIPT.count("script") == 2
    assert not list(_live(Tree(attacked.page.body)))


def test_no_field_of_a_case_can_change_the_elements_of_its_page(
    valued: Case, framework: Framework, judgement: Judgement, drawn: CasePage
) -> None:
    kept = {name: getattr(valued, name) for name in ("sections", "contact", "setting", "strategy")}
    case = replace(_hostile(valued), **kept)
    found = replace(_hostile(judgement), waived=judgement.waived)
    page = case_page(case, appraise(case, framework), found, framework).page
    sound, attacked = (
        [tag for tag, _ in Tree(body).elements if tag not in ("text", "a")]
        for body in (drawn.page.body, page.body)
    )
    assert attacked == sound


def test_templates_in_a_case_are_only_words(attacked: CasePage) -> None:
    assert "{{ 7*7 }}" in attacked.page.body
    assert "49" not in attacked.card.title
