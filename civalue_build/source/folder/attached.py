"""The files that a case names: series, a ledger, pictures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from civalue_build.model.case import Picture
from civalue_build.model.finding import Finding
from civalue_build.model.measures import LedgerEntry, SeriesPoint
from civalue_build.model.names import is_file_name
from civalue_build.model.record import record
from civalue_build.source.faults.files import (
    FILE_NOT_FOUND,
    FILE_NOT_USED,
    PICTURE_NOT_USABLE,
    SERIES_DOUBTFUL,
)
from civalue_build.source.faults.money import TOO_MANY_ENTRIES
from civalue_build.source.folder.doubts import doubts
from civalue_build.source.folder.pictures import ENDINGS, Allowance, read_picture
from civalue_build.source.folder.series import read_ledger, read_series
from civalue_build.source.log import Log, Mark
from civalue_build.source.prose import Prose, Shown
from civalue_build.source.sense.flaw import Values, number, records
from civalue_build.source.sense.limits import POINTS, inline_points
from civalue_build.source.shape.walk import Shape
from civalue_build.source.words import GUESSES, clean, nearest, show

_NAME = "use letters a to z, digits, hyphens, dots and underscores, at most 100"
_ENDINGS = tuple(ending for endings in ENDINGS.values() for ending in endings)


@dataclass(slots=True)
class Folder:
    """The files beside case.md, and which of them the case has named.

    `findings` are those of the files themselves; what the case says of them goes to `log`.
    """

    log: Log
    others: Mapping[str, bytes]
    named: set[str] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    missing: int = 0

    def take(self, name: str, mark: Mark) -> bytes | None:
        """Return the bytes of a file; none, with a fault at `mark`, where it is not there."""
        self.named.add(name)
        if name not in self.others:
            there = tuple(self.others) if self.missing < GUESSES else ()
            self.log.add(FILE_NOT_FOUND, _not_found(name, there), mark)
            self.missing += 1
        return self.others.get(name)

    def log_of(self, name: str) -> Log:
        """Return a log for a file of the folder, whose findings are kept here."""
        log = self.log.beside(name)
        log.findings = self.findings
        return log


@record
class Attached:
    """What the files say; series are by the id of their measure."""

    series: Mapping[str, tuple[SeriesPoint, ...]]
    entries: tuple[LedgerEntry, ...]
    pictures: tuple[Picture, ...]


def read_attached(shape: Shape, prose: Prose, folder: Folder) -> Attached:
    """Return what is in the files that a case names, by its canonical values and its prose."""
    values = shape.values if isinstance(shape.values, dict) else {}
    attached = Attached(
        series=_series(values, shape, folder),
        entries=_entries(values, shape, folder),
        pictures=tuple(_pictures(prose.pictures, folder)),
    )
    _note_doubts(values, shape)
    if isinstance(shape.values, dict) and prose.is_whole:
        _note_unused(values, folder)
    return attached


def _series(values: Values, shape: Shape, folder: Folder) -> Mapping[str, tuple[SeriesPoint, ...]]:
    series: dict[str, tuple[SeriesPoint, ...]] = {}
    left = POINTS - inline_points(values)
    for position, measure in _tables(values):
        name, key = str(measure["series"]), str(measure.get("id", ""))
        mark = shape.mark(("measures", position, "series"))
        data = folder.take(name, mark)
        points = _points(data, measure, folder.log_of(name)) if data is not None else ()
        left -= len(points)
        if left < 0:
            message = f"the tables up to this one have more than {POINTS:,} points together"
            folder.log.add(TOO_MANY_ENTRIES, message, mark)
            break
        if data is not None:
            series[key] = points
    return series


def _points(data: bytes, measure: Values, log: Log) -> tuple[SeriesPoint, ...]:
    return read_series(data, log, _words(measure, "unit"), _words(measure, "label"))


def _words(measure: Values, name: str) -> str:
    text = measure.get(name)
    return text if isinstance(text, str) else ""


def _tables(values: Values) -> Iterator[tuple[int, Values]]:
    """Yield each measure that has a table of its own, with its position."""
    seen: set[str] = set()
    for position, measure in records(values, "measures"):
        name = measure.get("series")
        if isinstance(name, str) and name not in seen:
            seen.add(name)
            yield position, measure


def _note_doubts(values: Values, shape: Shape) -> None:
    """Report what is doubtful in points that are written in the case itself."""
    for position, measure in records(values, "measures"):
        dated = [(at, p, p.get("date")) for at, p in records(measure, "points")]
        there = [(at, point, date) for at, point, date in dated if isinstance(date, dict)]
        seen = [(_date(date), number(point, "value")) for _, point, date in there]
        for at, name, message in doubts(seen, _words(measure, "unit"), _words(measure, "label")):
            path = ("measures", position, "points", there[at][0], name)
            shape.log.add(SERIES_DOUBTFUL, message, shape.mark(path))


def _date(parts: dict[str, int]) -> tuple[int, int | None, int | None]:
    return parts["year"], parts.get("month"), parts.get("day")


def _entries(values: Values, shape: Shape, folder: Folder) -> tuple[LedgerEntry, ...]:
    name = values.get("ledger")
    data = folder.take(name, shape.mark(("ledger",))) if isinstance(name, str) else None
    return read_ledger(data, folder.log_of(str(name))) if data is not None else ()


def _pictures(shown: tuple[Shown, ...], folder: Folder) -> Iterator[Picture]:
    allowance = Allowance()
    for name, mark in {picture.name: picture.mark for picture in reversed(shown)}.items():
        if not name.casefold().endswith(_ENDINGS):
            message = f"{show(name)} is no PNG, JPEG or WebP; save the picture as PNG"
            folder.log.add(PICTURE_NOT_USABLE, message, mark)
            continue
        if not is_file_name(name):
            folder.named.add(name)
            message = f"the picture's name {show(name)} cannot be an address; {_NAME}"
            folder.log.add(PICTURE_NOT_USABLE, message, mark)
            continue
        data = folder.take(name, mark)
        if data is not None:
            picture = read_picture(name, data, folder.log_of(name), allowance)
            yield from (picture,) if picture else ()


def _note_unused(values: Values, folder: Folder) -> None:
    free = set(_texts(values.get("approaches")))
    for name in sorted(folder.others.keys() - folder.named - free):
        log = folder.log_of(name)
        log.add(FILE_NOT_USED, "the case names this file nowhere, so it is not published")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _not_found(name: str, there: tuple[str, ...]) -> str:
    if "/" in name or "\\" in name or name in (".", ".."):
        return f"{show(name)} is outside the folder of the case; name a file that is in it"
    meant = nearest(name, there)
    hint = f"did you mean {clean(meant)}" if meant else "put it there, or remove the mention"
    return f"the folder has no file {show(name)}; {hint}"
