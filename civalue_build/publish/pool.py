"""The same work on many items, in as many processes as there are cores, in bounded memory."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from civalue_build.errors import CivalueError
from civalue_build.model.record import record

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 12
"""So many items are done sooner than other processes are started."""
FEW_ANEW = 300
"""The same where other processes start from nothing, and have to be told everything."""
CHUNK = 8
"""Items that go to a process at once, at most."""
AHEAD = 4
"""Chunks that are under way for each process, so that none waits while this one does other work."""
_THREADED = "typst"
"""A library that has threads of its own once it was used, which Python does not count."""
_YIELDS = 5
"""How much these processes give way to the one that waits for them, and to what it waits for."""
_MOST_ON_WINDOWS = 61
"""A process can wait there for so many others, and no more."""


def cores() -> int:
    """Return how many processes can run at the same time."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[Item], Result], items: Sequence[Item], *, jobs: int) -> Iterator[Result]:
    """Give `work(item)` for every item, in order, worked out in `jobs` processes.

    See `Crew`, which does several works of a kind on the same items.
    """
    with crew(work, len(items), jobs=jobs) as hands:
        yield from hands.each(work, items)


class Crew(Protocol):
    """Processes, or this one alone, that do work on many items.

    Only a few chunks are under way at a time, so that memory does not grow with the number of
    items.
    """

    @property
    def apart(self) -> bool:
        """Whether work goes on in other processes while this one does something else."""

    def each(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Begin to do the same work on all items; give the results in order.

        `work` must be able to be pickled. Raises CivalueError where the system ended a process.
        """


@contextmanager
def crew(first: Callable[[Item], Any], count: int, *, jobs: int) -> Iterator[Crew]:
    """Have `jobs` processes for work on about `count` items; they end with the block.

    `first`, the work to begin with, goes to each process once: it may carry what all items share.
    """
    if jobs <= 1 or count <= (FEW if _copied() else FEW_ANEW):
        yield _Alone()
        return
    # Slow to load, and a few cases do without.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    how = multiprocessing.get_context("fork" if _copied() else "spawn")
    jobs = min(jobs, _MOST_ON_WINDOWS) if sys.platform == "win32" else jobs
    pool = ProcessPoolExecutor(jobs, how, initializer=_begin, initargs=(first,))
    try:
        yield _Processes(pool=pool, jobs=jobs, first=first)
    finally:
        pool.shutdown(cancel_futures=True)


class _Alone:
    apart = False

    def each(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        return map(work, items)


@record
class _Processes:
    pool: "ProcessPoolExecutor"
    jobs: int
    first: Callable[[Any], Any]
    apart: bool = True

    def each(self, work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        size = min(CHUNK, ceil(len(items) / (4 * self.jobs))) or 1
        chunks = (items[start : start + size] for start in range(0, len(items), size))
        told = None if work is self.first else work
        with _deaf():
            under_way = [self._begun(told, chunk) for chunk in islice(chunks, AHEAD * self.jobs)]
        return self._results(told, under_way, chunks)

    def _begun(
        self, work: Callable[[Item], Result] | None, chunk: Sequence[Item]
    ) -> "Future[list[Result]]":
        return self.pool.submit(_done, work, chunk)

    def _results(
        self,
        work: Callable[[Item], Result] | None,
        under_way: "list[Future[list[Result]]]",
        chunks: Iterator[Sequence[Item]],
    ) -> Iterator[Result]:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 see `crew`

        try:
            while under_way:
                yield from under_way.pop(0).result()
                with _deaf():
                    under_way.extend(self._begun(work, chunk) for chunk in islice(chunks, 1))
        except BrokenProcessPool:
            raise CivalueError(
                "the system ended a process that worked on cases, perhaps for lack of memory: "
                "try again with --jobs 1"
            ) from None


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold back a stop to the end of the block, in which processes are started.

    The executor would not know of one that was just started, and wait for another for ever. A
    process that is started meanwhile never hears a stop from the keyboard.
    """
    heard: list[int] = []
    kept = {number: signal.getsignal(number) for number in _stops()}
    try:
        for number in kept:
            signal.signal(number, lambda number, _: heard.append(number))
        with _unheard():
            yield
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
        for number in heard[:1]:
            signal.raise_signal(number)


def _stops() -> Iterator[int]:
    """Give the signals to which a person or a system has us stop; only one thread hears them."""
    if threading.current_thread() is threading.main_thread():
        for number in (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP")):
            if number is not None and callable(signal.getsignal(number)):
                yield number


@contextmanager
def _unheard() -> Iterator[None]:
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
"""What this process does with each item, where it is told nothing else."""


def _begin(work: Callable[[Any], Any]) -> None:
    """Prepare a process; a stop from the keyboard is for the process that started it."""
    global _work  # noqa: PLW0603 a process has one task for all its life
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        os.nice(_YIELDS)
    threading.Thread(target=_end_with_starter, daemon=True).start()


def _end_with_starter() -> None:
    """End this process once the one that started it was killed: it would wait for work for ever.

    Its number says nothing of that on Windows, where it stays what it was.
    """
    from multiprocessing import parent_process  # noqa: PLC0415 see `crew`

    if starter := parent_process():
        starter.join()
    os._exit(1)


def _done(work: Callable[[Any], Any] | None, chunk: Sequence[Any]) -> list[Any]:
    """Do a work on a few items: the one that this process began with, where none is named."""
    does = work or _work
    if does is None:
        raise RuntimeError("the process was not prepared")
    return [does(item) for item in chunk]
