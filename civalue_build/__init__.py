"""civalue: a value framework for continuous improvement in health and care, as docs-as-code."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from civalue_build.api import Library

__version__ = "0.1.0"


def load_library(path: "str | Path" = ".", discounting: str | None = None) -> "Library":
    """Read, value and judge every case of the library at a folder, or at one above it.

    `discounting` is a schedule of the framework in place of each case's own. Raises CivalueError
    where there is no library, or no such schedule.
    """
    from civalue_build.api import load_library as load  # noqa: PLC0415 check does not need it

    return load(path, discounting)
