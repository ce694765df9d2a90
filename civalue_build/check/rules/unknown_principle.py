"""Principles are the framework's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV062", level=Level.ERROR)
def unknown_principle(subject: Subject) -> Iterator[Fault]:
    """No principle of the framework has this name.

    The author's words on a principle stand under its id.

    *Fails:* at principles.clarify-purposes

        principles:
          clarify-purposes: {how: The charter was agreed first}

    *Passes:*

        principles:
          co-design: {how: The charter was written together}
    """
    known = {principle.id for principle in subject.framework.principles}
    named = ((("principles", name), name) for name in subject.case.principles)
    yield from strangers("principle", named, known)
