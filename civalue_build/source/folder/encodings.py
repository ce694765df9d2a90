"""Bytes of a table become text: what spreadsheets save is read, or told with what to choose."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from civalue_build.source.faults.files import FILE_TOO_LARGE, NOT_UTF_8, TABLE_NOT_READABLE
from civalue_build.source.log import Log, Mark
from civalue_build.source.text import TABLE_BYTES, read_text
from civalue_build.source.words import show

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_CHOOSE = "in Excel choose Save As, CSV UTF-8"


def read_table_text(data: bytes, log: Log) -> str | None:
    """Return the text of a table with line feeds only, none where it cannot be read.

    UTF-16 with its mark, as spreadsheets save “Unicode text”, is read; a workbook, or a letter
    in an older encoding, is a fault.
    """
    if len(data) > TABLE_BYTES:
        message = f"the file has {len(data):,} bytes; at most {TABLE_BYTES:,} are read"
        log.add(FILE_TOO_LARGE, message)
        return None
    if data.startswith(_WORKBOOKS):
        log.add(TABLE_NOT_READABLE, f"this is a workbook with the name of a table; {_CHOOSE}")
        return None
    try:
        data = _as_utf8(data)
        data.decode("utf-8")
        if b"\r" in data and b"\n" not in data:  # as older programs of a Mac end their lines
            data = data.replace(b"\r", b"\n")
    except UnicodeDecodeError as error:
        log.add(NOT_UTF_8, _older(data, error.start), _mark(data, error.start))
        return None
    return read_text(data, log, TABLE_BYTES * 2)  # of UTF-16, a sign can take more in UTF-8


def _as_utf8(data: bytes) -> bytes:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16").encode()
    return data


def _older(data: bytes, start: int) -> str:
    letter = data[start : start + 1].decode("cp1252", "replace")
    meant = "" if letter == "\ufffd" else f", probably {show(letter)},"
    return f"a letter here{meant} is saved in an older encoding; {_CHOOSE}"


def _mark(data: bytes, start: int) -> Mark:
    line = data[:start].rpartition(b"\n")[2]
    return data.count(b"\n", 0, start) + 1, line.count(b",") + 1
