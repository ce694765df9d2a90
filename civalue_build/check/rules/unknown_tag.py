"""Tags are the framework's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV051", level=Level.ERROR)
def unknown_tag(subject: Subject) -> Iterator[Fault]:
    """No tag of the framework has this name.

    Two spellings of one subject would be two subjects. A new tag is one line in the framework.

    *Fails:* at tags.0

        tags: [fals]

    *Passes:*

        tags: [falls]
    """
    named = ((("tags", at), tag) for at, tag in enumerate(subject.case.tags))
    yield from strangers("tag", named, subject.framework.tags)
