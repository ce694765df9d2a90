"""What is left of a case once it has been worked on: little, so that 100,000 fit in memory."""

from civalue_build.model.card import CaseCard
from civalue_build.model.finding import Judgement
from civalue_build.model.record import record
from civalue_build.pipeline import Worked


@record
class Told:
    """What is said of a case once a build is over; `crash` is the traceback of a fault of ours."""

    slug: str
    judgement: Judgement
    is_published: bool
    crash: str = ""


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
        published = self.card is not None
        return Told(
            slug=self.slug, judgement=self.judgement, is_published=published, crash=self.crash
        )


def outcome_of(worked: Worked) -> Outcome:
    """Return what is kept of a case's work, without its page and files."""
    card = worked.card if worked.page else None
    return Outcome(slug=worked.slug, judgement=worked.judgement, card=card)
