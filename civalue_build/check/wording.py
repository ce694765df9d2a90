"""Texts of a case in which words are the author's own, and what is said in them."""

import re
from collections.abc import Iterator

from civalue_build.check.texts import Text, all_texts
from civalue_build.model.case import Case
from civalue_build.model.framework import Framework
from civalue_build.model.place import PROSE

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
_ROMAN = re.compile(r"[IVX]+")


def worded_texts(case: Case) -> Iterator[Text]:
    """Yield the texts that an author worded: sources and quotations are others' words."""
    for path, text in all_texts(case):
        if path[0] == PROSE:
            if not text.lstrip().startswith((">", "```", "~~~")):
                yield path, text
        elif path[0] != "sources" and path[-1] in WORDED:
            yield path, text


def short_forms(text: str) -> list[str]:
    """Return the short forms in capitals that a text uses, numerals left out."""
    return [form for form in _SHORT_FORM.findall(text) if not _ROMAN.fullmatch(form)]


def explained(case: Case, framework: Framework) -> set[str]:
    """Return the short forms that readers know, or that the case explains itself.

    A short form is explained where it stands in brackets, has brackets behind it, or where the
    framework's long form of it is written out.
    """
    text = " ".join(text for _, text in worded_texts(case))
    folded = text.casefold()
    known = {a.short for a in framework.acronyms.values() if a.known}
    known |= {a.short for a in framework.acronyms.values() if a.long.casefold() in folded}
    used = set(short_forms(text))
    return known | {form for form in used if f"({form}" in text or f"{form} (" in text}


def plain_words(framework: Framework) -> re.Pattern[str] | None:
    """Return a pattern of the words that the framework advises against, in any simple form."""
    words = sorted((word.avoid for word in framework.plain_words), key=len, reverse=True)
    if not words:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?=(?:s|d)?\b)", re.IGNORECASE)
