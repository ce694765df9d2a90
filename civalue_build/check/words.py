"""Whether words say anything, and who they are about."""

import re

EMPTY_ANSWERS = re.compile(
    r"yes|no|ok|okay|done|true|none|nil|na|n a|tbc|tbd|todo|to do|to be (?:confirmed|agreed)"
    r"|not (?:applicable|stated)|unknown|(?:see|as) (?:above|below)|(?:yes )?(?:we )?(?:did|do)"
    r"(?: this| it| that)?|yes (?:we did|done)|we have done (?:this|it|that)"
)
"""What people write into a box in order to leave it."""

LONGEST_EMPTY = 6
"""Words beyond which an answer is none of these."""

BEGINNING = 200
"""Letters of a text in which there are more words than that, if it is long."""

DO_THE_WORK = re.compile(
    r"staff|nurses?|nursing|doctors?|clinicians?|consultants?|physicians?|surgeons?|registrars?"
    r"|trainees?|gps?|midwife|midwives|paramedics?|pharmacists?|therapists?|physiotherapists?"
    r"|dietitians?|psychiatrists?|psychologists?|practitioners?|assistants?|workers?|porters?"
    r"|managers?|matrons?|scientists?|radiographers?|technicians?|receptionists?|secretary"
    r"|secretaries|administrators?|clerks?|teams?|colleagues?|employees?|professionals?|wards?"
    r"|practices?|departments?|finance|operations|leaders?|board"
)
"""A word for people who do the work."""

ARE_AFFECTED = re.compile(
    r"patients|carers|families|relatives|residents|users|clients|parents|children|citizens"
    r"|neighbours|tenants|survivors|volunteers|public|communities|pupils|women|mothers|fathers"
    r"|siblings"
)
"""A word for people whom the work is for."""

ONE_AFFECTED = re.compile(r"patient|carer|family|parent|resident|user|client|citizen")
"""One of them: as the last word of a group, or before a word of the next kind."""

SPEAK_FOR = re.compile(
    r"representatives?|partners?|panels?|groups?|forums?|councils?|leaders?|advocates?|voices?"
    r"|members?"
)
"""As in “patient panel”: a word for those who speak for them."""

_WORD = re.compile(r"[a-z0-9&]+")


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case, letters and digits only."""
    return _WORD.findall(text.lower().replace("’", "").replace("'", ""))


def says(text: str | None) -> bool:
    """Whether a text answers the question it was written for, as far as a machine can tell."""
    given = text or ""
    words = tokens(given[:BEGINNING])
    if len(words) <= LONGEST_EMPTY:
        words = tokens(given)
    return any(len(word) > 1 for word in words) and (
        len(words) > LONGEST_EMPTY or not EMPTY_ANSWERS.fullmatch(" ".join(words))
    )


def does_the_work(group: str) -> bool:
    """Whether the name of a group speaks of people who do the work."""
    return any(
        DO_THE_WORK.fullmatch(word) and not _speaks_for(before, word)
        for before, word in _with_the_word_before(group)
    )


def is_affected(group: str) -> bool:
    """Whether the name of a group speaks of people whom the work is for."""
    words = tokens(group)
    return (
        any(ARE_AFFECTED.fullmatch(word) for word in words)
        or any(_speaks_for(before, word) for before, word in _with_the_word_before(group))
        or bool(words and ONE_AFFECTED.fullmatch(words[-1]))
        or words[-2:] in (["lived", "experience"], ["by", "experience"])
    )


def _speaks_for(before: str, word: str) -> bool:
    return bool(ONE_AFFECTED.fullmatch(before) and SPEAK_FOR.fullmatch(word))


def _with_the_word_before(group: str) -> list[tuple[str, str]]:
    words = tokens(group)
    return list(zip(["", *words], words, strict=False))
