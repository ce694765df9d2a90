"""Commands that are stopped, or that nobody listens to, end as other programs do."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from civalue_build.cli.ends import ended_by
from civalue_build.errors import CivalueError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of Unix")

CIVALUE = (sys.executable, "-m", "civalue_build")
MODULES = "import sys; import civalue_build.cli; print(*sys.modules)"
STOPPED_WHILE = """
import os, signal, sys
from civalue_build.cli import main
class Stopping:
    def find_spec(name, *_):
        if name == sys.argv[1]:
            sys.meta_path.remove(Stopping)
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Stopping)
sys.exit(main(sys.argv[2:]))
"""
"""A stop from the keyboard at the moment when a module is looked for."""
BUFFERED = {key: kept for key, kept in os.environ.items() if key != "PYTHONUNBUFFERED"}
"""As people run it: what is printed reaches the output at the end, or when there is much."""


def test_nothing_heavy_is_loaded_before_a_stop_is_heard() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MODULES], capture_output=True, text=True, check=True
    )
    ours = {name for name in done.stdout.split() if name.startswith("civalue_build")}
    assert ours == {"civalue_build", "civalue_build.cli"}


@pytest.mark.parametrize(
    "loading",
    ["civalue_build.cli.ends", "civalue_build.cli.options", "civalue_build.pipeline", "yaml"],
)
def test_a_stop_while_the_program_is_loaded_leaves_no_traceback(
    library: Path, loading: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STOPPED_WHILE, loading, "check", "--library", str(library)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "\ncivalue: stopped\n"
    assert done.returncode in (130, -signal.SIGINT)  # a shell shows both as 130


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_build_that_is_ended_leaves_nothing_beside_the_site(
    library: Path, tmp_path: Path, name: str, code: int
) -> None:
    for number in range(300):
        shutil.copytree(library / "cases/sound", library / f"cases/sound-{number}")
    out = tmp_path / "out"
    command = [*CIVALUE, "build", "--library", str(library), "--target", str(out / "site")]
    with subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.PIPE) as process:
        end = time.monotonic() + 30
        while not (out / ".site.civalue-new").exists():
            assert time.monotonic() < end
            time.sleep(0.01)
        process.send_signal(getattr(signal, name))
        _, said = process.communicate(timeout=30)
    assert process.returncode in (code, -getattr(signal, name))  # a shell shows both as `code`
    assert said.decode().endswith("\ncivalue: stopped\n")
    assert not out.exists()


def test_a_signal_that_is_to_be_ignored_is_ignored(library: Path) -> None:
    command = f"trap '' HUP; exec {' '.join(CIVALUE)} check --library {library}"
    with subprocess.Popen(["sh", "-c", command], stdout=subprocess.PIPE) as process:
        time.sleep(0.15)
        process.send_signal(signal.SIGHUP)
        said, _ = process.communicate(timeout=30)
    assert process.returncode == 0
    assert b"all is well" in said


@pytest.mark.parametrize("words", [["check"], ["appraise", "sound", "--output-format", "json"]])
def test_a_reader_who_leaves_ends_the_command_quietly(library: Path, words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*CIVALUE, *words, "--library", str(library)],
        stdout=writer,
        stderr=subprocess.PIPE,
        env=BUFFERED,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_told_and_no_fault_of_ours(library: Path, unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*CIVALUE, "check", "--library", str(library)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=BUFFERED | {"PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"civalue: cannot write what is found: No space left on device\n"


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_an_output_that_was_closed_before_is_no_fault(library: Path, closed: str) -> None:
    command = f"{' '.join(CIVALUE)} check --library {library} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_fault_of_ours_keeps_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    faults = [ZeroDivisionError("one"), ExceptionGroup("both", [OSError(5, "a"), ValueError("b")])]
    for fault in faults:
        assert ended_by(fault) == 3
        said = capsys.readouterr().err
        assert type(fault).__name__ in said
        assert said.endswith("civalue: this is a fault in civalue, not in your case\n")


def test_a_usage_error_gives_a_runner_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended_by(CivalueError("of “##[stop-commands]a”:\n::error::b\x1b")) == 2
    told = "civalue: of “# #[stop-commands]a”:\n: :error: :b\\u001b\n"
    assert capsys.readouterr().err == told


def test_what_went_wrong_in_a_task_is_told_as_elsewhere() -> None:
    assert ended_by(ExceptionGroup("tasks", [ExceptionGroup("", [BrokenPipeError()])])) == 141


def test_a_reader_who_leaves_is_none_of_our_faults_on_windows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A pipe that nobody reads is told there as an invalid argument."""
    assert ended_by(OSError(22, "Invalid argument")) == 3
    monkeypatch.setattr(sys, "platform", "win32")
    assert ended_by(OSError(22, "Invalid argument")) == 141
    assert ended_by(OSError(22, "Invalid argument", "cases/a:b.csv")) == 3
