"""Time the program and mkdocs-material on the same libraries, in one run, one after the other.

usage: python -m benchmarks.run --sizes 100,1000 [--runs 3] [--mkdocs] [--output results.json]
"""

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import process, report
from benchmarks.engine import Project, write_project, write_prose_project
from benchmarks.process import Sample
from benchmarks.tasks import Library, Task, build_options, engine_tasks, program_tasks

Samples = dict[tuple[int, str], list[Sample]]

SETTLE = 6
"""Seconds of rest before a task: ext4 is slow to make files for five after many were deleted."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; a budget that is missed is no failure, for measuring is not a test."""
    options = _parser().parse_args(arguments)
    facts = report.machine()
    with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=options.work) as folder:
        try:
            results = _measure(Path(folder), options)
        except RuntimeError as fault:
            raise SystemExit(f"nothing was measured, because this failed:\n{fault}") from None
    print(report.as_markdown(results, facts))
    if options.output:
        data = json.dumps(report.as_data(results, facts), indent=2)
        options.output.write_text(data + "\n", encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[100], help="numbers of cases: 100,1000")
    parser.add_argument("--runs", type=int, default=3, help="times that each task is run")
    parser.add_argument("--mkdocs", action="store_true", help="also time mkdocs-material")
    parser.add_argument("--seed", type=int, default=1, help="of the generated libraries")
    parser.add_argument("--jobs", type=int, help="processes of a build (default: its own choice)")
    parser.add_argument("--work", type=Path, help="folder to work in (default: a temporary one)")
    parser.add_argument("--output", type=Path, help="also write everything measured as JSON")
    return parser


def _sizes(text: str) -> list[int]:
    return sorted({int(part) for part in text.split(",")})


def _measure(work: Path, options: argparse.Namespace) -> report.Results:
    libraries, tasks, projects = [], {}, []
    for cases in options.sizes:
        _say(f"preparing {cases:,} cases")
        library = Library.write(work, cases, options.seed)
        libraries.append(library)
        tasks[cases] = program_tasks(library, build_options(library), options.jobs)
        if options.mkdocs:
            projects.append(_finished(library, work))
            prose = write_prose_project(projects[-1], library.folder, work / f"prose-{cases}")
            tasks[cases] += engine_tasks(projects[-1], prose)
    samples: Samples = {}
    for turn in range(options.runs):
        for library in libraries:
            for task in tasks[library.cases]:
                _run(task, library, samples, turn)
    for project in projects:
        if lost := project.lost_pages():
            _say(f"mkdocs-material drew {len(lost)} pages otherwise than given: {lost[0]} …")
    return report.Results(tasks=tasks, samples=samples)


def _finished(library: Library, work: Path) -> Project:
    """Build once, not timed, and give the engine the pages of that site."""
    library.fresh()
    process.run(library.civalue("build"), library.environment, watch=False)
    folder = work / f"engine-{library.cases}"
    return write_project(library.site, library.folder / "mkdocs.yml", folder)


def _run(task: Task, library: Library, samples: Samples, turn: int) -> None:
    """Run a task once; only the first time looks at its memory."""
    task.before()
    os.sync()
    time.sleep(SETTLE)
    sample = process.run(task.command, library.environment, watch=turn == 0)
    samples.setdefault((library.cases, task.id), []).append(sample)
    _say(f"{library.cases:,} cases, run {turn + 1}: {sample.seconds:.2f} s {task.label}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
