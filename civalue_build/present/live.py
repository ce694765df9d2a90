"""What the writer of a case is told on its page while the library is served."""

from civalue_build.model.enums import Level
from civalue_build.model.finding import Judgement
from civalue_build.model.record import record
from civalue_build.model.site import Page
from civalue_build.present.addresses import case_address
from civalue_build.present.rendering import render

SHOWN = (Level.ERROR, Level.GAP)


@record
class Told:
    """One finding in words."""

    level: str
    code: str
    message: str
    place: str


def banner(judgement: Judgement | None, trouble: str = "") -> str:
    """Return the HTML that stands above a page: errors and gaps of its case, and wider trouble.

    Empty where there is nothing to tell.
    """
    found = judgement.findings if judgement else ()
    findings = [
        Told(level=f.level.value, code=f.code, message=f.message, place=str(f.place))
        for f in found
        if f.level in SHOWN
    ]
    if not findings and not trouble:
        return ""
    errors = any(finding.level == Level.ERROR.value for finding in findings)
    heading = _heading(trouble, errors)
    return str(render("live_banner.html", heading=heading, trouble=trouble, findings=findings))


def _heading(trouble: str, errors: object) -> str:
    if trouble:
        return "The library cannot be built as it is. You see it as it was before."
    if errors:
        return "This case has errors, and would not be published."
    return "This case can be published. Readers may miss something:"


def missing(slug: str) -> Page:
    """Return the page that stands for a case that cannot be published."""
    title, lead = f"{slug}: not published", "The case has errors, so that it has no page."
    body = render("live_missing.html", title=title, lead=lead)
    return Page(path=case_address(slug), title=title, description=lead, body=body)
