"""The command line: the only printer, and the only place where an exit code is chosen.

Nothing of the program is imported before `main` runs, so that a stop in the first moments ends
like any other.
"""

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        from civalue_build.cli.ends import stoppable  # noqa: PLC0415 see above

        with stoppable():
            return _run(arguments)
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 the one boundary
        from civalue_build.cli.ends import ended_by  # noqa: PLC0415 see above

        return ended_by(error)


def _run(arguments: Sequence[str] | None) -> int:
    _speak_utf8()
    gc.disable()  # what is loaded now stays: `_open` of a command says when to begin
    from civalue_build.cli.options import parser  # noqa: PLC0415 see above

    try:
        options = parser().parse_args(arguments)
        done: int = options.run(options)
    finally:
        gc.enable()
        sys.stdout.flush()
    return done


def _speak_utf8() -> None:
    """Write UTF-8 wherever output goes: a redirect on Windows would choose an older encoding.

    Where an output was closed before we began, what is written to it goes nowhere.
    """
    sys.stdout, sys.stderr = (
        stream or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 until the end
        for stream in (sys.stdout, sys.stderr)
    )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
