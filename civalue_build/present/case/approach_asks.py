"""What an approach asks, and how a case answers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from civalue_build.model.approach import Approach
from civalue_build.model.crosswalk import Reading
from civalue_build.model.reported import Answer
from civalue_build.model.reporting import Item, Reported
from civalue_build.present import wording
from civalue_build.present.case.base import Material

ANSWERS = dict(
    zip(
        Reported,
        ("answered", "partly answered", "not answered", "cannot be seen here"),
        strict=True,
    )
)


def asked(
    known: Material, approach: Approach, reading: Reading
) -> Iterator[tuple[Item, str, Answer]]:
    """Give what an approach asks with the word for the answer: its guideline first."""
    guideline = known.framework.guidelines.get(approach.guideline or "")
    if guideline:
        profiles = {one.guideline: one.answers for one in known.appraisal.reporting}
        yield from _with_words(guideline.items, profiles.get(approach.guideline or "", ()))
    yield from _with_words(approach.asks, reading.answers)


def _with_words(
    items: tuple[Item, ...], answers: tuple[Answer, ...]
) -> Iterator[tuple[Item, str, Answer]]:
    for item, answer in zip(items, answers, strict=False):
        yield item, ANSWERS[answer.standing], answer


def tally(answers: Iterable[Answer]) -> str:
    """Return how many questions are answered how, as in `Answered: 3. Not answered: 1.`."""
    counts = Counter(answer.standing for answer in answers)
    return " ".join(
        f"{wording.capital(word)}: {counts[standing]}."
        for standing, word in ANSWERS.items()
        if counts[standing]
    )
