"""The command line: the only printer, and the only place where an exit code is chosen."""

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol, TextIO

from civalue_build import __version__, pipeline
from civalue_build.errors import CivalueError
from civalue_build.model.enums import Level
from civalue_build.model.finding import Finding, Judgement
from civalue_build.present.document import as_json, document
from civalue_build.present.terminal import summary
from civalue_build.publish.new_case import SIZES, start_case
from civalue_build.report import explain, findings
from civalue_build.source.build_day import build_day
from civalue_build.source.library import case_slugs, find_library
from civalue_build.source.names import slug_of

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3

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
  civalue build                    make the site; open site/index.html
  civalue explain CV101            say what a check looks for, with examples

exit codes: 0 all is well, 1 there are findings, 2 the command was not understood
or cannot work here, 3 a fault in civalue itself
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except CivalueError as fault:
        print(f"civalue: {fault}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 for the exit
        return CLEAN
    except KeyboardInterrupt:
        print("civalue: stopped; nothing was changed", file=sys.stderr)
        return USAGE
    except Exception:  # noqa: BLE001 the one boundary: a bug keeps its traceback
        traceback.print_exc()
        print("civalue: this is a fault in civalue, not in your case", file=sys.stderr)
        return BUG


def _speak_utf8() -> None:
    """Write UTF-8 wherever output goes: a redirect on Windows would choose an older encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="civalue",
        description=OVERVIEW,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_build(commands)
    _add_appraise(commands)
    explaining = _command(commands, "explain", "say what a check looks for", _explain)
    explaining.add_argument("check", metavar="CODE", help="such as CV101, or the check's name")
    starting = _command(commands, "new", "start a case", _new)
    starting.add_argument("slug", metavar="NAME", help="its folder, such as fewer-falls")
    starting.add_argument(
        "--size", choices=SIZES, default=SIZES[0], help="story: words alone; valued: with money"
    )
    _command(commands, "version", "print the version", _version)
    return parser


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


def _command(
    commands: Commands, name: str, does: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        help="folder with framework/ and cases/ (else the nearest one upwards)",
    )
    parser.set_defaults(run=run)
    return parser


def _add_check(commands: Commands) -> None:
    parser = _command(commands, "check", "say what is wrong or missing in cases", _check)
    _cases_argument(parser, "*")
    _format_option(parser)
    _strict_option(parser)


def _add_build(commands: Commands) -> None:
    parser = _command(commands, "build", "make the site", _build)
    parser.add_argument(
        "--target", metavar="DIR", type=Path, help="where to (default: site/ of the library)"
    )
    _discounting_option(parser)
    _strict_option(parser)


def _add_appraise(commands: Commands) -> None:
    parser = _command(commands, "appraise", "show what cases are worth", _appraise)
    _cases_argument(parser, "+")
    _format_option(parser)
    _discounting_option(parser)


def _cases_argument(parser: argparse.ArgumentParser, count: str) -> None:
    parser.add_argument(
        "cases", metavar="CASE", nargs=count, help="a case's name, folder or file (else all)"
    )


def _format_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output-format", choices=("text", "json"), default="text")


def _strict_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="count gaps as failures too")


def _discounting_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--discounting", metavar="ID", help="a discount schedule, in place of each case's own"
    )


def _check(options: argparse.Namespace) -> int:
    root, around = _open(options)
    slugs = [slug_of(root, name) for name in options.cases]
    found = list(pipeline.check_library(root, around, slugs))
    judged = [item.judgement for item in found]
    counted = _cases(len(judged))
    if not slugs:
        judged.extend(pipeline.check_programmes(root))
    if options.output_format == "json":
        print(findings.as_json(_all(judged)))
    else:
        _print_findings(judged)
        print(f"Checked {counted}: {findings.tally(_all(judged)) or 'all is well'}.")
        print(_next_step(_all(judged)), end="")
    return _code(judged, found, strict=options.strict)


def _build(options: argparse.Namespace) -> int:
    root, around = _open(options)
    target = options.target or root / "site"
    print(f"Building {_cases(len(case_slugs(root)))} into {target} …", file=sys.stderr)
    done = list(pipeline.build(root, target, around))
    judged = [*(work.judgement for work in done), *pipeline.check_programmes(root)]
    _print_findings(judged, least=Level.GAP if options.strict else Level.ERROR)
    published = sum(work.page is not None for work in done)
    print(f"Published {_cases(published)}: {findings.tally(_all(judged)) or 'no findings'}.")
    if left := len(done) - published:
        print(f"Not published: {_cases(left)}, because of what is said above.")
    print(f"Next: open {target / 'index.html'} in a browser.")
    return _code(judged, done, strict=options.strict)


def _appraise(options: argparse.Namespace) -> int:
    root, around = _open(options)
    slugs = [slug_of(root, name) for name in options.cases]
    found = list(pipeline.check_library(root, around, slugs, uncertain=True))
    judged = [item.judgement for item in found]
    _print_findings(judged, least=Level.ERROR, file=sys.stderr)
    shown = [item for item in found if item.case and item.appraisal]
    if options.output_format == "json":
        cases = (document(i.appraisal, i.judgement.verdicts) for i in shown if i.appraisal)
        print(as_json(cases), end="")
    else:
        for item in shown:
            if item.case and item.appraisal:
                print(
                    summary(
                        item.case,
                        item.appraisal,
                        item.judgement,
                        around.framework,
                        colour=_colour(),
                    )
                )
    return _code(judged, found, strict=False)


def _explain(options: argparse.Namespace) -> int:
    print(explain.text(explain.find(pipeline.all_checks(), options.check)))
    return CLEAN


def _new(options: argparse.Namespace) -> int:
    root = find_library(Path.cwd(), options.library)
    path = start_case(root, options.slug, options.size)
    print(f"Made {path}.\nNext: write your case in it, then run: civalue check {options.slug}")
    return CLEAN


def _version(_: argparse.Namespace) -> int:
    print(f"civalue {__version__}")
    return CLEAN


def _open(options: argparse.Namespace) -> tuple[Path, pipeline.Surroundings]:
    root = find_library(Path.cwd(), options.library)
    wanted = getattr(options, "discounting", None)
    around = pipeline.surroundings(root, build_day(root, os.environ), wanted)
    known = around.framework.schedules
    if wanted and wanted not in known:
        raise CivalueError(f"no discount schedule “{wanted}”; there are: {', '.join(known)}")
    return root, around


def _print_findings(
    judged: Sequence[Judgement], least: Level = Level.ADVICE, file: TextIO | None = None
) -> None:
    shown = tuple(Level)[: tuple(Level).index(least) + 1]
    for judgement in judged:
        for finding in judgement.findings:
            if finding.level in shown:
                print(findings.line(finding, colour=_colour()), file=file)
        if judgement.not_judged:
            place = judgement.findings[0].place.file if judgement.findings else "the case"
            print(f"{place}: not judged: {judgement.not_judged}", file=file)


def _next_step(found: Sequence[Finding]) -> str:
    if any(finding.level is Level.ERROR for finding in found):
        return "Next: mend the errors; civalue explain CODE says more about each.\n"
    return "Gaps and advice hold nothing up: this can be published as it is.\n" if found else ""


def _all(judged: Sequence[Judgement]) -> tuple[Finding, ...]:
    return pipeline.in_order(f for judgement in judged for f in judgement.findings)


def _cases(count: int) -> str:
    return f"{count} {'case' if count == 1 else 'cases'}"


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _code(
    judged: Sequence[Judgement],
    cases: Sequence[pipeline.Assessed | pipeline.Worked],
    *,
    strict: bool,
) -> int:
    crashed = [case for case in cases if case.crash]
    for case in crashed:
        print(f"{case.crash}civalue: this is a fault in civalue, met in the case {case.slug}; "
              "the other cases are not affected", file=sys.stderr)  # fmt: skip
    failing = (Level.ERROR, Level.GAP) if strict else (Level.ERROR,)
    found = any(finding.level in failing for finding in _all(judged))
    return BUG if crashed else FINDINGS if found else CLEAN
