"""The commands and their options."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from civalue_build.cli import commands as run
from civalue_build.publish.engines import Engine
from civalue_build.publish.new_case import SIZES

OVERVIEW = """\
Value improvement in health and care: read cases, check them against ten design
principles, work out their economics, and publish them as a site.

A case is a folder cases/<name>/ with a file case.md in it.
"""
EXAMPLES = """\
to begin:
  civalue new fewer-falls          start a case that you can fill in
  civalue check                    say what is wrong or missing, and where
  civalue appraise fewer-falls     show what it is worth, through three lenses
  civalue ledger --from plan.xlsx  take a tracker of plan and actual into its cases
  civalue serve                    show the site while you write
  civalue build                    make the site; open site/index.html
  civalue explain CV101            say what a check looks for, with examples

exit codes: 0 all is well, 1 there are findings, 2 the command was not understood
or cannot work here, 3 a fault in civalue itself
"""


class Commands(Protocol):
    """What argparse gives to add commands to."""

    def add_parser(
        self,
        name: str,
        *,
        help: str,  # noqa: A002 argparse's own word
        description: str,
    ) -> argparse.ArgumentParser:
        """Add a command."""


def parser() -> argparse.ArgumentParser:
    """Return what reads the words of a command line; `run` of its result is the command."""
    top = argparse.ArgumentParser(
        prog="civalue",
        description=OVERVIEW,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_build(commands)
    _add_serve(commands)
    _add_appraise(commands)
    explaining = _command(commands, "explain", "say what a check looks for", run.explain)
    explaining.add_argument("check", metavar="CODE", help="such as CV101, or the check's name")
    starting = _command(commands, "new", "start a case", run.new)
    starting.add_argument("slug", metavar="NAME", nargs="?", help="its folder, such as fewer-falls")
    starting.add_argument(
        "--from",
        dest="workbook",
        metavar="FILE.xlsx",
        type=Path,
        help="the spreadsheet to fill in, filled in: it becomes the case",
    )
    starting.add_argument(
        "--size", choices=SIZES, default=SIZES[0], help="story: words alone; valued: with money"
    )
    _add_ledger(commands)
    _command(commands, "version", "print the version", run.version)
    return top


def _command(
    commands: Commands, name: str, does: str, does_it: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    made.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        help="folder with framework/ and cases/ (else the nearest one upwards)",
    )
    made.set_defaults(run=does_it)
    return made


def _add_check(commands: Commands) -> None:
    made = _command(commands, "check", "say what is wrong or missing in cases", run.check)
    _cases_argument(made, "*")
    _format_option(made, "github")
    _strict_option(made)
    _jobs_option(made)


def _add_build(commands: Commands) -> None:
    made = _command(commands, "build", "make the site", run.build)
    made.add_argument(
        "--target", metavar="DIR", type=Path, help="where to (default: site/ of the library)"
    )
    _discounting_option(made)
    _strict_option(made)
    _jobs_option(made)
    made.add_argument(
        "--engine",
        choices=tuple(engine.value for engine in Engine),
        default=Engine.MATERIAL.value,
        help="what draws the frame of the pages (default: %(default)s)",
    )
    made.add_argument(
        "--no-search", action="store_true", help="leave out the index that search needs: faster"
    )
    made.add_argument(
        "--no-downloads",
        "--no-workbooks",
        action="store_true",
        help="leave out each case's spreadsheet, PDF and Word file, and all tables: faster",
    )
    made.add_argument(
        "--no-cache", action="store_true", help="use nothing of earlier builds, keep nothing"
    )


def _add_serve(commands: Commands) -> None:
    made = _command(commands, "serve", "show the site, and follow every change", run.serve)
    made.add_argument(
        "--port", metavar="N", type=_port, default=8000, help="where to (default: %(default)s)"
    )
    _discounting_option(made)
    _jobs_option(made)


def _add_appraise(commands: Commands) -> None:
    made = _command(commands, "appraise", "show what cases are worth", run.appraise)
    _cases_argument(made, "+")
    made.add_argument(
        "--explain", action="store_true", help="say how each figure was worked out, and from what"
    )
    _format_option(made)
    _discounting_option(made)


def _add_ledger(commands: Commands) -> None:
    does = "take a tracker spreadsheet of plan and actual into the ledgers of cases"
    made = _command(commands, "ledger", does, run.ledger)
    made.add_argument(
        "cases",
        metavar="CASE",
        nargs="*",
        help="with --from: the case of every row, where rows name none; with --to: its cases",
    )
    ways = made.add_mutually_exclusive_group(required=True)
    ways.add_argument(
        "--from",
        dest="register",
        metavar="FILE",
        type=Path,
        help="the tracker, as .xlsx or .csv: all of it is taken, or nothing",
    )
    ways.add_argument(
        "--to", metavar="FILE.xlsx", type=Path, help="make a tracker to fill in, with every line"
    )
    made.add_argument(
        "--replace", action="store_true", help="let the tracker change amounts of a ledger"
    )
    made.add_argument(
        "--year", metavar="2025/26", help="the months of a new tracker (default: this year’s)"
    )


def _cases_argument(made: argparse.ArgumentParser, count: str) -> None:
    made.add_argument(
        "cases", metavar="CASE", nargs=count, help="a case's name, folder or file (else all)"
    )


def _format_option(made: argparse.ArgumentParser, *others: str) -> None:
    made.add_argument("--output-format", choices=("text", "json", *others), default="text")


def _strict_option(made: argparse.ArgumentParser) -> None:
    made.add_argument("--strict", action="store_true", help="count gaps as failures too")


def _jobs_option(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--jobs", metavar="N", type=_jobs, help="processes to use (default: one for each core)"
    )


def _jobs(text: str) -> int:
    """Return a number of processes; argparse tells of a ValueError in its own words."""
    if not 1 <= (jobs := int(text)) <= 256:
        raise argparse.ArgumentTypeError("expected a number from 1 to 256")
    return jobs


def _port(text: str) -> int:
    if not 0 <= (port := int(text)) <= 65535:
        raise argparse.ArgumentTypeError("expected a number up to 65535; 0 takes any free one")
    return port


def _discounting_option(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--discounting", metavar="ID", help="a discount schedule, in place of each case's own"
    )
