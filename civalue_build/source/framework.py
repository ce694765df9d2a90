"""The framework: every file below framework/, read as strictly as a case."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from civalue_build.model.estimate import PriceYear
from civalue_build.model.framework import (
    Acronym,
    Definition,
    Framework,
    GlossaryEntry,
    LensText,
    Licence,
    Literature,
    PlainWord,
    Principle,
    ProsePage,
    Term,
    Threshold,
)
from civalue_build.model.names import is_hidden
from civalue_build.model.record import record
from civalue_build.model.reference import (
    DiscountSchedule,
    EvidenceGrades,
    PriceIndex,
    Unit,
    UnitValue,
)
from civalue_build.model.reporting import Guideline
from civalue_build.source.approaches import read_approaches
from civalue_build.source.faults.files import FILE_NOT_USED, FRAMEWORK_INCOMPLETE
from civalue_build.source.folder.opening import printable
from civalue_build.source.framework_files import Reader
from civalue_build.source.framework_whole import missing_from
from civalue_build.source.library import refuse_broken
from civalue_build.source.log import Log
from civalue_build.source.worked import asked_by

FOLDER = "framework"
_TERMS = ("kinds", "claims", "sectors", "perspectives", "settings", "priorities", "tags")
_TABLES: tuple[tuple[str, type, str], ...] = (
    *((name, Term, "id") for name in _TERMS),
    ("units", Unit, "id"),
    ("thresholds", Threshold, "id"),
    ("acronyms", Acronym, "short"),
)
Folders = tuple[tuple[str, str, type], ...]
"""Fields of the framework, each with its folder and what one file of it holds."""
_FOLDERS: Folders = (
    ("unit_values", "unit-values", UnitValue),
    ("price_indices", "price-indices", PriceIndex),
    ("schedules", "discount-schedules", DiscountSchedule),
)
_SHOWN: Folders = (("guidelines", "reporting", Guideline),)
_TEXTS: tuple[tuple[str, type], ...] = (
    ("definitions", Definition),
    ("lenses", LensText),
    ("principles", Principle),
)


@record
class _Edition:
    """The keys of framework.yml."""

    edition: str
    title: str
    purpose: str
    library_price_year: PriceYear
    default_discounting: str
    default_price_index: str
    licence: Licence | None = None
    contact: str | None = None


def read_framework(root: Path, *, whole: bool = True) -> Framework:
    """Return the framework of the library at `root`.

    Its own pages and the guidelines of reporting, which no case is judged by, may be left out:
    the rest is read in two thirds of the time.

    Raises CivalueError with every located fault of every file, where there is any, or with
    everything that is missing.
    """
    log = Log(FOLDER)
    reader = Reader(root / FOLDER, log)
    edition = reader.record("framework.yml", _Edition)
    grades = reader.record("evidence-grades.yml", EvidenceGrades)
    parts = {**_tables(reader), **_keyed(reader, _FOLDERS), **_texts(reader), **_lists(reader)}
    parts["pages"] = tuple(_pages(reader)) if whole else ()
    parts["approaches"] = read_approaches(reader)
    if whole:
        parts |= _keyed(reader, _SHOWN)
        _note_unknown(reader)
    refuse_broken(log, "the framework")
    assert grades is not None  # noqa: S101 a missing table is a fault, raised above
    own = {field.name: getattr(edition, field.name) for field in fields(_Edition)}
    framework = Framework(**own, grades=grades, asked=asked_by(parts["pages"]), **parts)
    for file, message in (*missing_from(framework), *(_wrong(framework) if whole else ())):
        Log(f"{FOLDER}/{file}", findings=log.findings).add(FRAMEWORK_INCOMPLETE, message)
    refuse_broken(log, "the framework")
    return framework


def _wrong(framework: Framework) -> Iterator[tuple[str, str]]:
    from civalue_build.source.approaches_whole import wrong_with  # noqa: PLC0415 only in full

    return wrong_with(framework.approaches, framework.guidelines)


def _tables(reader: Reader) -> dict[str, Any]:
    """Return the vocabularies: one file each, a list of items that is keyed by one field."""
    return {
        name: {getattr(x, by): x for x in reader.items(f"{name}.yml", name, item, by)}
        for name, item, by in _TABLES
    }


def _keyed(reader: Reader, folders: Folders) -> dict[str, Any]:
    """Return what has a folder with one file each, by the name of the file."""
    return {name: dict(_records(reader, folder, cls)) for name, folder, cls in folders}


def _records(reader: Reader, folder: str, cls: type) -> Iterator[tuple[str, Any]]:
    for name in reader.names(folder, ".yml"):
        if (record := reader.record(name, cls)) is not None:
            yield Path(name).stem, record


def _texts(reader: Reader) -> dict[str, Any]:
    """Return what is written as text with front matter, by number where there is one."""
    found: dict[str, Any] = {}
    for folder, cls in _TEXTS:
        pages = [
            reader.page(name, cls, {"id": Path(name).stem}) for name in reader.names(folder, ".md")
        ]
        known = [page for page in pages if page is not None]
        found[folder] = tuple(sorted(known, key=lambda page: getattr(page, "number", 0)))
    return found


def _pages(reader: Reader) -> Iterator[ProsePage]:
    top = reader.root / "pages"
    folders = sorted(path for path in (top, *top.rglob("*")) if path.is_dir())
    for folder in folders:
        for name in reader.names(folder.relative_to(reader.root).as_posix(), ".md"):
            path = name.removeprefix("pages/").removesuffix(".md")
            if (page := reader.page(name, ProsePage, {"path": path})) is not None:
                yield page


def _lists(reader: Reader) -> dict[str, Any]:
    """Return the lists that nothing refers to by id, and the literature."""
    literature = "wemmerlov.yml"
    there = (reader.root / literature).exists()
    return {
        "glossary": reader.items("glossary.yml", "terms", GlossaryEntry, "term"),
        "plain_words": reader.items("plain-language.yml", "words", PlainWord, "avoid"),
        "literature": reader.record(literature, Literature) if there else None,
    }


def _note_unknown(reader: Reader) -> None:
    """Report files that nothing reads: a misspelt name would silently change results."""
    for path in sorted(reader.root.rglob("*")):
        name = path.relative_to(reader.root).as_posix()
        if is_hidden(path.name) or path.suffix not in (".yml", ".yaml", ".md"):
            continue
        if path.is_file() and name not in reader.seen:
            log = Log(f"{FOLDER}/{printable(name)}", findings=reader.log.findings)
            log.add(FILE_NOT_USED, "the framework has no place for this file; mend its name")
