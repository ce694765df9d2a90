"""What is told of the library's tables once their files are made."""

from collections.abc import Mapping

from civalue_build.model.record import record
from civalue_build.present.library.data_columns import Field

FOLDER = "data"
PACKAGE, WORKBOOK = f"{FOLDER}/datapackage.json", f"{FOLDER}/library.xlsx"


@record
class Told:
    """What is told of a table without its rows: how many there are, and its files by ending.

    `in_workbook` says whether the workbook has it, too.
    """

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    rows: int
    sizes: Mapping[str, int]
    in_workbook: bool


@record
class Published:
    """What was published of a library's tables; `workbook` is the size of that file in bytes."""

    tables: tuple[Told, ...] = ()
    workbook: int = 0
