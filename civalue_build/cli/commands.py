"""What each command does."""

import argparse
import gc
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from civalue_build import __version__, pipeline
from civalue_build.cli import exits, printing
from civalue_build.errors import CivalueError
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case
from civalue_build.model.enums import Level
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.publish.engines import Engine
from civalue_build.publish.pool import cores
from civalue_build.report import findings
from civalue_build.runs import checking
from civalue_build.source.build_day import build_day
from civalue_build.source.library import case_slugs, find_library, read_settings
from civalue_build.source.names import slug_of

Valued = tuple[Case, Appraisal, Judgement, Framework]
"""A case, what it is worth, how it was judged, and against what."""


def check(options: argparse.Namespace) -> int:
    """Say what is wrong or missing."""
    root, around = _open(options, whole=not options.cases)
    gc.disable()  # a case that is read and judged leaves nothing that refers to itself
    named = [slug_of(root, name) for name in options.cases]
    slugs = named or case_slugs(root)
    jobs = options.jobs or cores()
    found = list(
        printing.shown(checking.check_cases(root, around, slugs, jobs=jobs), len(slugs), "Checking")
    )
    judged = [outcome.judgement for outcome in found]
    if not named:
        cards = [outcome.card for outcome in found if outcome.card]
        judged.append(printing.beside(pipeline.together(around, slugs, cards).findings))
    if options.output_format == "json":
        print(findings.as_json(printing.every(judged)))
    else:
        if options.output_format == "github":
            printing.print_for_github(printing.every(judged))
        else:
            printing.print_findings(judged)
        well = "all is well" if not any(case.crash for case in found) else "not all could be read"
        tally = findings.tally(printing.every(judged)) or well
        print(f"Checked {printing.cases(len(found))}: {tally}.")
        print(printing.next_step(judged), end="")
    printing.print_crashes(found)
    return exits.code(judged, found, strict=options.strict)


def build(options: argparse.Namespace) -> int:
    """Make the site."""
    from civalue_build.publish.cache import Cache, cache_folder  # noqa: PLC0415 not for check
    from civalue_build.runs import building  # noqa: PLC0415 templates: not for check
    from civalue_build.runs.how import How  # noqa: PLC0415

    root, around = _for_site(options)
    around = replace(around, downloads=not options.no_downloads)
    target = options.target or root / "site"
    count = printing.cases(len(case_slugs(root)))
    print(f"Building {count} into {target} …", file=sys.stderr)
    how = How(
        jobs=options.jobs or cores(),
        cache=None if options.no_cache else Cache(folder=cache_folder(root, os.environ)),
        engine=Engine(options.engine),
        search=not options.no_search,
        tables=not options.no_downloads,
        progress=printing.shown,
    )
    built = building.build(root, target, around, how)
    judged = [*(outcome.judgement for outcome in built.outcomes), printing.beside(built.together)]
    printing.print_findings(judged, least=Level.GAP if options.strict else Level.ERROR)
    published = sum(outcome.is_published for outcome in built.outcomes)
    tally = findings.tally(printing.every(judged)) or "no findings"
    same = "" if built.changed else " Nothing has changed since the last build."
    print(f"Published {printing.cases(published)}: {tally}.{same}")
    if left := len(built.outcomes) - published:
        print(f"Not published: {printing.cases(left)}, because of what is said above.")
    print(f"Next: open {target / 'index.html'} in a browser.")
    printing.print_crashes(built.outcomes)
    return exits.code(judged, built.outcomes, strict=options.strict)


