"""How the list of cases is looked through: facets, their options, and what each case is under."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from civalue_build.model.appraisal import Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Claim, Lens, Standing, Status
from civalue_build.model.framework import Framework, Term
from civalue_build.model.record import record
from civalue_build.present import wording

Under = Callable[[CaseCard], Iterable[str]]
"""From a case to the ids of the options that it is under."""

REAL, INVENTED = "real", "invented"
NO_CLAIM = "none"

SORTS = (
    ("title", "Title, A to Z"),
    ("newest", "Newest work first"),
    ("reviewed", "Last reviewed first"),
)
"""The orders that a reader can choose, by their names in the address. None is by any money."""


class Option(NamedTuple):
    """One box to tick: its id in the address, its words, and its number among all options."""

    value: str
    text: str
    code: int


@record
class Facet:
    """One way to narrow the list; `name` is what the address calls it.

    Only options under which there is a case are there. `unfolded` facets stand open at first.
    """

    name: str
    title: str
    options: tuple[Option, ...]
    note: str = ""
    unfolded: bool = False


class _Way(NamedTuple):
    name: str
    title: str
    titles: Mapping[str, str]
    under: Under
    note: str = ""
    unfolded: bool = False


@record
class Explorer:
    """The facets of a library, and under which options each of its cases stands, by slug."""

    facets: tuple[Facet, ...]
    codes: Mapping[str, str]


def explorer(framework: Framework, cards: Sequence[CaseCard]) -> Explorer:
    """Return the facets that these cases can be narrowed by.

    The numbers of a case's options are one text, separated by blanks.
    """
    ways = tuple(_ways(framework))
    facets = tuple(_facets(ways, cards))
    numbers = {(f.name, option.value): str(option.code) for f in facets for option in f.options}
    codes = {
        card.slug: " ".join(
            numbers[way.name, value] for way in ways for value in dict.fromkeys(way.under(card))
        )
        for card in cards
    }
    return Explorer(facets=facets, codes=codes)


def _facets(ways: Iterable[_Way], cards: Sequence[CaseCard]) -> Iterator[Facet]:
    code = 0
    for way in ways:
        used = {value for card in cards for value in way.under(card)}
        unknown = {value: wording.capital(wording.plain(value)) for value in sorted(used)}
        titles = {**way.titles, **{k: v for k, v in unknown.items() if k not in way.titles}}
        found = [(value, text) for value, text in titles.items() if value in used]
        if found:
            yield Facet(
                name=way.name,
                title=way.title,
                options=tuple(
                    Option(value, text, at) for at, (value, text) in enumerate(found, start=code)
                ),
                note=way.note,
                unfolded=way.unfolded,
            )
        code += len(found)


def _ways(framework: Framework) -> Iterator[_Way]:
    """Give the facets in the order in which a reader meets them."""
    yield _Way("setting", "Setting", _titles(framework.settings), _setting, unfolded=True)
    yield _Way("status", "Status", _STATUS, _status, ARCHIVED_NOTE, unfolded=True)
    yield _Way("claim", "Strongest claim", _claims(framework), _claim, CLAIM_NOTE)
    yield _Way("kind", "Kind of value", _titles(framework.kinds), lambda card: card.kinds)
    yield _Way("priority", "Priority", _titles(framework.priorities), lambda card: card.priorities)
    yield _Way("lens", "Lens shown", _lenses(framework), lenses_of, LENS_NOTE)
    yield _Way("principle", "Principle shown", _principles(framework), _shown)
    yield _Way("approach", "Approach", _shorts(framework), _approaches, APPROACH_NOTE)
    yield _Way("tag", "Tag", _titles(framework.tags), lambda card: card.tags)
    yield _Way("case", "Real or invented", _ORIGINS, _origin)


ARCHIVED_NOTE = "Archived cases are left out unless they are asked for here."
CLAIM_NOTE = "The strongest that any of a case’s benefits makes."
APPROACH_NOTE = (
    "An approach to value for which the case gives facts of its own. Every case can be read by any."
)
LENS_NOTE = (
    "Social: it says what changed for people. Economic: it states costs or benefits in money. "
    "Business: it names a priority, or a return for the organisation itself is known."
)
_STATUS = {status.value: wording.capital(wording.label(status)) for status in Status}
_ORIGINS = {REAL: "Real", INVENTED: "Invented, for teaching"}


def _titles(terms: Mapping[str, Term]) -> dict[str, str]:
    return {key: term.title for key, term in terms.items()}


def _claims(framework: Framework) -> dict[str, str]:
    named = {claim.value: wording.title(framework.claims, claim) for claim in Claim}
    return {**named, NO_CLAIM: "No claim stated"}


def _shorts(framework: Framework) -> dict[str, str]:
    return {key: approach.short for key, approach in framework.approaches.items()}


def _approaches(card: CaseCard) -> tuple[str, ...]:
    return card.approaches


def _lenses(framework: Framework) -> dict[str, str]:
    titles = {lens.id: lens.title for lens in framework.lenses}
    return {lens.value: titles.get(lens, wording.label(lens)) for lens in Lens}


def _principles(framework: Framework) -> dict[str, str]:
    ordered = sorted(framework.principles, key=lambda principle: principle.number)
    return {item.id: f"{item.number}. {item.title}" for item in ordered}


def _setting(card: CaseCard) -> tuple[str, ...]:
    return (card.setting,)


def _status(card: CaseCard) -> tuple[str, ...]:
    return (card.status.value,)


def _claim(card: CaseCard) -> tuple[str, ...]:
    return (card.claim.value if card.claim else NO_CLAIM,)


def _shown(card: CaseCard) -> tuple[str, ...]:
    return tuple(name for name, standing in card.standings if standing is Standing.SHOWN)


def _origin(card: CaseCard) -> tuple[str, ...]:
    return (INVENTED if card.illustrative else REAL,)


def lenses_of(card: CaseCard) -> tuple[str, ...]:
    """Return the lenses under which a case has something to show."""
    own = card.business is not None and not isinstance(card.business.claimed, Undefined)
    shown = (
        (Lens.SOCIAL, card.outcomes > 0),
        (Lens.ECONOMIC, card.headline is not None),
        (Lens.BUSINESS, bool(card.priorities) or own),
    )
    return tuple(lens.value for lens, is_shown in shown if is_shown)
