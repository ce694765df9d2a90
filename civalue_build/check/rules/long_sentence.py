"""Sentences are short."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.sentences import sentences, split
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV4002", level=Level.ADVICE)
def long_sentence(subject: Subject) -> Iterator[Fault]:
    """Sentence is hard to follow for its length.

    Two short sentences are read with less effort than a long one. This looks at the summary and at
    the four parts of the story, and leaves out tables.

    *Fails:* at prose.The problem.2

        prose:
          The problem: >-
            Patients on six wards had too many pressure ulcers, which hurt and kept people in bed
            for longer than they would otherwise have had to stay, and nobody had found a way to
            change that.

    *Passes:*

        prose:
          The problem: Patients on six wards had too many pressure ulcers. They hurt.
    """
    limit = subject.framework.threshold("sentence-words")
    summary = split(subject.case.summary, ("summary",))
    for sentence in (*summary, *sentences(subject.case)):
        count = len(sentence.words)
        if count > limit:
            yield sentence.path, f"a sentence of {count} words; up to {limit:g} are easy to follow"
