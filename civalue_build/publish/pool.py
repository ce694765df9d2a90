"""The same work on many items, in as many processes as there are cores, in bounded memory."""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from math import ceil
from typing import Any, TypeVar

from civalue_build.errors import CivalueError

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 12
"""So many items are done sooner than other processes are started."""
FEW_ANEW = 300
"""The same where other processes start from nothing, and have to be told everything."""
CHUNK = 8
"""Items that go to a process at once, at most."""
_THREADED = "typst"
"""A library that has threads of its own once it was used, which Python does not count."""
_LOOK = 0.2
"""Seconds until a process looks again whether the one that started it is still there."""


def cores() -> int:
    """Return how many processes can run at the same time."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[Item], Result], items: Sequence[Item], *, jobs: int) -> Iterator[Result]:
    """Give `work(item)` for every item, in order, worked out in `jobs` processes.

    `work` goes to each process once, so it may carry what all items share; it must be able to be
    pickled. Only a few chunks are under way at a time, so that memory does not grow with the
    number of items. Raises CivalueError where the system ended a process.
    """
    if jobs <= 1 or len(items) <= (FEW if _copied() else FEW_ANEW):
        return map(work, items)
    return _spread(work, items, jobs)


def _spread(work: Callable[[Item], Result], items: Sequence[Item], jobs: int) -> Iterator[Result]:
    # Slow to load, and a few cases do without.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    how = multiprocessing.get_context("fork" if _copied() else "spawn")
    size = min(CHUNK, ceil(len(items) / (4 * jobs)))
    chunks = (items[start : start + size] for start in range(0, len(items), size))
    pool = ProcessPoolExecutor(jobs, how, initializer=_begin, initargs=(work, os.getpid()))
    try:
        with _deaf():
            under_way = [pool.submit(_done, chunk) for chunk in islice(chunks, 3 * jobs)]
        while under_way:
            yield from under_way.pop(0).result()
            under_way.extend(pool.submit(_done, chunk) for chunk in islice(chunks, 1))
    except BrokenProcessPool:
        raise CivalueError(
            "the system ended a process that worked on cases, perhaps for lack of memory: "
            "try again with --jobs 1"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold back a stop from the keyboard; a process that is started meanwhile never hears it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _copied() -> bool:
    """Whether processes are started as copies, which hold all that was read.

    A copy of a process with several threads may wait for ever for what another thread held.
    """
    has_threads = threading.active_count() > 1 or _THREADED in sys.modules
    return sys.platform == "linux" and not has_threads


_work: Callable[[Any], Any] | None = None
"""What this process does with each item."""


def _begin(work: Callable[[Any], Any], starter: int) -> None:
    """Prepare a process; a stop from the keyboard is for the process that started it."""
    global _work  # noqa: PLW0603 a process has one task for all its life
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(starter,), daemon=True).start()


def _end_with(starter: int) -> None:
    """End this process once the one that started it was killed: it would wait for work for ever."""
    while os.getppid() == starter:
        time.sleep(_LOOK)
    os._exit(1)


def _done(chunk: Sequence[Any]) -> list[Any]:
    if _work is None:
        raise RuntimeError("the process was not prepared")
    return [_work(item) for item in chunk]
