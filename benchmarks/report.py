"""Results as a table: medians, ratios, and whether each budget is met."""

import math
import os
import platform
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from typing import Any

import yaml

from benchmarks.process import Sample
from benchmarks.tasks import Task
from benchmarks.words import HERE

HEAD = """\
| Task | Median | From–to | Of mkdocs | Of its prose alone | Peak memory | Budget | |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"""
MEGABYTE = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The samples of every task at every number of cases, in the order of running."""

    tasks: Mapping[int, Sequence[Task]]
    samples: Mapping[tuple[int, str], Sequence[Sample]]

    def median(self, cases: int, task: str) -> float | None:
        """Return the median in seconds, or none where it was not run."""
        found = self.samples.get((cases, task))
        return statistics.median(sample.seconds for sample in found) if found else None

    def peak(self, cases: int, task: str) -> float | None:
        """Return the peak of memory in megabytes, or none where nobody looked."""
        seen = [s.peak for s in self.samples.get((cases, task), ()) if s.peak is not None]
        return max(seen) / MEGABYTE if seen else None

    def exponent(self, cases: int, start: int, task: str) -> float | None:
        """Return how the median grows from `start` to `cases`: 1 is in step, 2 is squared."""
        one, other = self.median(start, task), self.median(cases, task)
        return math.log(other / one) / math.log(cases / start) if one and other else None


def budgets() -> list[dict[str, Any]]:
    """Return the entries of budgets.yml."""
    listed: list[dict[str, Any]] = yaml.safe_load(
        (HERE / "budgets.yml").read_text(encoding="utf-8")
    )["budgets"]
    return listed


def machine() -> dict[str, str]:
    """Return what a reader needs to know of the machine, and nothing that names it."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return {
        "cores": str(usable),
        "load at the start": f"{os.getloadavg()[0]:.1f}",
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "mkdocs": version("mkdocs"),
        "mkdocs-material": version("mkdocs-material"),
    }


def as_markdown(results: Results, facts: Mapping[str, str]) -> str:
    """Return the whole report."""
    parts = [", ".join(f"{name}: {value}" for name, value in facts.items())]
    for cases, tasks in results.tasks.items():
        rows = (_row(results, cases, task) for task in tasks)
        parts.append("\n".join([f"### {cases:,} cases\n", HEAD, *rows]))
    growth = list(_growth(results))
    if growth:
        title = "### Growth (1 is in step with the number of cases)\n"
        parts.append("\n".join([title, "| Task | From | To | Exponent |",
                                "| --- | ---: | ---: | ---: |", *growth]))  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _row(results: Results, cases: int, task: Task) -> str:
    times = [sample.seconds for sample in results.samples[cases, task.id]]
    median = statistics.median(times)
    peak = results.peak(cases, task.id)
    judged = [_judged(results, cases, budget) for budget in _budgets_of(cases, task)]
    cells = [
        task.label,
        f"{median:.2f} s",
        f"{min(times):.2f}–{max(times):.2f}",
        *(_share(median, results.median(cases, other)) for other in ("mkdocs", "mkdocs-prose")),
        f"{peak:,.0f} MB" if peak else "–",
        "; ".join(said for said, _ in judged) or "–",
        "; ".join(found for _, found in judged),
    ]
    return f"| {' | '.join(cells)} |"


def _share(seconds: float, whole: float | None) -> str:
    return f"{seconds / whole:.3f}" if whole else "–"


def _budgets_of(cases: int, task: Task) -> Iterator[dict[str, Any]]:
    return (b for b in budgets() if b["task"] == task.id and b["cases"] == cases)


def _judged(results: Results, cases: int, budget: Mapping[str, Any]) -> tuple[str, str]:
    """Return a budget in words, and whether it is met."""
    task = budget["task"]
    median = results.median(cases, task)
    match budget:
        case {"seconds": limit}:
            said, found = f"≤ {limit} s", median
        case {"ratio": limit, "of": other}:
            whole = results.median(cases, other)
            said, found = f"≤ {limit:.3f} of {other}", median and whole and median / whole
        case {"megabytes": limit}:
            said, found = f"≤ {limit} MB", results.peak(cases, task)
        case {"exponent": limit, "from": start}:
            said, found = f"exponent ≤ {limit}", results.exponent(cases, start, task)
        case _:
            raise ValueError(f"budgets.yml: nothing to compare with in {dict(budget)}")
    if found is None:
        return said, "not measured"
    return said, "met" if found <= limit else "missed"


def _growth(results: Results) -> Iterator[str]:
    sizes = sorted(results.tasks)
    for start, cases in pairwise(sizes):
        for task in ("check", "build", "mkdocs"):
            exponent = results.exponent(cases, start, task)
            if exponent is not None:
                yield f"| {task} | {start:,} | {cases:,} | {exponent:.2f} |"


def as_data(results: Results, facts: Mapping[str, str]) -> dict[str, Any]:
    """Return everything that was measured, for JSON."""
    return {
        "machine": dict(facts),
        "samples": [
            {
                "cases": cases,
                "task": task,
                "seconds": [round(sample.seconds, 4) for sample in samples],
                "peak_bytes": max((s.peak for s in samples if s.peak is not None), default=None),
            }
            for (cases, task), samples in results.samples.items()
        ],
        "budgets": [
            dict(budget) | {"result": _judged(results, budget["cases"], budget)[1]}
            for budget in budgets()
        ],
    }
