"""What a case says of itself in JSON-LD holds for the case, and says nothing that it does not."""

import json
from dataclasses import replace
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.enums import Record
from civalue_build.model.framework import Framework, Licence
from civalue_build.present.case.base import Material
from civalue_build.present.jsonld import case_data
from civalue_build.publish.slots import Holds, Slot
from tests.publish.small_site import CASE

LICENCE = Licence(name="OGL", title="Open", url="https://example.org/licence")


SITE = "https://example.org/value/"


def told(case: Case, framework: Framework, *files: str, site: str = SITE) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(case_data(case, framework, files, site))
    return found


def addresses(found: Any) -> list[str]:
    """Every address that is told, however deep."""
    if isinstance(found, dict):
        own = [value for key, value in found.items() if key in {"url", "contentUrl"}]
        return own + [address for value in found.values() for address in addresses(value)]
    return [a for value in found for a in addresses(value)] if isinstance(found, list) else []


def test_a_case_is_a_report_with_its_data(known: Material) -> None:
    framework = replace(known.framework, licence=LICENCE)
    found = told(known.case, framework, "x.xlsx", "lines.csv")
    assert found["@type"] == "Report"
    assert found["name"].startswith(known.case.title)
    assert found["license"] == LICENCE.url
    assert found["hasPart"]["license"] == LICENCE.url
    folder = f"{SITE}cases/{known.case.slug}/"
    assert found["url"] == f"{folder}index.html"
    assert found["isPartOf"]["url"] == f"{SITE}data/index.html"
    files = [file["contentUrl"] for file in found["hasPart"]["distribution"]]
    assert files == [f"{folder}x.xlsx", f"{folder}lines.csv"]
    assert [source["name"] for source in found["isBasedOn"]] == [
        source.title for source in known.case.sources
    ]


def test_a_case_without_files_or_licence_says_neither(known: Material) -> None:
    found = told(known.case, replace(known.framework, licence=None))
    assert "hasPart" not in found
    assert "license" not in found
    assert "" not in json.dumps(found).split('"')[3::4]


def test_every_address_is_whole_and_a_site_without_one_tells_none_of_its_own(
    known: Material,
) -> None:
    """One that is relative means something else to whoever keeps the words without the page."""
    sources = [source.url for source in known.case.sources if source.url]
    here = addresses(told(known.case, known.framework, "lines.csv"))
    assert len(here) == len(sources) + 3
    assert all(address.startswith("https://") for address in here)
    nowhere = told(known.case, known.framework, "lines.csv", site="")
    assert addresses(nowhere) == sources
    assert [file["name"] for file in nowhere["hasPart"]["distribution"]] == ["lines.csv"]


def test_who_did_the_work_wrote_it_only_where_the_case_says_so(known: Material) -> None:
    own = replace(known.case, record=Record.TEAM)
    read = replace(known.case, record=Record.FROM_PUBLISHED_SOURCES)
    assert "creator" in told(own, known.framework)
    found = told(read, known.framework)
    assert found["about"]["name"] == known.case.organisation.name
    assert "creator" not in found


def test_an_invented_case_says_so(known: Material) -> None:
    case = replace(known.case, illustrative=True)
    found = told(case, known.framework, "lines.csv")
    assert "(invented teaching case)" in found["name"]
    assert "(invented teaching case)" in found["hasPart"]["name"]


def test_no_text_ends_the_block_in_the_page(known: Material) -> None:
    case = replace(known.case, title="</script><script>alert(1)</script>")
    page = replace(CASE, data=case_data(case, known.framework, ()))
    html = Slot(holds=Holds.DESCRIPTION).fill(page)
    assert html.count("</script>") == 1
    block = html.partition('application/ld+json">')[2].removesuffix("</script>")
    assert json.loads(block)["name"].startswith(case.title)
