import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from civalue_build.errors import CivalueError
from civalue_build.model.enums import Kind
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear
from civalue_build.model.framework import THRESHOLDS
from civalue_build.source.framework import read_framework
from tests.source.corpus import LIBRARY

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the miniature framework."""
    shutil.copytree(LIBRARY / "framework", tmp_path / "framework")
    return tmp_path


@pytest.fixture(params=["miniature", "real"])
def library(request: pytest.FixtureRequest) -> Path:
    """Each library that is there."""
    return LIBRARY if request.param == "miniature" else ROOT


def test_every_file_of_a_framework_is_read(library: Path) -> None:
    framework = read_framework(library)
    files = [path for path in (library / "framework").rglob("*.*") if path.is_file()]
    folders: dict[str, Mapping[str, object]] = {
        "unit-values": framework.unit_values,
        "price-indices": framework.price_indices,
    }
    folders["discount-schedules"] = framework.schedules
    folders["reporting"] = framework.guidelines
    folders["approaches"] = framework.approaches
    for folder, table in folders.items():
        assert set(table) == {path.stem for path in files if path.parent.name == folder}
    assert [principle.number for principle in framework.principles] == list(range(1, 11))
    assert [lens.number for lens in framework.lenses] == [1, 2, 3]
    assert len(framework.definitions) == 2
    assert len(framework.pages) == len([p for p in files if "pages" in p.parts])
    assert set(framework.kinds) == set(Kind)
    assert framework.grades.of(None).grade == 6
    for table in (framework.units, framework.settings, framework.tags, framework.thresholds):
        assert table
    assert framework.literature is not None


def test_what_a_system_leaves_in_a_folder_is_passed_over(root: Path) -> None:
    """macOS writes `._x` beside each file on a disk that is not its own."""
    before = read_framework(root)
    for file in (root / "framework").rglob("*.*"):
        if file.is_file():
            file.with_name(f"._{file.name}").write_bytes(b"\0\5\26\7")
    assert read_framework(root) == before


def test_prose_is_kept_without_its_front_matter() -> None:
    framework = read_framework(LIBRARY)
    texts = [
        *(text.body for text in framework.principles),
        *(text.body for text in framework.definitions),
        *(text.body for text in framework.lenses),
    ]
    for body in texts:
        assert body
        assert not body.startswith("---")


def test_a_page_has_its_address_below_pages() -> None:
    assert {"about", "methods/index"} <= {page.path for page in read_framework(LIBRARY).pages}


def test_a_unit_value_is_dated(root: Path) -> None:
    (root / "framework" / "unit-values" / "x.yml").write_text(
        "title: X\nunit: bed-day\nvalues:\n"
        "  - {from: 2020-04, value: {low: 1, high: 3}, basis: average, price_year: 2020/21,"
        " source: {title: T, checked: false}}\n"
    )
    (value,) = read_framework(root).unit_values["x"].values
    assert value.from_date == PartialDate(year=2020, month=4)
    assert value.value == Estimate(low=1, high=3)
    assert value.price_year == PriceYear(first=2020)
    assert value.source.checked is False


def test_all_faults_of_a_broken_framework_are_told_with_their_places(root: Path) -> None:
    folder = root / "framework"
    (folder / "unit-values" / "x.yml").write_text("title: X\nunit: u\nvalues:\n  - {from: soon}\n")
    (folder / "tags.yml").write_text("tags:\n  - {id: a, title: A}\n  - {id: a, title: B}\n")
    (folder / "principles" / "co-design.md").write_text("no front matter\n")
    (folder / "unitvalues.yml").write_text("a: 1\n")
    (folder / "settings.yml").unlink()
    (folder / "settings.yml").symlink_to(folder / "kinds.yml")
    with pytest.raises(CivalueError) as caught:
        read_framework(root)
    told = str(caught.value).splitlines()[1:]
    places = {" ".join(line.split()[:2]) for line in told}
    assert places == {
        "framework/principles/co-design.md:1:1: CV010",
        "framework/settings.yml:1:1: CV001",
        "framework/tags.yml:1:1: CV036",
        "framework/unit-values/x.yml:4:5: CV020",
        "framework/unit-values/x.yml:4:12: CV025",
        "framework/unitvalues.yml:1:1: CV009",
    }


def test_a_volume_is_no_number_of_a_unit_value(root: Path) -> None:
    path = root / "framework" / "unit-values" / "x.yml"
    path.write_text(
        "title: X\nunit: u\nvalues:\n  - {from: 2020, value: many, basis: average,"
        " price_year: 2020, source: {title: T, checked: true}}\n"
    )
    with pytest.raises(CivalueError, match="expected a number, found “many”"):
        read_framework(root)


def test_a_missing_framework_is_told_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(CivalueError, match=r"framework/framework\.yml"):
        read_framework(tmp_path)


def test_every_threshold_that_the_program_asks_for_is_required() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "civalue_build").rglob("*.py"))
    assert set(re.findall(r'threshold\("([a-z-]+)"\)', code)) == set(THRESHOLDS)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "kinds.yml",
            "id: wider,",
            "id: wide,",
            "kinds.yml:1:1: CV095 the kind of benefit “wider”",
        ),
        ("claims.yml", "id: planned", "id: plan", "claims.yml:1:1: CV095 the claim “planned”"),
        ("sectors.yml", "id: provider", "id: p", "sectors.yml:1:1: CV095 the sector “provider”"),
        (
            "perspectives.yml",
            "id: nhs",
            "id: n",
            "perspectives.yml:1:1: CV095 the perspective “nhs”",
        ),
        ("thresholds.yml", "id: small-count", "id: s", "CV095 the threshold “small-count”"),
        ("framework.yml", "green-book-2026", "gb", "CV095 “default_discounting” names “gb”"),
        ("framework.yml", "gdp-deflator", "gdp", "CV095 “default_price_index” names “gdp”"),
        *(
            (
                "framework.yml",
                "title:",
                f"contact: {address}\ntitle:",
                f"framework.yml:1:1: CV095 “contact” is “{address}”, where nobody can be reached",
            )
            for address in ("improvement@example.org", "javascript:alert(1)", "mailto:nobody")
        ),
        ("unit-values/bed-day.yml", "unit: bed-day", "unit: bed", "units.yml has no unit “bed”"),
        (
            "reporting/questions.yml",
            "[costs.*.amount|quantity]",
            "[cost.*.amount|quantity]",
            (
                "reporting/questions.yml:1:1: CV095 the item “own-cost” names the key "
                "“cost.*.amount|quantity”; “cost” is unknown there; did you mean costs"
            ),
        ),
        (
            "reporting/questions.yml",
            "[costs.*.amount|quantity]",
            "[title.*.amount]",
            "“*” stands for the entries of a list or table, and this is none",
        ),
        (
            "reporting/questions.yml",
            "[costs.*.amount|quantity]",
            "[costs.*.amount|quantty]",
            "“quantty” is unknown there; did you mean quantity",
        ),
        (
            "reporting/questions.yml",
            "[costs.*.amount|quantity]",
            "[text.The end]",
            "the headings are The problem, What we changed, What happened, What we learned",
        ),
        ("reporting/questions.yml", "id: ethics", "id: own-cost", "two items have the id"),
        (
            "approaches/evo.yml",
            "guideline: questions",
            "guideline: question",
            "approaches/evo.yml:1:1: CV095 “guideline” names “question”; did you mean questions",
        ),
        (
            "approaches/evo.yml",
            "approaches.evo.sessions.*.decided",
            "approaches.eov.sessions.*.decided",
            "the item “decisions” names the key “approaches.eov.sessions.*.decided”",
        ),
        ("approaches/evo.yml", "id: decisions", "id: sessions", "two items have the id “sessions”"),
        ("approaches/evo.yml", "id: value", "id: outcome", "two categories have the id “outcome”"),
        (
            "approaches/evo.yml",
            "[{side: cost}]",
            "[{side: cost, kinds: [income]}]",
            "the category “cost” takes a cost by “kinds”, which it does not have",
        ),
        (
            "approaches/evo.yml",
            "[{steps: [cash, capacity]}]",
            "[{types: [direct]}]",
            "the category “value” takes a benefit by “types”, which it does not have",
        ),
        (
            "approaches/evo.yml",
            "[{side: cost}]",
            "[{side: cost}, {steps: [cash]}]",
            "the category “cost” takes costs and benefits; make it two",
        ),
        (
            "approaches/evo.yml",
            "[{side: cost}]}",
            "[{side: cost}], people: [staff]}",
            "the category “cost” takes costs, so it has no “people”",
        ),
        ("approaches/evo.yml", ", takes: [{side: cost}]", "", "“cost” takes nothing"),
        (
            "approaches/evo.yml",
            "  - {title: Unlocking the mystery, checked: false}",
            "  []",
            "“sources” is empty; say where it is described",
        ),
    ],
)
def test_what_a_framework_lacks_is_told(
    root: Path, file: str, old: str, new: str, told: str
) -> None:
    path = root / "framework" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(CivalueError, match=re.escape(told)):
        read_framework(root)


@pytest.mark.parametrize("file", ["principles/co-design.md", "lenses/social.md"])
def test_a_framework_without_a_principle_or_lens_is_told(root: Path, file: str) -> None:
    (root / "framework" / file).unlink()
    with pytest.raises(CivalueError, match=f"there is no {Path(file).name}"):
        read_framework(root)


def test_a_schedule_without_rates_and_grades_without_a_row_are_told(root: Path) -> None:
    source = "source: {title: T, checked: false}\n"
    folder = root / "framework"
    (folder / "discount-schedules" / "x.yml").write_text(f"title: X\n{source}money: []\n")
    (folder / "evidence-grades.yml").write_text(f"{source}grades: []\n")
    with pytest.raises(CivalueError) as caught:
        read_framework(root)
    assert [line.split(":")[0] for line in str(caught.value).splitlines()[1:]] == [
        "framework/discount-schedules/x.yml",
        "framework/evidence-grades.yml",
    ]


@pytest.mark.parametrize("bad", ["<script>x</script>", "[a](javascript:x)", "&#8238;"])
def test_a_page_of_the_framework_holds_no_html_and_no_unsafe_link(tmp_path: Path, bad: str) -> None:
    copy = tmp_path / "library"
    shutil.copytree(LIBRARY, copy)
    page = copy / "framework" / "pages" / "zz.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"---\ntitle: Z\n---\n\nText {bad}\n", encoding="utf-8")
    with pytest.raises(CivalueError, match=r"framework/pages/zz\.md:5:"):
        read_framework(copy)
