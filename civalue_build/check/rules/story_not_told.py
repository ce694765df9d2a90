"""Principle 5: four short parts."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.words import says
from civalue_build.model.case import HEADINGS
from civalue_build.model.enums import Level
from civalue_build.model.place import PROSE
from civalue_build.model.subject import Subject


@rule(code="CV501", level=Level.GAP, principle="simple-language", evidence=True)
def story_not_told(subject: Subject) -> Iterator[Fault]:
    """Part of the story is not written.

    People remember a story: the problem, what we changed, what happened, what we learned. Each of
    the four has at least a sentence of its own.

    *Fails:* at prose.What we learned

        prose: {What we learned: null}

    *Passes:*

        prose: {What we learned: Start small.}
    """
    told: set[str] = set()
    for heading in HEADINGS:
        text = " ".join(subject.case.section(heading).split())
        if not says(text) or text in told:
            yield (PROSE, heading), f"the part “{heading}” is not written"
        told.add(text)
