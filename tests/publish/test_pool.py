"""Work in several processes: the same results in the same order, and nothing left running."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from civalue_build.cli.ends import stoppable
from civalue_build.errors import CivalueError
from civalue_build.publish import pool
from civalue_build.publish.pool import AHEAD, CHUNK, FEW, crew, spread


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def process_beside(met: Path, _: int) -> int:
    """Return which process this is, once another has come too: the machine may be busy."""
    (met / str(os.getpid())).touch()
    for _ in range(600):
        if len(list(met.iterdir())) > 1:
            return os.getpid()
        time.sleep(0.05)
    raise TimeoutError


def die_at_40(number: int) -> int:
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def fail_at_40(number: int) -> int:
    if number == 40:
        raise ZeroDivisionError
    return number


class Counted(Sequence[int]):
    """Numbers that know how many of them were asked for."""

    def __init__(self, numbers: range) -> None:
        self.numbers, self.asked = numbers, 0

    def __len__(self) -> int:
        return len(self.numbers)

    def __getitem__(self, key: Any) -> Any:
        self.asked = max(self.asked, key.stop)
        return self.numbers[key]


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, 500])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(count: int, jobs: int) -> None:
    assert list(spread(square, range(count), jobs=jobs)) == [n * n for n in range(count)]


def test_many_items_are_worked_on_in_other_processes_and_few_are_not(tmp_path: Path) -> None:
    assert set(spread(process, range(FEW), jobs=2)) == {os.getpid()}
    others = set(spread(partial(process_beside, tmp_path), range(500), jobs=2))
    assert os.getpid() not in others
    assert len(others) == 2


def test_only_a_few_chunks_are_ahead_of_who_takes_the_results() -> None:
    items = Counted(range(100_000))
    results: Iterator[int] = spread(square, items, jobs=2)
    for _ in range(10):
        next(results)
    assert items.asked <= (2 * AHEAD + 2) * CHUNK
    results.close()  # type: ignore[attr-defined]


def test_a_crew_does_one_work_after_another_in_the_same_processes(tmp_path: Path) -> None:
    items, met = range(500), partial(process_beside, tmp_path)
    with crew(met, len(items), jobs=2) as hands:
        first = set(hands.each(met, items))
        assert len(first) == 2
        assert list(hands.each(square, items)) == [n * n for n in items]
        assert set(hands.each(process, items)) <= first
        assert hands.apart


def mark(path: Path) -> None:
    path.touch()


def test_a_crew_begins_before_anybody_takes_a_result(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "FEW_ANEW", FEW)  # other tests may have left threads here
    paths = [tmp_path / str(n) for n in range(2 * FEW)]
    with crew(mark, len(paths), jobs=2) as hands:
        results = hands.each(mark, paths)
        for _ in range(200):
            if all(path.exists() for path in paths):
                break
            time.sleep(0.05)
        assert all(path.exists() for path in paths)
        assert len(list(results)) == len(paths)


def test_one_process_alone_works_when_a_result_is_taken(tmp_path: Path) -> None:
    paths = [tmp_path / str(n) for n in range(2)]
    with crew(mark, len(paths), jobs=2) as hands:
        results = hands.each(mark, paths)
        next(results)
        assert [path.exists() for path in paths] == [True, False]
        assert not hands.apart


def test_a_process_that_the_system_ends_is_told_in_words() -> None:
    with pytest.raises(CivalueError, match="--jobs 1"):
        list(spread(die_at_40, range(500), jobs=2))


def test_a_fault_in_the_work_keeps_its_kind() -> None:
    with pytest.raises(ZeroDivisionError):
        list(spread(fail_at_40, range(500), jobs=2))


@pytest.mark.parametrize("moment", [1, 2 * AHEAD, 2 * AHEAD + 1])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_waits_until_a_process_has_started(
    monkeypatch: pytest.MonkeyPatch, moment: int, number: signal.Signals
) -> None:
    """Else one would be at work that nobody knows of, and the others were waited for for ever."""
    begun: list[object] = []
    begin = pool._Processes._begun

    def stopped_meanwhile(self: Any, *given: Any) -> Any:
        if len(begun) + 1 == moment:
            signal.raise_signal(number)
        begun.append(begin(self, *given))
        return begun[-1]

    monkeypatch.setattr(pool._Processes, "_begun", stopped_meanwhile)
    with stoppable(), pytest.raises(KeyboardInterrupt):
        list(spread(square, range(500), jobs=2))
    assert len(begun) == max(moment, 2 * AHEAD)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


CHILD = """
import time
from civalue_build.publish.pool import spread

def slow(number):
    time.sleep(0.05)
    return number

if __name__ == "__main__":
    try:
        for number in spread(slow, range(100_000), jobs=3):
            print("begun", flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""
ANEW = CHILD.replace("spread\n", "spread\nfrom civalue_build.publish import pool\n", 1).replace(
    "def slow", "pool._copied = lambda: False\n\ndef slow"
)
"""The same on macOS, where no process is a copy of another."""


@pytest.mark.parametrize("code", [CHILD, ANEW], ids=["copied", "anew"])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
def test_a_stop_from_the_keyboard_leaves_no_process_and_no_noise(tmp_path: Path, code: str) -> None:
    script = tmp_path / "child.py"
    script.write_text(code, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert child.stdout is not None
    child.stdout.readline()
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert out.rstrip().endswith("stopped")
    assert err == ""
    assert is_gone(child.pid)


@pytest.mark.parametrize("code", [CHILD, ANEW], ids=["copied", "anew"])
@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes")
def test_a_killed_command_leaves_no_process_that_waits_for_ever(tmp_path: Path, code: str) -> None:
    script = tmp_path / "child.py"
    script.write_text(code, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert child.stdout is not None
    child.stdout.readline()
    child.kill()
    child.wait()
    child.stdout.close()
    assert is_gone(child.pid)


def is_gone(group: int) -> bool:
    """Whether nobody of a group of processes is left; they may take a moment to end."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def test_work_ends_in_a_process_that_has_threads_which_python_does_not_know() -> None:
    """Copies of a process that set a PDF would wait for ever for its threads."""
    script = (
        "import typst\n"
        "from civalue_build.publish.pool import spread\n"
        "def work(n):\n"
        "    return len(typst.compile(f'= Page {n}'.encode()))\n"
        "work(0)\n"
        "print(all(spread(work, range(40), jobs=4)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "True\n"
