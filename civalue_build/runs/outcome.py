"""What is left of a case once it has been worked on: little, so that 100,000 fit in memory."""

from civalue_build.model.card import CaseCard
from civalue_build.model.finding import Finding, Judgement
from civalue_build.model.record import record
from civalue_build.pipeline import Worked


@record
class Told:
    """What is said of a case once a build is over; `crash` is the traceback of a fault of ours."""

    slug: str
    findings: tuple[Finding, ...]
    not_judged: str
    is_published: bool
    crash: str = ""

    @property
    def judgement(self) -> Judgement:
        """The findings, and what could not be judged, without the verdicts behind them."""
        return Judgement(findings=self.findings, not_judged=self.not_judged)


@record
class Outcome:
    """How it went with one case.

    `card` is none where the case is not published. `crash` is the traceback of a fault of ours
    that this case met.
    """

    slug: str
    judgement: Judgement
    card: CaseCard | None = None
    crash: str = ""

    @property
    def told(self) -> Told:
        """What is said of the case, without what lists need of it."""
        return Told(
            slug=self.slug,
            findings=self.judgement.findings,
            not_judged=self.judgement.not_judged,
            is_published=self.card is not None,
            crash=self.crash,
        )


def outcome_of(worked: Worked) -> Outcome:
    """Return what is kept of a case's work, without its page and files."""
    card = worked.card if worked.page else None
    return Outcome(slug=worked.slug, judgement=worked.judgement, card=card)
