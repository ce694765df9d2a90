"""What is timed: each task puts the library into the state it starts from, then runs a command."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.engine import Project
from benchmarks.library import ROOT, write_library

DAY = "1800000000"
"""The day of every build, so that all see the same cases as due for review."""

DOWNLOADS = "--no-downloads"
LEFT_OUT = ("--no-search", DOWNLOADS)
"""What a build can do without, and does without where it is not what is timed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One command, what is done before it (not timed), and its words in the table."""

    id: str
    label: str
    command: Sequence[str]
    before: Callable[[], object] = lambda: None


@dataclass(kw_only=True)
class Library:
    """A generated library on disk, and what has been edited in it."""

    folder: Path
    cases: int
    scratch: Path
    edits: int = 0
    left: int = 0
    originals: dict[Path, bytes] = field(default_factory=dict)

    @classmethod
    def write(cls, work: Path, cases: int, seed: int) -> "Library":
        """Generate it below the folder `work`."""
        folder = work / f"library-{cases}"
        write_library(folder, cases, seed)
        return cls(folder=folder, cases=cases, scratch=work / f"scratch-{cases}")

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.folder / "site"

    @property
    def environment(self) -> Mapping[str, str]:
        """Run this working copy's program, with nothing kept outside the library and scratch."""
        return os.environ | {
            "PYTHONPATH": str(ROOT),
            "SOURCE_DATE_EPOCH": DAY,
            "CIVALUE_CACHE": str(self.scratch / "cache"),
            "NO_MKDOCS_2_WARNING": "1",
        }

    def civalue(self, *words: str) -> list[str]:
        """Return the command line of the program on this library."""
        command, *rest = words
        python = [sys.executable, "-P", "-m", "civalue_build"]
        return [*python, command, "--library", str(self.folder), *rest]

    def fresh(self) -> None:
        """Put everything aside that a build left, and undo every edit.

        Nothing is deleted, which would slow down what comes next.
        """
        self.left += 1
        aside = self.scratch.with_name(f"{self.scratch.name}-{self.left}")
        aside.mkdir()
        for path in self.folder.iterdir():
            if path.name not in ("cases", "framework", "mkdocs.yml"):
                path.rename(aside / path.name)
        if self.scratch.exists():
            self.scratch.rename(aside / "scratch")
        self.scratch.mkdir()
        for path, content in self.originals.items():
            path.write_bytes(content)
        self.originals.clear()

    def edit(self, count: int) -> None:
        """Add a sentence of its own to `count` cases, spread evenly over the library."""
        folders = sorted((self.folder / "cases").iterdir())
        self.edits += 1
        for folder in folders[:: max(1, len(folders) // count)][:count]:
            path = folder / "case.md"
            content = path.read_bytes()
            self.originals.setdefault(path, content)
            path.write_bytes(content + f"\nThis was edited {self.edits} times.\n".encode())


def build_options(library: Library) -> frozenset[str]:
    """Return the options that `civalue build` says it has."""
    command = library.civalue("build", "--help")
    done = subprocess.run(
        command, env=library.environment, capture_output=True, text=True, check=True
    )
    return frozenset(re.findall(r"--[a-z-]+", done.stdout))


def program_tasks(library: Library, offered: frozenset[str], jobs: int | None) -> list[Task]:
    """Return the tasks of the program, in the order in which each leaves what the next needs."""
    plain = [option for option in LEFT_OUT if option in offered]
    whole = [option for option in plain if option != DOWNLOADS]
    spread = ["--jobs", str(jobs)] if jobs and "--jobs" in offered else []
    build = library.civalue("build", *plain, *spread)
    one = max(1, library.cases // 100)
    first = sorted(path.name for path in (library.folder / "cases").iterdir())[0]
    tasks = [
        Task(id="check", label="`check`, all cases", command=library.civalue("check")),
        Task(id="check-one", label="`check`, one case", command=library.civalue("check", first)),
        Task(id="build", label="`build`, cold, pages and data", command=build,
             before=library.fresh),
        Task(id="build-unchanged", label="`build`, nothing changed", command=build),
        Task(id="build-one", label="`build`, one case edited", command=build,
             before=lambda: library.edit(1)),
        Task(id="build-percent", label="`build`, 1 % of cases edited", command=build,
             before=lambda: library.edit(one)),
    ]  # fmt: skip
    if "--jobs" in offered:
        alone = library.civalue("build", *plain, "--jobs", "1")
        tasks.append(Task(id="build-alone", label="`build`, cold, one process", command=alone,
                          before=library.fresh))  # fmt: skip
    if DOWNLOADS in plain:
        full = library.civalue("build", *whole, *spread)
        tasks.append(Task(id="build-downloads", label="… with every workbook, PDF and Word file",
                          command=full, before=library.fresh))  # fmt: skip
    if plain:
        full = library.civalue("build", *spread)
        tasks.append(Task(id="build-search", label="… and with search", command=full,
                          before=library.fresh))  # fmt: skip
    return tasks


def engine_tasks(finished: Project, prose: Project) -> list[Task]:
    """Return the tasks of the engine: the same finished pages, and the prose of the cases alone."""
    return [
        _drawn("mkdocs", "mkdocs-material, finished pages alone", finished, search=False),
        _drawn("mkdocs-search", "… with its search index", finished, search=True),
        _drawn("mkdocs-prose", "mkdocs-material, cases' prose alone", prose, search=False),
        _drawn("mkdocs-prose-search", "… with its search index", prose, search=True),
    ]


def _drawn(name: str, label: str, project: Project, *, search: bool) -> Task:
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--quiet", "-f"]

    def clear() -> None:
        shutil.rmtree(project.target, ignore_errors=True)

    return Task(id=name, label=label, command=[*command, str(project.config[search])], before=clear)
