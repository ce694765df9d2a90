"""Checks across files, and how one becomes a finding."""

from textwrap import shorten

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc, Finding
from civalue_build.model.place import Place

MESSAGE_LENGTH = 300


def _doc(code: str, name: str, summary: str, explanation: str) -> CheckDoc:
    return CheckDoc(
        code=code,
        name=name,
        level=Level.GAP,
        summary=summary,
        explanation=" ".join(explanation.split()),
    )


FORMER_NAME_TAKEN = _doc(
    "CV5001",
    "former-name-taken",
    "An earlier name of a case is the name of another case.",
    """The address of an earlier name leads on to the case as it is called now. Where another case
    has that address today, its own page stays there and nothing leads on. Take the name out of
    formerly, or give the other case another name.""",
)
FORMER_NAME_CLAIMED_TWICE = _doc(
    "CV5002",
    "former-name-claimed-twice",
    "Two cases give the same earlier name.",
    """An address can lead on to one case only. Leave the name in the case that readers of the old
    address should find. Until then the address leads nowhere.""",
)
PROGRAMME_LISTS_A_STRANGER = _doc(
    "CV5011",
    "programme-lists-a-stranger",
    "A programme lists a case that does not name it.",
    """A case belongs to a programme by its own key programme. The list under cases is there to be
    compared with that. Mend the name, take it off the list, or add the key to the case.""",
)
MEMBER_NOT_LISTED = _doc(
    "CV5012",
    "member-not-listed",
    "A case names a programme whose list of cases leaves it out.",
    """The case is counted, since its own key says where it belongs. Add it to the list under
    cases of the programme, or leave the list out: it is not needed.""",
)
MEMBER_NOT_PUBLISHED = _doc(
    "CV5013",
    "member-not-published",
    "A case that the programme lists is not published.",
    """The case has an error, so nothing is known of it here, and the programme's page adds up the
    others only. Mend the case.""",
)
MEMBER_NOT_ADDED_UP = _doc(
    "CV5014",
    "member-not-added-up",
    "A case of a programme cannot be added up with the others.",
    """Money of two currencies is never added, nor are prices that no index joins, invented cases
    to real ones, or archived cases. The page names the case and says why. Nothing is wrong with
    the case itself.""",
)
MEMBER_OUTSIDE_THE_YEARS = _doc(
    "CV5015",
    "member-outside-the-years",
    "Amounts of a case fall outside the years of its programme.",
    """A programme counts the years from its start to its horizon. What a case spends or gains
    before or after is left out, and the page says so. Mend the dates, or widen the horizon of the
    programme.""",
)
SAVING_CLAIMED_BY_SEVERAL = _doc(
    "CV5016",
    "saving-claimed-by-several",
    "Cases together claim more than all of one saving.",
    """Lines with the same saving_key speak of one and the same saving, in whatever case they
    stand. Their shares in any one year, from April to March, add up to 1 at most. Where they come
    to more, totals of the library and of programmes scale them to 1, so that the saving counts
    once. State in each case the share that is due to it.""",
)
PROGRAMME_WITHOUT_CASES = _doc(
    "CV5017",
    "programme-without-cases",
    "No published case names the programme.",
    """A programme shows what its cases add up to. Put its id under programme in each case that
    belongs to it.""",
)
PROGRAMME_NOT_VALUED = _doc(
    "CV5018",
    "programme-not-valued",
    "A programme does not say in which prices and over how many years it is counted.",
    """Add appraisal with price_year and horizon. Without them the page tells the story and lists
    the cases, and adds nothing up.""",
)

DOCS = tuple(
    sorted(
        (value for value in tuple(vars().values()) if isinstance(value, CheckDoc)),
        key=lambda doc: doc.code,
    )
)
"""The documentation of every check across files, in the order of their codes."""


def finding(doc: CheckDoc, message: str, place: Place, case: str = "") -> Finding:
    """Return one finding at a place; `case` is the slug where it stands in a case."""
    return Finding(
        code=doc.code,
        name=doc.name,
        level=doc.level,
        message=shorten(" ".join(message.split()), MESSAGE_LENGTH, placeholder=" …"),
        place=place,
        case=case,
    )
