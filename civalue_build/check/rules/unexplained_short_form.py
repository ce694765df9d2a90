"""Short forms are explained."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.wording import short_forms, unexplained, worded_texts
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV4003", level=Level.ADVICE)
def unexplained_short_form(subject: Subject) -> Iterator[Fault]:
    """Short form is not explained.

    Readers from elsewhere do not know every short form. Write it out once, with the short form in
    brackets behind it, or do without. Each is named once, where it is first used.

    *Fails:* at prose.What we learned.2

        prose: {What we learned: The ICB wants more wards to begin.}

    *Passes:*

        prose: {What we learned: The integrated care board (ICB) wants more wards to begin.}
    """
    left = unexplained(subject.case, subject.framework)
    for path, text in worded_texts(subject.case) if left else ():
        for form in short_forms(text):
            if form in left:
                left.discard(form)
                known = subject.framework.acronyms.get(form)
                meaning = f" ({known.long})" if known else ""
                yield path, f"“{form}”{meaning} is not explained"
