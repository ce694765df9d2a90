"""What the commands print alike."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO, TypeVar

from civalue_build.cli.exits import MayCrash
from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding, Judgement, in_order
from civalue_build.report import findings
from civalue_build.runs.refreshed import Refreshed

Item = TypeVar("Item")

MANY = 100
"""From so many cases on, a person who waits is shown how far the work is."""


def shown(items: Iterator[Item], total: int, what: str) -> Iterator[Item]:
    """Pass items on; on a terminal, show how many are done, how fast, and the time left."""
    if total < MANY or not sys.stderr.isatty():
        return items
    from tqdm import tqdm  # noqa: PLC0415 only where somebody sees it

    return iter(tqdm(items, desc=what, total=total, unit=" cases", leave=False, dynamic_ncols=True))


def print_findings(
    judged: Sequence[Judgement], least: Level = Level.ADVICE, file: TextIO | None = None
) -> None:
    """Print findings down to a level, and what could not be judged."""
    levels = tuple(Level)[: tuple(Level).index(least) + 1]
    is_coloured = colour()
    for judgement in judged:
        for finding in judgement.findings:
            if finding.level in levels:
                print(findings.line(finding, colour=is_coloured), file=file)
        if judgement.not_judged:
            place = judgement.findings[0].place.file if judgement.findings else "the case"
            print(findings.printable(f"{place}: not judged: {judgement.not_judged}"), file=file)


def print_for_github(found: Sequence[Finding]) -> None:
    """Print findings as notes for GitHub, and add them to the summary of the run."""
    from civalue_build.report import github, markdown  # noqa: PLC0415 few are run there

    if found:
        print(github.log(found))
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(markdown.summary(found))


def print_crashes(outcomes: Sequence[MayCrash]) -> None:
    """Print the faults of ours that single cases met."""
    for outcome in outcomes:
        if outcome.crash:
            print(
                f"{outcome.crash}civalue: this is a fault in civalue, met in the case "
                f"{outcome.slug}; the other cases are not affected",
                file=sys.stderr,
            )


def print_refreshed(done: Refreshed | str) -> None:
    """Print what taking up a change came to, or what keeps the library from being built."""
    if isinstance(done, str):
        print(done, flush=True)
        return
    judged = [*(outcome.judgement for outcome in done.outcomes), beside(done.together)]
    print_findings(judged, least=Level.GAP)
    print_crashes(done.outcomes)
    slugs = [outcome.slug for outcome in done.outcomes]
    named = slugs[0] if len(slugs) == 1 else cases(len(slugs))
    print(f"Shown anew: {named}. {findings.tally(every(judged)) or 'No findings.'}", flush=True)


def beside(found: Sequence[Finding]) -> Judgement:
    """Return what was found of cases beside each other like what was found of one."""
    return Judgement(findings=tuple(found))


def next_step(judged: Sequence[Judgement]) -> str:
    """Return the line that says what to do now."""
    found = every(judged)
    if any(finding.level is Level.ERROR for finding in found):
        return "Next: mend the errors; civalue explain CODE says more about each.\n"
    return "Gaps and advice hold nothing up: this can be published as it is.\n" if found else ""


def every(judged: Sequence[Judgement]) -> tuple[Finding, ...]:
    """Return all findings in the order of their places."""
    return in_order(f for judgement in judged for f in judgement.findings)


def cases(count: int) -> str:
    """Return a number of cases in words."""
    return f"{count:,} {'case' if count == 1 else 'cases'}"


def colour() -> bool:
    """Whether what is printed may be coloured."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
