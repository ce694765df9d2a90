"""Whole processes: how long one takes, and how much memory it and its children hold at once."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

INTERVAL = 0.1
"""Seconds between two looks at the memory."""
LAST_WORDS = 2000
"""Letters that are shown of what a command said before it failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One run: seconds from start to end, and bytes at the peak where they were watched."""

    seconds: float
    peak: int | None = None


def run(command: Sequence[str], environment: Mapping[str, str], *, watch: bool) -> Sample:
    """Run a command to its end; `watch` looks at its memory, which costs a little time.

    Raises RuntimeError with the last words of the command if it fails.
    """
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        watcher = _Watcher(process.pid) if watch else None
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}\n{_end_of(said)}")
    if watcher is None:
        return Sample(seconds=seconds)
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Sample(seconds=seconds, peak=max(watcher.stop(), largest))


def _end_of(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read().decode(errors="replace")[-LAST_WORDS:]


class _Watcher:
    """A thread that looks at a process and all below it until it is stopped."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        """Return the largest number of bytes that was seen."""
        self._done.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._done.wait(INTERVAL):
            self._peak = max(self._peak, sum(map(_bytes, _family(self._pid))))


def _family(pid: int) -> list[int]:
    """Return a process and all that it started, as far as the system tells (Linux)."""
    family = [pid]
    for member in family:
        for listed in Path(f"/proc/{member}/task").glob("*/children"):
            family += map(int, _read(listed).split())
    return family


def _bytes(pid: int) -> int:
    """Return what a process holds; what several share counts once, a part for each."""
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it ended meanwhile
        return ""
