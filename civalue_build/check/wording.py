"""Texts of a case in which words are the author's own, and what is said in them."""

import re
from functools import lru_cache

from civalue_build.check.texts import Same, Text, all_texts
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework, PlainWord
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

_SHORT_FORM = re.compile(r"[A-Z](?<![\w-].)(?:&?[A-Z]){1,5}(?=s?(?![\w&]))")
_INTRODUCED = re.compile(r"(?:\(|called |known as )([A-Z](?:&?[A-Z]){1,5})s?(?![\w&])")
_FOLLOWED = re.compile(r"(?<![\w-])([A-Z](?:&?[A-Z]){1,5})(?:s? \(|:| stands for| means)")
_LETTERS = bytes(at if chr(at).isalnum() and at < 128 else ord(" ") for at in range(256))
"""Parts the words of a text, in bytes: all but letters and digits become blanks."""
_ROMAN = re.compile(r"[IVX]+")


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
    return _worded(Same(case))


@lru_cache(maxsize=1)
def _worded(same: Same) -> str:
    return "\n".join(text for _, text in worded_texts(same.case))


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
    used = set(short_forms(text))
    held = {form: framework.acronyms[form] for form in used if form in framework.acronyms}
    left = used - {form for form in short_forms(case.title) if form not in held}
    left -= {form for form, acronym in held.items() if acronym.known}
    if not left:
        return left
    folded = text.casefold()
    written_out = {form for form, acronym in held.items() if acronym.long.casefold() in folded}
    return left - written_out - {*_INTRODUCED.findall(text), *_FOLLOWED.findall(text)}


def heavy_words(case: Case, framework: Framework) -> re.Pattern[str] | None:
    """Return a pattern of those words the framework advises against that a case may use."""
    folded = worded(case).casefold()
    said = {b"", *folded.encode().translate(_LETTERS).split()}
    near = tuple(
        word
        for word, low, begins in _listed(framework.plain_words)
        if not said.isdisjoint(begins) and low in folded
    )
    return _either(near) if near else None


@lru_cache(maxsize=4)
def _listed(words: tuple[PlainWord, ...]) -> tuple[tuple[str, str, tuple[bytes, ...]], ...]:
    """Return the listed words, longest first, each in small letters and with how it may begin."""
    longest = sorted((word.avoid for word in words), key=len, reverse=True)
    return tuple((word, word.casefold(), _begins(word.casefold())) for word in longest)


def _begins(low: str) -> tuple[bytes, ...]:
    """Return what letters may stand alone in a text where some words begin, or are inflected."""
    first, *others = low.encode().translate(_LETTERS).split() or [b""]
    return (first,) if others else (first, first + b"s", first + b"d")


@lru_cache(maxsize=256)
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?=[sd]?\b)", re.IGNORECASE)
