"""How a command ends that does not come to its end: what is said, and the exit code."""

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from civalue_build.cli.exits import BUG, SIGNAL, USAGE
from civalue_build.errors import CivalueError

_ENDING = ("SIGTERM", "SIGHUP")
"""Signals by which a system ends a program, beside the one of the keyboard."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_SIGPIPE = 13
"""By which a system ends a program that nobody listens to any more; not every system has it."""


class Stopped(KeyboardInterrupt):
    """The system ends the program, which clears up after itself as at a stop from the keyboard."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Let the system's wish to end the program be heard in the block, unless it is ignored."""
    kept = {}
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            with suppress(ValueError):  # only the main thread hears signals
                kept[number] = signal.signal(number, _stop)
    try:
        yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    raise Stopped(number)


def ended_by(error: BaseException) -> int:
    """Say why a command ended, and return its exit code; a bug keeps its traceback."""
    match _cause(error):
        case Stopped(number=number):
            _say("\ncivalue: stopped\n")
            return SIGNAL + number
        case KeyboardInterrupt():
            _say("\ncivalue: stopped\n")
            return SIGNAL + signal.SIGINT
        case OSError() as fault if _nobody_listens(fault):
            _say("")
            return SIGNAL + _SIGPIPE
        case CivalueError() as fault:
            _say(f"civalue: {_harmless(str(fault))}\n")
            return USAGE
        case OSError(errno=number) as fault if number in _FULL:
            _say(f"civalue: cannot write {fault.filename or 'what is found'}: {fault.strerror}\n")
            return USAGE
    _say(f"{_traceback(error)}civalue: this is a fault in civalue, not in your case\n")
    return BUG


def _nobody_listens(error: OSError) -> bool:
    """Whether what was to be read by another program has no reader any more.

    Windows calls a write to such a pipe an invalid argument, of no file.
    """
    if sys.platform == "win32" and error.errno == errno.EINVAL:
        return error.filename is None
    return isinstance(error, BrokenPipeError)


def _cause(error: BaseException) -> BaseException:
    """Return what went wrong inside a group of tasks, where it was one thing."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        (error,) = error.exceptions
    return error


def _harmless(text: str) -> str:
    """Return lines of which none can pass for a command of a runner: names of files are in them."""
    from civalue_build.report.findings import printable  # noqa: PLC0415 seldom needed

    return "\n".join(map(printable, text.split("\n")))


def _traceback(error: BaseException) -> str:
    from traceback import format_exception  # noqa: PLC0415 seldom needed

    return "".join(format_exception(error))


def _say(text: str) -> None:
    """Print last words; an output that takes none is left alone, at the exit too."""
    for stream, words in ((sys.stdout, ""), (sys.stderr, text)):
        try:
            stream.write(words)
            stream.flush()
        except OSError:
            with suppress(OSError):  # such as a stream that is no file of the system
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
