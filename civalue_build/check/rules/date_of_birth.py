"""Nobody's date of birth is published."""

from collections.abc import Iterator

from civalue_build.check.born import births
from civalue_build.check.pages import suspects
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV3005", level=Level.ERROR)
def date_of_birth(subject: Subject) -> Iterator[Fault]:
    """Text holds a date of birth.

    A date of birth with a place and a hospital stay is enough to find a person. An age in years, or
    better in tens of years, tells the story as well.

    *Fails:* at prose.The problem.2

        prose: {The problem: "A patient (born 3 May 1941) had an ulcer after two days."}

    *Passes:*

        prose: {The problem: A patient of more than eighty years had an ulcer after two days.}
    """
    for path in suspects(subject.case, births):
        yield path, "a date of birth stands here; give an age in tens of years"
