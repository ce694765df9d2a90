"""The line: source → appraise → check → present. Read this file first.

`work` is the whole of what is done for one case, without touching the disk; `runs` does it for a
library, and publishes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from civalue_build.appraise import appraise, in_brief
from civalue_build.check.judge import judge
from civalue_build.check.registry import docs
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.card import CaseCard, plain_card
from civalue_build.model.case import Case
from civalue_build.model.contribution import Contribution, SavingClaim
from civalue_build.model.finding import CheckDoc, Judgement, in_order
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.model.programme import Programme
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.model.subject import Subject
from civalue_build.model.together import AssessedProgramme, Together
from civalue_build.model.turns import turns_of
from civalue_build.source.build_day import Day
from civalue_build.source.case import parse_case
from civalue_build.source.faults.catalogue import FAULTS
from civalue_build.source.framework import read_framework
from civalue_build.source.programme import ProgrammeReading, load_programmes
from civalue_build.source.reading import RawCase

if TYPE_CHECKING:
    from civalue_build.model.portfolio import Portfolio
    from civalue_build.present.case.board_views import Papers


@record
class Surroundings:
    """What every case is judged against; `today` is the day of the build, an input.

    `downloads` says whether a case's files include what takes longest to make: its workbook, and
    its one page for a board as PDF and for Word. `site` is the address of the site, if it has one.
    """

    framework: Framework
    today: Day | None = None
    programmes: tuple[AssessedProgramme, ...] = ()
    discounting: str | None = None
    downloads: bool = True
    site: str = ""

    @property
    def published(self) -> Mapping[str, Programme]:
        """The programmes that have a page, by id."""
        return {found.id: found.programme for found in self.programmes if found.programme}


@record
class Assessed:
    """A case as read, valued and judged; case and appraisal are none where it cannot be read.

    `card` is what the library knows of it, none where the case must not be published. `crash` is
    the traceback of a fault of ours that this case met. `places` says where its file states what.
    """

    slug: str
    judgement: Judgement
    case: Case | None = None
    appraisal: Appraisal | None = None
    places: SourceMap | None = None
    card: CaseCard | None = None
    crash: str = ""


@record
class Worked:
    """What one case gives to the site: nothing but findings where it has an error.

    `turns` are the days from which on it would have come to something else: nothing else of a
    case's work depends on the day of the build.
    """

    slug: str
    judgement: Judgement
    page: Page | None = None
    assets: tuple[Asset, ...] = ()
    card: CaseCard | None = None
    turns: tuple[Day, ...] = ()


def surroundings(
    root: Path, today: Day | None, discounting: str | None = None, *, whole: bool = True
) -> Surroundings:
    """Read the framework of a library and what else its cases are judged against.

    Where not the whole is wanted, the framework's own pages and guidelines are left out.
    """
    framework = read_framework(root, whole=whole)
    read = load_programmes(root)
    return Surroundings(
        framework=framework,
        today=today,
        programmes=_programmes(read, framework, today) if read else (),
        discounting=discounting,
    )


def _programmes(
    read: Iterable[ProgrammeReading], framework: Framework, today: Day | None
) -> tuple[AssessedProgramme, ...]:
    from civalue_build.together import assess_programme  # noqa: PLC0415 few libraries have any

    return tuple(assess_programme(reading, framework, today) for reading in read)


def assess(raw: RawCase, around: Surroundings, *, in_full: bool = False) -> Assessed:
    """Read, value and judge one case; in brief, it is valued only as far as rules look."""
    reading = parse_case(raw)
    if reading.case is None:
        judged = Judgement(findings=reading.findings, not_judged=reading.not_judged)
        return Assessed(slug=raw.slug, judgement=judged)
    value = appraise if in_full else in_brief
    appraisal = value(reading.case, around.framework, around.discounting)
    subject = Subject(
        case=reading.case,
        appraisal=appraisal,
        framework=around.framework,
        today=around.today,
        programmes=frozenset(found.id for found in around.programmes),
    )
    judged = judge(subject, reading.places, with_verdicts=in_full)
    judged = replace(
        judged,
        findings=in_order((*reading.findings, *judged.findings)),
        not_judged=reading.not_judged,
    )
    return Assessed(
        slug=raw.slug,
        case=reading.case,
        appraisal=appraisal,
        places=reading.places,
        judgement=judged,
        card=None if judged.has_error else _card(reading.case, reading.places, around),
    )


def _card(case: Case, places: SourceMap, around: Surroundings) -> CaseCard:
    """Return what the library knows of a case without its value, and what ties it to others."""
    programme = around.published.get(case.programme or "")
    return replace(
        plain_card(case),
        formerly_at=tuple(places.place(("formerly", at)) for at in range(len(case.formerly))),
        programme_at=places.place(("programme",)) if case.programme else None,
        contribution=_contribution(case, programme, around) if programme else None,
        savings=tuple(_savings(case, places, around)),
    )


def _contribution(case: Case, programme: Programme, around: Surroundings) -> Contribution:
    from civalue_build.appraise.programme import contribution  # noqa: PLC0415 for members alone

    return contribution(case, around.framework, programme)


def _savings(case: Case, places: SourceMap, around: Surroundings) -> Iterator[SavingClaim]:
    named = [(at, line.saving_key) for at, line in enumerate(case.benefits or ())]
    if not any(key for _, key in named):
        return
    from civalue_build.appraise.savings import saving_claims  # noqa: PLC0415 few cases name any

    for claim in saving_claims(case, around.framework, around.discounting):
        own = [("benefits", at, "saving_key") for at, key in named if key == claim.share.saving]
        yield replace(claim, places=tuple(map(places.place, own)))


def work(raw: RawCase, around: Surroundings) -> Worked:
    """Do everything for one case: bytes and framework become a page, data and findings."""
    found = assess(raw, around, in_full=True)
    turns = turns_of(found.case) if found.case else ()
    if found.case is None or found.appraisal is None or found.card is None:
        return Worked(slug=found.slug, judgement=found.judgement, turns=turns)
    from civalue_build.present.case.page import case_page  # noqa: PLC0415 check needs no pages
    from civalue_build.present.document import download  # noqa: PLC0415

    made = case_page(
        found.case,
        found.appraisal,
        found.judgement,
        around.framework,
        around.published.get(found.case.programme or ""),
        today=around.today,
        book=_book(found.case, found.appraisal, around) if around.downloads else None,
        papers=_papers(found.case, found.appraisal, found.judgement, around),
        site=around.site,
    )
    return Worked(
        slug=found.slug,
        judgement=found.judgement,
        page=made.page,
        assets=(*made.assets, download(found.appraisal, found.judgement.verdicts)),
        card=_complete(made.card, found, around),
        turns=turns,
    )


def _book(case: Case, appraisal: Appraisal, around: Surroundings) -> Asset | None:
    from civalue_build.present.workbook.book import workbook  # noqa: PLC0415 slow to import

    return workbook(case, appraisal, around.framework)


def _papers(
    case: Case, appraisal: Appraisal, judgement: Judgement, around: Surroundings
) -> "Papers":
    from civalue_build.present.board.papers import papers  # noqa: PLC0415 check needs no pages
    from civalue_build.present.case.base import Material  # noqa: PLC0415

    known = Material(
        case=case,
        appraisal=appraisal,
        judgement=judgement,
        framework=around.framework,
        today=around.today,
    )
    return papers(known, around.site, downloads=around.downloads)


def valued_card(found: Assessed, around: Surroundings) -> CaseCard | None:
    """Return all that the library knows of a case that was assessed in full; none if unpublished.

    It is the card of its `work`, without the page.
    """
    if found.case is None or found.appraisal is None or found.card is None:
        return None
    from civalue_build.present.case.base import Material  # noqa: PLC0415 check needs no pages
    from civalue_build.present.case.page import case_card  # noqa: PLC0415

    known = Material(
        case=found.case,
        appraisal=found.appraisal,
        judgement=found.judgement,
        framework=around.framework,
    )
    return _complete(case_card(known), found, around)


def _complete(made: CaseCard, found: Assessed, around: Surroundings) -> CaseCard:
    """Return the card of a case's page with what ties it to others, and its editions."""
    from civalue_build.appraise.editions import editions  # noqa: PLC0415 not to check a case

    tied, case, appraisal = found.card or made, found.case, found.appraisal
    return replace(
        made,
        formerly_at=tied.formerly_at,
        programme_at=tied.programme_at,
        contribution=tied.contribution,
        savings=tied.savings,
        editions=editions(case, appraisal.lines, around.framework) if case and appraisal else (),
    )


def together(around: Surroundings, slugs: Sequence[str], cards: Sequence[CaseCard]) -> Together:
    """Judge the published cases beside each other, and value the programmes.

    `slugs` are all cases of the library, published or not.
    """
    if not around.programmes and not any(card.formerly or card.savings for card in cards):
        return Together()
    from civalue_build.together import Ground, beside  # noqa: PLC0415 only where there are ties

    ground = Ground(
        framework=around.framework,
        programmes=around.programmes,
        discounting=around.discounting,
    )
    return beside(ground, slugs, cards)


def side_by_side(around: Surroundings, cards: Sequence[CaseCard]) -> "Portfolio":
    """Return how the returns of cases are spread, and what cases add up to."""
    from civalue_build.appraise.portfolio import portfolio  # noqa: PLC0415 not for check
    from civalue_build.present.library.base import by_title  # noqa: PLC0415

    return portfolio(by_title(cards), around.framework)


def all_checks() -> tuple[CheckDoc, ...]:
    """Return the documentation of every check, by code."""
    from civalue_build.check.across.catalogue import DOCS  # noqa: PLC0415 not to check a case

    return tuple(sorted((*FAULTS, *docs(), *DOCS), key=lambda check: (len(check.code), check.code)))
