"""The line: source → appraise → check → present → publish. Read this file first.

`work` is the whole of what is done for one case, without touching the disk.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import format_exc

from civalue_build.appraise import appraise
from civalue_build.check.judge import judge
from civalue_build.check.registry import docs
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.card import CaseCard
from civalue_build.model.case import Case
from civalue_build.model.finding import CheckDoc, Finding, Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset, Page
from civalue_build.model.subject import Subject
from civalue_build.present.case.page import case_page
from civalue_build.present.document import download
from civalue_build.present.library.site import library_pages, shell_site
from civalue_build.publish.engine import draw_chrome
from civalue_build.publish.folder import Staging
from civalue_build.source.case import parse_case
from civalue_build.source.faults.catalogue import FAULTS
from civalue_build.source.folder.files import RawCase, load_case
from civalue_build.source.framework import read_framework
from civalue_build.source.library import case_slugs, programme_ids, read_settings
from civalue_build.source.programme import load_programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What every case is judged against; `today` is (year, month, day) of the build."""

    framework: Framework
    today: tuple[int, int, int] | None = None
    programmes: frozenset[str] = frozenset()
    discounting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A case as read, valued and judged; case and appraisal are none where it cannot be read.

    `crash` is the traceback of a fault of ours that this case met.
    """

    slug: str
    judgement: Judgement
    case: Case | None = None
    appraisal: Appraisal | None = None
    crash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What one case gives to the site: nothing but findings where it has an error.

    `crash` is the traceback of a fault of ours that this case met.
    """

    slug: str
    judgement: Judgement
    page: Page | None = None
    assets: tuple[Asset, ...] = ()
    card: CaseCard | None = None
    crash: str = ""


def surroundings(
    root: Path, today: tuple[int, int, int] | None, discounting: str | None = None
) -> Surroundings:
    """Read the framework of a library and what else its cases are judged against."""
    return Surroundings(
        framework=read_framework(root),
        today=today,
        programmes=frozenset(programme_ids(root)),
        discounting=discounting,
    )


def assess(raw: RawCase, around: Surroundings, *, uncertain: bool = False) -> Assessed:
    """Read, value and judge one case; with its uncertainty only where it is asked for."""
    reading = parse_case(raw)
    if reading.case is None:
        judged = Judgement(findings=reading.findings, not_judged=reading.not_judged)
        return Assessed(slug=raw.slug, judgement=judged)
    appraisal = appraise(reading.case, around.framework, around.discounting, uncertain=uncertain)
    subject = Subject(
        case=reading.case,
        appraisal=appraisal,
        framework=around.framework,
        today=around.today,
        programmes=around.programmes,
    )
    judged = judge(subject, reading.places)
    judged = replace(
        judged,
        findings=in_order((*reading.findings, *judged.findings)),
        not_judged=reading.not_judged,
    )
    return Assessed(slug=raw.slug, case=reading.case, appraisal=appraisal, judgement=judged)


def work(raw: RawCase, around: Surroundings) -> Worked:
    """Do everything for one case: bytes and framework become a page, data and findings."""
    found = assess(raw, around, uncertain=True)
    if found.case is None or found.appraisal is None or found.judgement.has_error:
        return Worked(slug=found.slug, judgement=found.judgement)
    made = case_page(found.case, found.appraisal, found.judgement, around.framework)
    return Worked(
        slug=found.slug,
        judgement=found.judgement,
        page=made.page,
        assets=(*made.assets, download(found.appraisal, found.judgement.verdicts)),
        card=made.card,
    )


def check_library(
    root: Path, around: Surroundings, slugs: Sequence[str] = (), *, uncertain: bool = False
) -> Iterator[Assessed]:
    """Assess cases one after another, all of the library's where none is named."""
    for slug in slugs or case_slugs(root):
        try:
            yield assess(load_case(root, slug), around, uncertain=uncertain)
        except Exception:  # noqa: BLE001 one case never stops the others
            yield Assessed(slug=slug, judgement=Judgement(), crash=format_exc())


def check_programmes(root: Path) -> tuple[Judgement, ...]:
    """Return what reading each programme of a library found."""
    readings = (load_programme(root, name) for name in programme_ids(root))
    return tuple(Judgement(findings=reading.findings) for reading in readings)


def build(root: Path, target: Path, around: Surroundings) -> Iterator[Worked]:
    """Build the site of a library into `target`, giving each case as it is done.

    The folder changes when the last case is taken, all at once; it stays as it was if anything
    raises before that.
    """
    settings, checks = read_settings(root), all_checks()
    site = shell_site(around.framework, checks, settings)
    cards: list[CaseCard] = []
    keep_out = tuple(root / part for part in ("cases", "framework", "programmes"))
    with Staging(target, keep_out=keep_out) as staging:
        chromes = draw_chrome(site, settings, staging.scratch)
        staging.adopt(chromes.folder)
        for slug in case_slugs(root):
            done = _work_alone(root, slug, around)
            if done.page and done.card:
                staging.check([done.page.path, *(asset.path for asset in done.assets)])
                cards.append(done.card)
                staging.write(done.page.path, chromes.specimen.fill(done.page).encode())
                for asset in done.assets:
                    staging.write(asset.path, asset.content)
            yield done
        for item in library_pages(around.framework, checks, cards):
            if isinstance(item, Asset):
                staging.write(item.path, item.content)
            else:
                staging.write(item.path, chromes.shells[item.path].fill(item).encode())


def _work_alone(root: Path, slug: str, around: Surroundings) -> Worked:
    try:
        return work(load_case(root, slug), around)
    except Exception:  # noqa: BLE001 one case never stops the others
        return Worked(slug=slug, judgement=Judgement(), crash=format_exc())


def all_checks() -> tuple[CheckDoc, ...]:
    """Return the documentation of every check, by code."""
    return tuple(sorted((*FAULTS, *docs()), key=lambda check: (len(check.code), check.code)))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of their places."""
    return tuple(sorted(findings, key=lambda f: (f.place, f.code, f.message)))
