"""The list of all programmes, and how one reads in a list."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Undefined
from civalue_build.model.enums import Perspective
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import ProgrammeAppraisal, ValuedProgramme
from civalue_build.model.site import Page
from civalue_build.present import wording
from civalue_build.present.addresses import CASES, PROGRAMMES, programme_address, relative
from civalue_build.present.library.base import Library, draw, ways
from civalue_build.present.library.cases import counted_apart
from civalue_build.present.library.views import INVENTED, prose_link
from civalue_build.present.views import CardView, Fact, Link, Tag

LEAD = (
    "A programme shares costs, such as coaching and training, among many small changes. Here the "
    "changes add up."
)


def pages(library: Library) -> Iterator[Page]:
    """Draw the page of all programmes."""
    yield draw(
        PROGRAMMES,
        "library_programmes.html",
        title="Programmes",
        lead=LEAD,
        cards=[_card(valued) for valued in library.programmes],
        onward=ways(
            PROGRAMMES,
            prose_link(library.framework, "methods/programmes", "See how a programme is added up"),
            Link(text="Read the cases", href=CASES),
            prose_link(library.framework, "contribute/programmes", "Add a programme"),
        ),
    )


def tags_of(programme: Programme) -> tuple[Tag, ...]:
    """Return the tags that a programme carries wherever it is shown."""
    return (
        *((INVENTED_PROGRAMME,) if programme.illustrative else ()),
        Tag(text=wording.label(programme.status), tone="white"),
        Tag(text=wording.label(programme.record), tone="white"),
    )


INVENTED_PROGRAMME = Tag(text="invented teaching programme", tone=INVENTED.tone)


def in_short(value: ProgrammeAppraisal) -> str:
    """Return what a programme came to, for whom and over how long, or why there is no figure."""
    found, vintage = value.of(Perspective.NHS), value.vintage
    if found is None or vintage is None:
        return "not valued"
    claimed, corrected = found.claimed.npv, found.corrected.npv
    years = wording.counted(vintage.horizon, "year", "years")
    if isinstance(claimed, Undefined) or isinstance(corrected, Undefined):
        return "no net figure: not all costs and benefits are stated"
    first, second = (wording.net(net, vintage.currency) for net in (claimed, corrected))
    both = f"{first} as claimed, {second} corrected for evidence"
    return f"{both}, for the NHS over {years}, shared costs included"


def _card(valued: ValuedProgramme) -> CardView:
    programme, value = valued.programme, valued.appraisal
    left = len(value.left_out)
    note = f"{left} of them not added up" if left else ""
    return CardView(
        title=programme.title,
        href=relative(PROGRAMMES, programme_address(programme.id)),
        text=programme.summary,
        tags=tags_of(programme),
        facts=(
            Fact(term="Where", value=programme.organisation.name),
            Fact(
                term="Cases",
                value=counted_apart(member.illustrative for member in value.members),
                note=note,
            ),
            Fact(term="Headline", value=wording.capital(in_short(value))),
        ),
        level=2,
    )