def serve(options: argparse.Namespace) -> int:
    """Show the site in a browser while it is written."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 not for check

    from civalue_build.publish.cache import Cache, cache_folder  # noqa: PLC0415 not for check
    from civalue_build.runs import serving  # noqa: PLC0415 the server: not for check
    from civalue_build.runs.desk import Desk  # noqa: PLC0415
    from civalue_build.runs.how import How  # noqa: PLC0415

    root = find_library(Path.cwd(), options.library)
    how = How(
        jobs=options.jobs or cores(),
        cache=Cache(folder=cache_folder(root, os.environ)),
        progress=printing.shown,
    )
    with TemporaryDirectory(prefix="civalue-") as folder:
        desk = Desk(root, Path(folder) / "site", lambda: _for_site(options)[1], how)
        door = serving.port_of(options.port)
        print(f"Building {printing.cases(len(case_slugs(root)))} …", file=sys.stderr)
        printing.print_refreshed(desk.all_anew())
        host, port = door.getsockname()
        print(f"Serving at http://{host}:{port}/ – stop with Ctrl+C.", flush=True)
        with suppress(KeyboardInterrupt):
            serving.serve(desk, door, printing.print_refreshed)
    print("Stopped.")
    return exits.CLEAN


def appraise(options: argparse.Namespace) -> int:
    """Show what cases are worth."""
    from civalue_build.present.case.explained.text import explained_text  # noqa: PLC0415
    from civalue_build.present.document import as_json  # noqa: PLC0415 not for check
    from civalue_build.present.terminal import summary  # noqa: PLC0415 not for check

    root, around = _open(options)
    slugs = [slug_of(root, name) for name in options.cases]
    found = list(checking.appraise_cases(root, around, slugs))
    judged = [item.judgement for item in found]
    printing.print_findings(judged, least=Level.ERROR, file=sys.stderr)
    valued = [
        ((item.case, item.appraisal, item.judgement, around.framework), item.places)
        for item in found
        if item.case and item.appraisal
    ]
    colour = printing.colour()
    if options.output_format == "json":
        documents = (_document(one, places, explain=options.explain) for one, places in valued)
        print(as_json(documents), end="")
    elif options.explain:
        for one, places in valued:
            print(explained_text(*one, colour=colour, places=places))
    else:
        for one, _ in valued:
            print(summary(*one, colour=colour))
    printing.print_crashes(found)
    return exits.code(judged, found, strict=False)


def _document(valued: Valued, places: SourceMap | None, *, explain: bool) -> dict[str, Any]:
    from civalue_build.present.case.explained.data import explained_data  # noqa: PLC0415
    from civalue_build.present.document import document  # noqa: PLC0415 not for check

    _, appraisal, judgement, _ = valued
    plain = document(appraisal, judgement.verdicts)
    return plain | {"explained": explained_data(*valued, places)} if explain else plain


def explain(options: argparse.Namespace) -> int:
    """Say what a check looks for."""
    from civalue_build.report import explain as explaining  # noqa: PLC0415 not for check

    print(explaining.text(explaining.find(pipeline.all_checks(), options.check)))
    return exits.CLEAN


def new(options: argparse.Namespace) -> int:
    """Start a case."""
    from civalue_build.publish.new_case import start_case  # noqa: PLC0415 not for check

    root = find_library(Path.cwd(), options.library)
    if options.workbook:
        return _new_from(root, options)
    if not options.slug:
        raise CivalueError("say how the case is to be called, such as: civalue new fewer-falls")
    path = start_case(root, options.slug, options.size)
    print(f"Made {path}.\nNext: write your case in it, then run: civalue check {options.slug}")
    return exits.CLEAN


def _new_from(root: Path, options: argparse.Namespace) -> int:
    """Make a case of a spreadsheet that somebody filled in."""
    from civalue_build.publish.intake.drafting import draft  # noqa: PLC0415 not for check
    from civalue_build.publish.new_case import write_case  # noqa: PLC0415
    from civalue_build.source.framework import read_framework  # noqa: PLC0415
    from civalue_build.source.intake.answers import read_answers  # noqa: PLC0415

    answers = read_answers(options.workbook)
    made = draft(answers.facts, read_framework(root, whole=False))
    told = [answers.told(one.part, one.row, one.path, one.message, one.line) for one in made.faults]
    print("".join(f"{one}\n" for one in (*told, *answers.lost)), end="")
    slug = options.slug or made.slug
    if not slug:
        raise CivalueError(
            "nothing names the case: fill in its title or its short name, or name it yourself: "
            f"civalue new fewer-falls --from {options.workbook.name}"
        )
    files = {name: text.encode() for name, text in made.files.items()}
    path = write_case(root, slug, made.text.encode(), files)
    beside = f", with {', '.join(files)} beside it" if files else ""
    print(f"Made {path}{beside}.")
    if told or answers.lost:
        print("What is said above is not in it: put it right there, or mend the spreadsheet,")
        print("delete the folder of the case, and run this again.")
    print(f"Next: civalue check {slug}")
    return exits.FINDINGS if told or answers.lost else exits.CLEAN


def version(_: argparse.Namespace) -> int:
    """Print the version."""
    print(f"civalue {__version__}")
    return exits.CLEAN


def _for_site(options: argparse.Namespace) -> tuple[Path, pipeline.Surroundings]:
    root, around = _open(options)
    return root, replace(around, site=str(read_settings(root).get("site_url") or ""))


def _open(options: argparse.Namespace, *, whole: bool = True) -> tuple[Path, pipeline.Surroundings]:
    root = find_library(Path.cwd(), options.library)
    wanted = getattr(options, "discounting", None)
    around = pipeline.surroundings(root, build_day(root, os.environ), wanted, whole=whole)
    known = around.framework.schedules
    if wanted and wanted not in known:
        raise CivalueError(f"no discount schedule “{wanted}”; there are: {', '.join(known)}")
    gc.freeze()  # what was read stays: no use in looking at it again and again
    gc.enable()
    return root, around
