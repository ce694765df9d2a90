"""Workbooks as LibreOffice sees them: every formula worked out anew, in one run for all books."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
POISON = "-98765.4321"
"""What a formula shows that was not worked out anew."""
_CACHED = re.compile(rb"(<c [^>]*?)(?: t=\"str\")?(>)(<f>[^<]*</f>)<v>[^<]*</v>")
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Calculation">
<prop oor:name="UseThreadedCalculationForFormulaGroups" oor:op="fuse"><value>false</value></prop>
</item>
</oor:items>
"""
"""Settings of a profile that works out every formula of a file that it opens, one after another."""


def poisoned(book: bytes) -> bytes:
    """Return a book in which every formula shows a wrong number, until it is worked out."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = _CACHED.sub(rb"\1\2\3<v>" + POISON.encode() + rb"</v>", part)
            new.writestr(name, part)
    return into.getvalue()


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, Workbook]:
    """Return books by name as LibreOffice saves them once it has worked out every formula."""
    assert OFFICE, "LibreOffice is missing: make test installs it"
    profile, given, made = (folder / name for name in ("profile", "given", "made"))
    for each in (profile / "user", given, made):
        each.mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS)
    for name, book in books.items():
        (given / f"{name}.xlsx").write_bytes(poisoned(book))
    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx",
         "--outdir", made, *sorted(given.iterdir())],
        check=True,
        capture_output=True,
        timeout=600,
    )  # fmt: skip
    return {name: load_workbook(made / f"{name}.xlsx", data_only=True) for name in books}


def as_written(book: bytes) -> Workbook:
    """Return a book with the numbers that it was written with."""
    return load_workbook(io.BytesIO(book), data_only=True)


def formulas(book: bytes) -> Workbook:
    """Return a book with its formulas."""
    return load_workbook(io.BytesIO(book))
