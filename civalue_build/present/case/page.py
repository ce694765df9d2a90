"""The page of a case, with its files and its card. Deterministic: same case, same bytes."""

import posixpath
from collections.abc import Iterator
from dataclasses import replace

from civalue_build.model.appraisal import Appraisal, Result, Rung
from civalue_build.model.card import CaseCard, GradedLines, plain_card
from civalue_build.model.case import Case
from civalue_build.model.contribution import Seen
from civalue_build.model.enums import Step
from civalue_build.model.fall import letters
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine
from civalue_build.model.programme import Programme
from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.present.addresses import CASES, LENSES, address_on
from civalue_build.present.case import background
from civalue_build.present.case.approaches import view_as
from civalue_build.present.case.base import Material
from civalue_build.present.case.board_readers import board_downloads, readers
from civalue_build.present.case.board_views import Papers
from civalue_build.present.case.capacity import (
    capacity_lead,
    capacity_table,
    capacity_totals,
    capacity_uses,
)
from civalue_build.present.case.compared import compared
from civalue_build.present.case.explained import group as how
from civalue_build.present.case.explained.links import linked
from civalue_build.present.case.figures import charts
from civalue_build.present.case.header import header, strongest_claim
from civalue_build.present.case.here import here
from civalue_build.present.case.lenses import lens_views
from civalue_build.present.case.measured import Measured, measured, trend
from civalue_build.present.case.money import money
from civalue_build.present.case.onward import onward
from civalue_build.present.case.people import people
from civalue_build.present.case.principles import (
    check_groups,
    principle_views,
    tally,
    waiver_views,
)
from civalue_build.present.case.reporting import reporting
from civalue_build.present.case.rows import rows_file
from civalue_build.present.case.uncertainty import uncertainty
from civalue_build.present.case.worked import worked_examples
from civalue_build.present.charts.figure import figure_view, live_files
from civalue_build.present.jsonld import case_data
from civalue_build.present.library.base import draw, ways
from civalue_build.present.views import FigureView, Link

UP = Link(text="Cases", href=CASES)


@record
class CasePage:
    """A page, the files that go with it, and what lists of cases keep of it."""

    page: Page
    assets: tuple[Asset, ...]
    card: CaseCard


def case_page(  # noqa: PLR0913 all that a page is made of
    case: Case,
    appraisal: Appraisal,
    judgement: Judgement,
    framework: Framework,
    programme: Programme | None = None,
    *,
    today: tuple[int, int, int] | None = None,
    book: Asset | None = None,
    papers: Papers | None = None,
    site: str = "",
) -> CasePage:
    """Return the page of a case at `cases/<slug>/index.html`.

    `programme` is the one that the case names, if it has a page to lead to. Of `today`, year,
    month and day of the build, the page tells no more than whether `review_by` is past. `book` is
    the workbook, `papers` the one page for a board, among its files. `site` is the address of the
    site, if it has one.
    """
    known = Material(
        case=case,
        appraisal=appraisal,
        judgement=judgement,
        framework=framework,
        programme=programme,
        today=today,
    )
    folder = posixpath.dirname(known.path)
    shows = measured(known, folder)
    first = 1 + len(shows.figures)
    drawn = [figure_view(chart, n, folder) for n, chart in enumerate(charts(known), start=first)]
    figures = tuple(view for view, _ in drawn)
    lines = (background.lines_file(known, folder),) if appraisal.vintage else ()
    told = view_as(known, site)
    return CasePage(
        page=replace(
            _page(known, shows, figures, book, papers, site=site),
            source=f"cases/{case.slug}/case.md",
            reviewed=str(case.reviewed or ""),
            data=case_data(case, framework, background.data_files(known, book), site),
        ),
        assets=(
            *shows.files,
            *(file for _, file in drawn),
            *live_files((*shows.figures, *figures, *(told.figures if told else ())), folder),
            *(told.files if told else ()),
            *lines,
            compared(known),
            rows_file(known, folder),
            *((book,) if book else ()),
            *(papers.files if papers else ()),
            *background.pictures(known, folder),
        ),
        card=case_card(known),
    )


def _page(  # noqa: PLR0913 all that a page is made of
    known: Material,
    shows: Measured,
    figures: tuple[FigureView, ...],
    book: Asset | None,
    papers: Papers | None,
    *,
    site: str,
) -> Page:
    case, judged = known.case, principle_views(known)
    return draw(
        known.path,
        "case.html",
        up=UP,
        lenses_page=known.to(LENSES),
        title=f"{case.title} (invented teaching case)" if case.illustrative else case.title,
        lead=case.summary,
        head=header(known),
        has_paper=papers is not None,
        readers=readers(known, papers, book, charts=shows.over_time is not None),
        lenses=lens_views(known),
        people=people(known),
        measured=shows,
        capacity=linked(capacity_table(known), how.CAPACITY),
        totals=capacity_totals(known),
        totals_lead=capacity_lead(known),
        capacity_uses=capacity_uses(known),
        money=money(known, figures),
        here=here(known),
        unsure=uncertainty(known, figures),
        principles=judged,
        tally=tally(judged),
        not_judged=known.judgement.not_judged,
        waivers=waiver_views(known),
        reporting=reporting(known),
        story=background.story(known),
        lessons=background.lessons(known),
        sources=background.sources(known),
        keepers=background.keepers(known),
        basis=background.basis(known),
        citation=background.citation(known),
        address=address_on(site, known.path),
        checks=check_groups(known),
        downloads=(
            *board_downloads(papers),
            *background.downloads(known, (*shows.figures, *figures), book),
        ),
        onward=ways(known.path, *onward(known)),
    )


def case_card(known: Material) -> CaseCard:
    """Return what a library keeps of the case."""
    case, appraisal = known.case, known.appraisal
    kinds = dict.fromkeys(line.kind for line in case.lines if isinstance(line, BenefitLine))
    values = {line.unit_value.id for line in case.lines if line.unit_value}
    rungs = {rung.step: rung for rung in appraisal.ladder}
    return replace(
        plain_card(case),
        priorities=appraisal.lenses.priorities,
        kinds=tuple(kinds),
        claim=strongest_claim(known),
        currency=known.currency,
        headline=appraisal.headline,
        ungraded=len(appraisal.ungraded),
        vintage=appraisal.vintage,
        cash=_seen(rungs.get(Step.CASH)),
        society=_seen(rungs.get(Step.SOCIETY)),
        business=_seen(appraisal.lenses.business),
        outcomes=len(case.outcomes),
        operational=appraisal.operational,
        standings=tuple((v.principle, v.standing) for v in known.judgement.verdicts.values()),
        reporting=tuple((one.guideline, one.letters) for one in appraisal.reporting),
        falls=tuple((one.approach, letters(one.categories)) for one in appraisal.readings),
        graded=tuple(_graded(appraisal)),
        unit_values=tuple(sorted(value for value in values if value)),
        worked=worked_examples(known),
        trend=trend(known),
        tracked=appraisal.tracked,
    )


def _graded(appraisal: Appraisal) -> Iterator[GradedLines]:
    valued = [line for line in appraisal.lines if not line.undefined]
    for grade, side in dict.fromkeys((line.grade, line.side) for line in valued):
        labels = [line.label for line in valued if (line.grade, line.side) == (grade, side)]
        yield GradedLines(grade=grade, side=side, first=labels[0], count=len(labels))


def _seen(account: Result | Rung | None) -> Seen | None:
    if account is None:
        return None
    both = account.claimed.return_per_pound, account.corrected.return_per_pound
    return Seen(claimed=both[0], corrected=both[1])
