"""Members of vocabularies, lists and sentences."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from civalue_build.model.framework import Term
from civalue_build.present.labels import LABELS, SHARES

_ARTICLES = frozenset(("The", "A", "An"))
_COMMON = frozenset((
    "All", "Carers", "Central", "Everybody", "Everyone", "Families", "Hospitals", "Local",
    "Others", "Patients", "People", "Practices", "Primary", "Society", "Staff", "Taxpayers",
    "Those", "Voluntary", "Wider",
))  # fmt: skip
"""Words that begin what describes a party, and no name where no capital letter follows."""


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: a, b and c."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def label(member: StrEnum | None) -> str:
    """Return the words for a member of a closed vocabulary, `not stated` for none."""
    if member is None:
        return "not stated"
    return LABELS[type(member)][member.value]


def share(name: str) -> str:
    """Return the words for one share of the value chain."""
    return SHARES.get(name, plain(name))


def plain(identifier: str) -> str:
    """Return an id as words, for want of a label."""
    return identifier.replace("-", " ").replace("_", " ")


def title(terms: Mapping[str, Term], identifier: str) -> str:
    """Return the title of a term of the framework, the id as words where it is unknown."""
    term = terms.get(identifier)
    return term.title if term else capital(plain(identifier))


def capital(text: str) -> str:
    """Return the text with its first letter in upper case, the others untouched."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return a message as a sentence: capital letter, full stop."""
    words = capital(text.strip())
    return words if words.endswith((".", "!", "?", ":")) or not words else f"{words}."


def midway(name: str) -> str:
    """Return the name of a party as it stands within a sentence.

    An article loses its capital letter; so does a common noun, where the words after it have none:
    `the hospitals that people left`, `central government`, but `Central London Hospital`.
    """
    first, _, rest = name.partition(" ")
    is_plain = first in _COMMON and not any(word[:1].isupper() for word in rest.split())
    return lower_first(name) if first in _ARTICLES or is_plain else name


def lower_first(text: str) -> str:
    """Return the text with a small first letter, unless it starts with a short form."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
