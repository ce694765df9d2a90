"""A process is timed to its end, with the memory of what it started."""

import os
import sys
from pathlib import Path

import pytest

from benchmarks.process import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="benchmarks need Unix")

CHILD = "held = bytearray(120_000_000); import time; time.sleep(1)"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {CHILD!r}])"


def test_the_memory_of_a_child_is_seen() -> None:
    sample = run([sys.executable, "-c", PARENT], os.environ, watch=True)
    assert sample.peak is not None
    assert sample.peak > 120_000_000
    assert sample.seconds > 0.5


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell")
def test_children_at_the_same_time_are_added_up() -> None:
    two = f"""
import subprocess, sys
running = [subprocess.Popen([sys.executable, '-c', {CHILD!r}]) for _ in range(2)]
[child.wait() for child in running]
"""
    sample = run([sys.executable, "-c", two], os.environ, watch=True)
    assert sample.peak is not None
    assert sample.peak > 200_000_000  # one alone has 130


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="it broke"):
        run([sys.executable, "-c", "raise SystemExit('it broke')"], os.environ, watch=False)
