"""The command line: the only printer, and the only place where an exit code is chosen."""

import os
import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper

from civalue_build.cli.exits import BUG, CLEAN, USAGE
from civalue_build.cli.options import parser
from civalue_build.errors import CivalueError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    options = parser().parse_args(arguments)
    try:
        done: int = options.run(options)
    except CivalueError as fault:
        print(f"civalue: {fault}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 for the exit
        return CLEAN
    except KeyboardInterrupt:
        print("\ncivalue: stopped; nothing was changed", file=sys.stderr)
        return USAGE
    except Exception:  # noqa: BLE001 the one boundary: a bug keeps its traceback
        traceback.print_exc()
        print("civalue: this is a fault in civalue, not in your case", file=sys.stderr)
        return BUG
    return done


def _speak_utf8() -> None:
    """Write UTF-8 wherever output goes: a redirect on Windows would choose an older encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
