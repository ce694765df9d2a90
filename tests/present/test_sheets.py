import csv
import io

import pytest

from civalue_build.present.sheets import csv_bytes


def _read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_text_cell_starts_a_formula(start: str) -> None:
    rows = _read(csv_bytes(["label"], [[f"{start}1+1"]]))
    assert rows[1] == [f"'{start}1+1"]


def test_numbers_stay_numbers_and_keep_their_precision() -> None:
    rows = _read(csv_bytes(["a", "b", "c"], [[-4000.0, 0.1 + 0.2, None]]))
    assert rows[1] == ["-4000", "0.3", ""]
    assert float(_read(csv_bytes(["a"], [[1234567.891234]]))[1][0]) == 1234567.891234


def test_spreadsheets_are_told_that_the_file_is_utf_8() -> None:
    assert csv_bytes(["£"], []).startswith(b"\xef\xbb\xbf")
