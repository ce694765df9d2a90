"""What a page is, in the words of schema.org as JSON-LD, for search engines and catalogues.

Addresses are whole, which is what those who read them ask for. A site that has none says none.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from civalue_build.model.case import Case
from civalue_build.model.enums import Record
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Source
from civalue_build.model.framework import Framework, Licence
from civalue_build.present.addresses import DATA, address_on, beside, case_address
from civalue_build.present.prose import safe_url

KINDS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
"""From a file's ending to the name of its format."""

Told = dict[str, Any]


def case_data(case: Case, framework: Framework, data: Iterable[str], site: str = "") -> str:
    """Return what the page of a case is: a report, with its files of `data` by name.

    `site` is the address of the site, if it has one. Who did the work wrote it, too, or is what
    it is about where somebody read published sources.
    """
    path = case_address(case.slug)
    maker = {"@type": "Organization", "name": case.organisation.name}
    invented = " (invented teaching case)" if case.illustrative else ""
    report: Told = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": f"{case.title}{invented}",
        "description": case.summary,
        "url": address_on(site, path),
        "inLanguage": "en-GB",
        "genre": "invented teaching case" if case.illustrative else "",
        "temporalCoverage": _period(case),
        "datePublished": _day(case.published),
        "dateModified": _day(case.last_change.date if case.last_change else case.reviewed),
        "creator" if case.record is Record.TEAM else "about": maker,
        "license": licence_of(framework.licence),
        "isBasedOn": [_source(source) for source in case.sources],
        "isPartOf": catalogue(framework, address_on(site, DATA)),
    }
    files = [download(name, address_on(site, beside(path, name))) for name in data]
    report["hasPart"] = _dataset(report, files)
    return text(report)


def _day(date: PartialDate | None) -> str:
    """Return a date as schema.org has it, which knows no weeks."""
    return "" if date is None or date.is_week else str(date)


def catalogue(framework: Framework, address: str) -> Told:
    """Return the library as a catalogue of data."""
    return {"@type": "DataCatalog", "name": framework.title, "url": address}


def licence_of(licence: Licence | None) -> str:
    """Return the address of a licence, empty where none is stated."""
    return licence.url if licence else ""


def download(name: str, address: str, size: int | None = None) -> Told:
    """Return a file of data that can be downloaded from an address, if it is known."""
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": KINDS[_ending(name)],
        "contentUrl": address,
        "contentSize": f"{size} B" if size else "",
    }


def text(told: Mapping[str, Any]) -> str:
    """Return JSON without what is empty: not stated is not said."""
    return json.dumps(_stated(told), ensure_ascii=False, separators=(",", ":"))


def _stated(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _stated(item) for key, item in value.items() if item not in ("", None, [])}
    return [_stated(item) for item in value] if isinstance(value, list) else value


def _dataset(report: Told, files: list[Told]) -> Told | str:
    if not files:
        return ""
    same = ("description", "temporalCoverage", "dateModified", "creator", "about", "license")
    return {
        "@type": "Dataset",
        "name": f"Figures of: {report['name']}",
        **{key: report.get(key) for key in same},
        "distribution": files,
    }


def _source(source: Source) -> Told:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "url": safe_url(source.url),
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else "",
        "datePublished": source.year or "",
    }


def _period(case: Case) -> str:
    """Return when the work was done as an interval; one that has no end yet stays open."""
    ends = (case.period.start, case.period.end)
    first, last = ("" if day is None or day.is_week else str(day) for day in ends)
    return f"{first}/{last or '..'}" if first else ""


def _ending(path: str) -> str:
    return path.rpartition(".")[2]
