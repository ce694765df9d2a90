"""Plain words."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.wording import heavy_words, worded_texts
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV4004", level=Level.ADVICE)
def word_with_a_plainer_one(subject: Subject) -> Iterator[Fault]:
    """Word has a plainer one, or lands badly.

    The framework's list holds words that are longer than they need be, and words that people who
    do the work hear as blame or cuts. Each is named once, where it is first used.

    *Fails:* at prose.What we changed.2

        prose: {What we changed: Staff utilise a lamp.}

    *Passes:*

        prose: {What we changed: Staff use a lamp.}
    """
    pattern = heavy_words(subject.case, subject.framework)
    if pattern is None:
        return
    better = {word.avoid.casefold(): word.say for word in subject.framework.plain_words}
    for path, text in worded_texts(subject.case):
        for found in pattern.findall(text):
            say = better.pop(found.casefold(), None)
            if say:
                yield path, f"instead of “{found}”, say: {say.rstrip('.')}"
