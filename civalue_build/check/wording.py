"""Texts of a case in which words are the author's own, and what is said in them."""

import re
from functools import lru_cache

from civalue_build.check.texts import Same, Text, all_texts
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework
from civalue_build.model.place import PROSE, KeyPath

WORDED = frozenset(
    (
        "title",
        "summary",
        "statement",
        "value",
        "how",
        "what",
        "who",
        "label",
        "counterfactual",
        "because",
        "adapt",
        "spread",
        "inequalities",
        "best_next_use",
        "cause",
    )
)
"""Keys whose value is a phrase or a sentence."""

_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z](?:&?[A-Z]){1,5}(?=s?(?![\w&]))")
_INTRODUCED = re.compile(r"(?:\(|called |known as )([A-Z](?:&?[A-Z]){1,5})s?(?![\w&])")
_FOLLOWED = re.compile(r"(?<![\w-])([A-Z](?:&?[A-Z]){1,5})(?:s? \(|:| stands for| means)")
_ROMAN = re.compile(r"[IVX]+")
_WORD = re.compile(r"\w+")


def worded_texts(case: Case) -> tuple[Text, ...]:
    """Return the texts that an author worded: sources and quotations are others' words."""
    return _worded_texts(Same(case))


@lru_cache(maxsize=1)
def _worded_texts(same: Same) -> tuple[Text, ...]:
    return tuple(item for item in all_texts(same.case) if _is_worded(*item))


def _is_worded(path: KeyPath, text: str) -> bool:
    if path[0] == PROSE:
        return not text.lstrip().startswith((">", "```", "~~~"))
    return path[-1] in WORDED and path[0] != "sources"


def worded(case: Case) -> str:
    """Return all that an author worded as one text."""
    return "\n".join(text for _, text in worded_texts(case))


def short_forms(text: str) -> list[str]:
    """Return the short forms in capitals that a text uses, numerals left out."""
    return [form for form in _SHORT_FORM.findall(text) if not _ROMAN.fullmatch(form)]


def unexplained(case: Case, framework: Framework) -> set[str]:
    """Return the short forms that readers do not know and that the case does not explain.

    A short form is explained where it stands in brackets, where brackets or a colon follow it,
    where something is called by it, or where the framework's long form of it is written out. One
    that the framework does not hold and that stands in the title is a name.
    """
    text = worded(case)
    held = framework.acronyms
    folded = text.casefold()
    known = {a.short for a in held.values() if a.known or a.long.casefold() in folded}
    names = {form for form in short_forms(case.title) if form not in held}
    told = {*_INTRODUCED.findall(text), *_FOLLOWED.findall(text)}
    return set(short_forms(text)) - known - names - told


def heavy_words(case: Case, framework: Framework) -> re.Pattern[str] | None:
    """Return a pattern of those words the framework advises against that a case may use."""
    used = set(_WORD.findall(worded(case).casefold()))
    stems = used | {word[:-1] for word in used}
    listed = [word.avoid for word in framework.plain_words]
    near = [word for word in listed if _WORD.findall(word.casefold())[0] in stems]
    if not near:
        return None
    either = "|".join(map(re.escape, sorted(near, key=len, reverse=True)))
    return re.compile(rf"\b(?:{either})(?=[sd]?\b)", re.IGNORECASE)
