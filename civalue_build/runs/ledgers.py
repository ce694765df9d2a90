"""A register of plan against actual goes into the ledgers of its cases: all of it, or nothing."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding
from civalue_build.model.names import is_file_name, same
from civalue_build.model.record import record
from civalue_build.model.register import Register, SchemeRow, Spot, Told, spelt
from civalue_build.pipeline import Assessed, Surroundings, assess
from civalue_build.publish.intake.words import slug_from
from civalue_build.publish.ledgers import with_key
from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import load_case
from civalue_build.source.library import case_slugs
from civalue_build.source.names import slug_of
from civalue_build.source.reading import RawCase
from civalue_build.source.register.lines import Lines
from civalue_build.source.register.merging import Change, Merged, merge, plain
from civalue_build.source.register.reading import read_register
from civalue_build.source.register.schemes import Schemes
from civalue_build.source.words import clean

LEDGER = "ledger.csv"
"""The name of a ledger where the case has none yet."""


@record
class Ledger:
    """A ledger to write: its file, and the text of the case where that has to name it."""

    slug: str
    name: str
    merged: Merged
    case_text: bytes | None = None

    @property
    def file(self) -> str:
        """The file of the ledger in the library."""
        return f"cases/{self.slug}/{self.name}"

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.merged.added or self.merged.changes)

    @property
    def files(self) -> Mapping[str, bytes]:
        """What is to be written, by path in the library."""
        text = {f"cases/{self.slug}/case.md": self.case_text} if self.case_text else {}
        return {self.file: self.merged.text.encode(), **text} if self.is_changed else {}


@record
class Draft:
    """What becomes of a register: where there are faults, nothing may be written."""

    ledgers: tuple[Ledger, ...]
    faults: tuple[Told, ...]
    notes: tuple[Told, ...]

    @property
    def changes(self) -> Iterator[tuple[Ledger, Change]]:
        """Every amount that a ledger has otherwise."""
        return ((one, change) for one in self.ledgers for change in one.merged.changes)


def draft_ledgers(root: Path, around: Surroundings, path: Path, named: str | None) -> Draft:
    """Read a register against the cases of a library; nothing is written.

    With `named`, every row belongs to this case. Raises CivalueError where the file is no register.
    """
    slug = slug_of(root, named) if named else None
    register = read_register(path, of_one_case=slug is not None)
    rows, lost = _rows(root, register, slug)
    faults, notes = [*register.faults, *lost], [*register.notes]
    ledgers: list[Ledger] = []
    for own, its in rows.items():
        made = _ledger(root, around, own, its)
        faults += made.faults
        notes += made.notes
        ledgers += made.ledgers
    if not (rows or faults):
        faults.append(Told(Spot(path.name, ""), "no row of it has an amount"))
    return Draft(ledgers=tuple(ledgers), faults=tuple(sorted(faults)), notes=tuple(sorted(notes)))


def _rows(
    root: Path, register: Register, slug: str | None
) -> tuple[Mapping[str, Sequence[SchemeRow]], tuple[Told, ...]]:
    slugs = case_slugs(root)
    schemes = Schemes(slugs, lambda: dict(_titles(root, slugs)), register, slug_from)
    if slug is None:
        return schemes.of_rows(register.rows)
    others = schemes.of_one(register.rows, slug)
    return {slug: register.rows} if register.rows and not others else {}, others


def _titles(root: Path, slugs: Sequence[str]) -> Iterator[tuple[str, str]]:
    for slug in slugs:
        if case := parse_case(load_case(root, slug)).case:
            yield slug, case.title


def _ledger(root: Path, around: Surroundings, slug: str, rows: Sequence[SchemeRow]) -> Draft:
    raw = load_case(root, slug)
    before = assess(raw, around)
    if before.case is None:
        message = f"the case {slug} cannot be read; see: civalue check {slug}"
        return Draft(ledgers=(), faults=(Told(rows[0].spot, message),), notes=())
    if why := _in_the_way(root, raw, before.case, before):
        return Draft(ledgers=(), faults=(Told(rows[0].spot, why),), notes=())
    lines = Lines(before.case)
    entered = tuple(lines.entered(rows))
    made = Ledger(
        slug=slug,
        name=before.case.ledger or LEDGER,
        merged=merge(before.case.entries, entered),
        case_text=None if before.case.ledger else with_key(raw.text or b"", "ledger", LEDGER),
    )
    if lines.faults or not made.is_changed:
        ledgers = () if lines.faults else (made,)
        return Draft(ledgers=ledgers, faults=tuple(lines.faults), notes=tuple(lines.notes))
    faults, notes = _new_findings(raw, before, made, around, rows)
    return Draft(ledgers=(made,), faults=faults, notes=(*lines.notes, *notes))


def _in_the_way(root: Path, raw: RawCase, case: Case, before: Assessed) -> str:
    """Say why the ledger of a case cannot be written without losing something."""
    name = case.ledger or LEDGER
    file = f"cases/{case.slug}/{name}"
    if name not in raw.others:
        return _not_free(root / file, raw, file)
    if case.ledger is None:
        return f"{file} is there, and case.md does not name it: add “ledger: {name}” to its keys"
    found = before.judgement.findings
    broken = [one for one in found if one.place.file == file and one.level is Level.ERROR]
    return f"{broken[0].place}: {broken[0].message}; put the ledger right first" if broken else ""


def _not_free(path: Path, raw: RawCase, file: str) -> str:
    """Say why a file that is not among those of a case cannot be made."""
    name = file.removeprefix(f"cases/{raw.slug}/")
    if not is_file_name(name) or not name.endswith(".csv"):
        return f"{clean(name)} cannot be the name of a ledger; let {raw.file} name {LEDGER}"
    if any(same(path.name) == same(other) for other in raw.others) or os.path.lexists(path):
        return f"{file} is there, and cannot be read as a table: see civalue check {raw.slug}"
    return ""


def _new_findings(
    raw: RawCase, before: Assessed, made: Ledger, around: Surroundings, rows: Sequence[SchemeRow]
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Return the errors that the new ledger would have, and what else comes of it.

    What is said of the case today is left out. An error elsewhere, such as a printed figure that
    does not come out any more, keeps nothing back: it can be put right only with the ledger there.
    """
    others = {**raw.others, made.name: made.merged.text.encode()}
    after = assess(replace(raw, text=made.case_text or raw.text, others=others), around)
    known = {_bare(one) for one in before.judgement.findings}
    faults: list[Told] = []
    notes: list[Told] = []
    for one in after.judgement.findings:
        told = f"{one.code} {one.message}"
        if _bare(one) in known:
            continue
        if one.place.file == made.file:
            spot = made.merged.spots.get(one.place.line, rows[0].spot)
            is_error = one.level is Level.ERROR
            (faults if is_error else notes).append(Told(spot, f"{made.slug}: {told}"))
        elif one.level is Level.ERROR:
            message = f"{told}; that comes of the new amounts, and is for the case to put right"
            notes.append(Told(Spot(str(one.place), ""), message))
    if after.case is None or after.case.ledger != made.name:
        message = f"add “ledger: {made.name}” to the keys of cases/{made.slug}/case.md first"
        faults.append(Told(rows[0].spot, message))
    return tuple(faults), tuple(notes)


def _bare(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def told_change(ledger: Ledger, change: Change) -> str:
    """Say what an amount of a ledger is and what it becomes."""
    where = f"{ledger.file}: {spelt(change.month)}, {change.line}, {change.which}"
    return f"{where}: {plain(change.old)} → {plain(change.new)} ({change.spot})"
